package lattice

import (
	"cmp"
	"math"
	"slices"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/trans"
)

// Link is a source and a target token of a bead that translate one another.
type Link struct {
	X, Y     int32   // tokens, from the start of the bead
	Strength float32 // mean of the probabilities of each given the other
}

// leastLink is the strength below which two tokens are not linked.
const leastLink = 0.02

// Linker finds the word links of beads. It is not safe for use by several
// goroutines at once.
type Linker struct {
	source, target *corpus.Side
	rows           *trans.Rows
	infoS, infoT   []float32 // information of each type, -log of its chance
	knownS, knownT []float32 // the same, times the strength that a link of it has at best

	first        []int32 // by target type, 1 + the first token of the bead that has it
	next         []int32 // by target token, 1 + the next one of the same type
	found        []Link
	usedX, usedY []bool // of the last bead, the tokens that have a link
}

// NewLinker makes a linker of what was learned.
func NewLinker(source, target *corpus.Side, model *trans.Model) *Linker {
	k := &Linker{
		source: source, target: target,
		rows:  model.Links(source, target),
		infoS: information(source), infoT: information(target),
		first: make([]int32, len(target.Types)),
	}
	k.weighKnown()
	return k
}

// weighKnown fills knownS and knownT.
func (k *Linker) weighKnown() {
	k.knownS, k.knownT = make([]float32, len(k.infoS)), make([]float32, len(k.infoT))
	for s := range k.knownS {
		for _, e := range k.rows.Row(int32(s)) {
			k.knownS[s] = max(k.knownS[s], e.Value*k.infoS[s])
			k.knownT[e.ID] = max(k.knownT[e.ID], e.Value*k.infoT[e.ID])
		}
	}
}

func information(side *corpus.Side) []float32 {
	info := trans.Chances(side)
	for i, p := range info {
		info[i] = float32(-math.Log(float64(p)))
	}
	return info
}

// Link finds the links of a bead's tokens: the strongest first, each token in
// one at most (Melamed, 2000, "Models of Translational Equivalence": competitive
// linking). A bead that is [trans.TooLong] has none. The links stay valid until
// the next call.
func (k *Linker) Link(s, t []int32) []Link {
	k.found = k.found[:0]
	if !trans.TooLong(len(s), len(t)) {
		k.candidates(s, t)
	}
	slices.SortFunc(k.found, func(a, b Link) int {
		if a.Strength != b.Strength {
			return cmp.Compare(b.Strength, a.Strength)
		}
		if a.X != b.X {
			return int(a.X - b.X)
		}
		return int(a.Y - b.Y)
	})
	k.usedX, k.usedY = cleared(k.usedX, len(s)), cleared(k.usedY, len(t))
	links := k.found[:0]
	for _, c := range k.found {
		if !k.usedX[c.X] && !k.usedY[c.Y] {
			k.usedX[c.X], k.usedY[c.Y] = true, true
			links = append(links, c)
		}
	}
	return links
}

// candidates adds all pairs of tokens that may be linked. A pair off the
// bead's diagonal is a little weaker: of two like words each finds its own.
func (k *Linker) candidates(s, t []int32) {
	k.next = slices.Grow(k.next[:0], len(t))[:len(t)]
	for y := len(t) - 1; y >= 0; y-- {
		k.next[y] = k.first[t[y]]
		k.first[t[y]] = int32(y) + 1
	}
	for x, id := range s {
		for _, e := range k.rows.Row(id) {
			for y := k.first[e.ID]; y > 0; y = k.next[y-1] {
				strength := e.Value * float32(1.1-offDiagonal(x, len(s), int(y)-1, len(t)))
				if strength > leastLink {
					k.found = append(k.found, Link{int32(x), y - 1, strength})
				}
			}
		}
	}
	for _, id := range t {
		k.first[id] = 0
	}
}

// offDiagonal returns how far token x of n and token y of m are apart, each
// as a share of its side's length.
func offDiagonal(x, n, y, m int) float64 {
	return math.Abs((float64(x)+0.5)/float64(n) - (float64(y)+0.5)/float64(m))
}

// cleared returns a slice of n zeros, b's if it is large enough.
func cleared[T any](b []T, n int) []T {
	b = slices.Grow(b[:0], n)[:n]
	clear(b)
	return b
}
