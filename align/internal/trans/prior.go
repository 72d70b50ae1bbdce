package trans

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/hexapla/hexapla/align/internal/corpus"
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

// Prior collects identical words, cognates, and the pairs that lexicons know, as
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
