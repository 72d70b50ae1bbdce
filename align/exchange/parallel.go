package exchange

import (
	"fmt"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/segment"
)

// Parallel is a text in two or more versions, paired row by row.
type Parallel struct {
	Documents []*segment.Document `json:"documents"`

	// Rows cover every sentence of every document exactly once, in the order
	// of the first document. A version that tells something elsewhere has it
	// in the row it belongs to, out of its own order.
	Rows []Row `json:"rows"`
}

// Row is what the versions have at one place of the text.
type Row struct {
	// Ranges are the sentences of each document, in the order of
	// Parallel.Documents. An empty one stands where its version leaves the row
	// out.
	Ranges []segment.Range `json:"ranges"`

	// Confidence is the probability, 0 to 1, that just these sentences belong
	// together; 0 also if it isn't known.
	Confidence float64 `json:"confidence"`
}

// Of returns an alignment as a Parallel of two versions. The documents are
// shared with it.
func Of(a *align.Alignment) *Parallel {
	p := &Parallel{
		Documents: []*segment.Document{a.Source, a.Target},
		Rows:      make([]Row, len(a.Beads)),
	}
	for i, b := range a.Beads {
		p.Rows[i] = Row{[]segment.Range{b.Source, b.Target}, b.Confidence}
	}
	return p
}

// OfSynopsis returns a synopsis as a Parallel of its versions, with which it
// shares the documents. A row is as sure as the least sure of its cells.
func OfSynopsis(s *align.Synopsis) *Parallel {
	p := &Parallel{Documents: s.Documents, Rows: make([]Row, len(s.Rows))}
	for i, row := range s.Rows {
		p.Rows[i] = Row{make([]segment.Range, len(row.Cells)), 1}
		for v, cell := range row.Cells {
			p.Rows[i].Ranges[v] = cell.Sentences
			p.Rows[i].Confidence = min(p.Rows[i].Confidence, cell.Confidence)
		}
	}
	return p
}

// Alignment returns a Parallel of two versions as an alignment, with which it
// shares the documents. It is an error if the versions aren't two.
func (p *Parallel) Alignment() (*align.Alignment, error) {
	if len(p.Documents) != 2 {
		return nil, fmt.Errorf("%d versions; an alignment has two", len(p.Documents))
	}
	if err := p.Check(); err != nil {
		return nil, err
	}
	a := &align.Alignment{
		Source: p.Documents[0],
		Target: p.Documents[1],
		Beads:  make([]align.Bead, len(p.Rows)),
	}
	for i, row := range p.Rows {
		a.Beads[i] = align.Bead{Source: row.Ranges[0], Target: row.Ranges[1], Confidence: row.Confidence}
	}
	return a, nil
}

// Synopsis returns a Parallel as a synopsis, with which it shares the documents.
// It has no pairs of its own, so that [align.Synopsis.Pair] gives what the rows
// tell. It is an error if the rows aren't in the order of every version.
func (p *Parallel) Synopsis() (*align.Synopsis, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	s := &align.Synopsis{Documents: p.Documents, Rows: make([]align.Row, len(p.Rows))}
	ends := make([]int, len(p.Documents))
	for i, row := range p.Rows {
		s.Rows[i].Cells = make([]align.Cell, len(row.Ranges))
		for v, r := range row.Ranges {
			if r.Len() == 0 {
				r = segment.Range{Start: ends[v], End: ends[v]}
			}
			if r.Start != ends[v] {
				return nil, fmt.Errorf("row %d: version %d goes on with sentence %d, not %d; the rows of a synopsis are in the order of every version", i+1, v+1, r.Start, ends[v])
			}
			ends[v] = r.End
			s.Rows[i].Cells[v] = align.Cell{Sentences: r, Confidence: row.Confidence}
		}
	}
	return s, nil
}

// Check returns an error of the cause [ErrInconsistent] that names the first
// row at fault, or nil if the rows are as described at [Parallel], every
// document's spans and numbers lie within it, and its paragraphs, if there are
// any, cover its sentences. The time is linear in the text.
func (p *Parallel) Check() error {
	for i, doc := range p.Documents {
		if doc == nil {
			return inconsistent("version %d has no document", i+1)
		}
		if err := checkDocument(doc); err != nil {
			return fmt.Errorf("version %d: %w", i+1, err)
		}
	}
	for i, row := range p.Rows {
		if err := p.checkRow(row); err != nil {
			return fmt.Errorf("row %d: %w", i+1, err)
		}
	}
	for i, doc := range p.Documents {
		if err := p.checkCover(i, len(doc.Sentences)); err != nil {
			return fmt.Errorf("version %d: %w", i+1, err)
		}
	}
	return nil
}

