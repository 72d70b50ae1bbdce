// Package engine runs the rounds of an alignment: sum over all paths, learn
// from what they say, and again.
package engine

import (
	"context"
	"os"
	"strconv"

	"github.com/hexapla/hexapla/align/internal/anchor"
	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/knob"
	"github.com/hexapla/hexapla/align/internal/lattice"
	"github.com/hexapla/hexapla/align/internal/trans"
)

// Task is a bitext to be aligned, and what is known about it beforehand.
type Task struct {
	Source, Target *corpus.Side
	Lexicon        []trans.Pair
	Weights        *lattice.Weights // DefaultWeights if nil
	Progress       func(done, total int)
}

var refineFrom = envInt("REFINE", 99)

func envInt(name string, def int) int {
	if v, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return v
	}
	return def
}

// rounds of learning. More changes little on any set; fewer loses points on
// long texts without a lexicon.
var rounds = int(knob.F("ROUNDS", 3))

// Solve returns the lattice of the last round.
func Solve(ctx context.Context, t *Task) (*lattice.Lattice, error) {
	weights := t.Weights
	if weights == nil {
		weights = &lattice.DefaultWeights
	}
	prior := trans.Prior(t.Source, t.Target, t.Lexicon)
	model := trans.Learn(t.Source, t.Target, nil, prior, 0)
	length := lattice.Length{Ratio: 1, Variance: 10}
	corridor := anchor.Corridor(t.Source, t.Target, prior)
	for round := 0; ; round++ {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		lw := lattice.LearnWeights
		lw.Scale(knob.F("LW", 1))
		w := &lw
		if round == rounds {
			w = &lattice.CoarseWeights
		}
		run := 4
		if round == 0 {
			run = int(knob.F("RUN0", 2))
		}
		l := lattice.New(t.Source, t.Target, model, length, w, corridor, run)
		if os.Getenv("CELLS") != "" {
			println("round", round, corridor.Cells())
		}
		if round >= refineFrom && round < rounds {
			l.Refine(model, weights)
		}
		if t.Progress != nil {
			t.Progress(round+1, rounds+1)
		}
		if round == rounds {
			l.Refine(model, weights)
			return l, nil
		}
		corridor = l.Narrow()
		beads := soft(l)
		length = lattice.EstimateLength(t.Source, t.Target, beads)
		model = trans.Learn(t.Source, t.Target, beads, prior, int(knob.F("INNER", 2)))
	}
}

// leastPosterior is that of beads worth learning from.
var leastPosterior = knob.F("LEASTP", 0.05)

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
