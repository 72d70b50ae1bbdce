package edition

import (
	"fmt"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// book is a text made ready to be set: what the page and the e-book share.
type book struct {
	*exchange.Parallel
	title    string
	words    *words
	versions []version
	sections []section
	moves    []moves // by version

	// For an e-book:
	xhtml bool
	files []string // by row: the file that holds it
}

// version is one version of the text, a column of the page.
type version struct {
	doc       *segment.Document
	name      string
	lang, dir string
	notes     map[int][]int      // by sentence: indexes into doc.Notes
	loose     []int              // notes that no mark points to
	french    bool               // spaces inside its quotes and before ! ? : ;
	links     [][]align.WordLink // to words of the first version, by row, or nil
}

// section is a run of rows under one heading, or under several that follow one
// another at once.
type section struct {
	start, end int // rows
	headings   []heading
}

// heading is a line of the table of contents.
type heading struct {
	row   int
	level int      // 1 the highest
	texts []string // by version, empty where it has no heading there
}

func newBook(text *exchange.Parallel, opts *Options) (*book, error) {
	if len(text.Documents) == 0 {
		return nil, fmt.Errorf("no document; an edition has one version at least")
	}
	if err := text.Check(); err != nil {
		return nil, err
	}
	b := &book{
		Parallel: text,
		title:    opts.title(text),
		words:    wordsFor(opts.Interface),
		versions: make([]version, len(text.Documents)),
		moves:    make([]moves, len(text.Documents)),
	}
	for i, name := range opts.names(text.Documents) {
		b.versions[i] = newVersion(text.Documents[i], name)
		b.versions[i].links = opts.version(i).Links
		b.moves[i] = findMoves(text.Rows, i)
	}
	if err := b.checkLinks(); err != nil {
		return nil, err
	}
	b.sections = b.cut()
	return b, nil
}

func newVersion(doc *segment.Document, name string) version {
	v := version{
		doc:   doc,
		name:  name,
		lang:  doc.Language.String(),
		dir:   direction(doc.Language),
		notes: make(map[int][]int),
	}
	base, _ := doc.Language.Base()
	v.french = base.String() == "fr"
	for i, n := range doc.Notes {
		if n.Sentence < 0 {
			v.loose = append(v.loose, i)
		} else {
			v.notes[n.Sentence] = append(v.notes[n.Sentence], i)
		}
	}
	return v
}

// direction returns the direction in which a language is written.
func direction(tag language.Tag) string {
	switch script, _ := tag.Script(); script.String() {
	case "Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi":
		return "rtl"
	}
	return "ltr"
}

// cut divides the rows at their headings.
func (b *book) cut() []section {
	sections := []section{{}}
	inHeadings := false
	for i := range b.Rows {
		h, ok := b.headingAt(i)
		last := &sections[len(sections)-1]
		if ok && !inHeadings && i > 0 {
			last.end = i
			sections = append(sections, section{start: i})
			last = &sections[len(sections)-1]
		}
		if ok {
			last.headings = append(last.headings, h)
		}
		inHeadings = ok
	}
	sections[len(sections)-1].end = len(b.Rows)
	return sections
}

// headingAt returns the heading that starts in a row, in any version.
func (b *book) headingAt(row int) (heading, bool) {
	h := heading{row: row}
	for i, r := range b.Rows[row].Ranges {
		p, ok := headingIn(b.versions[i].doc, r)
		if !ok {
			continue
		}
		if h.level == 0 {
			h.level = max(p.Level, 1)
			h.texts = make([]string, len(b.versions))
		}
		h.texts[i] = readingText(b.versions[i].doc, p.Sentences)
	}
	return h, h.level > 0
}

// headingIn returns the first heading that starts in a range.
func headingIn(doc *segment.Document, r segment.Range) (segment.Paragraph, bool) {
	for i := r.Start; i < r.End && len(doc.Paragraphs) > 0; i++ {
		if p := doc.Paragraphs[doc.Sentences[i].Paragraph]; p.Kind == segment.Heading && p.Sentences.Start == i {
			return p, true
		}
	}
	return segment.Paragraph{}, false
}

// startingParagraph returns the paragraph of which r holds the first sentence.
func startingParagraph(doc *segment.Document, r segment.Range) (segment.Paragraph, bool) {
	if r.Len() == 0 || len(doc.Paragraphs) == 0 {
		return segment.Paragraph{}, false
	}
	p := doc.Paragraphs[doc.Sentences[r.Start].Paragraph]
	return p, p.Sentences.Start == r.Start
}

// firstText returns the heading in the first version that has it.
func (h heading) firstText() (text string, version int) {
	for i, text := range h.texts {
		if text != "" {
			return text, i
		}
	}
	return "", 0
}
