// Package lattice finds the most probable beads of a bitext: a semi-Markov
// model over all paths through a corridor, log-linear in the features of each
// bead.
package lattice

import (
	"math"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/trans"
)

// Lattice holds the scores of all beads in a corridor.
type Lattice struct {
	source, target           *corpus.Side
	sourceChars, targetChars []int32 // letters before each sentence
	corridor                 *Corridor
	length                   Length
	evidence                 *evidence
	weights                  *Weights

	match          [][]float32 // by shape, by cell of the bead's start; -Inf if not in the corridor
	openS, extendS []float32   // by source sentence
	openT, extendT []float32   // by target sentence
	change         float64     // from an omission to an addition

	edges       []edge            // if refined
	alpha, beta [states][]float64 // by cell
	logZ        float64
}

// The states of a path at a position: what the bead before it was.
const (
	afterMatch = iota
	afterOmission
	afterAddition
	states
)

var negInf = math.Inf(-1)

// New scores all beads of the corridor and sums over all paths.
func New(source, target *corpus.Side, model *trans.Model, length Length, w *Weights, c *Corridor) *Lattice {
	l := &Lattice{
		source: source, target: target, corridor: c, length: length, weights: w,
		sourceChars: before(source.Chars), targetChars: before(target.Chars),
	}
	l.evidence = gather(source, target, model, c)
	l.scoreMatches()
	l.scoreGaps()
	l.sumForward()
	l.sumBackward()
	return l
}

func before(chars []int32) []int32 {
	sums := make([]int32, len(chars)+1)
	for i, c := range chars {
		sums[i+1] = sums[i] + c
	}
	return sums
}

// fits tells whether a bead's start, end, and all that its score needs, lie in
// the corridor.
func (l *Lattice) fits(i, j int, s Shape) bool {
	c := l.corridor
	return c.Has(i+s.Source, j+s.Target) && c.Has(i, j+s.Target-1) && c.Has(i+s.Source-1, j)
}

func (l *Lattice) scoreMatches() {
	l.match = make([][]float32, len(shapes))
	for k := range shapes {
		l.match[k] = make([]float32, l.corridor.Cells())
	}
	var v vector
	l.eachCell(func(i, j, cell int) {
		for k, s := range shapes {
			score := negInf
			if l.fits(i, j, s) {
				l.matchFeatures(&v, i, j, s)
				score = l.weights.dot(&v)
			}
			l.match[k][cell] = float32(score)
		}
	})
}

func (w *Weights) dot(v *vector) float64 {
	sum := 0.0
	for k := range w {
		sum += w[k] * v[k]
	}
	return sum
}

func (l *Lattice) scoreGaps() {
	l.openS, l.extendS = l.gapScores(l.source.Chars)
	l.openT, l.extendT = l.gapScores(l.target.Chars)
	l.change = l.weights[gapSwitch]
}

func (l *Lattice) gapScores(chars []int32) (open, extend []float32) {
	open, extend = make([]float32, len(chars)), make([]float32, len(chars))
	var v vector
	for i, c := range chars {
		l.gapFeatures(&v, gapOpen, c)
		open[i] = float32(l.weights.dot(&v))
		l.gapFeatures(&v, gapExtend, c)
		extend[i] = float32(l.weights.dot(&v))
	}
	return open, extend
}

// eachCell visits the corridor in reading order.
func (l *Lattice) eachCell(visit func(i, j, cell int)) {
	c := l.corridor
	cell := 0
	for i := range c.Lo {
		for j := int(c.Lo[i]); j <= int(c.Hi[i]); j++ {
			visit(i, j, cell)
			cell++
		}
	}
}

// logAdd returns log(exp(a) + exp(b)).
func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if d := b - a; d > -30 {
		return a + math.Log1p(math.Exp(d))
	}
	return a
}

func (l *Lattice) sumForward() {
	for s := range states {
		l.alpha[s] = filled(l.corridor.Cells())
	}
	l.alpha[afterMatch][0] = 0
	c := l.corridor
	l.eachCell(func(i, j, cell int) {
		inMatch, inOmission, inAddition := l.alpha[afterMatch][cell], l.alpha[afterOmission][cell], l.alpha[afterAddition][cell]
		all := logAdd(logAdd(inMatch, inOmission), inAddition)
		if all == negInf {
			return
		}
		for k, s := range shapes {
			if score := float64(l.match[k][cell]); score != negInf {
				to := &l.alpha[afterMatch][c.cell(i+s.Source, j+s.Target)]
				*to = logAdd(*to, all+score)
			}
		}
		if c.Has(i+1, j) {
			to := &l.alpha[afterOmission][c.cell(i+1, j)]
			*to = logAdd(*to, inMatch+float64(l.openS[i]))
			*to = logAdd(*to, inOmission+float64(l.extendS[i]))
		}
		if c.Has(i, j+1) {
			to := &l.alpha[afterAddition][cell+1]
			*to = logAdd(*to, inMatch+float64(l.openT[j]))
			*to = logAdd(*to, inOmission+float64(l.openT[j])+l.change)
			*to = logAdd(*to, inAddition+float64(l.extendT[j]))
		}
	})
	last := c.Cells() - 1
	l.logZ = logAdd(logAdd(l.alpha[afterMatch][last], l.alpha[afterOmission][last]), l.alpha[afterAddition][last])
}

func filled(n int) []float64 {
	a := make([]float64, n)
	for i := range a {
		a[i] = negInf
	}
	return a
}

func (l *Lattice) sumBackward() {
	for s := range states {
		l.beta[s] = filled(l.corridor.Cells())
	}
	c := l.corridor
	for i := len(c.Lo) - 1; i >= 0; i-- {
		for j := int(c.Hi[i]); j >= int(c.Lo[i]); j-- {
			l.sumFrom(i, j)
		}
	}
}

func (l *Lattice) sumFrom(i, j int) {
	c := l.corridor
	cell := c.cell(i, j)
	if cell == c.Cells()-1 {
		for s := range states {
			l.beta[s][cell] = 0
		}
		return
	}
	onward := negInf
	for k, s := range shapes {
		if score := float64(l.match[k][cell]); score != negInf {
			onward = logAdd(onward, score+l.beta[afterMatch][c.cell(i+s.Source, j+s.Target)])
		}
	}
	fromMatch, fromOmission, fromAddition := onward, onward, onward
	if c.Has(i+1, j) {
		next := l.beta[afterOmission][c.cell(i+1, j)]
		fromMatch = logAdd(fromMatch, next+float64(l.openS[i]))
		fromOmission = logAdd(fromOmission, next+float64(l.extendS[i]))
	}
	if c.Has(i, j+1) {
		next := l.beta[afterAddition][cell+1]
		fromMatch = logAdd(fromMatch, next+float64(l.openT[j]))
		fromOmission = logAdd(fromOmission, next+float64(l.openT[j])+l.change)
		fromAddition = logAdd(fromAddition, next+float64(l.extendT[j]))
	}
	l.beta[afterMatch][cell] = fromMatch
	l.beta[afterOmission][cell] = fromOmission
	l.beta[afterAddition][cell] = fromAddition
}
