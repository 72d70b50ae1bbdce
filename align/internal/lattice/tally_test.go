package lattice

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align/internal/trans"
)

func TestALongSentenceIsExplainedAsAShortOne(t *testing.T) {
	var words []string
	for k := range 2 * longSentence {
		words = append(words, fmt.Sprintf("word%c%c", 'a'+k*k%26, 'a'+k*k/26%26))
	}
	long := strings.Join(words, " ")
	source := side(t, []string{"worda worda wordba.", "Wordba wordqc wordzz.", "Nothing of it."})
	target := side(t, []string{"Wordba.", long})
	model := trans.NewLearner(source, target, trans.Prior(source, target, nil)).Beforehand()
	w := newWindow(model.Forward, source, target)
	if len(w.long) != 1 {
		t.Fatalf("%d long sentences, want one", len(w.long))
	}
	read := newWindow(model.Forward, source, target)
	read.long = nil
	w.open(0, source.Len())
	read.open(0, source.Len())
	if !w.isLess(w.long[1], len(target.Sentence(1))) {
		t.Error("the sentence is read word by word")
	}
	for j := range target.Len() {
		got, want := make([]float32, source.Len()), make([]float32, source.Len())
		w.explain(j, got)
		read.explain(j, want)
		for run := range want {
			if math.Abs(float64(got[run]-want[run])) > 1e-3 || want[run] == 0 {
				t.Errorf("run of %d, sentence %d: %v, want %v, and not 0", run+1, j, got[run], want[run])
			}
		}
	}
}
