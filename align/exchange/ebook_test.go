package exchange_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

func TestReadHTML(t *testing.T) {
	body := func(text string) exchange.Block { return exchange.Block{Kind: segment.Body, Text: text} }
	tests := []struct {
		html string
		want []exchange.Block
		why  string
	}{
		{"<p>One<p>Two", []exchange.Block{body("One"), body("Two")}, "paragraphs need no end"},
		{"<h2>A <em>title</em></h2>text", []exchange.Block{{Kind: segment.Heading, Level: 1, Text: "A title"}, body("text")}, "text outside any paragraph"},
		{"<h2>Part</h2><h4>Chapter</h4>", []exchange.Block{{Kind: segment.Heading, Level: 1, Text: "Part"}, {Kind: segment.Heading, Level: 3, Text: "Chapter"}}, "the highest headings are of level 1"},
		{"<p>a &lt;b&gt; &amp;amp; caf&eacute; &#x2014;</p>", []exchange.Block{body("a <b> &amp; café —")}, "entities are resolved once"},
		{"<p>if a < b and 3<4</p>", []exchange.Block{body("if a < b and 3<4")}, "what can't be a tag is text"},
		{"<p>a<script>if (x) { y('</p><p>'); }</script>b<style>p{}</style></p>", []exchange.Block{body("ab")}, "scripts and styles"},
		{"<p>a<!-- <p>b --> c</p>", []exchange.Block{body("a c")}, "comments"},
		{"<nav><ol><li>Contents</ol></nav><p>Text</p>", []exchange.Block{body("Text")}, "menus"},
		{"<div hidden><div>a</div>b</div><p aria-hidden=true>c</p><p>d</p>", []exchange.Block{body("d")}, "hidden parts, with what is in them"},
		{"<p hidden>a<p>b", []exchange.Block{body("b")}, "a hidden paragraph ends where the next begins"},
		{"<title/><p>a<a href='#x'/><sup/>b</p><ul/><p>c</p>", []exchange.Block{body("ab"), body("c")}, "elements of XML that are empty"},
		{"<form><p>a</p><label>Search</label><button>Go</button></form>", []exchange.Block{body("a")}, "a page inside a form, without what is to be filled in"},
		{"<ul><li>one</li><li><p>two</p></li></ul>", []exchange.Block{{Kind: segment.Item, Text: "one"}, {Kind: segment.Item, Text: "two"}}, "lists"},
		{"<p>Roses are red,<br>violets<br/>  are blue.</p>", []exchange.Block{{Kind: segment.Verse, Text: "Roses are red,\nviolets\nare blue."}}, "lines of verse"},
		{"<p>" + strings.Repeat("long ", 30) + "<br>line</p>", []exchange.Block{body(strings.Repeat("long ", 30) + "line")}, "a break in a long line is no verse"},
		{"<p>Text.<a epub:type='noteref' href='#n1'>1</a> More.</p><aside epub:type='footnote' id='n1'><p>1. A note.</p><p>Its end.</p></aside>",
			[]exchange.Block{{Kind: segment.Body, Text: "Text. More.", Notes: []exchange.BookNote{{Mark: "1", Offset: 5, Blocks: []string{"A note.", "Its end."}}}}},
			"a note as EPUB 3 has it"},
		{"<p>Text.<sup><a href='#f2'>[2]</a></sup></p><p>Other.</p><p id='f2'><a href='#r2'>[2]</a> A note.</p>",
			[]exchange.Block{{Kind: segment.Body, Text: "Text.", Notes: []exchange.BookNote{{Mark: "[2]", Offset: 5, Blocks: []string{"A note."}}}}, body("Other.")},
			"a note that is only linked to, with a raised sign"},
		{"<p>Text.<a role='doc-noteref' href='#n1'>1</a></p><aside role='doc-footnote' id='n1'>A note.<a role='doc-noteref' href='#n2'>a</a></aside><aside role='doc-footnote' id='n2'>Its own.</aside>",
			[]exchange.Block{{Kind: segment.Body, Text: "Text.", Notes: []exchange.BookNote{{Mark: "1", Offset: 5, Blocks: []string{"A note.a", "Its own."}}}}},
			"a note of a note is not lost"},
		{"<p>Text.</p><p id=a>1 One.<sup><a href='#b'>2</a></sup></p><p id=b>2 Two.<a role='doc-noteref' href='#a'>1</a></p>",
			[]exchange.Block{body("Text."), {Kind: segment.Body, Text: "1 One.", Notes: []exchange.BookNote{{Mark: "2", Offset: 6, Blocks: []string{"Two.1"}}}}},
			"a note that leads back to where it is called from"},
		{"<p>Text.<a class=fnanchor href='#F1'>[1]</a> More <span class=pagenum>[p. 12]</span>text.</p><div class=footnote><p><a id=F1 href='#A1'><span class=label>[1]</span></a> A note.</p></div>",
			[]exchange.Block{{Kind: segment.Body, Text: "Text. More text.", Notes: []exchange.BookNote{{Mark: "[1]", Offset: 5, Blocks: []string{"A note."}}}}},
			"a note and a page number as Project Gutenberg has them"},
		{"<ol><li><a href='#c1'>I</a></li></ol><h1 id=c1>I. The Sea</h1>", []exchange.Block{{Kind: segment.Item, Text: "I"}, {Kind: segment.Heading, Level: 1, Text: "I. The Sea"}}, "a table of contents has no notes"},
		{"<p>E = mc<sup>2</sup>, see <a href='#s'>there</a>.</p><p id=s>There.</p>", []exchange.Block{body("E = mc2, see there."), body("There.")}, "neither an exponent nor a link is a note"},
		{"<p>Up<sup><a href='#gone'>3</a></sup></p>", []exchange.Block{body("Up3")}, "a mark that leads nowhere is text"},
		{"<p>a\x00b\x01</p>", []exchange.Block{body("ab\x01")}, "NUL is dropped, since no text may hold it"},
		{"<p>soft&shy;hyphen, word&#x2060;joiner</p>", []exchange.Block{body("softhyphen, wordjoiner")}, "what is there for the setting of lines"},
		{"<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a 'b'>]><p>a</p>", []exchange.Block{body("a")}, "declarations of XML"},
		{"<section epub:type='frontmatter titlepage'><h1>T</h1><section>By A.</section></section><p>a</p>", []exchange.Block{body("a")}, "a title page, which the metadata repeats"},
		{"<table><tr><td>a<td>b</table>", []exchange.Block{body("a"), body("b")}, "cells"},
		{`<p title="a>b" class=x>c</p>`, []exchange.Block{body("c")}, "a bracket in an attribute"},
		{"<p>a<ruby>漢<rt>kan</rt></ruby></p>", []exchange.Block{body("a漢")}, "readings over characters"},
	}
	for _, tt := range tests {
		book, err := exchange.ReadHTML(strings.NewReader(tt.html))
		if err != nil {
			t.Errorf("%s: %v", tt.why, err)
			continue
		}
		if diff := cmp.Diff(tt.want, book.Blocks); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.why, diff)
		}
	}
}

