package blocks

import (
	"slices"

	"github.com/hexapla/hexapla/align/internal/engine"
	"github.com/hexapla/hexapla/align/internal/lattice"
)

// piece is a run of target sentences that stay together. Pieces stand in the
// order of the source.
type piece struct {
	start, end int
	moved      bool
	home       int // if moved, the position in the target where it would else stand

	before, after int // sentences of its neighbours that are added at either end
}

// arrange cuts the target, of m sentences, into pieces: the moved passages, each
// where the spine stands at its source, and what is between.
func arrange(spine, moved []rect, m int) []piece {
	byTarget := slices.SortedFunc(slices.Values(moved), func(a, b rect) int { return a.j - b.j })
	var pieces []piece
	at := 0
	for _, r := range moved {
		home := homeOf(spine, r)
		pieces = appendBetween(pieces, at, home, byTarget)
		pieces = append(pieces, piece{start: r.j, end: r.jEnd, moved: true, home: home})
		at = home
	}
	return joined(appendBetween(pieces, at, m, byTarget))
}

// joined makes one of pieces that follow one another in both texts.
func joined(pieces []piece) []piece {
	out := pieces[:1]
	for _, p := range pieces[1:] {
		if last := &out[len(out)-1]; last.end == p.start && last.moved == p.moved {
			last.end = p.end
			continue
		}
		out = append(out, p)
	}
	return out
}

// homeOf returns where the spine stands in the target when it comes to a
// passage's source.
func homeOf(spine []rect, r rect) int {
	at, _ := slices.BinarySearchFunc(spine, r.i, func(s rect, i int) int {
		if s.iEnd <= i {
			return -1
		}
		return 1
	})
	if at == 0 {
		return 0
	}
	return spine[at-1].jEnd
}

// appendBetween appends what lies from start to end, moved passages apart.
func appendBetween(pieces []piece, start, end int, moved []rect) []piece {
	for _, r := range moved {
		if r.jEnd <= start || r.j >= end {
			continue
		}
		if r.j > start {
			pieces = append(pieces, piece{start: start, end: r.j})
		}
		start = r.jEnd
	}
	if start < end {
		pieces = append(pieces, piece{start: start, end: end})
	}
	return pieces
}

// sentences lists the target sentences of all pieces, with those added at either
// end, and marks where one piece ends and the next begins.
func sentences(pieces []piece) (list []int32, breaks []bool) {
	for _, p := range pieces {
		for j := p.start - p.before; j < p.end+p.after; j++ {
			breaks = append(breaks, j == p.start-p.before)
			list = append(list, int32(j))
		}
	}
	return list, append(breaks, true)
}

// reordered is the task with the target in the pieces' order.
func reordered(t *engine.Task, pieces []piece) *engine.Task {
	list, breaks := sentences(pieces)
	return &engine.Task{
		Source: t.Source, Target: t.Target.Pick(list),
		Lexicon: t.Lexicon,
		Weights: t.Weights,
		Breaks:  lattice.Breaks{Target: breaks},
	}
}
