package exchange_test

import (
	"bytes"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align/exchange"
	"golang.org/x/text/language"
)

// longText is a text of some 20,000 rows.
func longText() *exchange.Parallel {
	random := rand.New(rand.NewPCG(1, 9))
	units := func(yield func(exchange.Unit, error) bool) {
		for range 20000 {
			u := unit(.9, sentence(random), sentence(random))
			if !yield(u, nil) {
				return
			}
		}
	}
	p, _ := exchange.Collect(units)
	return p
}

func benchmarkRead(b *testing.B, write func(io.Writer, *exchange.Parallel) error, read func(io.Reader) error) {
	var data bytes.Buffer
	if err := write(&data, longText()); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(data.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if err := read(bytes.NewReader(data.Bytes())); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadTMX(b *testing.B) {
	benchmarkRead(b,
		func(w io.Writer, p *exchange.Parallel) error {
			return exchange.WriteTMX(w, p.Units(), language.English)
		},
		func(r io.Reader) error {
			for _, err := range exchange.ReadTMX(r) {
				if err != nil {
					return err
				}
			}
			return nil
		})
}

func BenchmarkReadTEI(b *testing.B) {
	benchmarkRead(b,
		func(w io.Writer, p *exchange.Parallel) error { return exchange.WriteTEI(w, p, "t") },
		readers["tei"])
}

func BenchmarkReadJSON(b *testing.B) {
	benchmarkRead(b,
		func(w io.Writer, p *exchange.Parallel) error {
			a, err := p.Alignment()
			if err != nil {
				return err
			}
			return exchange.WriteJSON(w, a)
		},
		readers["json"])
}

func BenchmarkReadHTML(b *testing.B) {
	page := strings.Repeat("<p>My part in the <em>tide tables</em> was to read aloud, &amp; nothing else.</p>\n", 20000)
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := exchange.ReadHTML(strings.NewReader(page)); err != nil {
			b.Fatal(err)
		}
	}
}
