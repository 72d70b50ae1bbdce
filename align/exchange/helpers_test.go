package exchange_test

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// words that are hard on a form: markup, quotes, other scripts, directions.
var words = []string{
	"mar", "tide", "<b>", "&amp;", "]]>", `"quoted"`, "'single'", "«oui»", "—dijo—", "ñandú",
	"море", "שלום", "\u202Eflipped", "𝄞", "~~", "1889.", "#v1.s1", "--", "e\u0301",
}

func sentence(random *rand.Rand) string {
	out := make([]string, 1+random.IntN(6))
	for i := range out {
		out[i] = words[random.IntN(len(words))]
	}
	return strings.Join(out, " ")
}

// randomDocument makes a document of n sentences, in which each text is known to
// lie where its span says.
func randomDocument(random *rand.Rand, tag language.Tag, n int) *segment.Document {
	doc := &segment.Document{Language: tag}
	var text strings.Builder
	kinds := []segment.ParagraphKind{segment.Body, segment.Body, segment.Heading, segment.Verse, segment.Item}
	for i := range n {
		if i == 0 || random.IntN(3) == 0 {
			kind := kinds[random.IntN(len(kinds))]
			p := segment.Paragraph{Kind: kind, Sentences: segment.Range{Start: i, End: i}}
			if kind == segment.Heading {
				p.Level = 1 + random.IntN(3)
			}
			doc.Paragraphs = append(doc.Paragraphs, p)
		}
		s := sentence(random)
		doc.Sentences = append(doc.Sentences, segment.Sentence{
			Text:      s,
			Spans:     []segment.Span{{Start: text.Len(), End: text.Len() + len(s)}},
			Paragraph: len(doc.Paragraphs) - 1,
		})
		doc.Paragraphs[len(doc.Paragraphs)-1].Sentences.End++
		text.WriteString(s + "\n")
		if random.IntN(8) == 0 {
			start := text.Len()
			text.WriteString("a note\n")
			doc.Notes = append(doc.Notes, segment.Note{
				Number:    fmt.Sprint(len(doc.Notes) + 1),
				Sentence:  i,
				Sentences: []segment.Sentence{{Text: "a note", Spans: []segment.Span{{Start: start, End: start + 6}}}},
			})
		}
	}
	doc.Text = text.String()
	return doc
}

// randomParallel makes a text in the languages given, with gaps and, if
// crossing, with rows out of their versions' order.
func randomParallel(random *rand.Rand, crossing bool, tags ...language.Tag) *exchange.Parallel {
	p := new(exchange.Parallel)
	ends := make([]int, len(tags))
	for range 1 + random.IntN(12) {
		row := exchange.Row{Confidence: float64(1+random.IntN(9999)) / 10000}
		total := 0
		for i := range tags {
			size := random.IntN(3)
			if total == 0 && i == len(tags)-1 && size == 0 {
				size = 1
			}
			row.Ranges = append(row.Ranges, segment.Range{Start: ends[i], End: ends[i] + size})
			ends[i] += size
			total += size
		}
		p.Rows = append(p.Rows, row)
	}
	for i, tag := range tags {
		p.Documents = append(p.Documents, randomDocument(random, tag, ends[i]))
	}
	if crossing {
		swap(p, random)
	}
	return p
}

// swap exchanges what two rows have of each version but the first.
func swap(p *exchange.Parallel, random *rand.Rand) {
	a, b := random.IntN(len(p.Rows)), random.IntN(len(p.Rows))
	for v := 1; v < len(p.Documents); v++ {
		ra, rb := &p.Rows[a].Ranges[v], &p.Rows[b].Ranges[v]
		if ra.Len() > 0 && rb.Len() > 0 {
			*ra, *rb = *rb, *ra
		}
	}
}

// written returns what a writer writes, and fails the test if it can't.
func written(t *testing.T, write func(io.Writer) error) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// all returns the units of a stream, and fails the test at an error.
func all(t *testing.T, units iter.Seq2[exchange.Unit, error]) []exchange.Unit {
	t.Helper()
	var out []exchange.Unit
	for u, err := range units {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, u)
	}
	return out
}

// tags makes cmp compare languages by what they say.
var tags = cmp.Comparer(func(a, b language.Tag) bool { return a.String() == b.String() })
