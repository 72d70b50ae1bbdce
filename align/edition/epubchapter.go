package edition

import "github.com/hexapla/hexapla/segment"

// maxBlockRows bounds a block of a text whose paragraphs aren't known: a page or
// so.
const maxBlockRows = 40

// findBlocks finds the rows that begin a block: rows that are set together
// because a paragraph of the leading version, the first that has the row, holds
// them.
func (e *epub) findBlocks() {
	e.begins = make([]bool, len(e.Rows))
	last := 0
	for row := range e.Rows {
		e.begins[row] = e.startsParagraph(row) || row-last >= maxBlockRows
		if e.begins[row] {
			last = row
		}
	}
}

func (b *book) startsParagraph(row int) bool {
	for v, r := range b.Rows[row].Ranges {
		if r.Len() > 0 {
			_, starts := startingParagraph(b.versions[v].doc, r)
			return starts
		}
	}
	return false
}

func (e *epub) chapter(m *markup, c *chapter) {
	title := e.title
	if len(c.section.headings) > 0 {
		title, _ = c.section.headings[0].firstText()
	}
	e.open(m, title, bodyClass(e.opts.Arrangement))
	m.raw(`<section epub:type="bodymatter chapter" role="doc-chapter" aria-label="`)
	m.text(clean(title))
	m.raw("\">\n")
	for start := c.start; start < c.end; {
		end := start + 1
		for end < c.end && !e.begins[end] {
			end++
		}
		if e.opts.Arrangement == Popups {
			e.popupBlock(m, start, end)
		} else {
			e.block(m, start, end)
		}
		start = end
	}
	m.raw("</section>\n")
	e.chapterNotes(m, c)
	e.close(m)
}

func bodyClass(a Arrangement) string {
	if a == Alternating {
		return "alternating"
	}
	return string(a)
}

// block writes the rows of a paragraph, a version after the other.
func (e *epub) block(m *markup, start, end int) {
	m.raw(`<div class="block" id="row`, start+1, `">`, "\n")
	for row := start + 1; row < end; row++ {
		if e.isLinkTarget(row) {
			m.raw(`<span id="row`, row+1, `"></span>`)
		}
	}
	for v := range e.versions {
		m.raw(`<div class="v`, min(v+1, 3), `"`, e.lang(v), ">\n")
		e.flow(m, v, start, end, false)
		m.raw("</div>\n")
	}
	m.raw("</div>\n")
}

// isLinkTarget tells whether a link of a moved passage, or of a heading, leads
// to a row.
func (b *book) isLinkTarget(row int) bool {
	if _, ok := b.headingAt(row); ok {
		return true
	}
	for _, m := range b.moves {
		if _, moved := m.after[row]; moved || len(m.here[row]) > 0 {
			return true
		}
	}
	return false
}

// flow writes what one version has of some rows, as paragraphs. Twins asks for
// the way to the other versions after each row.
func (e *epub) flow(m *markup, v, start, end int, twins bool) {
	doc := e.versions[v].doc
	var open []piece
	flush := func() {
		for i := range open {
			e.piece(m, v, &open[i])
		}
		open = open[:0]
	}
	for row := start; row < end; row++ {
		r := e.Rows[row].Ranges[v]
		if _, moved := e.moves[v].after[row]; moved {
			flush()
			e.movedHere(m, row, v)
		}
		open = appendRow(open, doc, r)
		if twins && e.hasTwin(row) && len(open) > 0 {
			last := &open[len(open)-1]
			last.items = append(last.items, item{twinItem, row})
		}
		if len(e.moves[v].here[row]) > 0 || row == 0 && len(e.moves[v].here[-1]) > 0 {
			flush()
			e.movedAway(m, row, v)
		}
	}
	if !twins && len(open) == 1 && onlyCuts(open[0].items) {
		m.raw(`<p class="gap">`, e.words.Gap, "</p>\n")
		return
	}
	flush()
}

func onlyCuts(items []item) bool {
	for _, i := range items {
		if i.kind == sentenceItem {
			return false
		}
	}
	return true
}

