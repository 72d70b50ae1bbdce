package lattice

import "math"

// Gradient returns the gradient of the log-likelihood of the gold beads in the
// weights, and the log-likelihood itself. Gold beads that the lattice does not
// know leave their sentences free.
func (l *Lattice) Gradient(gold []Bead, w *Weights) (gradient Weights, logLikelihood float64) {
	l.Reweigh(w)
	free, freeZ := l.expected(), l.logZ
	l.constrain(gold)
	l.sum()
	if math.IsInf(l.logZ, 0) {
		return gradient, 0
	}
	held := l.expected()
	for k := range gradient {
		gradient[k] = held[k] - free[k]
	}
	return gradient, l.logZ - freeZ
}

// expected sums the features over all paths, by probability.
func (l *Lattice) expected() Weights {
	var sum Weights
	add := func(v *vector, p float64) {
		if p < 1e-6 {
			return
		}
		for k, x := range v {
			sum[k] += p * x
		}
	}
	likely := l.likely
	l.eachMatch(func(_, _, cell, shape int, p float64) {
		// Both run in the same order; forbidden beads are passed over.
		for int(likely[0].cell) != cell || int(likely[0].shape) != shape {
			likely = likely[1:]
		}
		add(&likely[0].features, p)
	})
	var v vector
	addGap := func(chars int32, g gapStep) {
		gapFeatures(&v, gapOpen, chars)
		add(&v, g.open)
		v[gapSwitch] = 1
		add(&v, g.change)
		gapFeatures(&v, gapExtend, chars)
		add(&v, g.extend)
	}
	l.eachGap(
		func(i int, g gapStep) { addGap(l.Source.Chars[i], g) },
		func(j int, g gapStep) { addGap(l.Target.Chars[j], g) },
	)
	return sum
}

// constrain forbids what contradicts the gold.
func (l *Lattice) constrain(gold []Bead) {
	c := newConstraint(l, gold)
	l.eachCell(func(i, j, cell int) {
		for k, s := range l.shapes {
			if l.match[k][cell] > never && !c.allows(Bead{Source: i, SourceEnd: i + s.Source, Target: j, TargetEnd: j + s.Target}) {
				l.match[k][cell] = impossible
			}
		}
	})
	for i := range l.Source.Len() {
		if !c.allows(Bead{Source: i, SourceEnd: i + 1}) {
			l.openS[i], l.extendS[i] = negInf, negInf
		}
	}
	for j := range l.Target.Len() {
		if !c.allows(Bead{Target: j, TargetEnd: j + 1}) {
			l.openT[j], l.extendT[j] = negInf, negInf
		}
	}
}

// constraint tells of each sentence which gold bead holds it, counted from 1;
// 0 if the lattice does not know the bead.
type constraint struct {
	gold           []Bead
	source, target []int
}

func newConstraint(l *Lattice, gold []Bead) *constraint {
	c := &constraint{gold, make([]int, l.Source.Len()), make([]int, l.Target.Len())}
	for k, b := range gold {
		if !l.knows(b) {
			continue
		}
		for i := b.Source; i < b.SourceEnd; i++ {
			c.source[i] = k + 1
		}
		for j := b.Target; j < b.TargetEnd; j++ {
			c.target[j] = k + 1
		}
	}
	return c
}

// knows tells whether a bead can be on a path of the lattice.
func (l *Lattice) knows(b Bead) bool {
	shape := Shape{b.SourceEnd - b.Source, b.TargetEnd - b.Target}
	if shape == (Shape{1, 0}) || shape == (Shape{0, 1}) {
		return true
	}
	for k, s := range l.shapes {
		if s == shape && l.Corridor.Has(b.Source, b.Target) {
			return l.match[k][l.Corridor.cell(b.Source, b.Target)] > never
		}
	}
	return false
}

func (c *constraint) allows(b Bead) bool {
	id := 0
	for _, x := range c.source[b.Source:b.SourceEnd] {
		id = max(id, x)
	}
	for _, x := range c.target[b.Target:b.TargetEnd] {
		id = max(id, x)
	}
	if id == 0 {
		return true
	}
	g := c.gold[id-1]
	same := func(start, end, goldStart, goldEnd int) bool {
		return end-start == goldEnd-goldStart && (end == start || start == goldStart)
	}
	return same(b.Source, b.SourceEnd, g.Source, g.SourceEnd) && same(b.Target, b.TargetEnd, g.Target, g.TargetEnd)
}
