package lattice

import "math"

// Bead is a pair of runs of sentences, with its posterior probability.
type Bead struct {
	Source, SourceEnd int
	Target, TargetEnd int
	Posterior         float64
}

// Matches yields the beads with both sides whose posterior is at least least,
// ascending by source, then target, then shape.
func (l *Lattice) Matches(least float64, yield func(Bead)) {
	l.eachMatch(func(i, j, cell, shape int, p float64) {
		if p >= least {
			s := shapes[shape]
			yield(Bead{i, i + s.Source, j, j + s.Target, p})
		}
	})
}

// leastMatch is the log of the least posterior of a bead that is told of.
const leastMatch = -16

// eachMatch visits all beads with both sides that have some probability, with
// their posteriors.
func (l *Lattice) eachMatch(visit func(i, j, cell, shape int, p float64)) {
	l.eachCell(func(i, j, cell int) { l.matchesAt(i, j, cell, visit) })
}

// matchesAt visits those of eachMatch that begin at a position.
func (l *Lattice) matchesAt(i, j, cell int, visit func(i, j, cell, shape int, p float64)) {
	reach := l.reach[cell] - l.logZ
	if reach == negInf {
		return
	}
	for k, s := range l.shapes {
		if score := l.match[k][cell]; score > never {
			p := reach + float64(score) + l.backward[afterMatch][l.Corridor.cell(i+s.Source, j+s.Target)]
			if p > leastMatch {
				visit(i, j, cell, k, math.Exp(p))
			}
		}
	}
}

// gapStep is one sentence left out at a position: the probabilities that it
// opens a gap, that it goes on with one, and that it changes from an omission
// to an addition, or back at a border.
type gapStep struct{ open, extend, change float64 }

// eachGap visits all omissions and additions of one sentence that have some
// probability.
func (l *Lattice) eachGap(omission func(i int, g gapStep), addition func(j int, g gapStep)) {
	c, f, b := l.Corridor, &l.forward, &l.backward
	l.eachCell(func(i, j, cell int) {
		if c.Has(i+1, j) {
			onward := b[afterOmission][c.cell(i+1, j)] - l.logZ
			if onward+l.reach[cell]+max(l.openS[i], l.extendS[i]) > leastMatch {
				omission(i, gapStep{
					open:   math.Exp(f[afterMatch][cell] + l.openS[i] + onward),
					extend: math.Exp(f[afterOmission][cell] + l.extendS[i] + onward),
					change: math.Exp(f[afterAddition][cell] + l.openS[i] + l.changeBack(i, j) + onward),
				})
			}
		}
		if c.Has(i, j+1) {
			onward := b[afterAddition][cell+1] - l.logZ
			if onward+l.reach[cell]+max(l.openT[j], l.extendT[j], l.openT[j]+l.change) > leastMatch {
				addition(j, gapStep{
					open:   math.Exp(f[afterMatch][cell] + l.openT[j] + onward),
					extend: math.Exp(f[afterAddition][cell] + l.extendT[j] + onward),
					change: math.Exp(f[afterOmission][cell] + l.openT[j] + l.change + onward),
				})
			}
		}
	})
}

// LeftOut returns, for each sentence, the probability that it has no
// counterpart.
func (l *Lattice) LeftOut() (source, target []float64) {
	source, target = make([]float64, l.Source.Len()), make([]float64, l.Target.Len())
	l.eachGap(
		func(i int, g gapStep) { source[i] += g.open + g.extend + g.change },
		func(j int, g gapStep) { target[j] += g.open + g.extend + g.change },
	)
	return source, target
}
