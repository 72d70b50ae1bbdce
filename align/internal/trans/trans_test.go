package trans

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

func side(t *testing.T, text string, tag language.Tag) *corpus.Side {
	t.Helper()
	d, err := segment.Parse(text, segment.Options{Language: tag, Layout: segment.Lines})
	if err != nil {
		t.Fatal(err)
	}
	return corpus.New(d, nil)
}

func id(t *testing.T, s *corpus.Side, stem string) int32 {
	t.Helper()
	for i, x := range s.Types {
		if x.Stem == stem || x.Form == stem {
			return int32(i)
		}
	}
	t.Fatalf("no type %q", stem)
	return 0
}

// value returns the entry of a pair, or 0.
func value(r *Rows, s, target int32) float32 {
	for _, e := range r.Row(s) {
		if e.ID == target {
			return e.Value
		}
	}
	return 0
}

func TestSynonyms(t *testing.T) {
	l := lexicon.New(language.Spanish, language.English, []lexicon.Pair{
		{Source: "mentira", Target: "lie", Weight: 1},
		{Source: "embuste", Target: "lie", Weight: 1},
		{Source: "embuste", Target: "trick", Weight: 1},
		{Source: "truco", Target: "trick", Weight: 1},
		{Source: "barco", Target: "ship", Weight: 1},
		{Source: "hacer", Target: "make", Weight: 10},
		{Source: "hacer", Target: "ship", Weight: .1},
	}, nil, nil)
	source := side(t, "mentira barco truco cosa", language.Spanish)
	target := side(t, "embustes mentira hacer cosa", language.Spanish)
	weights := make(map[[2]int32]float32)
	for _, p := range Synonyms(l, l, source, target) {
		pair := [2]int32{p.Source, p.Target}
		if weights[pair] != 0 {
			t.Errorf("pair %v stands twice", pair)
		}
		weights[pair] = p.Weight
	}
	for _, test := range []struct {
		source, target string
		want           float32
		reason         string
	}{
		{"mentira", "embustes", .5, "one means lie alone, the other half of the time"},
		{"truco", "embustes", .5, "the other half"},
		{"mentira", "mentira", 1, "the word itself"},
		{"truco", "mentira", 0, "synonyms of a synonym, of another meaning"},
		{"barco", "hacer", 0, "a rare meaning of the one"},
		{"cosa", "cosa", 0, "not in the lexicon"},
	} {
		got := weights[[2]int32{id(t, source, test.source), id(t, target, test.target)}]
		if diff := got - test.want; diff < -.01 || diff > .01 {
			t.Errorf("%s and %s: weight %.3f, want %.2f: %s", test.source, test.target, got, test.want, test.reason)
		}
	}
}

func TestVia(t *testing.T) {
	source := side(t, "freedom six twelve may 40 house slept lost", language.English)
	target := side(t, "la liberté, 6 heures, 12, 40, la maison, ils dorment, perdue, mayonnaise", language.French)
	got := make(map[string]string)
	for _, p := range Via([]*lexicon.Lexicon{lexicon.EnglishSpanish()}, source, target) {
		if p.Weight <= 0 || p.Weight > 1 {
			t.Errorf("%v: want a weight above 0, to 1", p)
		}
		got[source.Types[p.Source].Form] = target.Types[p.Target].Form
	}
	want := map[string]string{
		"freedom": "liberté", "slept": "dorment", "lost": "perdue", // libertad, dormir, perder
		"six": "6", "twelve": "12",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("by way of Spanish (-want +got):\n%s", diff)
	}
}

func TestPriorKnows(t *testing.T) {
	source := side(t, "Madrid constitution 1,936 once son\nonce I\nBoston", language.English)
	target := side(t, "Madrid constitución 1.936 once son\nBostón", language.Spanish)
	prior := Prior(source, target, nil)
	for _, test := range []struct {
		source, target string
		want           bool
		reason         string
	}{
		{"madrid", "madrid", true, "the same word"},
		{"constitution", "constitución", true, "cognates"},
		{"1936", "1936", true, "a number, whatever parts its thousands"},
		{"son", "son", false, "short words look alike by chance"},
		{"madrid", "constitución", false, "nothing in common"},
	} {
		got := value(prior, id(t, source, test.source), id(t, target, test.target)) > 0
		if got != test.want {
			t.Errorf("%s and %s: %v, want %v: %s", test.source, test.target, got, test.want, test.reason)
		}
	}
}

