package segment

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// memoir reads one of the project's own texts.
func memoir(tb testing.TB, name string) string {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "memoir", name))
	if err != nil {
		tb.Fatal(err)
	}
	return string(data)
}

// BenchmarkParse measures MB/s, and allocations a sentence, on a book's worth
// of clean text and of the same text with all faults.
func BenchmarkParse(b *testing.B) {
	for _, test := range []struct {
		name, file string
		opts       Options
	}{
		{"clean", "memoir.es.txt", Options{Language: language.Spanish}},
		{"cleanKeepAll", "memoir.es.txt", Options{Language: language.Spanish, Keep: KeepAll}},
		{"cleanEnglish", "memoir.en.txt", Options{Language: language.English}},
		{"cleanGeneral", "memoir.es.txt", Options{Language: language.Portuguese}},
		{"pdf", "memoir.es.pdf.txt", Options{Language: language.Spanish}},
		{"ocr", "memoir.en.ocr.txt", Options{Language: language.English}},
		{"lines", "memoir.es.txt", Options{Language: language.Spanish, Layout: Lines}},
	} {
		b.Run(test.name, func(b *testing.B) {
			const copies = 50
			text := strings.Repeat(memoir(b, test.file)+"\n\n", copies)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			sentences := 0
			for b.Loop() {
				doc, err := Parse(text, test.opts)
				if err != nil {
					b.Fatal(err)
				}
				sentences = len(doc.Sentences)
			}
			b.ReportMetric(float64(sentences), "sentences")
			b.ReportMetric(float64(sentences)*float64(b.N)/b.Elapsed().Seconds(), "sentences/s")
		})
	}
}
