package lattice

import "math"

// Bead is a pair of runs of sentences, with its posterior probability.
type Bead struct {
	Source, SourceEnd int
	Target, TargetEnd int
	Posterior         float64
}

// reach returns the log of the sum over all paths to a cell.
func (l *Lattice) reach(cell int) float64 {
	return logAdd(logAdd(l.alpha[afterMatch][cell], l.alpha[afterOmission][cell]), l.alpha[afterAddition][cell])
}

// Matches yields the beads with both sides whose posterior is at least least,
// ascending by source, then target, then shape.
func (l *Lattice) Matches(least float64, yield func(Bead)) {
	floor := math.Log(least)
	l.eachCell(func(i, j, cell int) {
		reach := l.reach(cell) - l.logZ
		if reach == negInf {
			return
		}
		for k, s := range shapes {
			score := float64(l.match[k][cell])
			if score == negInf {
				continue
			}
			p := reach + score + l.beta[afterMatch][l.corridor.cell(i+s.Source, j+s.Target)]
			if p >= floor {
				yield(Bead{i, i + s.Source, j, j + s.Target, math.Exp(p)})
			}
		}
	})
}

// gaps returns the posterior of each sentence to be left out, wherever.
func (l *Lattice) gaps() (source, target []float64) {
	source, target = make([]float64, l.source.Len()), make([]float64, l.target.Len())
	c := l.corridor
	l.eachCell(func(i, j, cell int) {
		inMatch, inOmission, inAddition := l.alpha[afterMatch][cell]-l.logZ, l.alpha[afterOmission][cell]-l.logZ, l.alpha[afterAddition][cell]-l.logZ
		if c.Has(i+1, j) {
			next := l.beta[afterOmission][c.cell(i+1, j)]
			source[i] += math.Exp(inMatch+float64(l.openS[i])+next) + math.Exp(inOmission+float64(l.extendS[i])+next)
		}
		if c.Has(i, j+1) {
			next := l.beta[afterAddition][cell+1]
			target[j] += math.Exp(inMatch+float64(l.openT[j])+next) +
				math.Exp(inOmission+float64(l.openT[j])+l.change+next) +
				math.Exp(inAddition+float64(l.extendT[j])+next)
		}
	})
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
		best[cell] = negInf
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
	l.eachCell(func(i, j, cell int) {
		reach := l.reach(cell) - l.logZ
		for k, s := range shapes {
			if score := float64(l.match[k][cell]); score != negInf {
				posterior[k][cell] = float32(math.Exp(reach + score + l.beta[afterMatch][l.corridor.cell(i+s.Source, j+s.Target)]))
			}
		}
	})
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
