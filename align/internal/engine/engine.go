// Package engine runs the rounds of an alignment: sum over all paths, learn the
// words and lengths from what they say, narrow the corridor, and again; then
// look closely at what is left.
//
// What was tried and lost: the best path in place of posteriors for learning;
// looking closely in every round, not only in the last (no gain, four times the
// time); learning with the flat weights that are best for the answer (2 points
// on Candide, 1 on Text+Berg: the rounds want sharp ones); prefixes of 4 to 8
// letters as stems for languages without a stemmer (nothing but noise); parting
// compounds whose parts are words of the text (half a point on Text+Berg in
// German, a quarter lost on the novels, and no sign in a text tells which it
// will be); words near the bead's diagonal counted for more in learning;
// names that sound alike taken for translations of one another.
package engine

import (
	"context"

	"github.com/hexapla/hexapla/align/internal/anchor"
	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/lattice"
	"github.com/hexapla/hexapla/align/internal/trans"
)

// Task is a bitext to be aligned, and what is known about it beforehand.
type Task struct {
	Source, Target *corpus.Side
	Lexicon        []trans.Pair
	Breaks         lattice.Breaks
	Weights        *lattice.Weights // lattice.DefaultWeights if nil
	Limits         *lattice.Limits  // none if nil
	Progress       func(done, total int)
}

const (
	// mostRounds is the number of rounds of learning. A fourth changes nothing
	// on any set; with two, short texts without a lexicon lose a little.
	mostRounds = 3

	// learnRun is the longest run of sentences in a bead of the learning
	// rounds: longer ones are too few to learn from, and take half the time.
	learnRun = 2
)

// Solve returns the refined lattice of the last round. The error is ctx's.
func Solve(ctx context.Context, t *Task) (*lattice.Lattice, error) {
	prior := trans.Prior(t.Source, t.Target, t.Lexicon)
	learner := trans.NewLearner(t.Source, t.Target, prior)
	b := lattice.Bitext{
		Source: t.Source, Target: t.Target,
		Model:    learner.Beforehand(),
		Length:   lattice.FirstLength,
		Corridor: t.Limits.Corridor(anchor.Corridor(t.Source, t.Target, prior)),
		Breaks:   t.Breaks,
		Limits:   t.Limits,
		Run:      t.Limits.Run(t.firstRun()),
	}
	rounds := t.rounds()
	for round := range rounds {
		l, err := lattice.New(ctx, b, &lattice.LearnWeights)
		if err != nil {
			return nil, err
		}
		t.progress(round)
		beads := soft(l)
		b.Corridor, b.Run = t.Limits.Corridor(l.Narrow()), t.Limits.Run(learnRun)
		b.Length = lattice.EstimateLength(t.Source, t.Target, beads)
		if b.Model, err = learner.Learn(ctx, beads, t.passes(round)); err != nil {
			return nil, err
		}
	}
	b.Run = t.Limits.Run(lattice.UsualRun)
	l, err := lattice.New(ctx, b, &lattice.CoarseWeights)
	if err != nil {
		return nil, err
	}
	l.Refine(t.weights())
	t.progress(rounds)
	return l, ctx.Err()
}

// longText is the number of sentences on both sides above which the first round
// is made easy: it looks at single sentences only, and goes over them once to
// learn, not twice. There is enough to learn from, and the first corridor is
// the widest. Short texts would lose up to two points, and more without a
// lexicon.
const longText = 20_000

func (t *Task) isLong() bool { return t.Source.Len()+t.Target.Len() > longText }

// rounds is the number of rounds of learning. A long text has learned its words
// after two: on 30,000 lines a third gains nothing with a lexicon, .0005 of F1
// without, and takes a fifth of the time.
func (t *Task) rounds() int {
	if t.isLong() {
		return mostRounds - 1
	}
	return mostRounds
}

// firstRun is the longest run of sentences in a bead of the first round.
func (t *Task) firstRun() int {
	if t.isLong() {
		return 1
	}
	return learnRun
}

// passes is the number of times that a round goes over its beads to learn.
func (t *Task) passes(round int) int {
	if round == 0 && !t.isLong() {
		return 2
	}
	return 1
}

func (t *Task) weights() *lattice.Weights {
	if t.Weights != nil {
		return t.Weights
	}
	return &lattice.DefaultWeights
}

func (t *Task) progress(done int) {
	if t.Progress != nil {
		t.Progress(done+1, t.rounds()+1)
	}
}

// leastPosterior is that of beads worth learning from.
const leastPosterior = 0.1

func soft(l *lattice.Lattice) []trans.Bead {
	var beads []trans.Bead
	l.Matches(leastPosterior, func(b lattice.Bead) {
		beads = append(beads, trans.Bead{
			Source: int32(b.Source), SourceEnd: int32(b.SourceEnd),
			Target: int32(b.Target), TargetEnd: int32(b.TargetEnd),
			Weight: float32(b.Posterior),
		})
	})
	return beads
}
