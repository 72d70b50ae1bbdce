package align

import (
	"context"

	"github.com/hexapla/hexapla/align/internal/lattice"
	"github.com/hexapla/hexapla/align/internal/table"
	"github.com/hexapla/hexapla/segment"
)

// Add returns a synopsis with one more version, the last of its Documents. The
// rows of s stand as they are, each with one more cell; between them may stand
// new rows of what the new version alone has, a sentence each. A sentence of it
// that answers two rows stands in the first. s itself is not changed.
//
// The new version is aligned with each of the others, or with some if there are
// many, as in [Synopsize]; what s knows of the others is evidence that stands.
// The error is ctx's.
func (s *Synopsis) Add(ctx context.Context, doc *segment.Document, opts *Options) (*Synopsis, error) {
	if opts == nil {
		opts = &Options{}
	}
	docs := append(append([]*segment.Document{}, s.Documents...), doc)
	c := newComparison(docs, opts)
	c.planLast()
	for _, p := range s.Pairs {
		c.know(p.First, p.Second, stepsOf(p.Beads))
	}
	if err := c.run(ctx); err != nil {
		return nil, err
	}
	return &Synopsis{
		Documents: docs,
		Rows:      c.extend(s.Rows),
		Pairs:     append(append([]VersionPair{}, s.Pairs...), c.alignments()...),
	}, nil
}

// planLast chooses the pairs of the last version.
func (c *comparison) planLast() {
	last := len(c.docs) - 1
	c.plan()
	own := c.pairs[:0]
	for _, p := range c.pairs {
		if p.second == last {
			own = append(own, p)
		}
	}
	c.pairs = own
}

// stepsOf returns settled beads as evidence.
func stepsOf(beads []Bead) []table.Step {
	steps := make([]table.Step, len(beads))
	for k, b := range beads {
		steps[k] = table.NewStep(lattice.Bead{
			Source: b.Source.Start, SourceEnd: b.Source.End,
			Target: b.Target.Start, TargetEnd: b.Target.End,
			Posterior: b.Confidence,
		})
	}
	return steps
}

// extend gives finished rows a cell of the last version each, and adds those of
// its own.
func (c *comparison) extend(rows []Row) []Row {
	last := len(c.docs) - 1
	steps := make([][]table.Step, last)
	for _, p := range c.pairs {
		steps[p.first] = p.steps
	}
	cuts := c.cutsOf(rows)
	p := table.Place(cuts, steps, len(c.docs[last].Sentences))
	var out []Row
	for r := range cuts {
		for k := p.Enter[r]; k < p.Leave[r]; k++ {
			out = append(out, ownRow(cuts[r], k, p.Own[k]))
		}
		if r < len(rows) {
			cells := append([]Cell{}, rows[r].Cells...)
			cells = append(cells, Cell{between(p.Leave[r], p.Enter[r+1]), p.Rows[r]})
			out = append(out, Row{cells})
		}
	}
	return out
}

// cutsOf returns the cuts between rows, in all versions but the last.
func (c *comparison) cutsOf(rows []Row) []table.Cut {
	versions := len(c.docs) - 1
	cuts := make([]table.Cut, len(rows)+1)
	for r := range cuts {
		cuts[r].At = make([]int32, versions)
		for v := range versions {
			if r == 0 {
				continue
			}
			cuts[r].At[v] = int32(rows[r-1].Cells[v].Sentences.End)
		}
	}
	return cuts
}

// ownRow is a row of one sentence that only the last version has.
func ownRow(cut table.Cut, sentence int32, confidence float64) Row {
	cells := make([]Cell, 0, len(cut.At)+1)
	for _, at := range cut.At {
		cells = append(cells, Cell{between(at, at), confidence})
	}
	return Row{append(cells, Cell{between(sentence, sentence+1), confidence})}
}
