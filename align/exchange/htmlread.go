package exchange

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/language"
)

// maxPart bounds, in bytes, a web page or a part of an e-book once it is
// unpacked.
const maxPart = 64 << 20

// ReadHTML reads the text of a web page, in the order in which it is read:
// paragraphs, headings, lists, lines of verse and notes. Scripts, menus, hidden
// parts and pictures are left out. The page may be in UTF-8, UTF-16, windows-1252
// or an ISO encoding that it names; anything counts as HTML, however it is broken.
// The time is linear in the page.
//
// The error is an [*Error]; its cause is [ErrNoText] if there is nothing to read,
// or [ErrTooLarge] for a page of more than 64 MiB.
func ReadHTML(r io.Reader) (*Book, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxPart+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxPart {
		return nil, &Error{Err: fmt.Errorf("%w: a page of more than %d MiB", ErrTooLarge, maxPart>>20)}
	}
	text, err := decodeHTML(data)
	if err != nil {
		return nil, &Error{Err: err}
	}
	var h htmlReader
	h.read("", text)
	book := &Book{Title: oneLine(h.title), Author: h.author, Language: h.language, Blocks: h.resolve()}
	if len(book.Blocks) == 0 {
		return nil, &Error{Err: ErrNoText}
	}
	return book, nil
}

// A page names its encoding in its first kilobyte.
var charsetPattern = regexp.MustCompile(`(?i)(?:charset|encoding)\s*=\s*["']?\s*([-\w]+)`)

func decodeHTML(data []byte) (string, error) {
	r, err := decodeUTF16(bufio.NewReader(bytes.NewReader(data)))
	if err != nil {
		return "", err
	}
	if m := charsetPattern.FindSubmatch(data[:min(len(data), 1024)]); m != nil {
		if r, err = charset(string(m[1]), r); err != nil {
			return "", err
		}
	} else if !utf8.Valid(data) && !bytes.HasPrefix(data, []byte{0xFF, 0xFE}) && !bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		r = charmap.Windows1252.NewDecoder().Reader(r)
	}
	text, err := io.ReadAll(r)
	return strings.ToValidUTF8(string(text), "\uFFFD"), err
}

// htmlReader gathers the text of one page, or of the parts of an e-book one after
// the other.
type htmlReader struct {
	title, author string
	language      language.Tag

	file    string // the part that is being read
	blocks  []htmlBlock
	current htmlBlock
	text    strings.Builder // of current
	ids     []string        // of elements that began since the last block
	skips   openElements    // what is being passed over
	lists   int             // that are open
	inTitle bool
	titled  bool // the first title has been read
	sup     int  // <sup> that are open
	mark    *htmlMark
	notes   []noteElement // that are open
}

// htmlBlock is a Block with what it takes to find its notes.
type htmlBlock struct {
	Block
	marks []htmlMark
	ids   []string // file#id of the elements in it and of those it begins
	note  string   // file#id of the note that it belongs to
	lines bool     // it has line breaks
}

// htmlMark is a link that may be the mark of a note.
type htmlMark struct {
	target     string // file#id
	start, end int    // in the text of its block
	said       bool   // the markup says that it is one
	likely     bool   // it looks like one
}

// openElements counts the elements of one name that are open, the first and
// those in it: its end is where the count falls to 0, whatever other elements
// are left unclosed.
type openElements struct {
	name string
	open int
}

type noteElement struct {
	id string
	openElements
}

// blockKinds are the elements that begin and end a block.
var blockKinds = map[string]segment.ParagraphKind{
	"p": segment.Body, "div": segment.Body, "section": segment.Body, "article": segment.Body, "aside": segment.Body,
	"main": segment.Body, "header": segment.Body, "footer": segment.Body, "blockquote": segment.Body, "body": segment.Body,
	"ul": segment.Body, "ol": segment.Body, "dl": segment.Body, "dt": segment.Body, "dd": segment.Body, "hr": segment.Body,
	"table": segment.Body, "tr": segment.Body, "td": segment.Body, "th": segment.Body, "caption": segment.Body,
	"figure": segment.Body, "figcaption": segment.Body, "pre": segment.Body, "address": segment.Body, "hgroup": segment.Body,
	"li": segment.Item,
	"h1": segment.Heading, "h2": segment.Heading, "h3": segment.Heading,
	"h4": segment.Heading, "h5": segment.Heading, "h6": segment.Heading,
}

// skipped are the elements whose content is no text of the account.
var skipped = map[string]bool{
	"nav": true, "menu": true, "svg": true, "math": true, "template": true, "noscript": true, "select": true,
	"button": true, "label": true, "audio": true, "video": true, "object": true, "canvas": true, "rt": true, "rp": true,
}

// void are the elements that have no end tag.
var void = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true,
	"link": true, "meta": true, "source": true, "track": true, "wbr": true,
}

// read adds the text of a part.
func (h *htmlReader) read(file, text string) {
	h.file = file
	h.skips, h.inTitle, h.lists, h.sup, h.mark, h.notes = openElements{}, false, 0, 0, nil, nil
	tokens := htmlTokens{text}
	for {
		token := tokens.next()
		switch token.kind {
		case htmlEnd:
			h.endBlock()
			return
		case htmlText:
			h.addText(token.text)
		case htmlStartTag:
			h.start(&token)
		case htmlEndTag:
			h.end(token.name)
		}
	}
}

