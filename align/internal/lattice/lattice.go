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
	run                      int // the longest run of sentences in a bead
	weights                  *Weights

	match          [][]float32 // score by shape, by cell of the bead's start
	openS, extendS []float64   // of a gap's first and further sentences, by source sentence
	openT, extendT []float64   // by target sentence
	change         float64     // from an omission to an addition

	edges             []edge // if refined
	forward, backward sums
	reach             []float64 // log of the sum over all ways to a cell
	logZ              float64   // and over all paths
}

// The states of a path at a position: what the bead before it was.
const (
	afterMatch = iota
	afterOmission
	afterAddition
	states
)

// never is below the score of any bead that can be; one that can't scores less.
const never = -1e30

var impossible = float32(math.Inf(-1))

// New scores all beads of the corridor and sums over all paths.
func New(source, target *corpus.Side, model *trans.Model, length Length, w *Weights, c *Corridor, run int) *Lattice {
	l := &Lattice{
		source: source, target: target, corridor: c, length: length, weights: w,
		sourceChars: before(source.Chars), targetChars: before(target.Chars),
	}
	l.run = run
	l.evidence = gather(source, target, model, c, run)
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
			l.match[k][cell] = impossible
			if max(s.Source, s.Target) <= l.run && l.fits(i, j, s) {
				l.matchFeatures(&v, i, j, s)
				l.match[k][cell] = float32(l.weights.dot(&v))
			}
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

func (l *Lattice) gapScores(chars []int32) (open, extend []float64) {
	open, extend = make([]float64, len(chars)), make([]float64, len(chars))
	var v vector
	for i, c := range chars {
		l.gapFeatures(&v, gapOpen, c)
		open[i] = l.weights.dot(&v)
		l.gapFeatures(&v, gapExtend, c)
		extend[i] = l.weights.dot(&v)
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
