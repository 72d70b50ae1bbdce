package lattice

import (
	"cmp"
	"math"
	"slices"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/knob"
	"github.com/hexapla/hexapla/align/internal/trans"
	"github.com/hexapla/hexapla/segment"
)

// wordLink is a source and a target token of a bead that translate one another;
// x and y count the tokens from the start of the bead.
type wordLink struct {
	x, y     int32
	strength float32
}

// linker finds the word links of beads.
var leastLink = float32(knob.F("LEASTLINK", 0.02))

type linker struct {
	source, target *corpus.Side
	rows           *trans.Rows
	chanceS        []float32
	chanceT        []float32
	weightS        []float32 // what a type of source tells, -log of its chance
	weightT        []float32

	first         []int32 // by target type, 1 + the first token of the bead that has it
	next          []int32 // by target token, 1 + the next one of the same type
	found         []wordLink
	usedX         []bool
	usedY         []bool
	before, after []float64
}

func newLinker(source, target *corpus.Side, model *trans.Model) *linker {
	k := &linker{
		source: source, target: target,
		chanceS: trans.Chances(source), chanceT: trans.Chances(target),
		first: make([]int32, len(target.Types)),
	}
	k.rows = model.Links(k.chanceS, k.chanceT)
	k.weightS, k.weightT = information(k.chanceS), information(k.chanceT)
	return k
}

func information(chance []float32) []float32 {
	w := make([]float32, len(chance))
	for i, p := range chance {
		w[i] = float32(-math.Log(float64(p)))
	}
	return w
}

// link finds the links of source tokens s and target tokens t: the strongest
// first, each token in one link at most (Melamed's competitive linking).
func (k *linker) link(s, t []int32) []wordLink {
	k.candidates(s, t)
	slices.SortFunc(k.found, func(a, b wordLink) int {
		return cmp.Or(cmp.Compare(b.strength, a.strength), cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y))
	})
	k.usedX, k.usedY = cleared(k.usedX, len(s)), cleared(k.usedY, len(t))
	links := k.found[:0]
	for _, c := range k.found {
		if !k.usedX[c.x] && !k.usedY[c.y] {
			k.usedX[c.x], k.usedY[c.y] = true, true
			links = append(links, c)
		}
	}
	return links
}

func cleared(b []bool, n int) []bool {
	b = slices.Grow(b[:0], n)[:n]
	clear(b)
	return b
}

func (k *linker) candidates(s, t []int32) {
	k.found = k.found[:0]
	k.next = slices.Grow(k.next[:0], len(t))[:len(t)]
	for y := len(t) - 1; y >= 0; y-- {
		k.next[y] = k.first[t[y]]
		k.first[t[y]] = int32(y) + 1
	}
	for x, id := range s {
		at := (float64(x) + 0.5) / float64(len(s))
		for _, e := range k.rows.Row(id) {
			for y := k.first[e.ID]; y > 0; y = k.next[y-1] {
				off := at - (float64(y)-0.5)/float64(len(t))
				strength := e.Value * float32(1.1-math.Abs(off))
				if strength > leastLink {
					k.found = append(k.found, wordLink{int32(x), y - 1, strength})
				}
			}
		}
	}
	for _, id := range t {
		k.first[id] = 0
	}
}

