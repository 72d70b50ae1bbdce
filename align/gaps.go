package align

import (
	"github.com/hexapla/hexapla/align/internal/blocks"
	"github.com/hexapla/hexapla/align/internal/lattice"
	"github.com/hexapla/hexapla/segment"
)

// Gap is a run of sentences of one side that the other leaves out.
type Gap struct {
	// One side is empty: a gap with source sentences is an omission, one with
	// target sentences an addition. The empty range tells where the sentences
	// would stand: between the sentence before its Start and the one at it.
	Source segment.Range `json:"source"`
	Target segment.Range `json:"target"`

	// Confidence is the share of the sentences, 0 to 1, that is expected to
	// have no counterpart.
	Confidence float64 `json:"confidence"`
}

// Len returns the number of sentences in the gap.
func (g Gap) Len() int { return g.Source.Len() + g.Target.Len() }

// Gaps returns the runs of sentences that are without a counterpart, omissions
// first, each side in its order. They are told apart from sentences that are
// merely hard to align: doubtful beads between sentences left out, if more is
// left out on either side than they weigh, are part of the gap, so that a
// chapter that is missing is one gap; a doubtful omission by itself is a gap
// of little confidence. A caller who looks for whole passages takes those of
// three sentences or more.
//
// An alignment whose beads all have confidence 0, as one made by hand or read
// from a file without confidences may, is taken as sure. The cost is linear in
// the number of beads.
func (a *Alignment) Gaps() []Gap {
	path := a.path()
	var gaps []Gap
	for _, g := range blocks.Omissions(path) {
		gaps = append(gaps, Gap{segment.Range{Start: g.Start, End: g.End}, segment.Range{Start: g.Place, End: g.Place}, g.Confidence})
	}
	for _, g := range blocks.Additions(path) {
		gaps = append(gaps, Gap{segment.Range{Start: g.Place, End: g.Place}, segment.Range{Start: g.Start, End: g.End}, g.Confidence})
	}
	return gaps
}

// path returns the beads as the lattice has them. Those that are taken as sure
// have the posterior 1.
func (a *Alignment) path() []lattice.Bead {
	path := make([]lattice.Bead, len(a.Beads))
	unknown := a.unknownConfidence()
	for k, b := range a.Beads {
		if unknown {
			b.Confidence = 1
		}
		path[k] = lattice.Bead{
			Source: b.Source.Start, SourceEnd: b.Source.End,
			Target: b.Target.Start, TargetEnd: b.Target.End,
			Posterior: b.Confidence,
		}
	}
	return path
}
