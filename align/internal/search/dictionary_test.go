package search

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/lexicon"
	"golang.org/x/text/language"
)

func TestDictionaryByWayOfAThirdLanguage(t *testing.T) {
	german := lexicon.New(language.German, language.English, []lexicon.Pair{
		{Source: "Schloss", Target: "castle", Weight: 3},
		{Source: "Schloss", Target: "lock", Weight: 1},
	}, nil, nil)
	french := lexicon.New(language.English, language.French, []lexicon.Pair{
		{Source: "castle", Target: "château", Weight: 1},
		{Source: "lock", Target: "serrure", Weight: 1},
		{Source: "lock", Target: "verrou", Weight: 1},
	}, nil, nil)
	d := Dictionary{Lexicon: german, Onward: french}
	got := make(map[string]float64)
	d.translations(&corpus.Type{Stem: "schloss", Form: "schloss"}, func(key string, share float64) { got[key] = share })
	want := map[string]float64{"château": .75, "serrur": .125, "verrou": .125}
	if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 1e-6)); diff != "" {
		t.Errorf("translations of Schloss, with shares (-want +got):\n%s", diff)
	}
	if !d.inverse().Has("serrur") || d.inverse().Has("schloss") {
		t.Error("the inverse is not of the words of the shelf's language")
	}
}