// appendRow adds the sentences of a row, or the sign that there are none, to
// pieces that end with the row before.
func appendRow(open []piece, doc *segment.Document, r segment.Range) []piece {
	if r.Len() == 0 {
		cut := item{kind: cutItem}
		if len(open) == 0 {
			return append(open, piece{items: []item{cut}})
		}
		last := &open[len(open)-1]
		if last.items[len(last.items)-1] != cut {
			last.items = append(last.items, cut)
		}
		return open
	}
	added := pieces(doc, r)
	if len(open) > 0 && open[len(open)-1].takes(doc, &added[0]) {
		last := &open[len(open)-1]
		last.paragraph = added[0].paragraph
		last.items = append(last.items, added[0].items...)
		added = added[1:]
	}
	return append(open, added...)
}

// takes tells whether the paragraph of p goes on with q.
func (p *piece) takes(doc *segment.Document, q *piece) bool {
	last := -1
	for _, i := range p.items {
		if i.kind == sentenceItem {
			last = i.number
		}
	}
	first := q.items[0].number
	if last < 0 {
		return q.paragraph.Kind != segment.Heading
	}
	return last+1 == first && doc.Sentences[last].Paragraph == doc.Sentences[first].Paragraph
}

// popupBlock writes the leading version of some rows, and the others as notes.
func (e *epub) popupBlock(m *markup, start, end int) {
	m.raw(`<div class="block" id="row`, start+1, `"`, e.lang(0), ">\n")
	for row := start + 1; row < end; row++ {
		if e.isLinkTarget(row) {
			m.raw(`<span id="row`, row+1, `"></span>`)
		}
	}
	e.flow(m, 0, start, end, true)
	m.raw("</div>\n")
}

// hasTwin tells whether another version than the first has a row.
func (b *book) hasTwin(row int) bool {
	for _, r := range b.Rows[row].Ranges[1:] {
		if r.Len() > 0 {
			return true
		}
	}
	return false
}

// twinMark writes the way to the other versions of a row, joined to the word
// before it, so that no line begins with it.
func (b *book) twinMark(m *markup, row int) {
	const wordJoiner = "\u2060"
	m.raw(wordJoiner, `<a class="twin"`, b.role("noteref"), ` id="from`, row+1, `" href="#twin`, row+1, `">°</a>`)
}

// chapterNotes writes the notes of a chapter: the versions that open over the
// text, and the notes of the text itself.
func (e *epub) chapterNotes(m *markup, c *chapter) {
	if e.opts.Arrangement == Popups {
		for row := c.start; row < c.end; row++ {
			if e.hasTwin(row) {
				e.twin(m, row)
			}
		}
	}
	for v := range e.versions {
		version := &e.versions[v]
		for row := c.start; row < c.end; row++ {
			r := e.Rows[row].Ranges[v]
			for s := r.Start; s < r.End; s++ {
				for _, n := range version.notes[s] {
					e.note(m, v, n, true)
				}
			}
		}
		if c.end == len(e.Rows) {
			for _, n := range version.loose {
				e.note(m, v, n, false)
			}
		}
	}
}

// twin writes the other versions of a row as a note.
func (e *epub) twin(m *markup, row int) {
	m.raw(`<aside class="twin"`, e.role("footnote"), ` id="twin`, row+1, `">`, "\n")
	for v := 1; v < len(e.versions); v++ {
		if e.Rows[row].Ranges[v].Len() == 0 {
			continue
		}
		m.raw(`<div`, e.lang(v), ">\n")
		if len(e.versions) > 2 {
			m.raw(`<p class="name">`)
			m.text(clean(e.versions[v].name))
			m.raw("</p>\n")
		}
		for _, p := range pieces(e.versions[v].doc, e.Rows[row].Ranges[v]) {
			p.paragraph.Kind = segment.Body // a note has no headings
			e.piece(m, v, &p)
		}
		m.raw("</div>\n")
	}
	m.raw(`<p class="back"><a role="doc-backlink" href="#from`, row+1, `">↩</a></p>`, "\n</aside>\n")
}
