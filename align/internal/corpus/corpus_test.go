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
