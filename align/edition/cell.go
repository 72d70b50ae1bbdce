package edition

import (
	"strconv"

	"github.com/hexapla/hexapla/segment"
)

// piece is a paragraph, or the part of one that is set together.
type piece struct {
	paragraph segment.Paragraph
	items     []item
}

// item is what stands in a piece.
type item struct {
	kind   itemKind
	number int // of the sentence, or of the row
}

type itemKind int

const (
	sentenceItem itemKind = iota
	cutItem               // a row that the version leaves out
	twinItem              // the way to the other versions of a row
)

// pieces divides a range of sentences by paragraph.
func pieces(doc *segment.Document, r segment.Range) []piece {
	var out []piece
	for i := r.Start; i < r.End; i++ {
		number := doc.Sentences[i].Paragraph
		if i > r.Start && number == doc.Sentences[i-1].Paragraph {
			last := &out[len(out)-1]
			last.items = append(last.items, item{sentenceItem, i})
			continue
		}
		p := piece{items: []item{{sentenceItem, i}}}
		if number < len(doc.Paragraphs) {
			p.paragraph = doc.Paragraphs[number]
		}
		out = append(out, p)
	}
	return out
}

// starts tells whether the piece begins with the start of its paragraph.
func (p *piece) starts() bool {
	return p.items[0] == item{sentenceItem, p.paragraph.Sentences.Start}
}

// element returns the element that holds the piece, and its class.
func (p *piece) element() (name, class string) {
	switch p.paragraph.Kind {
	case segment.Heading:
		return "h" + strconv.Itoa(min(max(p.paragraph.Level, 1)+1, 6)), ""
	case segment.Verse:
		return "p", "verse"
	case segment.Item:
		return "p", "item"
	}
	if !p.starts() {
		return "p", "on" // goes on from the row before
	}
	return "p", ""
}

// piece writes a piece of one version.
func (b *book) piece(m *markup, v int, p *piece) {
	name, class := p.element()
	m.raw("<", name)
	if class != "" {
		m.raw(` class="`, class, `"`)
	}
	m.raw(">")
	for i, item := range p.items {
		switch {
		case i == 0 || item.kind == twinItem:
		case class == "verse":
			m.raw("<br/>")
		default:
			m.raw(" ")
		}
		switch item.kind {
		case sentenceItem:
			b.sentence(m, v, item.number)
		case cutItem:
			m.raw(`<span class="cut" title="`, b.words.Gap, `">[…]</span>`)
		case twinItem:
			b.twinMark(m, item.number)
		}
	}
	m.raw("</", name, ">\n")
}

// sentence writes a sentence with the marks of its notes.
func (b *book) sentence(m *markup, v, number int) {
	version := &b.versions[v]
	s := &version.doc.Sentences[number]
	m.isolate(s.Text, version.dir, func() {
		at := 0
		for _, n := range version.notes[number] {
			place := max(at, markPlace(version.doc, s, &version.doc.Notes[n]))
			m.text(version.typeset(s.Text[at:place]))
			b.noteMark(m, v, n)
			at = place
		}
		m.text(version.typeset(s.Text[at:]))
	})
}
