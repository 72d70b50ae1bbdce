package align

import (
	"github.com/hexapla/hexapla/segment"
)

// Alignment pairs the sentences of two documents.
type Alignment struct {
	Source *segment.Document `json:"source"`
	Target *segment.Document `json:"target"`

	// Beads cover every sentence of both sides exactly once, in the order of
	// the text.
	Beads []Bead `json:"beads"`

	// Links, if they were asked for, are the word links of each bead, see
	// [Learned.Links]; else nil.
	Links [][]WordLink `json:"links,omitempty"`
}

// Bead is a run of source sentences and the run of target sentences that
// translates it. One side may be empty: an omission has no target, an addition
// no source; the empty range then tells where the other side left it out.
type Bead struct {
	Source segment.Range `json:"source"`
	Target segment.Range `json:"target"`

	// Confidence is the posterior probability, 0 to 1, that just these
	// sentences, no more and no less, belong together.
	Confidence float64 `json:"confidence"`
}
