package blocks

import (
	"cmp"
	"slices"

	"github.com/hexapla/hexapla/align/internal/lattice"
)

// Gap is a run of source sentences without a counterpart.
type Gap struct {
	Start, End int
	Place      int     // the position in the target where they would stand
	Confidence float64 // the share of its sentences that is expected to have none
}

const (
	// strayOdds is what a bead within a gap counts against it, for each unit of
	// the bead's odds of being right: as many sentences left out. With half of
	// it the gaps of the sets stay the same.
	strayOdds = 1.0

	// kept is the confidence of a bead that stands in no gap, however long.
	kept = 0.8
)

// Omissions finds the runs of source sentences that were left out. A bead of
// little confidence between sentences left out, more of them on either side
// than it weighs, is part of the run. Beads come in the order of the source.
func Omissions(beads []lattice.Bead) []Gap {
	scores := make([]float64, len(beads))
	for k, b := range beads {
		scores[k] = leftOut(b)
	}
	var gaps []Gap
	for _, s := range segments(scores) {
		gaps = append(gaps, gapOf(beads[s.start:s.end]))
	}
	return gaps
}

// Additions finds the same of the target; Place is then of the source.
func Additions(beads []lattice.Bead) []Gap { return Omissions(flipped(beads)) }

// leftOut scores a bead by how much it speaks for its source sentences being
// left out.
func leftOut(b lattice.Bead) float64 {
	switch {
	case b.Source == b.SourceEnd:
		return 0
	case b.Target == b.TargetEnd:
		return b.Posterior
	case b.Posterior >= kept:
		return -never
	}
	return -strayOdds * b.Posterior / (1 - b.Posterior)
}

// never outweighs any number of sentences.
const never = 1e9

func gapOf(beads []lattice.Bead) Gap {
	first, last := beads[0], beads[len(beads)-1]
	g := Gap{Start: first.Source, End: last.SourceEnd, Place: first.Target}
	for _, b := range beads {
		share := b.Posterior
		if b.Target < b.TargetEnd {
			share = 1 - share
		}
		g.Confidence += share * float64(b.SourceEnd-b.Source)
	}
	g.Confidence = min(g.Confidence/float64(g.End-g.Start), 1)
	return g
}

// flipped turns the beads round, in the order of what was the target.
func flipped(beads []lattice.Bead) []lattice.Bead {
	out := make([]lattice.Bead, len(beads))
	for k, b := range beads {
		out[k] = lattice.Bead{
			Source: b.Target, SourceEnd: b.TargetEnd,
			Target: b.Source, TargetEnd: b.SourceEnd,
			Posterior: b.Posterior,
		}
	}
	slices.SortStableFunc(out, func(a, b lattice.Bead) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.SourceEnd, b.SourceEnd))
	})
	return out
}
