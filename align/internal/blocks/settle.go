package blocks

import (
	"context"
	"slices"

	"github.com/hexapla/hexapla/align/internal/engine"
	"github.com/hexapla/hexapla/align/internal/lattice"
)

// leastMoved is what the beads of a passage that moved are worth at least, in
// the end: three that are all but sure.
const leastMoved = 1.6

// mostRounds bounds the number of times that the texts are aligned anew because
// passages were dropped. No text of the sets takes more than two.
const mostRounds = 4

// settle aligns the texts with the moved passages in the source's order, and
// drops those for which the beads then do not speak.
func settle(ctx context.Context, t *engine.Task, main []lattice.Bead, spine, moved []rect) ([]Passage, error) {
	for round := 1; len(moved) > 0; round++ {
		passages, err := inOrder(ctx, t, arrange(spine, moved, t.Target.Len()))
		if err != nil {
			return nil, err
		}
		var sure []rect
		for _, p := range passages {
			if p.Moved && worthOf(p.Beads) >= leastMoved {
				sure = append(sure, extent(p.Beads))
			}
		}
		if len(sure) == countMoved(passages) || round == mostRounds {
			return passages, nil
		}
		moved = sure
	}
	return []Passage{whole(t, main)}, nil
}

func countMoved(passages []Passage) int {
	n := 0
	for _, p := range passages {
		if p.Moved {
			n++
		}
	}
	return n
}

// worthOf sums up how much a passage's beads speak for it.
func worthOf(beads []lattice.Bead) float64 {
	sum := 0.0
	for _, b := range beads {
		if matches(b) {
			sum += b.Posterior - worth
		}
	}
	return sum
}

// extent is what the beads with both sides span.
func extent(beads []lattice.Bead) rect {
	first := slices.IndexFunc(beads, matches)
	r := rect{i: beads[first].Source, j: beads[first].Target}
	for _, b := range beads[first:] {
		if matches(b) {
			r.iEnd, r.jEnd = b.SourceEnd, b.TargetEnd
		}
	}
	return r
}

// inOrder aligns the source with the pieces, first overlapping, then with their
// borders settled.
func inOrder(ctx context.Context, t *engine.Task, pieces []piece) ([]Passage, error) {
	overlapping(pieces)
	task := reordered(t, pieces)
	l, err := engine.Solve(ctx, task)
	if err != nil {
		return nil, err
	}
	corridor := l.Narrow()
	l.Reweigh(&refinedWeights)
	_, none := l.LeftOut()
	drawn := slices.Clone(pieces)
	drawBorders(drawn, none)
	corridor = without(corridor, added(pieces, drawn))
	drawn = joined(withoutEmpty(drawn))
	task = reordered(t, drawn)
	l, err = lattice.New(ctx, lattice.Bitext{
		Source: task.Source, Target: task.Target,
		Model: l.Model, Length: l.Length,
		Corridor: corridor,
		Breaks:   task.Breaks,
	}, &lattice.CoarseWeights)
	if err != nil {
		return nil, err
	}
	l.Refine(&lattice.DefaultWeights)
	return passagesOf(drawn, l.Decode()), ctx.Err()
}

// added tells which sentences of the overlapping pieces lie outside of the same
// pieces when they are drawn.
func added(overlapping, drawn []piece) []bool {
	var out []bool
	for k, p := range overlapping {
		for j := p.start - p.before; j < p.end+p.after; j++ {
			out = append(out, j < drawn[k].start || j >= drawn[k].end)
		}
	}
	return out
}

// without returns the corridor that is left where some target sentences are
// taken out.
func without(c *lattice.Corridor, out []bool) *lattice.Corridor {
	left := make([]int32, len(out)+1) // before each position
	for j, is := range out {
		left[j+1] = left[j]
		if !is {
			left[j+1]++
		}
	}
	lo, hi := make([]int32, len(c.Lo)), make([]int32, len(c.Hi))
	for i := range lo {
		lo[i], hi[i] = left[c.Lo[i]], left[c.Hi[i]]
	}
	return lattice.NewCorridor(lo, hi)
}
