package main

import (
	"slices"

	"github.com/hexapla/hexapla/align/internal/lattice"
	"github.com/hexapla/hexapla/align/score"
	"github.com/hexapla/hexapla/segment"
)

// beads returns the gold beads that a path can hold, as ranges; the sentences
// of the others are free. A bead whose sentences do not follow one another can't
// be held, nor what lies between them; and of beads that cross, as many are kept
// as can be.
func beads(gold []score.Bead) []lattice.Bead {
	var pairs, gaps []lattice.Bead
	var brokenS, brokenT []segment.Range
	for _, b := range gold {
		r := lattice.Bead{}
		r.Source, r.SourceEnd = around(b.Source)
		r.Target, r.TargetEnd = around(b.Target)
		switch {
		case r.SourceEnd-r.Source != len(b.Source) || r.TargetEnd-r.Target != len(b.Target):
			brokenS = append(brokenS, segment.Range{Start: r.Source, End: r.SourceEnd})
			brokenT = append(brokenT, segment.Range{Start: r.Target, End: r.TargetEnd})
		case len(b.Source) == 0 || len(b.Target) == 0:
			gaps = append(gaps, r)
		default:
			pairs = append(pairs, r)
		}
	}
	return slices.DeleteFunc(append(ascending(pairs), gaps...), func(b lattice.Bead) bool {
		return overlaps(brokenS, b.Source, b.SourceEnd) || overlaps(brokenT, b.Target, b.TargetEnd)
	})
}

func overlaps(ranges []segment.Range, start, end int) bool {
	return slices.ContainsFunc(ranges, func(r segment.Range) bool { return r.Start < end && start < r.End })
}

// ascending returns the longest chain of beads that do not cross.
func ascending(pairs []lattice.Bead) []lattice.Bead {
	slices.SortFunc(pairs, func(a, b lattice.Bead) int { return a.Source - b.Source })
	length, before := make([]int, len(pairs)), make([]int, len(pairs))
	last := -1
	for k, b := range pairs {
		length[k], before[k] = 1, -1
		for q, a := range pairs[:k] {
			if a.TargetEnd <= b.Target && length[q]+1 > length[k] {
				length[k], before[k] = length[q]+1, q
			}
		}
		if last < 0 || length[k] > length[last] {
			last = k
		}
	}
	var chain []lattice.Bead
	for ; last >= 0; last = before[last] {
		chain = append(chain, pairs[last])
	}
	slices.Reverse(chain)
	return chain
}

func around(numbers []int) (start, end int) {
	if len(numbers) == 0 {
		return 0, 0
	}
	return numbers[0], numbers[len(numbers)-1] + 1
}
