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
	c := l.corridor
	l.eachCell(func(i, j, cell int) {
		reach := l.reach[cell] - l.logZ
		if reach == negInf {
			return
		}
		for k, s := range shapes {
			if score := l.match[k][cell]; score > never {
				p := reach + float64(score) + l.backward[afterMatch][c.cell(i+s.Source, j+s.Target)]
				if p > leastMatch {
					visit(i, j, cell, k, math.Exp(p))
				}
			}
		}
	})
}

// gapStep is one sentence left out at a position: the probabilities that it
// opens a gap, that it goes on with one, and that it changes from an omission
// to an addition.
type gapStep struct{ open, extend, change float64 }

// eachGap visits all omissions and additions of one sentence that have some
// probability.
func (l *Lattice) eachGap(omission func(i int, g gapStep), addition func(j int, g gapStep)) {
	c, f, b := l.corridor, &l.forward, &l.backward
	l.eachCell(func(i, j, cell int) {
		if c.Has(i+1, j) {
			onward := b[afterOmission][c.cell(i+1, j)] - l.logZ
			if onward+l.reach[cell]+max(l.openS[i], l.extendS[i]) > leastMatch {
				omission(i, gapStep{
					open:   math.Exp(f[afterMatch][cell] + l.openS[i] + onward),
					extend: math.Exp(f[afterOmission][cell] + l.extendS[i] + onward),
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

// gaps returns the posterior of each sentence to be left out, wherever.
func (l *Lattice) gaps() (source, target []float64) {
	source, target = make([]float64, l.source.Len()), make([]float64, l.target.Len())
	l.eachGap(
		func(i int, g gapStep) { source[i] += g.open + g.extend },
		func(j int, g gapStep) { target[j] += g.open + g.extend + g.change },
	)
	return source, target
}

// Decode returns the path whose expected number of right beads, less a price
// for each bead, is highest. They cover all sentences, in order.
func (l *Lattice) Decode(price float64) []Bead {
	c := l.corridor
	cells := c.Cells()
	best := make([]float64, cells)
	choice := make([]int8, cells)
	for cell := range best {
		best[cell] = math.Inf(-1)
	}
	sourceGap, targetGap := l.gaps()
	posterior := l.posteriors()
	best[0] = 0
	improve := func(cell int, value float64, how int8) {
		if value > best[cell] {
			best[cell], choice[cell] = value, how
		}
	}
	l.eachCell(func(i, j, cell int) {
		from := best[cell]
		for k, s := range shapes {
			if p := posterior[k][cell]; p > 0 {
				improve(c.cell(i+s.Source, j+s.Target), from+float64(p)-price, int8(k))
			}
		}
		if c.Has(i+1, j) {
			improve(c.cell(i+1, j), from+sourceGap[i]-price, omission)
		}
		if c.Has(i, j+1) {
			improve(cell+1, from+targetGap[j]-price, addition)
		}
	})
	return l.trace(choice, posterior, sourceGap, targetGap)
}

const (
	omission int8 = -1
	addition int8 = -2
)

func (l *Lattice) posteriors() [][]float32 {
	posterior := make([][]float32, len(shapes))
	for k := range shapes {
		posterior[k] = make([]float32, l.corridor.Cells())
	}
	l.eachMatch(func(_, _, cell, shape int, p float64) { posterior[shape][cell] = float32(p) })
	return posterior
}

func (l *Lattice) trace(choice []int8, posterior [][]float32, sourceGap, targetGap []float64) []Bead {
	var beads []Bead
	i, j := l.source.Len(), l.target.Len()
	for i > 0 || j > 0 {
		b := Bead{SourceEnd: i, TargetEnd: j}
		switch how := choice[l.corridor.cell(i, j)]; how {
		case omission:
			i--
			b.Posterior = sourceGap[i]
		case addition:
			j--
			b.Posterior = targetGap[j]
		default:
			i, j = i-shapes[how].Source, j-shapes[how].Target
			b.Posterior = float64(posterior[how][l.corridor.cell(i, j)])
		}
		b.Source, b.Target = i, j
		b.Posterior = min(b.Posterior, 1)
		beads = append(beads, b)
	}
	for a, z := 0, len(beads)-1; a < z; a, z = a+1, z-1 {
		beads[a], beads[z] = beads[z], beads[a]
	}
	return beads
}
