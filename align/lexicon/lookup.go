package lexicon

import (
	"cmp"
	"slices"

	"github.com/hexapla/hexapla/segment"
)

// Translations calls yield with the key of each translation of a source key (a
// stem, or the stems of a phrase with a space between), and of each inflected
// form of it, and with the translation's share of the weights of the word's.
// An inflected form stands for all its lemmas.
func (l *Lexicon) Translations(key string, yield func(key string, share float64)) {
	id, ok := l.source.key(key)
	if !ok {
		return
	}
	l.translate(id, yield)
	for _, lemma := range l.source.lemmas.of(id) {
		l.translate(lemma, yield)
	}
}

func (l *Lexicon) translate(id int32, yield func(key string, share float64)) {
	for _, link := range l.source.links.of(id) {
		share := float64(link.share)
		yield(l.target.keys[link.to], share)
		for _, form := range l.target.forms.of(link.to) {
			yield(l.target.keys[form], share)
		}
	}
}

// Has tells whether the lexicon translates a source key or a lemma of it.
func (l *Lexicon) Has(key string) bool {
	id, ok := l.source.key(key)
	if !ok {
		return false
	}
	if len(l.source.links.of(id)) > 0 {
		return true
	}
	return slices.ContainsFunc(l.source.lemmas.of(id), func(lemma int32) bool {
		return len(l.source.links.of(lemma)) > 0
	})
}

// Lookup returns the pairs whose source shares its key with the word or
// phrase, or with a lemma of it, by source and best first. It is for people:
// the cost is linear in the size of the lexicon.
func (l *Lexicon) Lookup(text string) []Pair {
	s := l.source
	id, ok := s.key(phraseKey(text, l.Source, segment.NewStemmer(l.Source)))
	if !ok {
		return nil
	}
	wanted := append([]int32{id}, s.lemmas.of(id)...)
	pairs := l.Pairs()
	var found []Pair
	for w, key := range s.keyOf {
		if !slices.Contains(wanted, key) {
			continue
		}
		at, _ := slices.BinarySearchFunc(pairs, s.words[w], func(p Pair, word string) int { return cmp.Compare(p.Source, word) })
		for ; at < len(pairs) && pairs[at].Source == s.words[w]; at++ {
			found = append(found, pairs[at])
		}
	}
	return found
}
