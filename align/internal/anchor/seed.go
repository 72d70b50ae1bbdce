package anchor

import (
	"cmp"
	"math"
	"slices"

	"github.com/hexapla/hexapla/align/internal/corpus"
)

// seed is a pair of sentences that share something rare.
type seed struct {
	i, j   int32
	weight float32
}

const (
	// maxPlaces is the number of sentences of a rectangle's side that a rare
	// type is found in at most, and maxPairs the number of sentence pairs that
	// two linked types make.
	maxPlaces = 8
	maxPairs  = 16
)

// places lists the sentences that hold each type, in a part of a side.
type places struct {
	side  *corpus.Side
	count []int32            // by type; more than maxPlaces means common
	at    [][maxPlaces]int32 // by type
	found []int32            // the types seen
}

func newPlaces(side *corpus.Side) *places {
	return &places{side: side, count: make([]int32, len(side.Types)), at: make([][maxPlaces]int32, len(side.Types))}
}

// fill looks through sentences start to end.
func (p *places) fill(start, end int) {
	for _, t := range p.found {
		p.count[t] = 0
	}
	p.found = p.found[:0]
	for i := start; i < end; i++ {
		for _, t := range p.side.Sentence(i) {
			n := p.count[t]
			if n == 0 {
				p.found = append(p.found, t)
			}
			if n > maxPlaces || n > 0 && n <= maxPlaces && p.at[t][n-1] == int32(i) {
				continue
			}
			if n < maxPlaces {
				p.at[t][n] = int32(i)
			}
			p.count[t] = n + 1
		}
	}
}

func (p *places) of(t int32) []int32 {
	if n := p.count[t]; n <= maxPlaces {
		return p.at[t][:n]
	}
	return nil
}

// seeds finds the seeds of a rectangle, ascending.
func (f *finder) seeds(r rect) []seed {
	f.sourcePlaces.fill(r.i, r.iEnd)
	f.targetPlaces.fill(r.j, r.jEnd)
	size := float64(min(r.iEnd-r.i, r.jEnd-r.j))
	var found []seed
	for _, s := range f.sourcePlaces.found {
		is := f.sourcePlaces.of(s)
		for _, e := range f.links.Row(s) {
			js := f.targetPlaces.of(e.ID)
			pairs := len(is) * len(js)
			if pairs == 0 || pairs > maxPairs {
				continue
			}
			weight := math.Log1p(float64(e.Value)*size/float64(pairs)) / float64(max(len(is), len(js)))
			for _, i := range is {
				for _, j := range js {
					found = append(found, seed{i, j, float32(weight)})
				}
			}
		}
	}
	return mutual(merge(found), r)
}

// mutual keeps the seeds that are the heaviest both of their source sentence and
// of their target sentence: the neighbours of a true pair share words with it
// as well, but fewer.
func mutual(seeds []seed, r rect) []seed {
	row, column := make([]float32, r.iEnd-r.i), make([]float32, r.jEnd-r.j)
	for _, s := range seeds {
		row[int(s.i)-r.i] = max(row[int(s.i)-r.i], s.weight)
		column[int(s.j)-r.j] = max(column[int(s.j)-r.j], s.weight)
	}
	kept := seeds[:0]
	for _, s := range seeds {
		if s.weight == row[int(s.i)-r.i] && s.weight == column[int(s.j)-r.j] {
			kept = append(kept, s)
		}
	}
	return kept
}

// merge sorts the seeds and adds up those of the same pair of sentences.
func merge(seeds []seed) []seed {
	slices.SortFunc(seeds, func(a, b seed) int {
		return cmp.Or(cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j), cmp.Compare(a.weight, b.weight))
	})
	merged := seeds[:0]
	for _, s := range seeds {
		if k := len(merged) - 1; k >= 0 && merged[k].i == s.i && merged[k].j == s.j {
			merged[k].weight += s.weight
			continue
		}
		merged = append(merged, s)
	}
	return merged
}