func TestReadHTMLMetadataAndEncodings(t *testing.T) {
	tests := []struct{ html, want, why string }{
		{"<html lang='es-MX'><title>El\n mar</title><meta name=author content='E. M.'><p>ñ", "El mar|E. M.|es-MX|ñ", "title, author and language"},
		{"\uFEFF<p>ñ", "||und|ñ", "a byte order mark"},
		{"<meta charset=iso-8859-1><p>\xf1", "||und|ñ", "an encoding that the page names"},
		{"<p>\xf1\x93", "||und|ñ“", "no encoding named, and not UTF-8"},
		{utf16("<p>ñ"), "||und|ñ", "UTF-16"},
	}
	for _, tt := range tests {
		book, err := exchange.ReadHTML(strings.NewReader(tt.html))
		if err != nil {
			t.Errorf("%s: %v", tt.why, err)
			continue
		}
		if got := fmt.Sprintf("%s|%s|%v|%s", book.Title, book.Author, book.Language, book.Text()); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
}

// A document's spans must slice to what its sentences read, marks of notes taken
// out.
func TestBookDocument(t *testing.T) {
	const page = "<h1>The sea</h1><p>One sentence.<a role='doc-noteref' href='#n'>*</a> Another one here.<a role='doc-noteref' href='#m'>†</a></p>" +
		"<aside role='doc-footnote' id=n>* First note. It has two.</aside><aside role='doc-footnote' id=m>† Second.</aside><ul><li>An item.</ul>"
	book, err := exchange.ReadHTML(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := book.Document(language.English)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range doc.Sentences {
		got = append(got, fmt.Sprintf("%s %q from %q", doc.Paragraphs[s.Paragraph].Kind, s.Text, doc.Text[s.Spans[0].Start:s.Spans[0].End]))
	}
	want := []string{
		`heading "The sea" from "The sea"`,
		`body "One sentence." from "One sentence.*"`,
		`body "Another one here." from "Another one here.†"`,
		`item "An item." from "An item."`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sentences (-want +got):\n%s", diff)
	}
	got = nil
	for _, n := range doc.Notes {
		got = append(got, fmt.Sprintf("%s at %d in %q: %d sentences", n.Number, n.Sentence, doc.Text[n.Mark.Start:n.Mark.End], len(n.Sentences)))
		for _, s := range n.Sentences {
			if read := doc.Text[s.Spans[0].Start:s.Spans[0].End]; read != s.Text {
				t.Errorf("note's span holds %q, want %q", read, s.Text)
			}
		}
	}
	want = []string{`* at 1 in "*": 2 sentences`, `† at 2 in "†": 1 sentences`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
}

// epub packs parts, given as name and content in turn.
func epub(parts ...string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		w, _ := z.Create(parts[i])
		w.Write([]byte(parts[i+1]))
	}
	z.Close()
	return out.Bytes()
}

// claims packs a part that says it is of a size that it isn't.
func claims(size uint64) []byte {
	var out, packed bytes.Buffer
	deflate, _ := flate.NewWriter(&packed, flate.BestSpeed)
	io.WriteString(deflate, "<container></container>")
	deflate.Close()
	z := zip.NewWriter(&out)
	w, _ := z.CreateRaw(&zip.FileHeader{Name: "META-INF/container.xml", Method: zip.Deflate,
		CompressedSize64: uint64(packed.Len()), UncompressedSize64: size})
	w.Write(packed.Bytes())
	z.Close()
	return out.Bytes()
}

const (
	container = `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>`
	opf       = `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A book</dc:title><dc:creator>Someone</dc:creator><dc:language>en-GB</dc:language></metadata>
<manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="b" href="text/two%20.xhtml" media-type="application/xhtml+xml"/><item id="a" href="text/one.xhtml" media-type="application/xhtml+xml"/><item id="f" href="notes.xhtml" media-type="application/xhtml+xml"/><item id="c" href="c.css" media-type="text/css"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/><itemref idref="f"/></spine></package>`
	pageOne   = `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h1>One</h1><p>First.<a epub:type="noteref" href="../notes.xhtml#n1">1</a></p></body></html>`
	pageTwo   = `<html><head><title>A title that is no text</title></head><body><h1>Two</h1><p>Last.</p></body></html>`
	pageNotes = `<html><body><section epub:type="endnotes"><ol><li epub:type="endnote" id="n1">A note. <a role="doc-backlink" href="text/one.xhtml">↩</a></li></ol></section></body></html>`
)

func honest(more ...string) []byte {
	return epub(append([]string{
		"mimetype", "application/epub+zip", "META-INF/container.xml", container, "OPS/book.opf", opf,
		"OPS/nav.xhtml", "<p>Contents</p>", "OPS/text/one.xhtml", pageOne, "OPS/text/two .xhtml", pageTwo, "OPS/notes.xhtml", pageNotes,
	}, more...)...)
}

func readEPUB(data []byte) (*exchange.Book, error) {
	return exchange.ReadEPUB(bytes.NewReader(data), int64(len(data)))
}

func TestReadEPUB(t *testing.T) {
	book, err := readEPUB(honest())
	if err != nil {
		t.Fatal(err)
	}
	want := &exchange.Book{
		Title: "A book", Author: "Someone", Language: language.BritishEnglish,
		Blocks: []exchange.Block{
			{Kind: segment.Heading, Level: 1, Text: "One"},
			{Kind: segment.Body, Text: "First.", Notes: []exchange.BookNote{{Mark: "1", Offset: 6, Blocks: []string{"A note."}}}},
			{Kind: segment.Heading, Level: 1, Text: "Two"},
			{Kind: segment.Body, Text: "Last."},
		},
	}
	if diff := cmp.Diff(want, book, tags); diff != "" {
		t.Errorf("book (-want +got):\n%s", diff)
	}
}

// The guide of an EPUB 2 and the landmarks of an EPUB 3 tell which parts are of the
// book and not of the text.
func TestReadEPUBLeavesOutWhatTheGuideCallsTitlePage(t *testing.T) {
	for _, tt := range []struct{ guide, want, why string }{
		{`nav:<a epub:type="frontmatter copyright-page" href="text/one.xhtml">c</a><a epub:type="bodymatter" href="text/two%20.xhtml">b</a>`, "Two\n\nLast.\n\nA note.", "a landmark"},
		{`<reference type="title-page" href="text/one.xhtml"/><reference type="toc" href="text/two%20.xhtml"/><reference type="cover" href="notes.xhtml"/>`, "One\n\nFirst.\n\nTwo\n\nLast.", "every part"},
		{`nav:<a epub:type="toc" href="#toc">c</a><a epub:type="titlepage bodymatter" href="text/one.xhtml">b</a>`, "One\n\nFirst.\n\nTwo\n\nLast.", "a landmark of text"},
		{`<reference type="title-page" href="text/one.xhtml"/><reference type="text" href="text/two%20.xhtml"/>`, "Two\n\nLast.\n\nA note.", "a part of its own"},
		{`<reference type="toc" href="text/one.xhtml#toc"/>`, "One\n\nFirst.\n\nTwo\n\nLast.", "a place in a part"},
		{`<reference type="cover" href="text/one.xhtml"/><reference type="text" href="text/one.xhtml"/>`, "One\n\nFirst.\n\nTwo\n\nLast.", "a part that is text too"},
	} {
		nav, isNav := strings.CutPrefix(tt.guide, "nav:")
		guided := opf
		if !isNav {
			nav, guided = "", strings.Replace(opf, "</spine>", "</spine><guide>"+tt.guide+"</guide>", 1)
		}
		book, err := readEPUB(epub(
			"META-INF/container.xml", container, "OPS/book.opf", guided, "OPS/nav.xhtml", "<nav epub:type='landmarks'>"+nav+"</nav>",
			"OPS/text/one.xhtml", pageOne, "OPS/text/two .xhtml", pageTwo, "OPS/notes.xhtml", pageNotes))
		if err != nil {
			t.Errorf("%s: %v", tt.why, err)
		} else if got := book.Text(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
}

func TestReadEPUBRefuses(t *testing.T) {
	bomb := strings.Repeat("<p>haha</p>", 7<<20)
	tests := []struct {
		data  []byte
		part  string
		cause error // nil if there is no sentinel for it
		why   string
	}{
		{[]byte("%PDF-1.4"), "", nil, "another kind of file"},
		{honest()[:500], "", nil, "cut off"},
		{epub("mimetype", "application/epub+zip"), "META-INF/container.xml", fs.ErrNotExist, "nothing in it"},
		{epub("META-INF/container.xml", "<container/>"), "META-INF/container.xml", nil, "no package document named"},
		{epub("META-INF/container.xml", container), "OPS/book.opf", fs.ErrNotExist, "no package document there"},
		{epub("META-INF/container.xml", container, "OPS/book.opf", opf), "OPS/text/one.xhtml", fs.ErrNotExist, "a missing chapter"},
		{epub("META-INF/container.xml", container, "OPS/book.opf", opf[:300]), "OPS/book.opf", nil, "a package document cut off"},
		{epub("META-INF/container.xml", bombXML), "META-INF/container.xml", nil, "an entity that expands"},
		{epub("META-INF/container.xml", strings.Repeat("<a>", 100_000)), "META-INF/container.xml", exchange.ErrTooLarge, "100,000 levels"},
		{epub("META-INF/container.xml", container, "OPS/book.opf", opf, "OPS/text/one.xhtml", bomb), "OPS/text/one.xhtml", exchange.ErrTooLarge, "77 MB that pack to 200 kB"},
		{honest("META-INF/encryption.xml", `<encryption><EncryptedData><CipherData><CipherReference URI="OPS/text/one.xhtml"/></CipherData></EncryptedData></encryption>`),
			"OPS/text/one.xhtml", exchange.ErrProtected, "an encrypted chapter"},
		{epub("META-INF/container.xml", container, "OPS/book.opf", "<package/>"), "", exchange.ErrNoText, "no spine"},
		{epub("META-INF/container.xml", strings.Replace(container, "OPS/book.opf", "../../etc/passwd", 1)), "../../etc/passwd", fs.ErrNotExist, "a way out of the book"},
		{epub("META-INF/container.xml", container, "OPS/book.opf", strings.Replace(opf, "text/one.xhtml", "../../../etc/passwd", 1)), "../../etc/passwd", fs.ErrNotExist, "a chapter outside of the book"},
		{epub("META-INF/container.xml", container, "OPS/book.opf", strings.Replace(opf, "text/one.xhtml", "file:///etc/passwd", 1)), "OPS/text/two .xhtml", fs.ErrNotExist, "an address that isn't in the book is no part of it"},
		{claims(2 << 30), "META-INF/container.xml", nil, "a part that says it has 2 GB, and has 20 bytes"},
		{claims(1), "META-INF/container.xml", nil, "a part that says it has one byte"},
	}
	for _, tt := range tests {
		_, err := readEPUB(tt.data)
		var at *exchange.Error
		if !errors.As(err, &at) {
			t.Errorf("%s: error %v, want an *exchange.Error", tt.why, err)
			continue
		}
		if at.Part != tt.part {
			t.Errorf("%s: %v; want part %q", tt.why, err, tt.part)
		}
		if tt.cause != nil && !errors.Is(err, tt.cause) {
			t.Errorf("%s: %v; want the cause %q", tt.why, err, tt.cause)
		}
	}
	if _, err := readEPUB(honest("META-INF/encryption.xml", `<encryption><EncryptedData><CipherData><CipherReference URI="OPS/font.ttf"/></CipherData></EncryptedData></encryption>`)); err != nil {
		t.Errorf("a book with an encrypted font: %v", err)
	}
}

const bombXML = `<!DOCTYPE a [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]><container><rootfiles>&b;</rootfiles></container>`

// Whatever is read is sound.
func FuzzHTML(f *testing.F) {
	f.Add([]byte(pageOne))
	f.Add([]byte(pageNotes))
	f.Add([]byte("<p>Text.<sup><a href='#f2'>[2]</a></sup><br>x<p id='f2'><a href='#r2'>[2]</a> A note.<script>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		book, err := exchange.ReadHTML(bytes.NewReader(data))
		if err != nil {
			return
		}
		checkBook(t, book)
	})
}

// checkBook makes sure that a book is sound: offsets of notes in order and in the
// text, and a document whose numbers fit.
func checkBook(t *testing.T, book *exchange.Book) {
	t.Helper()
	for _, b := range book.Blocks {
		last := 0
		for _, n := range b.Notes {
			if n.Offset < last || n.Offset > len(b.Text) {
				t.Fatalf("mark at %d of %q", n.Offset, b.Text)
			}
			last = n.Offset
		}
	}
	doc, err := book.Document(language.English)
	if err != nil {
		return
	}
	p := &exchange.Parallel{Documents: []*segment.Document{doc}, Rows: []exchange.Row{{Ranges: []segment.Range{{End: len(doc.Sentences)}}}}}
	if err := p.Check(); err != nil {
		t.Fatal(err)
	}
}

func FuzzEPUB(f *testing.F) {
	f.Add(container, opf, pageOne)
	f.Fuzz(func(t *testing.T, container, opf, page string) {
		readEPUB(epub("META-INF/container.xml", container, "OPS/book.opf", opf,
			"OPS/text/one.xhtml", page, "OPS/text/two .xhtml", page, "OPS/notes.xhtml", pageNotes))
	})
}