func TestLearnFindsWhatStandsTogether(t *testing.T) {
	source := side(t, strings.Repeat("the dog sleeps\nthe cat eats\nthe dog eats\n", 3), language.Und)
	target := side(t, strings.Repeat("hundo dormas\nkato mangas\nhundo mangas\n", 3), language.Und)
	var beads []Bead
	for i := range int32(9) {
		beads = append(beads, Bead{i, i + 1, i, i + 1, 1})
	}
	l := NewLearner(source, target, Prior(source, target, nil))
	var m *Model
	for range 3 {
		var err error
		if m, err = l.Learn(context.Background(), beads, 1); err != nil {
			t.Fatal(err)
		}
	}
	links := m.Links(source, target)
	for _, pair := range [][2]string{{"dog", "hundo"}, {"cat", "kato"}, {"eats", "mangas"}, {"sleeps", "dormas"}} {
		s := id(t, source, pair[0])
		right := value(links, s, id(t, target, pair[1]))
		for other := range target.Types {
			if v := value(links, s, int32(other)); v > right {
				t.Errorf("%s: %s has %v, %s %v", pair[0], target.Types[other].Stem, v, pair[1], right)
			}
		}
	}
}

func TestBindFindsFormsAndPhrases(t *testing.T) {
	l := lexicon.New(language.English, language.Spanish, []lexicon.Pair{
		{Source: "go", Target: "ir", Weight: 1},
		{Source: "in spite of", Target: "a pesar de", Weight: 1},
	}, lexicon.Forms{"go": {"went"}}, lexicon.Forms{"ir": {"fue"}})
	parse := func(text string, tag language.Tag, l *lexicon.Lexicon) *corpus.Side {
		d, err := segment.Parse(text, segment.Options{Language: tag, Layout: segment.Lines})
		if err != nil {
			t.Fatal(err)
		}
		return corpus.New(d, l.Phrases)
	}
	source := parse("he went in spite of it", language.English, l)
	target := parse("fue a pesar de todo", language.Spanish, l.Invert())
	found := make(map[string]string)
	for _, p := range Bind(l, source, target) {
		found[source.Types[p.Source].Stem] = target.Types[p.Target].Stem
	}
	if found["went"] != "fue" {
		t.Errorf("went is bound to %q, want fue", found["went"])
	}
	if len(found) != 2 {
		t.Errorf("bound %v, want the word and the phrase", found)
	}
}

func TestTransposeTwiceIsTheSame(t *testing.T) {
	r := newRows([][]Entry{{{1, .5}, {3, .25}}, nil, {{0, 1}}})
	back := r.Transpose(4).Transpose(3)
	for s := range int32(3) {
		a, b := r.Row(s), back.Row(s)
		if len(a) != len(b) {
			t.Fatalf("row %d: %v and %v", s, a, b)
		}
		for k := range a {
			if a[k] != b[k] {
				t.Errorf("row %d: %v and %v", s, a, b)
			}
		}
	}
}

func TestABookInOneBeadTeachesNothing(t *testing.T) {
	text := strings.Repeat("alpha beta gamma delta ", 2000)
	s, u := side(t, text, language.English), side(t, text, language.Spanish)
	learned := func(beads ...Bead) *Model {
		m, err := NewLearner(s, u, Prior(s, u, nil)).Learn(context.Background(), beads, 1)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	book, nothing := learned(Bead{SourceEnd: 1, TargetEnd: 1, Weight: 1}), learned()
	for id := range int32(len(s.Types)) {
		if got, want := book.Forward.Row(id), nothing.Forward.Row(id); !slices.Equal(got, want) {
			t.Errorf("type %d has learned %v, want %v", id, got, want)
		}
	}
}
