package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// stemsOf returns the stems of a sentence.
func stemsOf(text string, tag language.Tag) []string {
	return strings.Fields(Key(text, segment.NewStemmer(tag)))
}

func translations(l *Lexicon, word string) []string {
	var keys []string
	l.TranslationsOf(Key(word, segment.NewStemmer(l.Source)), strings.ToLower(word), func(key string, share float64) {
		keys = append(keys, key)
	})
	return keys
}

func TestTranslations(t *testing.T) {
	tests := []struct {
		word, want string // want is a word or phrase of the other language
		reason     string
	}{
		{"house", "casa", "a plain noun"},
		{"houses", "casas", "regular plurals have the stem of the singular"},
		{"went", "ir", "an irregular form stands for its lemma"},
		{"go", "fue", "a translation stands for its irregular forms"},
		{"went", "fueron", "both at once"},
		{"was", "era", "a form with entries of its own"},
		{"children", "niños", "an irregular plural"},
		{"Moscow", "Moscú", "a name with two forms"},
		{"realize", "darse cuenta", "a phrase as translation"},
		{"don't", "no", "a contraction"},
		{"thou", "tú", "an older word"},
		{"when", "quando", "older Spanish spelling"},
		{"say", "dixo", "an older irregular form"},
		{"rise", "levantóse", "a pronoun written to the verb"},
		{"answer", "respondióle", "another pronoun"},
		{"find", "hallare", "the future subjunctive"},
		{"antient", "antiguo", "older English spelling"},
		{"Lord", "Jehová", "an old Bible"},
		{"twelve", "12", "a word for a number in digits"},
		{"12", "doce", "the other way round"},
		{"nineteenth", "XIX", "a Roman numeral"},
		{"nineteen thirty-six", "mil novecientos treinta y seis", "a year in words"},
	}
	for _, test := range tests {
		want := phraseKey(test.want, language.Spanish, segment.NewStemmer(language.Spanish))
		if got := translations(EnglishSpanish(), test.word); !slices.Contains(got, want) {
			t.Errorf("%s: %q has no %q among %q", test.reason, test.word, want, got)
		}
	}
}

func TestTranslationsOfLetsTheFormDecide(t *testing.T) {
	best := func(word string) (best string) {
		most := 0.0
		l := EnglishSpanish()
		l.TranslationsOf(Key(word, segment.NewStemmer(language.English)), word, func(key string, share float64) {
			if share > most {
				best, most = key, share
			}
		})
		return best
	}
	for word, want := range map[string]string{
		"universe": "univers", "university": "univers", // the Spanish collide as well
		"admire": "admir", "admiral": "almir", "bare": "desnud", "barely": "apen",
		"come": "ven", "comely": "herm",
	} {
		if got := best(word); !strings.HasPrefix(got, want) {
			t.Errorf("best translation of %q: %q; want %q…", word, got, want)
		}
	}
}

func TestSharesOfAWordAddUpToOne(t *testing.T) {
	for _, l := range bothWays() {
		for key := range l.source.keys {
			links := l.source.links.of(int32(key))
			sum := 0.0
			for _, link := range links {
				sum += float64(link.share)
			}
			if len(links) > 0 && (sum < .999 || sum > 1.001) {
				t.Errorf("%v %q: shares add up to %v", l.Source, l.source.keys[key], sum)
			}
		}
	}
}

func TestPhrases(t *testing.T) {
	tests := []struct {
		tag      language.Tag
		sentence string
		want     string
		reason   string
	}{
		{language.English, "of course he came", "0-2 of cours", "at the start"},
		{language.English, "He gave up", "1-3 gave up", "at the end, an inflected verb"},
		{language.English, "In spite of everything, he laughed", "0-4 in spite of everyth", "the longest goes first"},
		{language.English, "The house is red", "", "none"},
		{language.English, "", "", "an empty sentence"},
		{language.English, "of", "", "the beginning of a phrase only"},
		{language.English, "in spite", "", "a phrase cut short"},
		{language.Spanish, "Se dio cuenta", "1-3 dar cuent", "a reflexive verb, its pronoun before it"},
		{language.Spanish, "dándose cuenta", "0-2 dar cuent", "its pronoun written to it"},
		{language.Spanish, "Sin embargo, a pesar de todo", "0-2 sin embarg; 2-6 a pes de tod", "two in a row"},
	}
	for _, test := range tests {
		l := EnglishSpanish()
		if test.tag == language.Spanish {
			l = SpanishEnglish()
		}
		var got []string
		for _, p := range l.Phrases(stemsOf(test.sentence, test.tag)) {
			got = append(got, fmt.Sprintf("%d-%d %s", p.Start, p.End, strings.ReplaceAll(p.Key, "giv up", "gave up")))
		}
		if diff := cmp.Diff(test.want, strings.ReplaceAll(strings.Join(got, "; "), "give up", "gave up")); diff != "" {
			t.Errorf("%s: phrases of %q (-want +got):\n%s", test.reason, test.sentence, diff)
		}
	}
}

func TestLongerPhraseFurtherRightGoesFirst(t *testing.T) {
	l := New(language.German, language.French, []Pair{{"a b", "x", 1}, {"b c d", "y", 1}, {"d e", "z", 1}}, nil, nil)
	want := []Phrase{{1, 4, "b c d"}}
	if diff := cmp.Diff(want, l.Phrases(strings.Fields("a b c d e"))); diff != "" {
		t.Error("(-want +got)\n", diff)
	}
}

