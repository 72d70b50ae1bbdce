package edition

import "fmt"

// noteMark writes the mark of a note in the running text.
func (b *book) noteMark(m *markup, v, n int) {
	sign := b.versions[v].noteSign(n)
	m.raw(`<sup class="mark"><a`, b.role("noteref"), ` id="mark`, v+1, "-", n+1, `" href="#note`, v+1, "-", n+1, `" aria-label="`)
	m.text(fmt.Sprintf(b.words.Note, sign))
	m.raw(`">`)
	m.text(sign)
	m.raw("</a></sup>")
}

// note writes a note; marked, with the way back to its mark.
func (b *book) note(m *markup, v, n int, marked bool) {
	m.raw(`<aside class="note"`, b.role("footnote"), ` id="note`, v+1, "-", n+1, `"`, b.lang(v), `><p>`)
	if marked {
		m.raw(`<a href="#mark`, v+1, "-", n+1, `">`)
	}
	m.text(b.versions[v].noteSign(n))
	if marked {
		m.raw("</a>")
	}
	m.raw(" ")
	b.noteText(m, v, n)
	m.raw("</p></aside>\n")
}

// role returns the attributes that tell a reading system what an element is.
func (b *book) role(name string) string {
	if b.xhtml {
		return ` epub:type="` + name + `" role="doc-` + name + `"`
	}
	return ` role="doc-` + name + `"`
}

// lang returns the attributes for text in the language of a version.
func (b *book) lang(v int) string {
	version := &b.versions[v]
	attrs := ` lang="` + version.lang + `"`
	if b.xhtml {
		attrs += ` xml:lang="` + version.lang + `"`
	}
	if version.dir == "rtl" {
		attrs += ` dir="rtl"`
	}
	return attrs
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