func (p *Parallel) checkRow(row Row) error {
	if len(row.Ranges) != len(p.Documents) {
		return inconsistent("%d ranges for %d versions", len(row.Ranges), len(p.Documents))
	}
	if !(row.Confidence >= 0 && row.Confidence <= 1) {
		return inconsistent("confidence %v; want 0 to 1", row.Confidence)
	}
	for i, r := range row.Ranges {
		if err := checkRange(r, len(p.Documents[i].Sentences)); err != nil {
			return err
		}
	}
	return nil
}

// checkCover makes sure that the rows hold each of count sentences of a version
// once.
func (p *Parallel) checkCover(version, count int) error {
	seen := make([]bool, count)
	left := count
	for i, row := range p.Rows {
		r := row.Ranges[version]
		for s := r.Start; s < r.End; s++ {
			if seen[s] {
				return inconsistent("sentence %d is in row %d and in one before it", s, i+1)
			}
			seen[s] = true
			left--
		}
	}
	if left > 0 {
		return inconsistent("%d sentences are in no row", left)
	}
	return nil
}

func checkDocument(doc *segment.Document) error {
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if err := checkSpans(doc, s.Spans); err != nil {
			return fmt.Errorf("sentence %d: %w", i, err)
		}
	}
	if err := checkParagraphs(doc); err != nil {
		return err
	}
	for i := range doc.Notes {
		if err := checkNote(doc, &doc.Notes[i]); err != nil {
			return fmt.Errorf("note %d: %w", i, err)
		}
	}
	for _, a := range doc.Asides {
		if err := checkSpans(doc, []segment.Span{a.Span}); err != nil {
			return err
		}
	}
	for _, r := range doc.Repairs {
		if err := checkSpans(doc, []segment.Span{r.Span}); err != nil {
			return err
		}
	}
	return nil
}

// checkParagraphs makes sure that the paragraphs, if there are any, follow one
// another and hold the sentences that say so.
func checkParagraphs(doc *segment.Document) error {
	end := 0
	for i, p := range doc.Paragraphs {
		if err := checkRange(p.Sentences, len(doc.Sentences)); err != nil {
			return fmt.Errorf("paragraph %d: %w", i, err)
		}
		if p.Sentences.Start != end {
			return inconsistent("paragraph %d begins with sentence %d, not %d", i, p.Sentences.Start, end)
		}
		end = p.Sentences.End
		for s := p.Sentences.Start; s < end; s++ {
			if doc.Sentences[s].Paragraph != i {
				return inconsistent("sentence %d is in paragraph %d, but says %d", s, i, doc.Sentences[s].Paragraph)
			}
		}
	}
	for s := end; s < len(doc.Sentences); s++ {
		if len(doc.Paragraphs) > 0 || doc.Sentences[s].Paragraph != 0 {
			return inconsistent("sentence %d is in no paragraph", s)
		}
	}
	return nil
}

func checkNote(doc *segment.Document, n *segment.Note) error {
	if n.Sentence < -1 || n.Sentence >= len(doc.Sentences) {
		return inconsistent("its mark is in sentence %d of %d", n.Sentence, len(doc.Sentences))
	}
	if err := checkSpans(doc, []segment.Span{n.Mark, n.Label}); err != nil {
		return err
	}
	for i := range n.Sentences {
		if err := checkSpans(doc, n.Sentences[i].Spans); err != nil {
			return err
		}
		if n.Sentences[i].Paragraph < 0 {
			return inconsistent("paragraph %d", n.Sentences[i].Paragraph)
		}
	}
	return nil
}

func checkSpans(doc *segment.Document, spans []segment.Span) error {
	for _, s := range spans {
		if s.Start < 0 || s.End < s.Start || s.End > len(doc.Text) {
			return inconsistent("bytes %d to %d of a text of %d", s.Start, s.End, len(doc.Text))
		}
	}
	return nil
}

func checkRange(r segment.Range, count int) error {
	if r.Start < 0 || r.End < r.Start || r.End > count {
		return inconsistent("sentences %d to %d of %d", r.Start, r.End, count)
	}
	return nil
}
