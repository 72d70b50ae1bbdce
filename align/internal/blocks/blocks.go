// Package blocks aligns two texts whose passages need not stand in the same
// order.
//
// Solve first aligns as if they did (package engine). What that leaves out or
// doubts, on both sides, is put together and aligned again, with the words
// learned so far; runs of beads that stand out there (runs.go) are passages off
// the main path, and what is then still left over is searched again (peel.go).
// Of all passages the heaviest chain keeps the order and the rest has moved
// (chain.go); neighbours that are one are joined (bridge.go). Now the target's
// sentences can be put into the source's order, and all is one monotonic text
// again, with breaks that no bead may span (order.go): it is learned and aligned
// as such (settle.go), each passage with some sentences of its neighbours at
// either end, so that where it ends is decided by the beads (borders.go).
//
// Chaining what the best chain left out, until nothing is left, is how genome
// aligners find what moved (Brudno et al., 2003, "Glocal alignment"; Li, 2018,
// "Minimap2"). Here the chains are paths through a lattice over the corridor of
// their seeds, and so have posteriors.
//
// What was tried and lost: one search of what is left over, and not many (what
// doubtful beads of the main path hold hides what has moved); the posterior of a
// passage's beads as the measure of whether it is one (where two texts have
// nothing in common, .7 and .8 are common; the odds against nothing at all tell
// chance from truth); borders by the posteriors of the usual weights (both sides
// of a border claim a sentence with .9); making a passage as long as its
// neighbourhood allows as soon as it is found.
//
// Where much is left over, as of a text that is rearranged wholesale, no order of
// it has a narrow corridor. There the chains of seeds that run along a diagonal
// are looked at one by one first (peel.go, anchor.Local). To begin with these,
// before anything is learned, was tried and lost: on texts in 50 blocks, as many
// words are rare enough to find half of them, two points.
//
// The cost is that of the alignment and a fifth if nothing has moved, and two to
// five times that if something has.
package blocks

import (
	"context"

	"github.com/hexapla/hexapla/align/internal/engine"
	"github.com/hexapla/hexapla/align/internal/lattice"
)

// Passage is a part of the texts within which the order is the same.
type Passage struct {
	Source, SourceEnd int
	Target, TargetEnd int

	Moved bool // out of the order of those that are not
	Home  int  // if moved, the target position where it would else stand

	Beads []lattice.Bead
}

// Solve returns the passages in the order of the source. Together they hold
// every sentence of both sides once. The error is ctx's.
func Solve(ctx context.Context, t *engine.Task) ([]Passage, error) {
	l, err := engine.Solve(ctx, t)
	if err != nil {
		return nil, err
	}
	main := l.Decode()
	p, err := peel(ctx, l, main)
	if err != nil {
		return nil, err
	}
	chain, moved, err := p.passages(ctx)
	if err != nil {
		return nil, err
	}
	return settle(ctx, t, main, spine(chain, moved, main), moved)
}

func whole(t *engine.Task, main []lattice.Bead) Passage {
	return Passage{SourceEnd: t.Source.Len(), TargetEnd: t.Target.Len(), Beads: main}
}
