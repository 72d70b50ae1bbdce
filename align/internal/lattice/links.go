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

	first        []int32  // by target type, 1 + the first token of the bead that has it
	next         []int32  // by target token, 1 + the next one of the same type
	found        []Link   // pairs that may be linked
	order        []uint64 // of those, the strongest first
	links        []Link
	usedX, usedY []bool // of the last bead, the tokens that have a link
	shift        []float64
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
	k.found, k.order = k.found[:0], k.order[:0]
	if !trans.TooLong(len(s), len(t)) {
		k.candidates(s, t)
	}
	slices.Sort(k.order)
	k.untie()
	k.usedX, k.usedY = cleared(k.usedX, len(s)), cleared(k.usedY, len(t))
	k.links = k.links[:0]
	for _, at := range k.order {
		if c := k.found[uint32(at)]; !k.usedX[c.X] && !k.usedY[c.Y] {
			k.usedX[c.X], k.usedY[c.Y] = true, true
			k.links = append(k.links, c)
		}
	}
	return k.links
}

// byStrength is a number by which to sort the pair found as the n-th: stronger
// ones come first. To sort numbers takes a third of the time of sorting links.
func byStrength(strength float32, n int) uint64 {
	return uint64(^math.Float32bits(strength))<<32 | uint64(n)
}

// untie sorts pairs as strong as one another by their tokens.
func (k *Linker) untie() {
	for start, end := 0, 0; start < len(k.order); start = end {
		for end = start + 1; end < len(k.order) && k.order[start]>>32 == k.order[end]>>32; end++ {
		}
		if end > start+1 {
			slices.SortFunc(k.order[start:end], func(a, b uint64) int {
				p, q := &k.found[uint32(a)], &k.found[uint32(b)]
				return cmp.Or(cmp.Compare(p.X, q.X), cmp.Compare(p.Y, q.Y))
			})
		}
	}
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
					k.order = append(k.order, byStrength(strength, len(k.found)))
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
