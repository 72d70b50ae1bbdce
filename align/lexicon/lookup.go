package lexicon

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/hexapla/hexapla/segment"
)

// Translations calls yield with the key of each translation of a source key (a
// stem, or the stems of a phrase with a space between), and of each inflected
// form of it, and with the translation's share of the weights of the word's.
// An inflected form stands for all its lemmas. A key may be given to yield
// more than once.
func (l *Lexicon) Translations(key string, yield func(key string, share float64)) {
	l.TranslationsOf(key, "", yield)
}

// TranslationsOf is Translations for a stem that is known to stand for a form,
// in lower case. Stemmers give words of other meanings the same stem (universe
// and university, admire and admiral): where the form is a headword of the
// lexicon, the translations of that very word have at least the share that
// they would have if it were the stem's only one.
func (l *Lexicon) TranslationsOf(stem, form string, yield func(key string, share float64)) {
	l.links(stem, form, func(to int32, share float64) {
		yield(l.target.keys[to], share)
		for _, form := range l.target.forms.of(to) {
			yield(l.target.keys[form], share)
		}
	})
}

// Meanings is TranslationsOf without the inflected forms of translations. Words
// of two languages, in two lexicons into a third, that share a key may mean the
// same.
func (l *Lexicon) Meanings(stem, form string, yield func(key string, share float64)) {
	l.links(stem, form, func(to int32, share float64) { yield(l.target.keys[to], share) })
}

// links calls yield with the keys of the translations of a stem and of its
// lemmas.
func (l *Lexicon) links(stem, form string, yield func(to int32, share float64)) {
	id, ok := l.source.key(stem)
	if !ok {
		return
	}
	own := l.source.own(id, form)
	for _, link := range l.source.links.of(id) {
		share := link.share
		for _, o := range own {
			if o.to == link.to {
				share = max(share, o.share)
			}
		}
		yield(link.to, float64(share))
	}
	for _, lemma := range l.source.lemmas.of(id) {
		for _, link := range l.source.links.of(lemma) {
			yield(link.to, float64(link.share))
		}
	}
}

// own returns the links of a word with the given key, in lower case or with a
// capital, or nil if it is the key's only word.
func (s *side) own(key int32, form string) []link {
	if form == "" || len(s.links.of(key)) < 2 {
		return nil
	}
	w, ok := slices.BinarySearch(s.words, form)
	if !ok {
		w, ok = slices.BinarySearch(s.words, capitalized(form))
	}
	if !ok || s.keyOf[w] != key {
		return nil
	}
	if links := s.byWord().of(int32(w)); len(links) < len(s.links.of(key)) {
		return links
	}
	return nil
}

func capitalized(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
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