func TestInvertAndMerge(t *testing.T) {
	l := New(language.English, language.Spanish, []Pair{{"house", "casa", 1}, {"house", "casa", 2}, {"home", "casa", 1}, {"home", "hogar", 2}}, nil, nil)
	if diff := cmp.Diff([]Pair{{"home", "hogar", 2}, {"home", "casa", 1}, {"house", "casa", 2}}, l.Pairs()); diff != "" {
		t.Error("pairs (-want +got)\n", diff)
	}
	if diff := cmp.Diff([]Pair{{"casa", "house", 2}, {"casa", "home", 1}, {"hogar", "home", 2}}, l.Invert().Pairs()); diff != "" {
		t.Error("inverse (-want +got)\n", diff)
	}
	if diff := cmp.Diff(l.Pairs(), l.Invert().Invert().Pairs()); diff != "" {
		t.Error("inverse of the inverse (-want +got)\n", diff)
	}
	other := New(language.Spanish, language.MustParse("en-GB"), []Pair{{"coche", "car", 1}}, nil, nil)
	merged := l.Merge(other)
	if diff := cmp.Diff([]Pair{{"car", "coche", 1}, {"home", "hogar", 2}, {"home", "casa", 1}, {"house", "casa", 2}}, merged.Pairs()); diff != "" {
		t.Error("merged (-want +got)\n", diff)
	}
	if got := translations(merged, "cars"); !slices.Contains(got, "coch") {
		t.Errorf("merged: cars is %q", got)
	}
}

func TestUsersLexiconKnowsTheBuiltInForms(t *testing.T) {
	for _, test := range []struct {
		tag               language.Tag
		lemma, form, want string
		reason            string
	}{
		{language.English, "go", "went", "word", "English"},
		{language.French, "aller", "irons", "word", "French, and a stemmer that does not join the two"},
		{language.German, "Haus", "Häuser", "word", "German, which has no stemmer"},
		{language.Icelandic, "hús", "húsunum", "word", "Icelandic"},
		{language.German, "Haus", "ging", "", "a form of another word"},
	} {
		l := New(test.tag, language.Dutch, []Pair{{test.lemma, "word", 1}}, nil, nil)
		if got := strings.Join(translations(l, test.form), ","); got != test.want {
			t.Errorf("%s: %s is %q, want %q", test.reason, test.form, got, test.want)
		}
	}
	l := New(language.German, language.Dutch, []Pair{{"Haus", "word", 1}}, Forms{}, nil)
	if got := translations(l, "Häuser"); len(got) > 0 {
		t.Errorf("Häuser is %q, though the forms given are empty, not nil", got)
	}
}

func TestBetweenAndFrom(t *testing.T) {
	two := New(language.English, language.Spanish, []Pair{{"house", "casa", 1}}, nil, nil)
	one := New(language.English, language.English, []Pair{{"gaol", "jail", 1}}, nil, nil)
	for _, test := range []struct {
		l              *Lexicon
		source, target string
		between, from  string // the one between source and target, and from source
		reason         string
	}{
		{two, "en", "es", "en-es", "en-es", "as it stands"},
		{two, "es-MX", "en-GB", "es-en", "es-en", "turned; regions are not looked at"},
		{two, "en", "fr", "", "en-es", "another target"},
		{two, "fr", "en", "", "", "another source"},
		{two, "und", "und", "", "", "an undetermined language is none"},
		{one, "en", "en", "en-en", "", "within a language"},
		{nil, "en", "es", "", "", "no lexicon"},
	} {
		name := func(l *Lexicon) string {
			if l == nil {
				return ""
			}
			return l.Source.String() + "-" + l.Target.String()
		}
		source, target := language.MustParse(test.source), language.MustParse(test.target)
		if got := name(test.l.Between(source, target)); got != test.between {
			t.Errorf("%s: between %s and %s: %q, want %q", test.reason, test.source, test.target, got, test.between)
		}
		if got := name(test.l.From(source)); got != test.from {
			t.Errorf("%s: from %s: %q, want %q", test.reason, test.source, got, test.from)
		}
	}
	if got := one.Between(language.English, language.English); got != one {
		t.Error("a lexicon within a language is turned")
	}
}

func TestMeaningsAreWithoutForms(t *testing.T) {
	l := New(language.Spanish, language.English, []Pair{{"ir", "go", 1}, {"ser", "be", 3}}, Forms{"ir": {"fue"}, "ser": {"fue"}}, Forms{"go": {"went"}, "be": {"was"}})
	got := make(map[string]float64)
	l.Meanings("fue", "fue", func(key string, share float64) { got[key] += share })
	if diff := cmp.Diff(map[string]float64{"go": 1, "be": 1}, got); diff != "" {
		t.Error("of both lemmas, each its own (-want +got)\n", diff)
	}
	if all := translations(l, "fue"); !slices.Contains(all, "went") {
		t.Errorf("the forms are not in the lexicon at all: %q", all)
	}
}

func TestKey(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"house", "hous", "a word"},
		{"Adam's apple", "adam appl", "the stemmer takes 's away"},
		{"well-known", "well known", "hyphens separate words"},
		{"?!", "", "marks only"},
		{"", "", "nothing"},
	}
	for _, test := range tests {
		if got := Key(test.text, segment.NewStemmer(language.English)); got != test.want {
			t.Errorf("%s: key of %q is %q; want %q", test.reason, test.text, got, test.want)
		}
	}
}
