package align

import (
	"context"

	"github.com/hexapla/hexapla/align/internal/blocks"
	"github.com/hexapla/hexapla/segment"
)

// Arrangement is an alignment of two texts whose passages may stand in
// different orders.
type Arrangement struct {
	// Alignment has the beads in the order of the source; where passages have
	// moved they cross. An addition stands with the target sentences before it
	// in its passage.
	Alignment

	// Passages are in the order of the source and together hold every bead and
	// every sentence once. Where all is in the same order there is one.
	Passages []Passage `json:"passages"`
}

// Passage is a part of both texts within which the order is the same. One side
// may be empty.
type Passage struct {
	Source segment.Range `json:"source"`
	Target segment.Range `json:"target"`

	// Beads are the numbers of its beads among the alignment's.
	Beads segment.Range `json:"beads"`

	// Moved tells that the passage is out of the order of those that are not
	// moved. Home is then the target sentence before which it would stand if
	// it were not.
	Moved bool `json:"moved,omitempty"`
	Home  int  `json:"home,omitempty"`

	// Confidence is that of its beads, 0 to 1, on the average of their
	// sentences.
	Confidence float64 `json:"confidence"`
}

// Passages pairs the sentences of source and target as [Align] does, in
// whatever order the passages of the target stand. If none has moved, the beads
// are those of Align; [Alignment.Gaps] then tells what was left out and added,
// and does not count what has only moved.
//
// Passages that have moved are found from about five sentences on, shorter ones
// if they share names and numbers; single sentences that have changed places
// are not. Of two passages that have changed places, the longer one and what
// the rest of the text agrees with is taken to have stayed.
//
// The cost is that of Align and somewhat more if nothing has moved, and two to
// five times that if something has, however much (BenchmarkPassages: 5,000
// sentences in 50 shuffled blocks; the mean is three). The error is ctx's. The
// answer does not depend on the number of cores.
func Passages(ctx context.Context, source, target *segment.Document, opts *Options) (*Arrangement, error) {
	if opts == nil {
		opts = &Options{}
	}
	found, err := blocks.Solve(ctx, &opts.read(source, target).Task)
	if err != nil {
		return nil, err
	}
	a := &Arrangement{Alignment: Alignment{Source: source, Target: target}}
	for _, p := range found {
		a.add(p)
	}
	return a, nil
}

func (a *Arrangement) add(p blocks.Passage) {
	first := len(a.Beads)
	a.Beads = append(a.Beads, beads(p.Beads)...)
	a.Passages = append(a.Passages, Passage{
		Source:     segment.Range{Start: p.Source, End: p.SourceEnd},
		Target:     segment.Range{Start: p.Target, End: p.TargetEnd},
		Beads:      segment.Range{Start: first, End: len(a.Beads)},
		Moved:      p.Moved,
		Home:       p.Home,
		Confidence: meanConfidence(a.Beads[first:]),
	})
}

func meanConfidence(beads []Bead) float64 {
	sum, sentences := 0.0, 0
	for _, b := range beads {
		n := b.Source.Len() + b.Target.Len()
		sum += b.Confidence * float64(n)
		sentences += n
	}
	if sentences == 0 {
		return 0
	}
	return sum / float64(sentences)
}