func (h *htmlReader) addText(text string) {
	switch {
	case h.skips.open > 0:
	case h.inTitle && !h.titled:
		h.title += text
	case h.inTitle: // of a further part: its heading says the same
	default:
		h.text.WriteString(strings.Map(dropUnseen, text))
	}
}

// dropUnseen drops what a page holds for the setting of lines, soft hyphens and
// joiners, and NUL, which no text may hold.
func dropUnseen(r rune) rune {
	switch r {
	case 0, '\u00AD', '\u200B', '\u2060', '\uFEFF':
		return -1
	}
	return r
}

func (h *htmlReader) start(t *htmlToken) {
	if void[t.name] {
		t.empty = true
	}
	if _, block := blockKinds[t.name]; block && h.skips.name == "p" {
		h.skips.open = 0 // a paragraph ends where the next block begins
	}
	if h.skips.open > 0 {
		if t.name == h.skips.name && !t.empty {
			h.skips.open++
		}
		return
	}
	if h.isHidden(t) {
		if !t.empty {
			h.skips = openElements{t.name, 1}
		}
		return
	}
	if kind, ok := blockKinds[t.name]; ok {
		h.beginBlock(kind, t.name)
	}
	if id := t.attrs["id"]; id != "" {
		h.ids = append(h.ids, h.file+"#"+id)
	}
	if n := len(h.notes); n > 0 && h.notes[n-1].name == t.name && !t.empty {
		h.notes[n-1].open++
	}
	if void[t.name] || !t.empty {
		h.special(t)
	}
}

// carrierPages are the parts of an e-book that tell of the book itself, as its
// markup calls them: what they say stands in the metadata.
var carrierPages = []string{"cover", "halftitlepage", "titlepage", "copyright-page", "toc", "page-list", "landmarks"}

func (h *htmlReader) isHidden(t *htmlToken) bool {
	_, hidden := t.attrs["hidden"]
	isNote := hasRole(t, "footnote", "endnote", "rearnote")
	return skipped[t.name] || hidden && !isNote || t.attrs["aria-hidden"] == "true" ||
		hasRole(t, "pagebreak", "backlink") || hasRole(t, carrierPages...) || hasClass(t, "pagenum", "pageno", "pg-boilerplate")
}

// hasClass tells whether an element has one of some classes, by which makers of
// e-books have long told what they had no elements for.
func hasClass(t *htmlToken, classes ...string) bool {
	for class := range strings.FieldsSeq(t.attrs["class"]) {
		if slices.Contains(classes, strings.ToLower(class)) {
			return true
		}
	}
	return false
}

// special does what is to be done for single elements.
func (h *htmlReader) special(t *htmlToken) {
	switch t.name {
	case "html":
		tag := t.attrs["lang"]
		if tag == "" {
			tag = t.attrs["xml:lang"]
		}
		if parsed, err := language.Parse(tag); err == nil && h.language == language.Und {
			h.language = parsed
		}
	case "title":
		h.inTitle = true
	case "meta":
		if strings.EqualFold(t.attrs["name"], "author") {
			h.author = oneLine(t.attrs["content"])
		}
	case "br":
		h.text.WriteByte('\n')
		h.current.lines = true
	case "ul", "ol":
		h.lists++
	case "sup":
		h.sup++
	case "a":
		h.link(t)
	}
	if hasRole(t, "footnote", "endnote", "rearnote") && t.attrs["id"] != "" {
		h.notes = append(h.notes, noteElement{h.file + "#" + t.attrs["id"], openElements{t.name, 1}})
	}
}

// hasRole tells whether epub:type or role gives an element one of some roles.
func hasRole(t *htmlToken, roles ...string) bool {
	for kind := range strings.FieldsSeq(t.attrs["epub:type"] + " " + strings.ReplaceAll(t.attrs["role"], "doc-", "")) {
		if slices.Contains(roles, kind) {
			return true
		}
	}
	return false
}

func (h *htmlReader) end(name string) {
	if h.skips.open > 0 {
		if name == h.skips.name {
			h.skips.open--
		}
		return
	}
	switch name {
	case "title":
		h.inTitle, h.titled = false, true
	case "ul", "ol":
		h.lists = max(h.lists-1, 0)
	case "sup":
		h.sup = max(h.sup-1, 0)
	case "a":
		h.endLink()
	}
	if _, ok := blockKinds[name]; ok || name == "head" {
		h.endBlock()
	}
	n := len(h.notes)
	if n == 0 || h.notes[n-1].name != name {
		return
	}
	if h.notes[n-1].open--; h.notes[n-1].open == 0 {
		h.endBlock()
		h.notes = h.notes[:n-1]
	}
}

func (h *htmlReader) beginBlock(kind segment.ParagraphKind, name string) {
	h.endBlock()
	if kind == segment.Body && h.lists > 0 && name == "p" {
		kind = segment.Item // <li><p>
	}
	h.current.Kind = kind
	if kind == segment.Heading {
		h.current.Level = int(name[1] - '0')
	}
}

// endBlock keeps the block that is open, if there is anything in it.
func (h *htmlReader) endBlock() {
	h.endLink()
	text := h.text.String()
	h.text.Reset()
	if strings.TrimSpace(text) != "" {
		b := h.current
		b.Text = text
		b.ids = h.ids
		if n := len(h.notes); n > 0 {
			b.note = h.notes[n-1].id
		}
		h.blocks = append(h.blocks, b)
		h.ids = nil
	}
	h.current = htmlBlock{Block: Block{Kind: segment.Body}}
	if h.lists > 0 {
		h.current.Kind = segment.Item
	}
}
