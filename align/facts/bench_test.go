package facts_test

import (
	"testing"

	"golang.org/x/text/language"
)

// BenchmarkCompare compares the facts of the memoir, and of 30,000 verses where
// they are at hand.
func BenchmarkCompare(b *testing.B) {
	for _, dir := range []string{"../../testdata/gold/en-es", "../../../shared/gold/bible-en-es/n30000"} {
		b.Run(dir, func(b *testing.B) {
			p := readPair(b, dir)
			a := aligned(b, parse(b, p.source, language.English), parse(b, p.target, language.Spanish))
			b.ReportAllocs()
			for b.Loop() {
				compare(b, a, nil)
			}
			b.ReportMetric(float64(len(a.Source.Sentences))*float64(b.N)/b.Elapsed().Seconds(), "sentences/s")
		})
	}
}
