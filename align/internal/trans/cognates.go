package trans

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/letters"
	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
)

// leastDice is how much of their letter pairs two cognates share. Lower lets
// chance in, higher loses vowel shifts; measured on all sets.
const leastDice = 0.6

// cognates pairs words whose letter bigrams, without accents, overlap by more
// than leastDice (Dice's coefficient, as in Brew & McKelvie 1996), and that
// begin with the same two letters.
func cognates(source, target *corpus.Side) []Pair {
	others := spelling(target)
	var pairs []Pair
	for id, t := range source.Types {
		if t.Kind == segment.Letters {
			for _, e := range others.like(bare(t)) {
				pairs = append(pairs, Pair{int32(id), e.ID, cognateCount * e.Value})
			}
		}
	}
	return pairs
}

// Via finds the words of two texts that third languages join: those of the
// target that look like a translation of one of the source's by a lexicon into
// such a language. English freedom and French liberté have nothing alike, but Spanish
// libertad joins them. A number in words finds its digits so, too. The weight of a
// pair is how alike the words are, times the translation's share.
//
// On five English novels in French, cut into parts of 40 sentences, this adds two
// points; whole novels, which have more to learn from, gain .2.
func Via(lexicons []*lexicon.Lexicon, source, target *corpus.Side) []Pair {
	if len(lexicons) == 0 {
		return nil // what follows reads the whole target
	}
	others := spelling(target)
	digits := make(map[string]int32)
	for id, t := range target.Types {
		if t.Kind == segment.Number {
			digits[t.Stem] = int32(id)
		}
	}
	looks := make(map[string][]Entry) // what is like a word of a third language
	var pairs []Pair
	for id := range source.Types {
		join := func(key string, share float64) {
			if number, ok := digits[key]; ok {
				pairs = append(pairs, Pair{int32(id), number, float32(share)})
			}
			if share < leastShare {
				return
			}
			alike, ok := looks[key]
			if !ok {
				alike = others.like(key)
				looks[key] = alike
			}
			for _, e := range alike {
				pairs = append(pairs, Pair{int32(id), e.ID, e.Value * float32(share)})
			}
		}
		for _, l := range lexicons {
			translations(l.TranslationsOf, &source.Types[id], join)
		}
	}
	return pairs
}

// leastShare is that of a translation by way of which Via looks: rarer ones are
// too many, and find words by chance.
const leastShare = 0.03

// spelledWords are the words of a side by their first two letters.
type spelledWords map[string][]spelled

func spelling(side *corpus.Side) spelledWords {
	byStart := make(spelledWords)
	for id, t := range side.Types {
		if t.Kind == segment.Letters {
			if w, ok := spell(int32(id), bare(t)); ok {
				byStart[w.letters[:2]] = append(byStart[w.letters[:2]], w)
			}
		}
	}
	return byStart
}

// like returns the words that may be cognates of one, with how alike they are.
func (s spelledWords) like(stem string) []Entry {
	w, ok := spell(0, stem)
	if !ok {
		return nil
	}
	var found []Entry
	for _, other := range s[w.letters[:2]] {
		if d := dice(w.bigrams, other.bigrams); d > leastDice {
			found = append(found, Entry{other.id, float32(d)})
		}
	}
	return found
}

type spelled struct {
	id      int32
	letters string
	bigrams []uint32 // sorted
}

// spell prepares a word of four letters or more for comparison.
func spell(id int32, stem string) (spelled, bool) {
	if utf8.RuneCountInString(stem) < 4 {
		return spelled{}, false
	}
	plain := letters.Plain(stem)
	if len(plain) < 2 {
		return spelled{}, false
	}
	w := spelled{id: id, letters: plain}
	previous := rune(0)
	for _, r := range plain {
		if previous != 0 {
			w.bigrams = append(w.bigrams, uint32(previous)<<16|uint32(r)&0xFFFF)
		}
		previous = r
	}
	slices.Sort(w.bigrams)
	return w, true
}

func dice(a, b []uint32) float64 {
	short, long := len(a), len(b)
	if short > long {
		short, long = long, short
	}
	// Too unlike in length to reach leastDice whatever they share.
	if float64(2*short) <= leastDice*float64(short+long) {
		return 0
	}
	shared, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			shared, i, j = shared+1, i+1, j+1
		}
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
}

// bare is the stem without an elided word.
func bare(t corpus.Type) string { return cmp.Or(t.Bare, t.Stem) }
