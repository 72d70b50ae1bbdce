package edition

import (
	"fmt"
	"math"

	"github.com/hexapla/hexapla/segment"
)

// Confidences under which a row is marked. They are probabilities: a row below
// doubtful is more likely wrong than right.
const (
	unsure   = 0.8
	doubtful = 0.5
)

// chunkRows is the number of rows that a browser lays out together when they
// come near the screen. Measured with 27,696 rows in Chromium 156: with 40, and
// with 400 as well, they open in 0.9 s and scroll at 60 frames a second, the
// slowest frame 22 ms; one at a time they take 2.6 s to open.
const chunkRows = 40

func (b *book) htmlSection(m *markup, s *section) {
	m.raw("<section class=\"part\">\n")
	for start := s.start; start < s.end; start += chunkRows {
		b.chunk(m, start, min(start+chunkRows, s.end))
	}
	m.raw("</section>\n")
}

func (b *book) chunk(m *markup, start, end int) {
	m.raw(`<div class="chunk" style="contain-intrinsic-size:auto `, b.height(start, end), `rem">`, "\n")
	for row := start; row < end; row++ {
		b.htmlRow(m, row)
	}
	m.raw("</div>\n")
}

// height estimates the height of rows on a wide screen, in rem, so that the
// scroll bar doesn't jump while the page is read.
func (b *book) height(start, end int) int {
	const lineHeight, bytesPerLine, gap = 1.7, 62, 0.35
	height := 0.0
	for _, row := range b.Rows[start:end] {
		longest := 0
		for v, r := range row.Ranges {
			length := 0
			for i := r.Start; i < r.End; i++ {
				length += len(b.versions[v].doc.Sentences[i].Text)
			}
			longest = max(longest, length)
		}
		height += math.Ceil(float64(longest)/bytesPerLine)*lineHeight + gap
	}
	return int(height)
}

func (b *book) htmlRow(m *markup, row int) {
	r := &b.Rows[row]
	m.raw(`<div class="`, b.rowClass(row), `" id="row`, row+1, `"`)
	if r.Confidence > 0 {
		m.raw(` data-p="`, percent(r.Confidence), `"`)
	}
	for v := range b.versions {
		if links := b.wordLinks(row, v); links != "" {
			m.raw(` data-w`, v+1, `="`, links, `"`)
		}
	}
	m.raw(">\n")
	b.confidenceMark(m, r.Confidence)
	for v := range b.versions {
		b.htmlCell(m, row, v)
	}
	m.raw("</div>\n")
}

// rowClass says what the style sheet and the script need to know of a row.
func (b *book) rowClass(row int) string {
	class := "row"
	r := &b.Rows[row]
	for v := range b.versions {
		p, ok := startingParagraph(b.versions[v].doc, r.Ranges[v])
		if !ok {
			continue
		}
		class += " start"
		if p.Kind == segment.Heading {
			class += " head"
		}
		break
	}
	for v := range b.versions {
		if r.Ranges[v].Len() == 0 {
			class += " gap"
			break
		}
	}
	if r.Confidence > 0 && r.Confidence < doubtful {
		class += " doubt"
	}
	return class
}

func percent(p float64) string { return fmt.Sprintf("%.0f %%", 100*p) }

// confidenceMark writes a mark in the margin of a row that may be wrong.
func (b *book) confidenceMark(m *markup, p float64) {
	if p == 0 || p >= unsure {
		return
	}
	sign, label := "·", b.words.Unsure
	if p < doubtful {
		sign, label = "?", b.words.Doubtful
	}
	label = fmt.Sprintf(label, percent(p))
	m.raw(`<span class="sure" role="img" aria-label="`, label, `" title="`, label, `">`, sign, "</span>\n")
}

func (b *book) htmlCell(m *markup, row, v int) {
	version := &b.versions[v]
	r := b.Rows[row].Ranges[v]
	if r.Len() == 0 {
		m.raw(`<div class="c c`, v+1, ` none`)
		if b.gapGoesOn(row, v) {
			m.raw(` more`)
		}
		m.raw(`"><p>`)
		m.text(b.words.Gap)
		m.raw("</p>")
	} else {
		m.raw(`<div class="c c`, v+1, `"`, b.lang(v), ">")
		b.movedHere(m, row, v)
		for _, p := range pieces(version.doc, r) {
			b.piece(m, v, &p)
		}
		for i := r.Start; i < r.End; i++ {
			for _, n := range version.notes[i] {
				b.note(m, v, n, true)
			}
		}
	}
	b.movedAway(m, row, v)
	m.raw("</div>\n")
}

// gapGoesOn tells whether the row above leaves the version out too, and shows
// it.
func (b *book) gapGoesOn(row, v int) bool {
	return row > 0 && b.Rows[row-1].Ranges[v].Len() == 0 && len(b.moves[v].here[row-1]) == 0
}

// looseNotes writes the notes that no mark points to.
func (b *book) looseNotes(m *markup) {
	for i := range b.versions {
		v := &b.versions[i]
		if len(v.loose) == 0 {
			continue
		}
		m.raw(`<section class="loose"><h2>`)
		m.text(b.words.Notes + ": " + v.name)
		m.raw("</h2>\n")
		for _, n := range v.loose {
			b.note(m, i, n, false)
		}
		m.raw("</section>\n")
	}
}
