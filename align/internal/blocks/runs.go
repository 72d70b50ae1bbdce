package blocks

import "github.com/hexapla/hexapla/align/internal/lattice"

// rect is a source and a target range, half open.
type rect struct{ i, iEnd, j, jEnd int }

func rectOf(b lattice.Bead) rect { return rect{b.Source, b.SourceEnd, b.Target, b.TargetEnd} }

func matches(b lattice.Bead) bool { return b.Source < b.SourceEnd && b.Target < b.TargetEnd }

func (r rect) sentences() int { return r.iEnd - r.i + r.jEnd - r.j }

// clashes tells whether two passages have sentences in common.
func (r rect) clashes(other rect) bool {
	return meet(r.i, r.iEnd, other.i, other.iEnd) || meet(r.j, r.jEnd, other.j, other.jEnd)
}

// meet tells whether two ranges have something in common; one that is empty, if
// it lies within the other.
func meet(a, aEnd, b, bEnd int) bool { return a < bEnd && b < aEnd }

const (
	// worth is the confidence above which a bead speaks for a passage, and
	// skipped what a sentence left out within speaks against it.
	worth   = 0.4
	skipped = 0.1

	// leastWorth of its beads makes a run.
	leastWorth = 0.2

	// reach is the most sentences that a passage leaves out in one place.
	reach = 20
)

// runs finds the runs of beads that stand out from a path, none across a break
// or a long gap.
func runs(path []lattice.Bead, breaks lattice.Breaks) []rect {
	var found []rect
	var scores []float64
	var last lattice.Bead
	start := 0
	end := func(k int) {
		for _, s := range segments(scores) {
			if s.sum >= leastWorth {
				first, last := path[start+s.start], path[start+s.end-1]
				found = append(found, rect{first.Source, last.SourceEnd, first.Target, last.TargetEnd})
			}
		}
		start, scores = k, scores[:0]
	}
	for k, b := range path {
		far := max(b.Source-last.SourceEnd, b.Target-last.TargetEnd) > reach
		if far || breaks.At(b.Source, b.Target) {
			end(k)
		}
		if matches(b) {
			scores = append(scores, b.Posterior-worth)
			last = b
		} else {
			scores = append(scores, -skipped)
		}
	}
	end(len(path))
	return found
}
