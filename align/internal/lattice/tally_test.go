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
	for i := range source.Len() {
		w.add(i)
		read.add(i)
		if !w.isLess(w.long[1], len(target.Sentence(1))) {
			t.Errorf("run of %d: the sentence is read word by word", i+1)
		}
		for j := range target.Len() {
			if got, want := w.explain(j), read.explain(j); math.Abs(float64(got-want)) > 1e-3 {
				t.Errorf("run of %d, sentence %d: %v, want %v", i+1, j, got, want)
			}
		}
	}
}
