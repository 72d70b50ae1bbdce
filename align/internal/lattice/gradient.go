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
	if l.logZ == negInf {
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
	var v vector
	add := func(p float64) {
		for k, x := range v {
			sum[k] += p * x
		}
	}
	c := l.corridor
	row := 0
	for e := range l.edges {
		x := &l.edges[e]
		for c.at[row+1] <= x.cell {
			row++
		}
		score := float64(l.match[x.shape][x.cell])
		if score == negInf {
			continue
		}
		s := shapes[x.shape]
		j := int(x.cell-c.at[row]) + int(c.Lo[row])
		if p := math.Exp(l.reach(int(x.cell)) - l.logZ + score + l.beta[afterMatch][c.cell(row+s.Source, j+s.Target)]); p > 1e-6 {
			v = x.features
			add(p)
		}
	}
	l.eachCell(func(i, j, cell int) {
		inMatch, inOmission, inAddition := l.alpha[afterMatch][cell]-l.logZ, l.alpha[afterOmission][cell]-l.logZ, l.alpha[afterAddition][cell]-l.logZ
		if c.Has(i+1, j) {
			next := l.beta[afterOmission][c.cell(i+1, j)]
			if p := math.Exp(inMatch + float64(l.openS[i]) + next); p > 1e-6 {
				l.gapFeatures(&v, gapOpen, l.source.Chars[i])
				add(p)
			}
			if p := math.Exp(inOmission + float64(l.extendS[i]) + next); p > 1e-6 {
				l.gapFeatures(&v, gapExtend, l.source.Chars[i])
				add(p)
			}
		}
		if c.Has(i, j+1) {
			next := l.beta[afterAddition][cell+1]
			if p := math.Exp(inMatch + float64(l.openT[j]) + next); p > 1e-6 {
				l.gapFeatures(&v, gapOpen, l.target.Chars[j])
				add(p)
			}
			if p := math.Exp(inOmission + float64(l.openT[j]) + l.change + next); p > 1e-6 {
				l.gapFeatures(&v, gapOpen, l.target.Chars[j])
				v[gapSwitch] = 1
				add(p)
			}
			if p := math.Exp(inAddition + float64(l.extendT[j]) + next); p > 1e-6 {
				l.gapFeatures(&v, gapExtend, l.target.Chars[j])
				add(p)
			}
		}
	})
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
				known = l.match[q][l.corridor.cell(b.Source, b.Target)] != float32(negInf)
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
			if l.match[k][cell] != float32(negInf) && !allowed(i, i+s.Source, j, j+s.Target) {
				l.match[k][cell] = float32(negInf)
			}
		}
	})
	for i := range n {
		if !allowed(i, i+1, 0, 0) {
			l.openS[i], l.extendS[i] = float32(negInf), float32(negInf)
		}
	}
	for j := range m {
		if !allowed(0, 0, j, j+1) {
			l.openT[j], l.extendT[j] = float32(negInf), float32(negInf)
		}
	}
}
