package edition_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// document makes a document of lines: "# " begins a heading, "## " one of the
// second level, "> " verse, "* " an item, and a blank line ends a paragraph.
// Other lines are sentences. "^ " begins a note to the sentence before it.
func document(tag language.Tag, text string) *segment.Document {
	doc := &segment.Document{Language: tag, Text: text}
	open := false
	offset := 0
	for line := range strings.Lines(text) {
		start := offset
		offset += len(line)
		line = strings.TrimSuffix(line, "\n")
		kind, level, rest := kindOf(line)
		span := segment.Span{Start: start + len(line) - len(rest), End: start + len(line)}
		if line == "" {
			open = false
			continue
		}
		if kind == "note" {
			doc.Notes = append(doc.Notes, segment.Note{
				Number:    string(rune('1' + len(doc.Notes))),
				Sentence:  len(doc.Sentences) - 1,
				Sentences: []segment.Sentence{{Text: rest, Spans: []segment.Span{span}}},
			})
			continue
		}
		if !open || kind == segment.Heading {
			n := len(doc.Sentences)
			doc.Paragraphs = append(doc.Paragraphs, segment.Paragraph{Kind: kind, Level: level, Sentences: segment.Range{Start: n, End: n}})
		}
		open = kind != segment.Heading && kind != segment.Item
		p := len(doc.Paragraphs) - 1
		doc.Sentences = append(doc.Sentences, segment.Sentence{Text: rest, Spans: []segment.Span{span}, Paragraph: p})
		doc.Paragraphs[p].Sentences.End++
	}
	return doc
}

func kindOf(line string) (kind segment.ParagraphKind, level int, rest string) {
	for _, k := range []struct {
		prefix string
		kind   segment.ParagraphKind
		level  int
	}{{"# ", segment.Heading, 1}, {"## ", segment.Heading, 2}, {"> ", segment.Verse, 0}, {"* ", segment.Item, 0}, {"^ ", "note", 0}} {
		if rest, ok := strings.CutPrefix(line, k.prefix); ok {
			return k.kind, k.level, rest
		}
	}
	return segment.Body, 0, line
}

// memoir returns the account of testdata with its hand-made alignment, and the
// headings that stand in it.
func memoir(t testing.TB, pair string, source, target language.Tag) *exchange.Parallel {
	t.Helper()
	return gold(t, filepath.Join("../../testdata/gold", pair), func(file string, tag language.Tag) *segment.Document {
		return lines(t, file, tag)
	}, source, target)
}

// gold returns the reference alignment in a folder.
func gold(t testing.TB, dir string, read func(string, language.Tag) *segment.Document, source, target language.Tag) *exchange.Parallel {
	t.Helper()
	a := &align.Alignment{
		Source: read(filepath.Join(dir, "src.txt"), source),
		Target: read(filepath.Join(dir, "tgt.txt"), target),
	}
	f, err := os.Open(filepath.Join(dir, "gold.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if a.Beads, err = exchange.ReadTSV(f); err != nil {
		t.Fatal(err)
	}
	return exchange.Of(a)
}

// lines reads a file of a sentence a line, of which every eighth begins a
// paragraph and the first is a heading.
func lines(t testing.TB, file string, tag language.Tag) *segment.Document {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for i, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		switch {
		case i == 0:
			text.WriteString("# ")
		case i%80 == 0:
			text.WriteString("\n## ")
		case i%8 == 0:
			text.WriteString("\n")
		}
		text.WriteString(line + "\n")
	}
	return document(tag, text.String())
}

// pair makes an alignment of two texts as document takes them, with beads as
// ReadTSV reads them.
func pair(t testing.TB, source, target, beads string) *exchange.Parallel {
	t.Helper()
	a := &align.Alignment{Source: document(language.English, source), Target: document(language.Spanish, target)}
	var err error
	if a.Beads, err = exchange.ReadTSV(strings.NewReader(beads)); err != nil {
		t.Fatal(err)
	}
	return exchange.Of(a)
}
