package lattice

import (
	"math"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/trans"
)

// Length is how long a translation is beside its source: normal, with a
// variance that grows with the length (Gale & Church, 1993).
type Length struct {
	Ratio    float64 // letters of target for one of source
	Variance float64 // of the difference, a letter
}

func (l Length) z(source, target int32) float64 {
	expected := float64(source) * l.Ratio
	spread := math.Sqrt(l.Variance * (expected + float64(target) + 2) / 2)
	return (float64(target) - expected) / spread
}

// FirstLength serves until a text has shown its own.
var FirstLength = Length{Ratio: 1, Variance: 10}

// What is taken for granted before a text has shown its own: as if so many
// letters, and so many beads, had been seen.
const (
	priorLetters  = 500.0
	priorBeads    = 10.0
	priorVariance = 7.0
)

// EstimateLength measures the beads, each by its weight.
func EstimateLength(source, target *corpus.Side, beads []trans.Bead) Length {
	sourceSum, targetSum := before(source.Chars), before(target.Chars)
	s, t := priorLetters, priorLetters
	for _, b := range beads {
		s += float64(b.Weight) * float64(sourceSum[b.SourceEnd]-sourceSum[b.Source])
		t += float64(b.Weight) * float64(targetSum[b.TargetEnd]-targetSum[b.Target])
	}
	l := Length{Ratio: t / s, Variance: 1}
	square, count := priorBeads*priorVariance, priorBeads
	for _, b := range beads {
		z := l.z(sourceSum[b.SourceEnd]-sourceSum[b.Source], targetSum[b.TargetEnd]-targetSum[b.Target])
		// A bead far out is a mistake, or an exception: it is held back.
		square += float64(b.Weight) * min(z*z, 9*priorVariance)
		count += float64(b.Weight)
	}
	l.Variance = square / count
	return l
}
