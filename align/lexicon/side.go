package lexicon

import (
	"slices"
	"strings"

	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// side is the words of one language, by stem.
type side struct {
	stemmer *segment.Stemmer // while the side is being made
	ids     map[string]int32 // of each key
	keys    []string
	pairs   [][]int32 // of each key, the pairs it stands in

	lemmas map[string][]string // of an inflected form's stem, its lemmas' keys
	forms  map[string][]string // of a lemma's key, its forms' stems

	longest map[string]int // of the first stem of a phrase, the words of the longest such
}

func newSide(tag language.Tag, forms Forms) *side {
	s := &side{
		stemmer: segment.NewStemmer(tag),
		ids:     make(map[string]int32),
		lemmas:  make(map[string][]string),
		forms:   make(map[string][]string),
		longest: make(map[string]int),
	}
	for lemma, inflected := range forms {
		key := Key(lemma, s.stemmer)
		for _, form := range inflected {
			stem := Key(form, s.stemmer)
			if stem == key {
				continue
			}
			if !slices.Contains(s.lemmas[stem], key) {
				s.lemmas[stem] = append(s.lemmas[stem], key)
			}
			if !slices.Contains(s.forms[key], stem) {
				s.forms[key] = append(s.forms[key], stem)
			}
		}
	}
	// The forms came out of a map: no order of theirs may be seen.
	for _, lists := range []map[string][]string{s.lemmas, s.forms} {
		for _, list := range lists {
			slices.Sort(list)
		}
	}
	return s
}

// enter notes that the text stands in a pair, and returns the number of its
// entry.
func (s *side) enter(text string, pair int32) int32 {
	key := Key(text, s.stemmer)
	id, ok := s.ids[key]
	if !ok {
		id = int32(len(s.keys))
		s.ids[key] = id
		s.keys = append(s.keys, key)
		s.pairs = append(s.pairs, nil)
		if words := 1 + strings.Count(key, " "); words > 1 {
			first, _, _ := strings.Cut(key, " ")
			s.longest[first] = max(s.longest[first], words)
		}
	}
	s.pairs[id] = append(s.pairs[id], pair)
	return id
}
