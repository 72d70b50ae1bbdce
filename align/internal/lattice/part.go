package lattice

import (
	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/trans"
)

// What serves for aligning parts of a text that has been aligned before.

// Sparse returns the weights for sentences of which fewer have a counterpart
// than in a text; rarer is the log of how much.
func (w Weights) Sparse(rarer float64) Weights {
	for shape := shape11; shape <= shape23; shape++ {
		w[shape] -= rarer
	}
	return w
}

// On returns a linker of the same words for other sentences.
func (k *Linker) On(source, target *corpus.Side) *Linker {
	return &Linker{
		source: source, target: target,
		rows:  k.rows,
		infoS: k.infoS, infoT: k.infoT,
		knownS: k.knownS, knownT: k.knownT,
		first: make([]int32, len(target.Types)),
	}
}

// Rows returns the pairs of types that the linker links, by source type.
func (k *Linker) Rows() *trans.Rows { return k.rows }

// Odds returns the log of how much likelier it is that some of the sentences
// have a counterpart than that none has.
func (l *Lattice) Odds() float64 {
	none := l.change
	for i := range l.openS {
		none += gapAt(l.openS, l.extendS, i)
	}
	for j := range l.openT {
		none += gapAt(l.openT, l.extendT, j)
	}
	return l.logZ - none
}

func gapAt(open, extend []float64, i int) float64 {
	if i == 0 {
		return open[i]
	}
	return extend[i]
}
