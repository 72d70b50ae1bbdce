package lattice

import "math"

// Gradient returns the gradient of the log-likelihood of the gold beads in the
// weights, and the log-likelihood itself. Gold beads that the lattice does not
// know leave their sentences free.
func (l *Lattice) Gradient(gold []Bead, w *Weights) (Weights, float64) {
	l.Reweigh(w)
	free := l.expected()
	freeZ := l.logZ

	l.constrain(gold)
	l.sumForward()
	l.sumBackward()
	var g Weights
	if math.IsInf(l.logZ, 0) || math.IsNaN(l.logZ) {
		return g, 0
	}
	held := l.expected()
	for k := range g {
		g[k] = held[k] - free[k]
	}
	return g, l.logZ - freeZ
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
	edges := l.edges
	l.eachMatch(func(_, _, cell, shape int, p float64) {
		// Both run in the same order; forbidden edges are passed over.
		for int(edges[0].cell) != cell || int(edges[0].shape) != shape {
			edges = edges[1:]
		}
		add(&edges[0].features, p)
	})
	var v vector
	addGap := func(chars int32, g gapStep) {
		l.gapFeatures(&v, gapOpen, chars)
		add(&v, g.open)
		v[gapSwitch] = 1
		add(&v, g.change)
		l.gapFeatures(&v, gapExtend, chars)
		add(&v, g.extend)
	}
	l.eachGap(
		func(i int, g gapStep) { addGap(l.source.Chars[i], g) },
		func(j int, g gapStep) { addGap(l.target.Chars[j], g) },
	)
	return sum
}

// constrain forbids what contradicts the gold.
func (l *Lattice) constrain(gold []Bead) {
	n, m := l.source.Len(), l.target.Len()
	sourceBead, targetBead := make([]int, n), make([]int, m)
	for k, b := range gold {
		known := b.SourceEnd-b.Source <= 1 && b.Target == b.TargetEnd || b.TargetEnd-b.Target <= 1 && b.Source == b.SourceEnd
		for q, s := range shapes {
			if s == (Shape{b.SourceEnd - b.Source, b.TargetEnd - b.Target}) && l.corridor.Has(b.Source, b.Target) {
				known = l.match[q][l.corridor.cell(b.Source, b.Target)] != impossible
			}
		}
		id := k + 1
		if !known {
			id = 0
		}
		for i := b.Source; i < b.SourceEnd; i++ {
			sourceBead[i] = id
		}
		for j := b.Target; j < b.TargetEnd; j++ {
			targetBead[j] = id
		}
	}
	allowed := func(i, ie, j, je int) bool {
		id := 0
		for _, x := range sourceBead[i:ie] {
			id = max(id, x)
		}
		for _, x := range targetBead[j:je] {
			id = max(id, x)
		}
		if id == 0 {
			return true
		}
		b := gold[id-1]
		if b.SourceEnd-b.Source != ie-i || b.TargetEnd-b.Target != je-j {
			return false
		}
		return (ie == i || b.Source == i) && (je == j || b.Target == j)
	}
	l.eachCell(func(i, j, cell int) {
		for k, s := range shapes {
			if l.match[k][cell] != impossible && !allowed(i, i+s.Source, j, j+s.Target) {
				l.match[k][cell] = impossible
			}
		}
	})
	for i := range n {
		if !allowed(i, i+1, 0, 0) {
			l.openS[i], l.extendS[i] = negInf, negInf
		}
	}
	for j := range m {
		if !allowed(0, 0, j, j+1) {
			l.openT[j], l.extendT[j] = negInf, negInf
		}
	}
}
