package corpus

import (
	"slices"
	"testing"

	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

func TestReaderGivesTheTokensOfTheSide(t *testing.T) {
	sentences := []string{"She came in spite of the rain.", "He had 1,200 reasons — “or more”."}
	d, err := segment.Parse(sentences[0]+"\n"+sentences[1], segment.Options{Language: language.English, Layout: segment.Lines})
	if err != nil {
		t.Fatal(err)
	}
	side, reader := Read(d, lexicon.EnglishSpanish().Phrases)
	phrases := 0
	for i, text := range sentences {
		var ids []int32
		for _, token := range reader.Tokens(text) {
			ids = append(ids, token.ID)
			if token.Phrase {
				phrases++
			}
		}
		if !slices.Equal(ids, side.Sentence(i)) {
			t.Errorf("sentence %d: the reader has %v, the side %v", i, ids, side.Sentence(i))
		}
	}
	if phrases != 1 {
		t.Errorf("%d phrases, want in spite of alone", phrases)
	}
}

func TestBareIsWhatFollowsAnElidedWord(t *testing.T) {
	for _, test := range []struct {
		tag              language.Tag
		word, want, what string
	}{
		{language.French, "l'homme", "homm", "an article"},
		{language.French, "L’homme", "homm", "with a capital and a typographic apostrophe"},
		{language.French, "lorsqu'elle", "elle", "a conjunction"},
		{language.French, "aujourd'hui", "", "one word"},
		{language.French, "homme", "", "nothing elided"},
		{language.Italian, "dell'anno", "anno", "a preposition with its article"},
		{language.English, "it's", "", "an ending"},
		{language.English, "we'll", "", "another"},
		{language.English, "mother's", "", "a genitive"},
	} {
		side := New(&segment.Document{Language: test.tag, Sentences: []segment.Sentence{{Text: test.word}}}, nil)
		if len(side.Types) != 1 || side.Types[0].Bare != test.want {
			t.Errorf("%s: %s is %+v; want bare %q", test.what, test.word, side.Types, test.want)
		}
	}
}

func TestBordersAreThoseOfParagraphs(t *testing.T) {
	d := &segment.Document{Language: language.English}
	for _, paragraph := range []int{0, 0, 1, 1, 1, 2} {
		d.Sentences = append(d.Sentences, segment.Sentence{Text: "A word.", Paragraph: paragraph})
	}
	var borders []int
	for i, shape := range New(d, nil).Shapes {
		if shape.Border {
			borders = append(borders, i)
		}
	}
	if want := []int{2, 5}; !slices.Equal(borders, want) {
		t.Errorf("borders before %v, want %v", borders, want)
	}
}
