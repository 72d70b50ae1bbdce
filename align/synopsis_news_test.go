package align_test

import (
	"path/filepath"
	"testing"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/score"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// TestNewsHelpsNews sets an English text, two copies of its translation and
// another translation in one table, each merged and cut at other places, and
// compares the two pairs whose reference is known with the same by themselves.
func TestNewsHelpsNews(t *testing.T) {
	if testing.Short() {
		t.Skip("many alignments")
	}
	en, es := language.English, language.Spanish
	for _, test := range []struct {
		en, es string
		opts   *align.Options
		name   string
	}{
		{"p30", "p15", nil, "lines merged and cut, more in one pair"},
		{"p30", "p15", &align.Options{NoLexicon: true}, "without a lexicon"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var alone, together [2]score.Counts
			for _, pack := range []string{"pack01", "pack02", "pack03", "pack04", "pack05", "pack06"} {
				a := readPair(t, filepath.Join(shared, "news-en-es", test.en, pack), en, es)
				b := readPair(t, filepath.Join(shared, "news-es-es", test.es, pack), es, es)
				s, err := align.Synopsize(t.Context(), []*segment.Document{a.source, a.target, b.source, b.target}, test.opts)
				if err != nil {
					t.Fatal(err)
				}
				for k, p := range []pair{a, b} {
					single := mustAlign(t, p.source, p.target, test.opts)
					alone[k] = alone[k].Plus(score.Compare(score.Beads(p.gold), score.Beads(single.Beads)))
					together[k] = together[k].Plus(score.Compare(score.Beads(p.gold), score.Beads(s.Pair(2*k, 2*k+1).Beads)))
				}
			}
			for k, pair := range []string{"en-es", "es-es"} {
				before, after := alone[k].Strict.Figures().F1, together[k].Strict.Figures().F1
				t.Logf("%s: F1 alone %.4f, in the synopsis %.4f", pair, before, after)
				if after < before-.0005 {
					t.Errorf("%s: F1 alone %.4f, in the synopsis %.4f", pair, before, after)
				}
			}
		})
	}
}
