// Package lattice finds the most probable beads of a bitext: a semi-Markov
// model over all paths through a corridor, log-linear in the features of each
// bead.
//
// It works in two steps. New scores every bead of the corridor by what can be
// had cheaply (evidence.go, features.go) and sums over all paths (sums.go).
// Refine then looks at the words of each bead that has some probability, one by
// one (links.go), compares it with what the text shows as a whole (habits.go,
// paragraphs.go), scores it anew, and sums again. The posteriors of either step
// serve for learning; those of the second are the confidences that a user sees
// (posterior.go, decode.go).
//
// Beads of more than four sentences a side are too rare to be scored everywhere:
// they are grown out of the likely ones (grow.go).
//
// The weights were fitted by package train to maximize the conditional
// likelihood of reference alignments, which is also what makes the posteriors
// honest.
//
// What was tried as features of the close look and gained nothing on documents
// that the weights were not fitted to: how often a text opens gaps, the speech
// marks that sides begin with, headings against sentences, the words without a
// link at a bead's two ends, the links across the best place to part a bead, the
// cover of beads that are not 1-1, a likelihood ratio of how often each word is
// linked in right and in random pairs, the geometric mean of the two directions'
// probabilities as the strength of a link, how much of a sentence left out could
// have been translated, and the logarithm of what freeKnown counts (two points
// less on news with a third of its lines merged or left out).
package lattice

import (
	"context"
	"math"
	"sync"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/trans"
)

const (
	// maxRun is the number of sentences that a side of a bead holds at most.
	maxRun = 6

	// UsualRun is that of beads that are scored everywhere in the corridor,
	// unless Bitext.Run says otherwise.
	UsualRun = 4
)

// Bitext is what a lattice is made of.
type Bitext struct {
	Source, Target *corpus.Side
	Model          *trans.Model
	Length         Length
	Corridor       *Corridor
	Breaks         Breaks

	// Run is the number of sentences that a side of a bead holds at most; 0
	// means 4, and longer ones where they are grown (grow.go). With more, all
	// that the lattice knows are scored everywhere, which takes twice the
	// time.
	Run int

	// Habits, if not nil, are those of the text that this is a part of; else
	// it shows its own.
	Habits *Habits

	// Limits, if not nil, hold for all beads. The corridor must keep to them.
	Limits *Limits
}

// Lattice holds the scores of all beads in a corridor.
type Lattice struct {
	Bitext
	sourceChars, targetChars []int32 // letters before each sentence
	evidence                 *evidence
	likely                   []likelyBead // if refined
	kept                     []keptBead   // if released

	shapes         []Shape                // those of shapes whose runs are short enough
	match          [len(shapes)][]float32 // score by cell of the bead's start
	openS, extendS []float64              // of a gap's first and further sentences, by source sentence
	openT, extendT []float64              // by target sentence
	change         float64                // from an omission to an addition
	bends          bool                   // no path keeps to the corridor without beads but along its edge

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

// New scores all beads of the corridor and sums over all paths. The error is
// ctx's.
func New(ctx context.Context, b Bitext, w *Weights) (*Lattice, error) {
	if b.Run == 0 {
		b.Run = UsualRun
	}
	if b.Run > UsualRun {
		b.Run = maxRun // 5 alone is not to be had: see shapesOf
	}
	l := &Lattice{
		Bitext:      b,
		sourceChars: before(b.Source.Chars),
		targetChars: before(b.Target.Chars),
	}
	l.shapes = shapesOf(b.Run)
	var err error
	if l.evidence, err = gather(ctx, &l.Bitext); err != nil {
		return nil, err
	}
	l.scoreMatches(w)
	l.scoreGaps(w)
	l.sum()
	return l, ctx.Err()
}

// sum sums over all paths. Of texts that have nothing to do with one another all
// beads may be too improbable to be kept, where the corridor still goes as they
// went: the gaps alone must then follow its edge.
func (l *Lattice) sum() {
	l.bends = false
	l.sumBothWays()
	if l.logZ == negInf {
		l.bends = true
		l.sumBothWays()
	}
}

// sumBothWays sums a direction on each of two goroutines.
func (l *Lattice) sumBothWays() {
	var wait sync.WaitGroup
	wait.Go(l.sumForward)
	wait.Go(l.sumBackward)
	wait.Wait()
}

// before returns the sums of the letters before each sentence, and of all.
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
	c := l.Corridor
	return c.Has(i+s.Source, j+s.Target) && c.Has(i, j+s.Target-1) && c.Has(i+s.Source-1, j) && !l.Breaks.within(i, j, s)
}

func (l *Lattice) scoreMatches(w *Weights) {
	for k := range l.shapes {
		l.match[k] = make([]float32, l.Corridor.Cells())
	}
	var v vector
	l.eachCell(func(i, j, cell int) {
		for k, s := range l.shapes {
			l.match[k][cell] = impossible
			if l.fits(i, j, s) && l.Limits.allow(i, j, s) {
				square := l.matchFeatures(&v, i, j, s)
				v[evidenceSum] = l.evidence.of(l.Corridor, i, j, s)
				if w[lengthTail] != 0 { // as it is while learning
					v[lengthTail] = math.Log1p(square)
				}
				l.match[k][cell] = float32(w.dotCoarse(&v, s))
			}
		}
	})
}

func (l *Lattice) scoreGaps(w *Weights) {
	l.openS, l.extendS = gapScores(w, l.Source.Chars)
	l.openT, l.extendT = gapScores(w, l.Target.Chars)
	l.change = w[gapSwitch]
	l.Limits.bar(l.openS, l.openT)
	l.Limits.bar(l.extendS, l.extendT)
}

func gapScores(w *Weights, chars []int32) (open, extend []float64) {
	open, extend = make([]float64, len(chars)), make([]float64, len(chars))
	var v vector
	for i, c := range chars {
		gapFeatures(&v, gapOpen, c)
		open[i] = w.dot(&v)
		gapFeatures(&v, gapExtend, c)
		extend[i] = w.dot(&v)
	}
	return open, extend
}

// eachCell visits the corridor in reading order.
func (l *Lattice) eachCell(visit func(i, j, cell int)) {
	c := l.Corridor
	cell := 0
	for i := range c.Lo {
		for j := int(c.Lo[i]); j <= int(c.Hi[i]); j++ {
			visit(i, j, cell)
			cell++
		}
	}
}
