package edition_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align/edition"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// long makes a text of many rows, a chapter every 100.
func long(rows int) *exchange.Parallel {
	var source, target strings.Builder
	for i := range rows {
		if i%100 == 0 {
			source.WriteString("# Chapter\n")
			target.WriteString("# Capítulo\n")
			continue
		}
		source.WriteString("My part in the tide tables was to read aloud, & nothing else.\n")
		target.WriteString("Mi papel en las tablas de marea era leer en voz alta «y nada más».\n")
	}
	p := &exchange.Parallel{Documents: []*segment.Document{
		document(language.English, source.String()), document(language.Spanish, target.String())}}
	for i := range rows {
		r := segment.Range{Start: i, End: i + 1}
		p.Rows = append(p.Rows, exchange.Row{Ranges: []segment.Range{r, r}, Confidence: .9})
	}
	return p
}

func benchmark(b *testing.B, write func(io.Writer, *exchange.Parallel) error) {
	const rows = 30000
	text := long(rows)
	b.ReportAllocs()
	for b.Loop() {
		if err := write(io.Discard, text); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(rows*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

func BenchmarkHTML(b *testing.B) {
	benchmark(b, func(w io.Writer, p *exchange.Parallel) error { return edition.WriteHTML(w, p, nil) })
}

func BenchmarkEPUB(b *testing.B) {
	benchmark(b, func(w io.Writer, p *exchange.Parallel) error { return edition.WriteEPUB(w, p, nil) })
}

// BenchmarkBible writes a Bible of 5,000 and of 30,000 verses: six times as many
// must take six times as long.
func BenchmarkBible(b *testing.B) {
	forms := []struct {
		name  string
		write func(io.Writer, *exchange.Parallel) error
	}{
		{"html", func(w io.Writer, p *exchange.Parallel) error { return edition.WriteHTML(w, p, nil) }},
		{"epub", func(w io.Writer, p *exchange.Parallel) error { return edition.WriteEPUB(w, p, nil) }},
		{"tmx", func(w io.Writer, p *exchange.Parallel) error {
			return exchange.WriteTMX(w, p.Units(), language.English)
		}},
	}
	for _, set := range []string{"n5000", "n30000"} {
		text := bible(b, set)
		for _, f := range forms {
			b.Run(f.name+"/"+set, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := f.write(io.Discard, text); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(len(text.Rows)*b.N)/b.Elapsed().Seconds(), "rows/s")
			})
		}
	}
}

// bible returns reference verses that are no part of the project.
func bible(b *testing.B, set string) *exchange.Parallel {
	dir := filepath.Join("../../../shared/gold/bible-en-es", set)
	if _, err := os.Stat(dir); err != nil {
		b.Skip("the reference sets are not at hand: ", err)
	}
	return gold(b, dir, func(file string, tag language.Tag) *segment.Document {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		doc, err := segment.Parse(string(text), segment.Options{Language: tag, Layout: segment.Lines})
		if err != nil {
			b.Fatal(err)
		}
		return doc
	}, language.English, language.Spanish)
}
