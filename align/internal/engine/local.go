package engine

import (
	"context"

	"github.com/hexapla/hexapla/align/internal/anchor"
	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/lattice"
	"github.com/hexapla/hexapla/align/internal/trans"
)

// Local aligns parts of a bitext with what the whole teaches. It is not safe for
// use by several goroutines at once.
type Local struct {
	task   *Task
	model  *trans.Model
	length lattice.Length
	habits *lattice.Habits
	linker *lattice.Linker
}

// localPasses over the beads, which are settled, so that the words may settle
// too.
const localPasses = 3

// NewLocal learns from the beads of the whole, each by its posterior. The cost
// is that of a round of Solve. The error is ctx's.
func NewLocal(ctx context.Context, t *Task, beads []lattice.Bead) (*Local, error) {
	var matches []trans.Bead
	for _, b := range beads {
		if b.Source < b.SourceEnd && b.Target < b.TargetEnd {
			matches = append(matches, trans.Bead{
				Source: int32(b.Source), SourceEnd: int32(b.SourceEnd),
				Target: int32(b.Target), TargetEnd: int32(b.TargetEnd),
				Weight: float32(b.Posterior),
			})
		}
	}
	learner := trans.NewLearner(t.Source, t.Target, trans.Prior(t.Source, t.Target, t.Lexicon))
	model, err := learner.Learn(ctx, matches, localPasses)
	if err != nil {
		return nil, err
	}
	linker := lattice.NewLinker(t.Source, t.Target, model)
	return &Local{
		task:   t,
		model:  model,
		length: lattice.EstimateLength(t.Source, t.Target, matches),
		habits: linker.HabitsOf(beads),
		linker: linker,
	}, nil
}

// Solve aligns a part. The limits count its sentences from its start; the beads
// count those of the whole. The cost is that of the part, and that of looking
// once at each distinct word of the whole. The error is ctx's.
func (l *Local) Solve(ctx context.Context, r lattice.Rect, limits *lattice.Limits) ([]lattice.Bead, error) {
	b := lattice.Bitext{
		Source: l.task.Source.Pick(corpus.Numbers(r.Source, r.SourceEnd)),
		Target: l.task.Target.Pick(corpus.Numbers(r.Target, r.TargetEnd)),
		Model:  l.model,
		Length: l.length,
		Habits: l.habits,
		Limits: limits,
		Run:    limits.Run(lattice.UsualRun),
	}
	b.Corridor = limits.Corridor(anchor.Corridor(b.Source, b.Target, l.linker.Rows()))
	lat, err := lattice.New(ctx, b, &lattice.CoarseWeights)
	if err != nil {
		return nil, err
	}
	lat.RefineWith(l.linker.On(b.Source, b.Target), l.task.weights())
	beads := lat.Decode()
	for k := range beads {
		beads[k].Source += r.Source
		beads[k].SourceEnd += r.Source
		beads[k].Target += r.Target
		beads[k].TargetEnd += r.Target
	}
	return beads, ctx.Err()
}
