package edition

import (
	"fmt"
	"strings"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Options say what the texts themselves don't. A nil pointer and the zero value
// are good.
type Options struct {
	// Title of the edition. If empty, the first heading of the first version.
	Title string

	// Author, as on the title page. None if empty.
	Author string

	// Licence is a line of plain text at the end of the title page.
	Licence string

	// Versions tell about each version, in the order of the documents. It may
	// be shorter.
	Versions []Version

	// Interface is the language of labels, buttons and messages: English or
	// Spanish. English if it is another, or zero.
	Interface language.Tag

	// CSS is added to the style sheet, and so overrules it. It is trusted.
	CSS string
}

// Version tells about one version of the text. The zero value is good.
type Version struct {
	// Name stands over the version's column. If empty, its language's own
	// name for itself, with a number if several versions have the same.
	Name string

	// Translator, as on the title page. None if empty.
	Translator string

	// Links are the word links of each row between the first version and this
	// one, as [align.Learned.Links] gives them; none if nil. On a page the word
	// under the pointer is then shown with its twin in the other column, and the
	// left and right keys walk through the words of a row. An e-book is without.
	//
	// They make the file half as large again, and no slower to open: the page
	// of a Bible, 27,696 rows, grows from 12.5 MB to 18.7 MB and is there after
	// 0.4 s either way (Chromium 156). A row's words are looked up when it is
	// first pointed at. A link that isn't within its row is left out.
	Links [][]align.WordLink
}

// names returns a name for each version.
func (o *Options) names(docs []*segment.Document) []string {
	names := make([]string, len(docs))
	used := make(map[string]int)
	for i, doc := range docs {
		if names[i] = o.version(i).Name; names[i] != "" {
			continue
		}
		name := selfName(doc.Language)
		if used[name]++; used[name] > 1 {
			name = fmt.Sprintf("%s (%d)", name, used[name])
		}
		names[i] = name
	}
	return names
}

// version returns what is told about a version.
func (o *Options) version(v int) *Version {
	if v < len(o.Versions) {
		return &o.Versions[v]
	}
	return new(Version)
}

// selfName returns what the speakers of a language call it, or its tag.
func selfName(tag language.Tag) string {
	if name := display.Self.Name(tag); name != "" {
		return name
	}
	return tag.String()
}

func (o *Options) title(text *exchange.Parallel) string {
	if o.Title != "" {
		return o.Title
	}
	doc := text.Documents[0]
	for _, p := range doc.Paragraphs {
		if p.Kind == segment.Heading && p.Sentences.Len() > 0 {
			return readingText(doc, p.Sentences)
		}
	}
	return wordsFor(o.Interface).Untitled
}

func readingText(doc *segment.Document, r segment.Range) string {
	var b strings.Builder
	for i := r.Start; i < r.End; i++ {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(doc.Sentences[i].Text)
	}
	return b.String()
}
