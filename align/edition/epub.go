package edition

import (
	"archive/zip"
	"crypto/sha1"
	_ "embed"
	"fmt"
	"io"
	"time"

	"github.com/hexapla/hexapla/align/exchange"
	"golang.org/x/text/language"
)

//go:embed epub.css
var epubCSS string

// EPUBOptions are Options for an e-book. A nil pointer and the zero value are
// good.
type EPUBOptions struct {
	Options

	Arrangement Arrangement

	// Identifier of the book, such as a URN. If empty, a UUID made of the
	// title and the text: the same text has the same.
	Identifier string

	// Modified is when the book was made, to the second. If zero, the first
	// second of 1970: the same input gives the same book.
	Modified time.Time
}

// Arrangement tells how the versions stand in an e-book.
type Arrangement string

const (
	// Alternating has each paragraph in one version after the other. It is the
	// default.
	Alternating Arrangement = ""

	// Columns has paragraphs side by side where the screen is wide enough, and
	// alternating where it isn't.
	Columns Arrangement = "columns"

	// Popups has the first version as running text, and the others as notes
	// that reading systems open over it.
	Popups Arrangement = "popups"
)

// WriteEPUB writes an edition as an EPUB 3 book: a cover made of the title, a
// title page, a chapter for every heading, a table of contents.
//
// An error of the text's own is of the cause [exchange.ErrInconsistent]; others
// are w's.
func WriteEPUB(w io.Writer, text *exchange.Parallel, opts *EPUBOptions) error {
	if opts == nil {
		opts = &EPUBOptions{}
	}
	switch opts.Arrangement {
	case Alternating, Columns, Popups:
	default:
		return fmt.Errorf("arrangement %q; want %q, %q or none", opts.Arrangement, Columns, Popups)
	}
	b, err := newBook(text, &opts.Options)
	if err != nil {
		return err
	}
	b.xhtml = true
	e := &epub{book: b, opts: opts, zip: zip.NewWriter(w)}
	e.plan()
	return e.write()
}

// epub writes the parts of a book.
type epub struct {
	*book
	opts     *EPUBOptions
	zip      *zip.Writer
	chapters []chapter
	begins   []bool // by row: it begins a block
}

// chapter is a file of the text.
type chapter struct {
	file       string
	start, end int // rows
	section    *section
}

// maxChapterRows keeps files small enough for the reading systems that lay out
// a file at a time: some 300 kB.
const maxChapterRows = 1000

// plan divides the sections into files.
func (e *epub) plan() {
	e.findBlocks()
	e.files = make([]string, len(e.Rows))
	for i := range e.sections {
		s := &e.sections[i]
		for start := s.start; start < s.end; {
			end := start + 1
			for end < s.end && (end-start < maxChapterRows || !e.begins[end]) {
				end++
			}
			c := chapter{fmt.Sprintf("chapter-%04d.xhtml", len(e.chapters)+1), start, end, s}
			e.chapters = append(e.chapters, c)
			for row := start; row < end; row++ {
				e.files[row] = c.file
			}
			start = end
		}
	}
}

func (e *epub) write() error {
	parts := []struct {
		name  string
		write func(*markup)
	}{
		{"META-INF/container.xml", e.container},
		{"EPUB/package.opf", e.packageDocument},
		{"EPUB/nav.xhtml", e.navigation},
		{"EPUB/style.css", e.styleSheet},
		{"EPUB/cover.svg", e.coverImage},
		{"EPUB/cover.xhtml", e.coverPage},
		{"EPUB/title.xhtml", e.titlePage},
	}
	if err := e.mimetype(); err != nil {
		return err
	}
	for _, part := range parts {
		if err := e.part(part.name, part.write); err != nil {
			return err
		}
	}
	for i := range e.chapters {
		c := &e.chapters[i]
		if err := e.part("EPUB/"+c.file, func(m *markup) { e.chapter(m, c) }); err != nil {
			return err
		}
	}
	return e.zip.Close()
}

// mimetype writes the part by which a file is known as an e-book: it must be
// the first, and not compressed.
func (e *epub) mimetype() error {
	w, err := e.zip.CreateHeader(&zip.FileHeader{Name: "mimetype", Method: zip.Store})
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, "application/epub+zip")
	return err
}

func (e *epub) part(name string, write func(*markup)) error {
	w, err := e.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	m := newMarkup(w)
	write(m)
	return m.Flush()
}

func (e *epub) styleSheet(m *markup) {
	m.raw(minimal(epubCSS), e.opts.CSS)
}

func (e *epub) identifier() string {
	if e.opts.Identifier != "" {
		return e.opts.Identifier
	}
	hash := sha1.New()
	io.WriteString(hash, e.title)
	for _, doc := range e.Documents {
		fmt.Fprintf(hash, "\x00%s\x00", doc.Language)
		for _, s := range doc.Sentences {
			io.WriteString(hash, s.Text)
		}
	}
	id := hash.Sum(nil)[:16] // RFC 9562, a UUID of version 5
	id[6] = id[6]&0x0F | 0x50
	id[8] = id[8]&0x3F | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}

func (e *epub) modified() string {
	t := e.opts.Modified
	if t.IsZero() {
		t = time.Unix(0, 0)
	}
	return t.UTC().Format("2006-01-02T15:04:05Z")
}

// languages returns those of the versions, each once.
func (e *epub) languages() []language.Tag {
	var tags []language.Tag
	seen := make(map[string]bool)
	for _, doc := range e.Documents {
		if !seen[doc.Language.String()] {
			seen[doc.Language.String()] = true
			tags = append(tags, doc.Language)
		}
	}
	return tags
}