// addLinkFeatures fills the features that look at the words of a bead one by
// one.
func (l *Lattice) addLinkFeatures(v *vector, k *linker, i, j int, s Shape) {
	src := k.source.Tokens[k.source.Starts[i]:k.source.Starts[i+s.Source]]
	tgt := k.target.Tokens[k.target.Starts[j]:k.target.Starts[j+s.Target]]
	links := k.link(src, tgt)
	off, mass := 0.0, 0.0
	for _, w := range links {
		x := (float64(w.x) + 0.5) / float64(len(src))
		y := (float64(w.y) + 0.5) / float64(len(tgt))
		info := float64(k.weightS[src[w.x]]+k.weightT[tgt[w.y]]) / 2
		off += info * math.Abs(x-y)
		mass += info
		v[linkStrength] += info * float64(w.strength) / 10
	}
	v[linkInfo] = mass / 10
	v[linkOff] = off / 10
	v[crossing] = (k.crossing(links, src, tgt, k.source.Starts[i:i+s.Source+1], true) + k.crossing(links, src, tgt, k.target.Starts[j:j+s.Target+1], false)) / 10
	all := total(src, k.weightS) + total(tgt, k.weightT)
	v[cover] = math.Log((2*mass + 1) / (all + 2))
	v[freeInfo] = (free(src, k.usedX, k.weightS) + free(tgt, k.usedY, k.weightT)) / 10
	v[worstCover] = k.worst(&k.source.Starts, i, s.Source, src, k.usedX, k.weightS) +
		k.worst(&k.target.Starts, j, s.Target, tgt, k.usedY, k.weightT)
	v[freeNumbers] = countFree(src, k.usedX, k.source, isNumber) + countFree(tgt, k.usedY, k.target, isNumber)
	v[freeNames] = countFree(src, k.usedX, k.source, isName) + countFree(tgt, k.usedY, k.target, isName)
}

func total(tokens []int32, weight []float32) float64 {
	sum := float32(0)
	for _, id := range tokens {
		sum += weight[id]
	}
	return float64(sum)
}

// crossing returns, over the borders between the sentences of one side, the
// least weight of links that lie on the wrong side of a border, wherever the
// other side is cut.
func (k *linker) crossing(links []wordLink, src, tgt, starts []int32, onSource bool) float64 {
	if len(starts) <= 2 {
		return 0
	}
	n := len(tgt)
	if !onSource {
		n = len(src)
	}
	sum := 0.0
	for _, border := range starts[1 : len(starts)-1] {
		border -= starts[0]
		k.before, k.after = zeroed(k.before, n+1), zeroed(k.after, n+1)
		for _, w := range links {
			here, there := w.x, w.y
			if !onSource {
				here, there = w.y, w.x
			}
			info := float64(k.weightS[src[w.x]]+k.weightT[tgt[w.y]]) / 2
			if here < border {
				k.before[there] += info
			} else {
				k.after[there] += info
			}
		}
		// Cut at 0: all links of the part before the border are wrong.
		wrong := 0.0
		for _, x := range k.before {
			wrong += x
		}
		least := wrong
		for y := range n {
			wrong += k.after[y] - k.before[y]
			least = min(least, wrong)
		}
		sum += least
	}
	return sum
}

func zeroed(b []float64, n int) []float64 {
	b = slices.Grow(b[:0], n)[:n]
	clear(b)
	return b
}

func free(tokens []int32, used []bool, weight []float32) float64 {
	sum := float32(0)
	for x, id := range tokens {
		if !used[x] {
			sum += weight[id]
		}
	}
	return float64(sum)
}

func countFree(tokens []int32, used []bool, side *corpus.Side, is func(*corpus.Type) bool) float64 {
	n := 0.0
	for x, id := range tokens {
		if !used[x] && is(&side.Types[id]) {
			n++
		}
	}
	return n
}

func isNumber(t *corpus.Type) bool { return t.Kind == segment.Number }
func isName(t *corpus.Type) bool   { return t.Name }

// worst returns how much of the sentence that is explained least lies bare, 0
// to 1, where the side of the bead has several.
func (k *linker) worst(starts *[]int32, i, count int, tokens []int32, used []bool, weight []float32) float64 {
	if count == 1 {
		return 0
	}
	worst := 0.0
	base := (*starts)[i]
	for q := i; q < i+count; q++ {
		bare, all := 0.5, 1.0
		for x := (*starts)[q] - base; x < (*starts)[q+1]-base; x++ {
			w := float64(weight[tokens[x]])
			all += w
			if !used[x] {
				bare += w
			}
		}
		worst = max(worst, bare/all)
	}
	return worst
}
