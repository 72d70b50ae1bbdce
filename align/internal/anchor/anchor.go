// Package anchor finds the corridor of a bitext: the part of the plane of
// sentence pairs in which its path must run.
//
// Seeds are pairs of sentences that share something rare: a name, a number, a
// cognate, a word of the lexicon that few sentences hold. They are chained as
// genome aligners chain theirs (Li, 2018, "Minimap2"), with a cost for leaving
// the diagonal and a fixed one for a jump of any size, so that nothing is taken
// for granted about where the texts begin, end, or leave something out. What
// lies between two anchors is searched again with what is rare within it, until
// it is small enough to be looked at whole. The cost is linear in the length of
// the texts, but for the sorting of the seeds.
package anchor

import (
	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/lattice"
	"github.com/hexapla/hexapla/align/internal/trans"
)

const (
	// smallArea is the number of cells of a rectangle that is not searched for
	// seeds any more: what is rare in so little is so by chance (with 2,500
	// Alice in Wonderland without a lexicon loses four points).
	smallArea = 10_000

	// wholeArea is that of two texts which are looked at whole.
	wholeArea = 300_000

	// margin is kept around every anchor and rectangle, in sentences. With 4 the
	// way beside a gap of 500 verses was missed.
	margin = 6

	// deepest bounds the recursion.
	deepest = 6

	// A band along the diagonal of a rectangle is as wide, to each side, as
	// bandShare of its longer side; and nearBand sentences and the difference
	// of its sides more where anchors hold both its ends, or farBand at least
	// where nothing does. It has no more than mostCells in all.
	bandShare = 0.1
	nearBand  = 12
	farBand   = 50
	mostCells = 8_000_000
)

// Corridor finds the corridor of two texts; links are the pairs of types known
// to translate one another, by source type.
func Corridor(source, target *corpus.Side, links *trans.Rows) *lattice.Corridor {
	n, m := source.Len(), target.Len()
	if (n+1)*(m+1) <= wholeArea {
		return lattice.Full(n, m)
	}
	return Narrow(source, target, links)
}

// Narrow finds the corridor of two texts that are known to answer one another,
// however short: it is Corridor, but that none is looked at whole for being
// small.
func Narrow(source, target *corpus.Side, links *trans.Rows) *lattice.Corridor {
	f := newFinder(source, target, links)
	f.search(rect{0, source.Len(), 0, target.Len()}, 0)
	return lattice.NewCorridor(f.lo, f.hi)
}

// rect is a part of the plane, half open.
type rect struct{ i, iEnd, j, jEnd int }

func (r rect) area() int { return (r.iEnd - r.i + 1) * (r.jEnd - r.j + 1) }

// finder collects the corridor row by row.
type finder struct {
	source, target *corpus.Side
	links          *trans.Rows
	lo, hi         []int32

	sourcePlaces, targetPlaces *places
}

func newFinder(source, target *corpus.Side, links *trans.Rows) *finder {
	f := &finder{
		source: source, target: target, links: links,
		lo: make([]int32, source.Len()+1), hi: make([]int32, source.Len()+1),
		sourcePlaces: newPlaces(source), targetPlaces: newPlaces(target),
	}
	for i := range f.lo {
		f.lo[i], f.hi[i] = int32(target.Len()), 0
	}
	return f
}

// search opens the corridor for all that lies in r.
func (f *finder) search(r rect, depth int) {
	height, width := r.iEnd-r.i, r.jEnd-r.j
	longer, shorter := max(height, width), min(height, width)
	if r.area() <= smallArea || shorter == 0 {
		f.openBand(r, longer-shorter+nearBand+int(bandShare*float64(longer)))
		return
	}
	var chain []seed
	if depth < deepest {
		chain = best(f.seeds(r))
	}
	if len(chain) == 0 {
		half := max(farBand, int(bandShare*float64(longer)))
		f.openBand(r, max(margin, min(half, mostCells/2/height)))
		return
	}
	from := rect{i: r.i, j: r.j}
	for _, s := range chain {
		from.iEnd, from.jEnd = int(s.i), int(s.j)
		f.search(from, depth+1)
		f.open(rect{int(s.i), int(s.i) + 1, int(s.j), int(s.j) + 1})
		from.i, from.j = int(s.i)+1, int(s.j)+1
	}
	from.iEnd, from.jEnd = r.iEnd, r.jEnd
	f.search(from, depth+1)
}

// open adds a rectangle and its margin to the corridor.
func (f *finder) open(r rect) {
	n, m := f.source.Len(), f.target.Len()
	lo, hi := int32(max(r.j-margin, 0)), int32(min(r.jEnd+margin, m))
	for i := max(r.i-margin, 0); i <= min(r.iEnd+margin, n); i++ {
		f.lo[i], f.hi[i] = min(f.lo[i], lo), max(f.hi[i], hi)
	}
}

// openBand opens a band along the diagonal of a rectangle, so many sentences to
// each side.
func (f *finder) openBand(r rect, half int) {
	height, width := r.iEnd-r.i, r.jEnd-r.j
	if half >= width || height == 0 {
		f.open(r)
		return
	}
	step := max(1, half/4)
	for i := r.i; i < r.iEnd; i += step {
		iEnd := min(i+step, r.iEnd)
		j := r.j + (i-r.i)*width/height
		jEnd := r.j + (iEnd-r.i)*width/height
		f.open(rect{i, iEnd, max(j-half, r.j), min(jEnd+half, r.jEnd)})
	}
}
