package trans

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/letters"
	"github.com/hexapla/hexapla/segment"
)

// The pseudo-counts of what is known before reading: a pair counts as if it had
// been seen so often. On all sets half and double serve alike.
const (
	identityCount = 3.0
	cognateCount  = 2.0
	lexiconCount  = 2.0
)

// Pair is two types that are known to translate one another.
type Pair struct {
	Source, Target int32
	Weight         float32 // 0..1
}

// Prior collects identical words, cognates, and the pairs of a lexicon, as
// pseudo-counts by source type.
func Prior(source, target *corpus.Side, lexicon []Pair) *Rows {
	pairs := slices.Clone(lexicon)
	for i := range pairs {
		pairs[i].Weight *= lexiconCount
	}
	pairs = append(pairs, identical(source, target)...)
	pairs = append(pairs, cognates(source, target)...)
	slices.SortFunc(pairs, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target), cmp.Compare(b.Weight, a.Weight))
	})
	rows := make([][]Entry, len(source.Types))
	for i, p := range pairs {
		if i > 0 && p.Source == pairs[i-1].Source && p.Target == pairs[i-1].Target {
			continue // the strongest reason alone counts
		}
		rows[p.Source] = append(rows[p.Source], Entry{p.Target, p.Weight})
	}
	return newRows(rows)
}

// identical pairs types written the same on both sides.
func identical(source, target *corpus.Side) []Pair {
	byForm := make(map[string]int32, 2*len(target.Types))
	for id, t := range target.Types {
		byForm[t.Stem] = int32(id)
	}
	for id, t := range target.Types {
		byForm[t.Form] = int32(id)
	}
	var pairs []Pair
	for id, s := range source.Types {
		t, ok := byForm[s.Form]
		if !ok {
			t, ok = byForm[s.Stem]
		}
		if ok && target.Types[t].Kind == s.Kind && !isShort(s) {
			pairs = append(pairs, Pair{int32(id), t, identityCount})
		}
	}
	return pairs
}

// isShort tells a word of one to three letters that is not a name: in two
// languages such words look alike by chance (the English and the Spanish "me",
// "son", "once").
func isShort(t corpus.Type) bool {
	return t.Kind == segment.Letters && !t.Name && utf8.RuneCountInString(t.Form) < 4
}

// leastDice is how much of their letter pairs two cognates share. Lower lets
// chance in, higher loses vowel shifts; measured on all sets.
const leastDice = 0.6

// cognates pairs words whose letter bigrams, without accents, overlap by more
// than leastDice (Dice's coefficient, as in Brew & McKelvie 1996), and that
// begin with the same two letters.
func cognates(source, target *corpus.Side) []Pair {
	byStart := make(map[string][]spelled)
	for id, t := range target.Types {
		if w, ok := spell(int32(id), t); ok {
			byStart[w.letters[:2]] = append(byStart[w.letters[:2]], w)
		}
	}
	var pairs []Pair
	for id, t := range source.Types {
		w, ok := spell(int32(id), t)
		if !ok {
			continue
		}
		for _, other := range byStart[w.letters[:2]] {
			if d := dice(w.bigrams, other.bigrams); d > leastDice {
				pairs = append(pairs, Pair{w.id, other.id, cognateCount * float32(d)})
			}
		}
	}
	return pairs
}

type spelled struct {
	id      int32
	letters string
	bigrams []uint32 // sorted
}

// spell prepares a word of four letters or more for comparison.
func spell(id int32, t corpus.Type) (spelled, bool) {
	if t.Kind != segment.Letters || utf8.RuneCountInString(t.Stem) < 4 {
		return spelled{}, false
	}
	plain := letters.Plain(t.Stem)
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
