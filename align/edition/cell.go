package edition

import (
	"strconv"

	"github.com/hexapla/hexapla/segment"
)

// piece is a paragraph, or the part of one that a row holds.
type piece struct {
	paragraph segment.Paragraph
	sentences segment.Range
}

// pieces divides a range of sentences by paragraph.
func pieces(doc *segment.Document, r segment.Range) []piece {
	var out []piece
	for i := r.Start; i < r.End; i++ {
		number := doc.Sentences[i].Paragraph
		if i > r.Start && number == doc.Sentences[i-1].Paragraph {
			out[len(out)-1].sentences.End++
			continue
		}
		p := piece{sentences: segment.Range{Start: i, End: i + 1}}
		if number < len(doc.Paragraphs) {
			p.paragraph = doc.Paragraphs[number]
		}
		out = append(out, p)
	}
	return out
}

// starts tells whether the piece holds the start of its paragraph.
func (p *piece) starts() bool { return p.paragraph.Sentences.Start == p.sentences.Start }

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
	return "p", ""
}

// pieces writes the pieces of a range of one version.
func (b *book) pieces(m *markup, v int, r segment.Range) {
	version := &b.versions[v]
	for _, p := range pieces(version.doc, r) {
		name, class := p.element()
		if class == "" && name == "p" && !p.starts() {
			class = "on" // goes on from the row before
		}
		m.raw("<", name)
		if class != "" {
			m.raw(` class="`, class, `"`)
		}
		m.raw(">")
		for i := p.sentences.Start; i < p.sentences.End; i++ {
			if i > p.sentences.Start && class == "verse" {
				m.raw("<br/>")
			} else if i > p.sentences.Start {
				m.raw(" ")
			}
			b.sentence(m, v, i)
		}
		m.raw("</", name, ">\n")
	}
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

// noteText writes the sentences of a note.
func (b *book) noteText(m *markup, v, n int) {
	version := &b.versions[v]
	for i, s := range version.doc.Notes[n].Sentences {
		if i > 0 {
			m.raw(" ")
		}
		m.isolate(s.Text, version.dir, func() { m.text(version.typeset(s.Text)) })
	}
}

func (v *version) noteSign(n int) string {
	if number := v.doc.Notes[n].Number; number != "" {
		return number
	}
	return "*"
}
