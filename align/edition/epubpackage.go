package edition

import (
	"encoding/xml"
	"fmt"
)

func (e *epub) container(m *markup) {
	m.raw(xml.Header,
		`<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>`,
		`<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>`,
		"</rootfiles></container>\n")
}

// packageDocument lists what the book is and what it consists of.
func (e *epub) packageDocument(m *markup) {
	m.raw(xml.Header, `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="`, e.words.Tag.String(), `">`, "\n")
	e.metadata(m)
	m.raw("<manifest>\n",
		`<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>`, "\n",
		`<item id="style" href="style.css" media-type="text/css"/>`, "\n",
		`<item id="cover-image" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/>`, "\n",
		`<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>`, "\n",
		`<item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>`, "\n")
	for i, c := range e.chapters {
		m.raw(`<item id="c`, i+1, `" href="`, c.file, `" media-type="application/xhtml+xml"/>`, "\n")
	}
	m.raw("</manifest>\n<spine")
	if e.versions[0].dir == "rtl" {
		m.raw(` page-progression-direction="rtl"`)
	}
	m.raw(">\n", `<itemref idref="cover" linear="no"/>`, "\n", `<itemref idref="title"/>`, "\n", `<itemref idref="nav"/>`, "\n")
	for i := range e.chapters {
		m.raw(`<itemref idref="c`, i+1, `"/>`, "\n")
	}
	m.raw("</spine>\n</package>\n")
}

func (e *epub) metadata(m *markup) {
	m.raw(`<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">`, "\n")
	field := func(name, attributes, value string) {
		m.raw("<", name, attributes, ">")
		m.text(clean(value))
		m.raw("</", name, ">\n")
	}
	field("dc:identifier", ` id="id"`, e.identifier())
	field("dc:title", "", e.title)
	for _, tag := range e.languages() {
		field("dc:language", "", tag.String())
	}
	if e.opts.Author != "" {
		field("dc:creator", ` id="author"`, e.opts.Author)
		field("meta", ` refines="#author" property="role" scheme="marc:relators"`, "aut")
	}
	for i := range e.versions {
		if name := e.opts.version(i).Translator; name != "" {
			id := fmt.Sprintf("translator%d", i+1)
			field("dc:contributor", ` id="`+id+`"`, name)
			field("meta", ` refines="#`+id+`" property="role" scheme="marc:relators"`, "trl")
		}
	}
	if e.opts.Licence != "" {
		field("dc:rights", "", e.opts.Licence)
	}
	field("meta", ` property="dcterms:modified"`, e.modified())
	for _, pair := range [][2]string{
		{"schema:accessMode", "textual"},
		{"schema:accessModeSufficient", "textual"},
		{"schema:accessibilityFeature", "tableOfContents"},
		{"schema:accessibilityFeature", "readingOrder"},
		{"schema:accessibilityFeature", "structuralNavigation"},
		{"schema:accessibilityHazard", "none"},
	} {
		field("meta", ` property="`+pair[0]+`"`, pair[1])
	}
	m.raw(`<meta name="cover" content="cover-image"/>`, "\n</metadata>\n")
}

// open begins an XHTML file of the book.
func (e *epub) open(m *markup, title, class string) {
	tag := e.words.Tag.String()
	m.raw(xml.Header, "<!DOCTYPE html>\n",
		`<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="`, tag, `" xml:lang="`, tag, `">`,
		"\n<head>\n<meta charset=\"utf-8\"/>\n<title>")
	m.text(clean(title))
	m.raw("</title>\n", `<link rel="stylesheet" type="text/css" href="style.css"/>`, "\n</head>\n", `<body class="`, class, `">`, "\n")
}

func (e *epub) close(m *markup) { m.raw("</body>\n</html>\n") }

// navigation writes the table of contents, its entries nested as the headings
// are.
func (e *epub) navigation(m *markup) {
	e.open(m, e.words.Contents, "contents")
	m.raw(`<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="toc-title">`, "\n", `<h1 id="toc-title">`, e.words.Contents, "</h1>\n<ol>\n")
	var headings []heading
	for _, s := range e.sections {
		headings = append(headings, s.headings...)
	}
	if len(headings) == 0 {
		m.raw("<li>")
		e.navigationEntry(m, "title.xhtml", e.title, "")
		m.raw("</li>\n")
	}
	e.navigationList(m, headings)
	m.raw("</ol>\n</nav>\n", `<nav epub:type="landmarks" hidden="hidden"><ol>`,
		`<li><a epub:type="toc" href="nav.xhtml">`, e.words.Contents, `</a></li>`)
	if len(e.chapters) > 0 {
		m.raw(`<li><a epub:type="bodymatter" href="`, e.chapters[0].file, `">`)
		m.text(clean(e.title))
		m.raw(`</a></li>`)
	}
	m.raw("</ol></nav>\n")
	e.close(m)
}

// navigationList writes headings; those that follow one of a higher rank are
// nested in it.
func (e *epub) navigationList(m *markup, headings []heading) {
	for len(headings) > 0 {
		h := headings[0]
		end := 1
		for end < len(headings) && headings[end].level > h.level {
			end++
		}
		text, v := h.firstText()
		m.raw("<li>")
		e.navigationEntry(m, e.rowLink(h.row), text, e.lang(v))
		if end > 1 {
			m.raw("\n<ol>\n")
			e.navigationList(m, headings[1:end])
			m.raw("</ol>\n")
		}
		m.raw("</li>\n")
		headings = headings[end:]
	}
}

func (e *epub) navigationEntry(m *markup, link, text, attributes string) {
	m.raw(`<a href="`, link, `"`, attributes, ">")
	m.text(clean(text))
	m.raw("</a>")
}

func (e *epub) titlePage(m *markup) {
	e.open(m, e.title, "title")
	m.raw(`<section epub:type="titlepage" role="doc-part" aria-labelledby="book-title">`, "\n", `<h1 id="book-title">`)
	m.text(clean(e.title))
	m.raw("</h1>\n")
	if e.opts.Author != "" {
		m.raw(`<p class="author">`)
		m.text(clean(e.opts.Author))
		m.raw("</p>\n")
	}
	for i := range e.versions {
		e.titleVersion(m, i)
	}
	if e.opts.Licence != "" {
		m.raw(`<p class="licence">`)
		m.text(clean(e.opts.Licence))
		m.raw("</p>\n")
	}
	m.raw("</section>\n")
	e.close(m)
}

// titleVersion writes a line of the title page about a version.
func (e *epub) titleVersion(m *markup, v int) {
	m.raw(`<p class="version"><span`, e.lang(v), `>`)
	m.text(clean(e.versions[v].name))
	m.raw("</span>")
	if name := e.opts.version(v).Translator; name != "" {
		m.text(", " + fmt.Sprintf(e.words.TranslatedBy, clean(name)))
	}
	m.raw("</p>\n")
}
