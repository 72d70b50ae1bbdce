package align_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// wordsOf are the same words in each language. None resembles its twin in a
// language that it is set beside below.
var wordsOf = map[language.Tag][]string{
	language.English: strings.Fields("dog house forest bird horse bridge mountain book bread sky river wolf boy woman"),
	language.German:  strings.Fields("Hund Haus Wald Vogel Pferd Brücke Berg Buch Brot Himmel Fluss Wolf Junge Frau"),
	language.French:  strings.Fields("chien maison forêt oiseau cheval pont montagne livre pain ciel rivière loup garçon femme"),
	language.Finnish: strings.Fields("koira talo metsä lintu hevonen silta vuori kirja leipä taivas joki susi poika nainen"),
	basque:           strings.Fields("txakur etxe baso hegazti zaldi zubi mendi liburu ogi zeru ibai otso mutil emakume"),
}

var basque = language.MustParse("eu")

// wordLines makes a text of words, each a line.
func wordLines(t *testing.T, tag language.Tag, words []string) *segment.Document {
	t.Helper()
	return lines(t, strings.Join(words, ".\n")+".\n", tag)
}

// wordList makes a lexicon of words, without inflected forms.
func wordList(source, target language.Tag, from, to []string) *lexicon.Lexicon {
	var pairs []lexicon.Pair
	for k := range from {
		pairs = append(pairs, lexicon.Pair{Source: from[k], Target: to[k], Weight: 1})
	}
	return lexicon.New(source, target, pairs, lexicon.Forms{}, lexicon.Forms{})
}

// TestLexiconsThatJoin leaves each word out of a text in turn. Which it is only
// a lexicon can tell: eleven or more of fourteen are found with one, two at most
// without.
func TestLexiconsThatJoin(t *testing.T) {
	fi, en, eu := language.Finnish, language.English, basque
	between := func(source, target language.Tag) *lexicon.Lexicon {
		return wordList(source, target, wordsOf[source], wordsOf[target])
	}
	synonyms := wordList(fi, en, slices.Concat(wordsOf[fi], wordsOf[eu]), slices.Concat(wordsOf[en], wordsOf[en]))
	within := wordList(fi, fi, wordsOf[fi], wordsOf[eu])
	for _, test := range []struct {
		reason         string
		source, target language.Tag
		from, to       []string // words, if others than those of the language
		own            []*lexicon.Lexicon
		noLexicon      bool
		joined         bool
	}{
		{reason: "no lexicon", source: fi, target: eu},
		{reason: "one between the two", source: fi, target: eu, own: []*lexicon.Lexicon{between(fi, eu)}, joined: true},
		{reason: "the other way round", source: fi, target: eu, own: []*lexicon.Lexicon{between(eu, fi)}, joined: true},
		{reason: "two that meet in English", source: fi, target: eu, own: []*lexicon.Lexicon{between(fi, en), between(en, eu)}, joined: true},
		{reason: "and without the built-in ones", source: fi, target: eu, own: []*lexicon.Lexicon{between(fi, en), between(en, eu)}, noLexicon: true, joined: true},
		{reason: "one of these two", source: fi, target: eu, own: []*lexicon.Lexicon{between(fi, en)}},
		{reason: "one of other languages", source: fi, target: eu, own: []*lexicon.Lexicon{between(language.German, language.French)}},
		{reason: "nil beside the right one", source: fi, target: eu, own: []*lexicon.Lexicon{nil, between(fi, eu)}, joined: true},
		{reason: "of the user's and a built-in one, English", source: fi, target: language.French, own: []*lexicon.Lexicon{between(fi, en)}, joined: true},
		{reason: "without the built-in one", source: fi, target: language.French, own: []*lexicon.Lexicon{between(fi, en)}, noLexicon: true},
		{reason: "two built-in ones", source: language.German, target: language.French, joined: true},
		{reason: "without them", source: language.German, target: language.French, noLexicon: true},
		{reason: "other words of the same language", source: fi, target: fi, to: wordsOf[eu]},
		{reason: "synonyms, by their translations", source: fi, target: fi, to: wordsOf[eu], own: []*lexicon.Lexicon{synonyms}, joined: true},
		{reason: "a lexicon within the language", source: fi, target: fi, to: wordsOf[eu], own: []*lexicon.Lexicon{within}, joined: true},
		{reason: "undetermined languages", source: language.Und, target: language.Und, from: wordsOf[fi], to: wordsOf[eu], own: []*lexicon.Lexicon{between(fi, eu)}},
	} {
		t.Run(test.reason, func(t *testing.T) {
			from, to := test.from, test.to
			if from == nil {
				from = wordsOf[test.source]
			}
			if to == nil {
				to = wordsOf[test.target]
			}
			found := 0
			for k := range to {
				source := wordLines(t, test.source, from)
				target := wordLines(t, test.target, slices.Delete(slices.Clone(to), k, k+1))
				gaps := mustAlign(t, source, target, &align.Options{Lexicons: test.own, NoLexicon: test.noLexicon}).Gaps()
				if len(gaps) == 1 && gaps[0].Source == (segment.Range{Start: k, End: k + 1}) {
					found++
				}
			}
			if joined := found > len(to)/2; joined != test.joined {
				t.Errorf("%d of %d words left out are found; want more than half: %v", found, len(to), test.joined)
			}
		})
	}
}

func TestFindLeavesNilLexiconsUnused(t *testing.T) {
	index := indexOf(t, memoirVersion(t, "es", language.Spanish))
	quote := parsed(t, "They were not beautiful.", segment.Options{Language: language.English})
	if _, err := align.Find(context.Background(), quote, index, &align.FindOptions{Lexicons: []*lexicon.Lexicon{nil}}); err != nil {
		t.Error(err)
	}
}
