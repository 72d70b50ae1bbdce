package bitext

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align/internal/trans"
	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// names tells which lexicons were chosen.
func names(list []*lexicon.Lexicon) []string {
	var out []string
	for _, l := range list {
		out = append(out, l.Source.String()+"-"+l.Target.String())
	}
	return out
}

func TestKnown(t *testing.T) {
	own := lexicon.New(language.French, language.Italian, []lexicon.Pair{{Source: "maison", Target: "casa", Weight: 1}}, nil, nil)
	for _, test := range []struct {
		name                         string
		source, target               language.Tag
		lexicons                     Lexicons
		direct, forSource, forTarget []string
	}{
		{name: "the large lexicon needs no other", source: language.English, target: language.Spanish, direct: []string{"en-es"}},
		{name: "the other way round", source: language.German, target: language.English, direct: []string{"de-en"}},
		{name: "two languages that meet in English", source: language.German, target: language.French,
			forSource: []string{"de-en"}, forTarget: []string{"fr-en"}},
		{name: "one language", source: language.Spanish, target: language.MustParse("es-MX"),
			forSource: []string{"es-en"}, forTarget: []string{"es-en"}},
		{name: "a language without a lexicon", source: language.Dutch, target: language.English,
			forTarget: []string{"en-es", "en-fr", "en-de", "en-is"}},
		{name: "one of the user's, beside the built-in ones", source: language.Italian, target: language.French, lexicons: Lexicons{Own: []*lexicon.Lexicon{own}},
			direct: []string{"it-fr"}, forTarget: []string{"fr-en"}},
		{name: "the user's alone", source: language.French, target: language.French, lexicons: Lexicons{Own: []*lexicon.Lexicon{own}, NoBuiltIn: true},
			forSource: []string{"fr-it"}, forTarget: []string{"fr-it"}},
		{name: "none", source: language.English, target: language.Spanish, lexicons: Lexicons{NoBuiltIn: true}},
		{name: "unknown languages", source: language.Und, target: language.Und},
	} {
		t.Run(test.name, func(t *testing.T) {
			k := test.lexicons.known(test.source, test.target)
			got := [][]string{names(k.direct), names(k.sourceThirds), names(k.targetThirds)}
			want := [][]string{test.direct, test.forSource, test.forTarget}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("between the two, from the source, from the target (-want +got):\n%s", diff)
			}
		})
	}
}

// TestReadKnows holds that words of two languages are found whichever way leads
// from the one to the other.
func TestReadKnows(t *testing.T) {
	for _, test := range []struct {
		name           string
		source, target string
		from, to       language.Tag
		stem, other    string
	}{
		{"a lexicon between them", "the house", "la casa", language.English, language.Spanish, "hous", "cas"},
		{"an elided word before it", "the man", "l'homme", language.English, language.French, "man", "l'homm"},
		{"by way of English", "der Berg", "la montagne", language.German, language.French, "berg", "montagn"},
		{"synonyms", "una mentira", "un embuste", language.Spanish, language.Spanish, "mentir", "embust"},
		{"a cognate of the translation", "freedom", "libertà", language.English, language.Italian, "freedom", "libertà"},
		{"a number in words", "seven", "7", language.English, language.Dutch, "seven", "7"},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := Read(parse(t, test.source, test.from), parse(t, test.target, test.to), Lexicons{})
			found := func(p trans.Pair) bool {
				return b.Task.Source.Types[p.Source].Stem == test.stem && b.Task.Target.Types[p.Target].Stem == test.other
			}
			for _, p := range b.Task.Lexicon {
				if found(p) {
					return
				}
			}
			t.Errorf("%s and %s are not known to belong together", test.stem, test.other)
		})
	}
}

func parse(t *testing.T, text string, tag language.Tag) *segment.Document {
	t.Helper()
	d, err := segment.Parse(text, segment.Options{Language: tag, Layout: segment.Lines})
	if err != nil {
		t.Fatal(err)
	}
	return d
}
