package lexicon

import (
	"testing"
)

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		l := EnglishSpanish().Invert()
		b.ReportMetric(float64(len(l.pairs)), "pairs")
		b.ReportMetric(float64(len(l.source.keys)), "source")
		b.ReportMetric(float64(len(l.target.keys)), "target")
	}
}
