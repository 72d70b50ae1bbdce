package edition

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hexapla/hexapla/align/exchange"
)

var (
	//go:embed page.html
	pageHTML string
	//go:embed page.css
	pageCSS string
	//go:embed print.css
	printCSS string
	//go:embed page.js
	pageJS string
	//go:embed print.js
	printJS string

	page = template.Must(template.New("page").Parse(pageHTML))
)

// WriteHTML writes an edition as one HTML file that needs no other and fetches
// nothing. The versions stand in columns, a row of the text a row of the page;
// on a narrow screen they follow one another. Without a script all of it is
// there to read; with one there are keys to walk from row to row, to hide a
// version, to search and, where there are word links, to see the twin of a word.
//
// Printed with the script, a page of two versions is a book of facing pages, the
// first version on the left; 5,000 rows, which make 669 pages, are set in 3 s
// (Chromium 156). Without it, and with more versions, a sheet in landscape has
// them side by side.
//
// An error of the text's own is of the cause [exchange.ErrInconsistent]; others
// are w's.
func WriteHTML(w io.Writer, text *exchange.Parallel, opts *Options) error {
	if opts == nil {
		opts = &Options{}
	}
	b, err := newBook(text, opts)
	if err != nil {
		return err
	}
	m := newMarkup(w)
	front := b.frontMatter(opts)
	if err := page.ExecuteTemplate(m, "front", front); err != nil {
		return err
	}
	for i := range b.sections {
		b.htmlSection(m, &b.sections[i])
	}
	b.looseNotes(m)
	if err := page.ExecuteTemplate(m, "back", front); err != nil {
		return err
	}
	return m.Flush()
}

// front is what the template of the page is filled with.
type front struct {
	Words                  *words
	Title, Author, Licence string
	Lang                   string
	Versions               []frontVersion
	Contents               []frontHeading
	Linked                 bool // has word links
	Policy                 string
	CSS                    template.CSS
	JS                     template.JS
}

type frontVersion struct {
	Number                      int
	Name, Lang, Dir, Translator string
}

type frontHeading struct {
	Row, Level int
	Texts      []frontText
}

type frontText struct{ Text, Lang, Dir string }

func (b *book) frontMatter(opts *Options) *front {
	script := minimal(pageJS + printJS)
	hash := sha256.Sum256([]byte(script))
	f := &front{
		Words:   b.words,
		Title:   clean(b.title),
		Author:  clean(opts.Author),
		Licence: clean(opts.Licence),
		Lang:    b.words.Tag.String(),
		Linked:  b.linked(),
		Policy: "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-" +
			base64.StdEncoding.EncodeToString(hash[:]) + "'",
		CSS: template.CSS(b.styleSheet(opts.CSS)),
		JS:  template.JS(script),
	}
	for i := range b.versions {
		v := &b.versions[i]
		f.Versions = append(f.Versions, frontVersion{i + 1, clean(v.name), v.lang, v.dir, clean(opts.version(i).Translator)})
	}
	for _, s := range b.sections {
		for _, h := range s.headings {
			f.Contents = append(f.Contents, b.frontHeading(h))
		}
	}
	return f
}

func (b *book) frontHeading(h heading) frontHeading {
	out := frontHeading{Row: h.row + 1, Level: h.level}
	for i, text := range h.texts {
		v := &b.versions[i]
		out.Texts = append(out.Texts, frontText{clean(text), v.lang, v.dir})
	}
	return out
}

// clean makes a line fit for the template, which escapes markup but lets
// control characters through. Those that turn the direction of writing have no
// business in a title or a name.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch escaped := escape(r, 0); {
		case turnsDirection(r):
			return -1
		case escaped == "" || escaped[0] == '&':
			return r
		default:
			picture, _ := utf8.DecodeRuneInString(escaped)
			return picture
		}
	}, s)
}

// styleSheet returns the page's own rules, those that depend on the text, and
// the caller's.
func (b *book) styleSheet(added string) string {
	var s strings.Builder
	s.WriteString(strings.Replace(minimal(pageCSS+printCSS), "STACK", stackWidth(len(b.versions)), 1))
	fmt.Fprintf(&s, ":root{--columns:%d;--tap:%s}\n", len(b.versions), cssString(b.words.TapToShow))
	fmt.Fprintf(&s, "@page{@top-left{content:%s}@top-right{content:%s}}\n",
		cssString(b.title), cssString(b.versions[len(b.versions)-1].name))
	for i := range b.versions {
		fmt.Fprintf(&s, ".js main[data-hide~=\"%d\"] .row:not(.shown)>.c%[1]d>*{visibility:hidden}\n", i+1)
		fmt.Fprintf(&s, ".js main[data-hide~=\"%d\"] .row:not(.shown)>.c%[1]d::before{content:\"…\"}\n", i+1)
		fmt.Fprintf(&s, ".js main[data-hide~=\"%d\"] .row:is(:hover,:focus):not(.shown)>.c%[1]d::before{content:var(--tap)}\n", i+1)
	}
	s.WriteString(added)
	return strings.ReplaceAll(s.String(), "</", `<\/`)
}

// stackWidth is the width of a screen that holds less than about 40 letters a
// column.
func stackWidth(columns int) string { return strconv.Itoa(22*columns) + "rem" }

// cssString returns a text as a string of CSS that can't end its element.
func cssString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r < ' ' || r == 0x7F || turnsDirection(r):
			b.WriteByte(' ')
		case strings.ContainsRune(`"\<>&'`, r):
			fmt.Fprintf(&b, `\%x `, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// minimal leaves out what stands in a style sheet or script for its reader:
// indents, blank lines and lines that are a comment.
func minimal(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "//") || strings.HasPrefix(line, "/*") && strings.HasSuffix(line, "*/") {
			continue
		}
		b.WriteString(line)
		b.WriteByte('\n')
	}
	return b.String()
}
