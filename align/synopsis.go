package align

import (
	"context"
	"fmt"

	"github.com/hexapla/hexapla/align/internal/table"
	"github.com/hexapla/hexapla/segment"
)

// Synopsis is two or more versions of a text in one table.
type Synopsis struct {
	Documents []*segment.Document `json:"documents"`

	// Rows cover every sentence of every version exactly once, in the order of
	// each. A row is the smallest passage at whose ends all versions can be
	// cut: what one version says in one sentence is one row, though others say
	// it in three.
	Rows []Row `json:"rows"`

	// Pairs are the alignments of each two versions that were compared, finer
	// than the rows where these two allow it; see [Synopsis.Pair].
	Pairs []VersionPair `json:"pairs"`
}

// Row is a passage as the versions have it.
type Row struct {
	// Cells are in the order of Synopsis.Documents.
	Cells []Cell `json:"cells"`
}

// Cell is what a version has of a row.
type Cell struct {
	// Sentences is empty where the version leaves the passage out; it then
	// tells where.
	Sentences segment.Range `json:"sentences"`

	// Confidence is the probability, 0 to 1, that the version's part of the
	// row, or its absence, is right: the mean of what its pairs with the others
	// say.
	Confidence float64 `json:"confidence"`
}

// VersionPair is the alignment of two versions.
type VersionPair struct {
	First  int `json:"first"` // index into Synopsis.Documents
	Second int `json:"second"`

	// Beads are those of an [Alignment] of First and Second.
	Beads []Bead `json:"beads"`
}

// Synopsize puts versions of a text into one table. They may be in any mix of
// languages; several of one language are like any others. With two, the rows
// are the beads that [Align] finds. Fewer than two are an error; else the error
// is ctx's. Of the options all hold for every pair; Progress counts pairs.
//
// Each pair is aligned by itself; then what third versions tell of a pair is
// weighed in, the more the surer they are beside it (the consistency
// transformation of ProbCons, Do et al., 2005, with sentence borders in the
// place of residues), so that an easy version helps a hard pair. The table is
// cut where, for every version, most paths to the others pass the same place.
//
// The rows run in the order of every version: a passage that one of them has
// moved stands there in rows of its own.
//
// The cost is that of aligning all pairs of up to eight versions; with more,
// each is aligned with four of middling length and with its neighbour. The
// answer does not depend on the number of cores.
func Synopsize(ctx context.Context, docs []*segment.Document, opts *Options) (*Synopsis, error) {
	if len(docs) < 2 {
		return nil, fmt.Errorf("synopsis of %d versions; want two or more", len(docs))
	}
	if opts == nil {
		opts = &Options{}
	}
	c := newComparison(docs, opts)
	c.plan()
	if err := c.run(ctx); err != nil {
		return nil, err
	}
	s := &Synopsis{Documents: docs, Pairs: c.alignments()}
	if len(docs) == 2 {
		s.Rows = rowsOf(s.Pairs[0].Beads)
	} else {
		s.Rows = c.rows()
	}
	return s, nil
}

// Pair returns the alignment of two different versions, by their indexes in
// Documents. It is as fine as these two allow: what a third version joins in
// one row may be several beads of a pair. Two versions that were not compared,
// since there are many, have the beads that the rows give them.
func (s *Synopsis) Pair(source, target int) *Alignment {
	a := &Alignment{Source: s.Documents[source], Target: s.Documents[target]}
	for _, p := range s.Pairs {
		switch {
		case p.First == source && p.Second == target:
			a.Beads = append([]Bead{}, p.Beads...)
			return a
		case p.First == target && p.Second == source:
			a.Beads = turned(p.Beads)
			return a
		}
	}
	a.Beads = s.beads(source, target)
	return a
}

func turned(beads []Bead) []Bead {
	out := make([]Bead, len(beads))
	for k, b := range beads {
		out[k] = Bead{Source: b.Target, Target: b.Source, Confidence: b.Confidence}
	}
	return out
}

// beads returns the rows with two of their columns.
func (s *Synopsis) beads(source, target int) []Bead {
	beads := []Bead{}
	for _, row := range s.Rows {
		a, b := row.Cells[source], row.Cells[target]
		if a.Sentences.Len() > 0 || b.Sentences.Len() > 0 {
			beads = append(beads, Bead{a.Sentences, b.Sentences, min(a.Confidence, b.Confidence)})
		}
	}
	return beads
}

// rowsOf returns the beads of two versions as rows.
func rowsOf(beads []Bead) []Row {
	rows := make([]Row, len(beads))
	for k, b := range beads {
		rows[k].Cells = []Cell{{b.Source, b.Confidence}, {b.Target, b.Confidence}}
	}
	return rows
}

// rows cuts the versions into rows.
func (c *comparison) rows() []Row {
	lengths := make([]int, len(c.docs))
	for k, d := range c.docs {
		lengths[k] = len(d.Sentences)
	}
	votes := table.NewVotes(lengths)
	for k := range c.pairs {
		p := &c.pairs[k]
		votes.Add(p.first, p.second, p.steps)
	}
	cuts := votes.Cuts()
	rows := make([]Row, 0, len(cuts))
	for k := 1; k < len(cuts); k++ {
		confidence := votes.Confidence(cuts[k-1], cuts[k])
		cells := make([]Cell, len(c.docs))
		for v := range cells {
			cells[v] = Cell{between(cuts[k-1].At[v], cuts[k].At[v]), confidence[v]}
		}
		rows = append(rows, Row{cells})
	}
	return rows
}

func between(start, end int32) segment.Range {
	return segment.Range{Start: int(start), End: int(end)}
}
