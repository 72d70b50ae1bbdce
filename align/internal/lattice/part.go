package lattice

import (
	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/trans"
)

// What serves for aligning parts of a text that has been aligned before.

// Rect is a run of sentences of each side, half open.
type Rect struct{ Source, SourceEnd, Target, TargetEnd int }

// Within returns the limits of a part of the text, by the sentences of the part.
// None may lie half outside.
func (m *Limits) Within(r Rect) *Limits {
	if m == nil {
		return nil
	}
	part := &Limits{Forbidden: make(map[int][]int)}
	for _, q := range m.Required {
		if q.Source >= r.Source && q.SourceEnd <= r.SourceEnd && q.Target >= r.Target && q.TargetEnd <= r.TargetEnd {
			part.Required = append(part.Required, Required{
				q.Source - r.Source, q.SourceEnd - r.Source, q.Target - r.Target, q.TargetEnd - r.Target, q.Exact,
			})
		}
	}
	for _, p := range m.Borders {
		if p.Source >= r.Source && p.Source <= r.SourceEnd && p.Target >= r.Target && p.Target <= r.TargetEnd {
			part.Borders = append(part.Borders, Position{p.Source - r.Source, p.Target - r.Target})
		}
	}
	for i := r.Source; i < r.SourceEnd; i++ {
		for _, j := range m.Forbidden[i] {
			part.Forbidden[i-r.Source] = append(part.Forbidden[i-r.Source], j-r.Target)
		}
	}
	return part
}

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
	none := l.change + gapSum(l.openS, l.extendS) + gapSum(l.openT, l.extendT)
	return l.logZ - none
}

// gapSum returns the score of leaving out all of a run of sentences.
func gapSum(open, extend []float64) float64 {
	sum := 0.0
	for i := range open {
		if i == 0 {
			sum += open[i]
		} else {
			sum += extend[i]
		}
	}
	return sum
}
