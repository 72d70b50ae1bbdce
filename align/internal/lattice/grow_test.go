package lattice

import (
	"slices"
	"testing"

	"github.com/hexapla/hexapla/align/internal/trans"
)

// words of five sentences that one of the other side holds together.
var apart = []string{
	"The alderman of Brinmouth arrived.",
	"The ferry to Castelar had sunk.",
	"The miller had lost seventeen horses.",
	"The abbess would not sell Ravensham.",
	"The notary demanded fourteen guineas.",
}

func TestBeadsGrowBeyondFour(t *testing.T) {
	one := "The alderman of Brinmouth arrived; the ferry to Castelar had sunk, the miller had lost seventeen horses, the abbess would not sell Ravensham, the notary demanded fourteen guineas."
	before, after := "Harold Trewin wrote it all down.", "Nobody in Pendower believed him."
	for _, test := range []struct {
		source, target []string
		want           Bead
		reason         string
	}{
		{
			slices.Concat([]string{before}, apart, []string{after}), []string{before, one, after},
			Bead{Source: 1, SourceEnd: 6, Target: 1, TargetEnd: 2}, "five sentences against one",
		},
		{
			[]string{before, one, after}, slices.Concat([]string{before}, apart, []string{after}),
			Bead{Source: 1, SourceEnd: 2, Target: 1, TargetEnd: 6}, "one against five",
		},
	} {
		l := refined(t, Bitext{Source: side(t, test.source), Target: side(t, test.target)})
		var found bool
		for _, b := range l.Decode() {
			b.Posterior = 0
			found = found || b == test.want
		}
		if !found {
			t.Errorf("%s: no bead %v in %v", test.reason, test.want, l.Decode())
		}
	}
}

func TestGrownBeadsKeepToTheBreaks(t *testing.T) {
	source := slices.Concat(apart, apart)
	b := Bitext{Source: side(t, source), Target: side(t, apart)}
	b.Breaks.Source = make([]bool, len(source)+1)
	b.Breaks.Source[5] = true
	for _, bead := range refined(t, b).Decode() {
		if bead.Source < 5 && bead.SourceEnd > 5 {
			t.Errorf("bead %v spans the break before sentence 5", bead)
		}
	}
}

func TestEvidenceOfGrownBeadsIsThatOfTheCorridor(t *testing.T) {
	b := invented(t, 4)
	l := lattice(t, b)
	whole := newWholeEvidence(&l.Bitext)
	for _, s := range shapes[:widespread] {
		got, want := whole.of(3, 3, s), l.evidence.of(l.Corridor, 3, 3, s)
		if d := got - want; d > 1e-3 || d < -1e-3 {
			t.Errorf("%v: %v alone, %v in the corridor", s, got, want)
		}
	}
}

// refined fills in what a bitext lacks, and returns its refined lattice.
func refined(t *testing.T, b Bitext) *Lattice {
	t.Helper()
	b.Length = FirstLength
	b.Model = trans.NewLearner(b.Source, b.Target, trans.Prior(b.Source, b.Target, nil)).Beforehand()
	b.Corridor = Full(b.Source.Len(), b.Target.Len())
	l := lattice(t, b)
	l.Refine(&DefaultWeights)
	return l
}
