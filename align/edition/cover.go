package edition

import (
	"encoding/xml"
	"strings"
	"unicode/utf8"
)

// The cover, in pixels of its own.
const (
	coverWidth  = 1600
	coverHeight = 2400
)

// coverImage draws the cover: the title between two rules, the author above,
// the versions below.
func (e *epub) coverImage(m *markup) {
	size, lines := coverLines(clean(e.title))
	leading := size * 5 / 4
	top := coverHeight/2 - leading*(len(lines)-1)/2
	m.raw(xml.Header,
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 `, coverWidth, ` `, coverHeight, `" width="`, coverWidth, `" height="`, coverHeight, `" role="img">`, "\n<title>")
	m.text(clean(e.title))
	m.raw("</title>\n",
		`<rect width="100%" height="100%" fill="#f6f0e3"/>`, "\n",
		`<rect x="70" y="70" width="`, coverWidth-140, `" height="`, coverHeight-140, `" fill="none" stroke="#8a3a12" stroke-width="6"/>`, "\n",
		`<g font-family="Georgia, 'Times New Roman', serif" text-anchor="middle" fill="#1f1c18">`, "\n")
	coverText(m, top-leading-140, 76, e.opts.Author)
	coverRule(m, top-leading-40)
	for i, line := range lines {
		coverText(m, top+i*leading+size/3, size, line)
	}
	bottom := top + len(lines)*leading
	coverRule(m, bottom)
	names := make([]string, len(e.versions))
	for i := range e.versions {
		names[i] = e.versions[i].name
	}
	coverText(m, bottom+140, 64, strings.Join(names, " · "))
	m.raw("</g>\n</svg>\n")
}

func coverText(m *markup, y, size int, text string) {
	if text == "" {
		return
	}
	m.raw(`<text x="`, coverWidth/2, `" y="`, y, `" font-size="`, size, `">`)
	m.text(clean(text))
	m.raw("</text>\n")
}

func coverRule(m *markup, y int) {
	m.raw(`<rect x="600" y="`, y, `" width="400" height="4" fill="#8a3a12"/>`, "\n")
}

// coverLines breaks a title into lines, and returns the size of letter with
// which they fit. A letter of these faces is about half as wide as it is high.
func coverLines(title string) (size int, lines []string) {
	const measure = coverWidth - 320
	for size = 170; ; size -= 10 {
		perLine := measure * 2 / size
		if lines = wrap(title, perLine); size <= 60 || len(lines)*size < coverHeight/3 && fits(lines, perLine) {
			return size, lines
		}
	}
}

func fits(lines []string, perLine int) bool {
	for _, line := range lines {
		if utf8.RuneCountInString(line) > perLine {
			return false
		}
	}
	return true
}

func wrap(text string, perLine int) []string {
	var lines []string
	for word := range strings.FieldsSeq(text) {
		last := len(lines) - 1
		if last >= 0 && utf8.RuneCountInString(lines[last])+1+utf8.RuneCountInString(word) <= perLine {
			lines[last] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	return lines
}

func (e *epub) coverPage(m *markup) {
	e.open(m, e.title, "cover")
	m.raw(`<section epub:type="cover"><img src="cover.svg" alt="`)
	m.text(clean(e.title))
	m.raw("\"/></section>\n")
	e.close(m)
}
