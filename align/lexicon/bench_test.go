package lexicon

import (
	"testing"
)

func BenchmarkLoadBuiltin(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		l := decode(table)
		b.ReportMetric(float64(len(l.source.words)), "source-words")
		b.ReportMetric(float64(len(l.target.words)), "target-words")
		b.ReportMetric(float64(len(l.source.links.items)), "pairs")
	}
}

func BenchmarkTranslations(b *testing.B) {
	l := EnglishSpanish()
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for i := 0; i < len(l.source.keys); i += 100 {
			l.Translations(l.source.keys[i], func(string, float64) { n++ })
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(l.source.keys)/100), "ns/word")
}
