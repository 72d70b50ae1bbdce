package align_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// BenchmarkAlign shows how the cost grows: the memoir's first 40 sentences, the
// memoir, and, where the reference sets are at hand, 1,000 to 300,000 lines.
// The 300,000 are ten copies whose names differ by their first letter: a hard
// case, since all else stands in ten places.
func BenchmarkAlign(b *testing.B) {
	source, target := memoir(b, "en-es")
	run(b, "40", &segment.Document{Language: source.Language, Sentences: source.Sentences[:40]},
		&segment.Document{Language: target.Language, Sentences: target.Sentences[:38]})
	run(b, "memoir", source, target)
	for _, set := range []string{"n1000", "n5000", "n30000"} {
		en, es := bible(b, set)
		run(b, set, lines(b, en, language.English), lines(b, es, language.Spanish))
	}
	en, es := bible(b, "n30000")
	run(b, "n300000", lines(b, copies(en), language.English), lines(b, copies(es), language.Spanish))
}

func run(b *testing.B, name string, source, target *segment.Document) {
	b.Run(name, func(b *testing.B) {
		if len(source.Sentences) > 100_000 && testing.Short() {
			b.Skip("300,000 lines take a minute")
		}
		b.ReportAllocs()
		for b.Loop() {
			if _, err := align.Align(context.Background(), source, target, nil); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(len(source.Sentences))*float64(b.N)/b.Elapsed().Seconds(), "sentences/s")
	})
}

// bible reads a set of the reference alignments, which are not part of the
// project.
func bible(b *testing.B, set string) (source, target string) {
	b.Helper()
	dir := filepath.Join("..", "..", "shared", "gold", "bible-en-es", set)
	read := func(name string) string {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			b.Skipf("the reference alignments are not at hand: %v", err)
		}
		return string(text)
	}
	return read("src.txt"), read("tgt.txt")
}

// copies strings ten copies of a text together, with other names in each.
func copies(text string) string {
	var out strings.Builder
	for book := range 10 {
		for line := range strings.Lines(text) {
			words := strings.Fields(line)
			for i, word := range words {
				if i > 0 && len(word) > 4 && unicode.IsUpper(rune(word[0])) {
					words[i] = fmt.Sprintf("%c%s", 'A'+book, strings.ToLower(word))
				}
			}
			out.WriteString(strings.Join(words, " "))
			out.WriteByte('\n')
		}
	}
	return out.String()
}
