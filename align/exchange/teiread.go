package exchange

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/hexapla/hexapla/segment"
)

// ReadTEI reads a text as WriteTEI writes it: every <text> with an xml:id of
// its own is a version, every <s> with one a sentence, and every <link> of a
// <linkGrp> a row. Where the links stand in the file doesn't matter. The
// documents are made anew, a blank line between paragraphs.
//
// The error is an [*Error]; its cause is [ErrInconsistent] if a link points at
// nothing, or if the links don't cover all sentences once, and [ErrTooLarge] for
// a file of more than 1 GiB.
func ReadTEI(r io.Reader) (*Parallel, error) {
	x, err := newXMLReader(&fileReader{r, maxFile})
	if err != nil {
		return nil, err
	}
	if _, err := x.root("TEI"); err != nil {
		return nil, err
	}
	t := teiReader{xmlReader: x, targets: make(map[string]teiTarget)}
	for {
		token, err := x.next()
		if err == io.EOF {
			break
		}
		if err == nil {
			err = t.token(token)
		}
		if err != nil {
			return nil, err
		}
	}
	return t.parallel()
}

type teiReader struct {
	*xmlReader
	versions []*builder
	targets  map[string]teiTarget // by xml:id
	links    []teiLink
	levels   int // <div> that are open
}

// teiTarget is a sentence, or a place between two.
type teiTarget struct {
	version, number int
	place           bool
}

type teiLink struct {
	line       int
	targets    []string
	confidence float64
}

func (t *teiReader) token(token xml.Token) error {
	switch token := token.(type) {
	case xml.StartElement:
		switch token.Name.Local {
		case "teiHeader":
			return t.skip()
		case "link":
			return t.link(token)
		case "text":
			return t.version(token)
		}
		if len(t.versions) > 0 {
			return t.element(token)
		}
	case xml.EndElement:
		if token.Name.Local == "div" {
			t.levels--
		}
	}
	return nil
}

func (t *teiReader) version(e xml.StartElement) error {
	if attr(e, "id") == "" {
		return nil // the one around the group
	}
	if len(t.versions) == maxVersions {
		return t.errorf("%w: more than %d versions", ErrTooLarge, maxVersions)
	}
	tag, err := t.tag(attr(e, "lang"))
	if err != nil {
		return err
	}
	b := new(builder)
	b.doc.Language = tag
	t.versions = append(t.versions, b)
	t.levels = 0
	return nil
}

// element reads an element of a version, the last one begun.
func (t *teiReader) element(e xml.StartElement) error {
	b := t.versions[len(t.versions)-1]
	switch e.Name.Local {
	case "div":
		t.levels++
	case "head":
		b.paragraph(segment.Heading, max(t.levels, 1))
	case "p":
		b.paragraph(segment.Body, 0)
	case "lg":
		b.paragraph(segment.Verse, 0)
	case "item":
		b.paragraph(segment.Item, 0)
	case "anchor":
		return t.target(attr(e, "id"), teiTarget{len(t.versions) - 1, b.count(), true})
	case "note":
		return t.note(b, e)
	case "s":
		place := teiTarget{len(t.versions) - 1, b.count(), false}
		text, err := t.text(nil)
		if err != nil {
			return err
		}
		b.sentence(text)
		place.place = b.count() == place.number // a sentence of nothing
		return t.target(attr(e, "id"), place)
	}
	return nil
}

func (t *teiReader) target(id string, target teiTarget) error {
	if id == "" {
		return nil
	}
	if _, ok := t.targets[id]; ok {
		return t.errorf("xml:id %q is there twice", id)
	}
	t.targets[id] = target
	return nil
}

func (t *teiReader) note(b *builder, e xml.StartElement) error {
	var paragraphs [][]string
	for depth := t.depth; t.depth >= depth; {
		token, err := t.next()
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if start.Name.Local == "p" || len(paragraphs) == 0 {
			paragraphs = append(paragraphs, nil)
		}
		if start.Name.Local != "s" {
			continue
		}
		text, err := t.text(nil)
		if err != nil {
			return err
		}
		if text = oneLine(text); text != "" {
			last := &paragraphs[len(paragraphs)-1]
			*last = append(*last, text)
		}
	}
	b.note(attr(e, "n"), paragraphs, attr(e, "type") == "loose")
	return nil
}

func (t *teiReader) link(e xml.StartElement) error {
	line, _ := t.InputPos()
	link := teiLink{line: line, targets: strings.Fields(attr(e, "target"))}
	if cert := attr(e, "cert"); cert != "" {
		var ok bool
		if link.confidence, ok = parseProbability(cert); !ok {
			return t.errorf("cert %q; want a number from 0 to 1", cert)
		}
	}
	t.links = append(t.links, link)
	return nil
}

func (t *teiReader) parallel() (*Parallel, error) {
	if int64(len(t.links))*int64(len(t.versions)) > maxCells {
		return nil, &Error{Err: errCells}
	}
	p := new(Parallel)
	for _, b := range t.versions {
		p.Documents = append(p.Documents, b.document())
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
	if err := p.Check(); err != nil {
		return nil, &Error{Err: err}
	}
	return p, nil
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
		target, ok := t.targets[strings.TrimPrefix(name, "#")]
		if !ok {
			return row, fmt.Errorf("%w: nothing has the xml:id of %q", ErrInconsistent, name)
		}
		r := &row.Ranges[target.version]
		if r.Len() > 0 && (target.place || target.number != r.End) {
			return row, fmt.Errorf("%w: %q doesn't follow the sentence before it; the sentences of a link follow one another", ErrInconsistent, name)
		}
		if r.Len() == 0 {
			r.Start = target.number
		}
		r.End = target.number
		if !target.place {
			r.End++
			empty = false
		}
		ends[target.version] = r.End
	}
	if empty {
		row.Ranges = nil
	}
	return row, nil
}
