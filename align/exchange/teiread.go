package exchange

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// ReadTEI reads the versions of a text and what pairs them: every <text> that is
// no group of others is a version, every <s>, and <seg> outside of one, a
// sentence, as is a paragraph, a heading or a line of verse that has none; and
// every <link> is a row, which may name sentences or what holds them. Notes are
// those that stand where their marks are. Where the links stand in the file
// doesn't matter; a sentence that none names is a row of its own. The documents
// are made anew, a blank line between paragraphs.
//
// The error is an [*Error]; its cause is [ErrInconsistent] if a link points at
// nothing, or two at one sentence, or if there are versions and no link, and
// [ErrTooLarge] for a file of more than 1 GiB.
func ReadTEI(r io.Reader) (*Parallel, error) {
	t := teiReader{targets: make(map[string]teiTarget)}
	walker, err := openTEI(r)
	if err != nil {
		return nil, err
	}
	t.teiWalker = walker
	walker.link, walker.mark = t.addLink, t.addTarget
	if err := walker.walk(); err != io.EOF {
		return nil, err
	}
	return t.parallel()
}

// ReadTEIText reads a text in TEI to be aligned: paragraphs, headings, lists,
// lines of verse and notes, without title page and running heads. It may have its
// words or sentences marked one by one; they are put together. Of several texts in
// the file all are read, one after the other.
//
// The error is an [*Error]; its cause is [ErrNoText] if there is nothing to read,
// and [ErrTooLarge] for a file of more than 1 GiB.
func ReadTEIText(r io.Reader) (*Book, error) {
	t, err := openTEI(r)
	if err != nil {
		return nil, err
	}
	if err := t.walk(); err != io.EOF {
		return nil, err
	}
	book := &Book{Title: t.title, Author: t.author}
	for _, v := range t.versions {
		if book.Language == language.Und {
			if book.Language, err = parseLanguage(v.language); err != nil {
				return nil, &Error{Err: err}
			}
		}
		for i := range v.blocks {
			book.Blocks = append(book.Blocks, v.blocks[i].bookBlock())
		}
	}
	if len(book.Blocks) == 0 {
		return nil, &Error{Err: ErrNoText}
	}
	raiseHeadings(book.Blocks)
	return book, nil
}

func openTEI(r io.Reader) (*teiWalker, error) {
	x, err := newXMLReader(&fileReader{r, maxFile})
	if err != nil {
		return nil, err
	}
	t := &teiWalker{xmlReader: x}
	root, err := x.root("TEI", "teiCorpus", "TEI.2")
	if err != nil {
		return nil, err
	}
	return t, t.start(root)
}

// bookBlock returns the block with its sentences put together.
func (b *teiBlock) bookBlock() Block {
	out := Block{Kind: b.kind, Level: b.level}
	separator := byte(' ')
	if b.kind == segment.Verse {
		separator = '\n'
	}
	var text strings.Builder
	for i, s := range b.sentences {
		if i > 0 {
			text.WriteByte(separator)
		}
		for _, n := range s.notes {
			note := BookNote{Mark: n.number, Offset: text.Len() + n.offset}
			for _, p := range n.paragraphs {
				note.Blocks = append(note.Blocks, strings.Join(p, " "))
			}
			out.Notes = append(out.Notes, note)
		}
		text.WriteString(s.text)
	}
	out.Text = text.String()
	return out
}

type teiReader struct {
	*teiWalker
	targets map[string]teiTarget // by xml:id
	links   []teiLink
}

type teiLink struct {
	line       int
	targets    []string
	confidence float64
}

func (t *teiReader) addTarget(id string, target teiTarget) error {
	if _, twice := t.targets[id]; twice {
		return t.errorf("xml:id %q is there twice", id)
	}
	t.targets[id] = target
	return nil
}

func (t *teiReader) addLink(e xml.StartElement) error {
	line, _ := t.InputPos()
	names := attr(e, "target")
	if names == "" {
		names = attr(e, "targets") // of TEI P4
	}
	link := teiLink{line: line, targets: strings.Fields(names)}
	if cert := attr(e, "cert"); cert != "" {
		var ok bool
		if link.confidence, ok = teiCertainty(cert); !ok {
			return t.errorf("cert %q; want a number from 0 to 1, or high, medium, low or unknown", cert)
		}
	}
	t.links = append(t.links, link)
	return nil
}

// teiCertainty reads a certainty: a number, or one of TEI's own words for it,
// which are taken as thirds.
func teiCertainty(cert string) (float64, bool) {
	switch cert {
	case "high":
		return 5. / 6, true
	case "medium":
		return 3. / 6, true
	case "low":
		return 1. / 6, true
	case "unknown":
		return 0, true
	}
	return parseProbability(cert)
}

func (t *teiReader) parallel() (*Parallel, error) {
	if int64(len(t.links))*int64(len(t.versions)) > maxCells {
		return nil, &Error{Err: errCells}
	}
	p := new(Parallel)
	counts := make([]int, len(t.versions))
	for i, v := range t.versions {
		doc, err := v.document()
		if err != nil {
			return nil, err
		}
		p.Documents = append(p.Documents, doc)
		counts[i] = v.count
	}
	if len(t.versions) > 1 && len(t.links) == 0 {
		return nil, &Error{Err: inconsistent("%d versions, and no <link> that pairs them", len(t.versions))}
	}
	ends := make([]int, len(t.versions))
	for _, link := range t.links {
		row, err := t.row(link, ends)
		if err != nil {
			return nil, &Error{Line: link.line, Err: err}
		}
		if row.Ranges != nil {
			p.Rows = append(p.Rows, row)
		}
	}
	p.Rows = completed(p.Rows, counts)
	if err := p.Check(); err != nil {
		return nil, &Error{Err: err}
	}
	return p, nil
}

// document makes a document of a version.
func (v *teiVersion) document() (*segment.Document, error) {
	b := new(builder)
	var err error
	if b.doc.Language, err = parseLanguage(v.language); err != nil {
		return nil, &Error{Err: err}
	}
	for _, n := range v.notes {
		b.note(n.number, n.paragraphs, true)
	}
	for _, block := range v.blocks {
		b.paragraph(block.kind, block.level)
		for _, s := range block.sentences {
			b.sentence(s.text)
			for _, n := range s.notes {
				b.note(n.number, n.paragraphs, n.loose)
			}
		}
	}
	return b.document(), nil
}

// row makes a row of a link. A version that it doesn't name leaves the row out
// where the row before ended; ends are these places, and are brought up to date.
// A row that names no sentence has no ranges.
func (t *teiReader) row(link teiLink, ends []int) (Row, error) {
	row := Row{Ranges: make([]segment.Range, len(t.versions)), Confidence: link.confidence}
	empty := true
	for i, end := range ends {
		row.Ranges[i] = segment.Range{Start: end, End: end}
	}
	for _, name := range link.targets {
		target, ok := t.targets[name[strings.LastIndexByte(name, '#')+1:]]
		if !ok {
			return row, fmt.Errorf("%w: nothing has the xml:id of %q", ErrInconsistent, name)
		}
		r := &row.Ranges[target.version]
		if r.Len() > 0 && target.Start != r.End {
			return row, fmt.Errorf("%w: %q doesn't follow the sentence before it; the sentences of a link follow one another", ErrInconsistent, name)
		}
		if r.Len() == 0 {
			r.Start = target.Start
		}
		r.End = target.End
		empty = empty && target.Len() == 0
		ends[target.version] = r.End
	}
	if empty {
		row.Ranges = nil
	}
	return row, nil
}
