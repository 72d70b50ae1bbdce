package lexicon

import (
	"cmp"
	"slices"
	"sort"
	"strings"
)

// Phrase is a phrase of the lexicon that was found in a sentence.
type Phrase struct {
	Start, End int // the stems it takes, the last excluded

	// Key is the phrase as [Lexicon.Translations] takes and gives it; where
	// the sentence has an inflected word (gave up), the key has the lemma
	// (give up).
	Key string
}

// Phrases returns the phrases of the source language that stand in a sentence,
// given the stems of its words in order. Each word of a phrase may be
// inflected. No two overlap: a longer one goes before a shorter, of two as
// long the one further left. They are given in the order of the sentence. The
// phrases of the target language are found by the inverse lexicon.
//
// A stem that begins no phrase costs one look into a hash table, another one
// two binary searches in its phrases and one such look for each word that it
// goes on for.
func (l *Lexicon) Phrases(stems []string) []Phrase {
	var found []Phrase
	open := l.source.openings()
	for i := range stems {
		for _, at := range open.starts[stems[i]] {
			offset := strings.IndexByte(l.source.keys[at.start], ' ') + 1
			if end, key := l.source.longest(open, stems, i+1, at, offset); end > 0 {
				found = append(found, Phrase{i, end, key})
			}
		}
	}
	if len(found) < 2 {
		return found
	}
	slices.SortFunc(found, func(a, b Phrase) int {
		return cmp.Or((b.End-b.Start)-(a.End-a.Start), a.Start-b.Start, strings.Compare(a.Key, b.Key))
	})
	kept := found[:0]
	for _, p := range found {
		if !slices.ContainsFunc(kept, func(k Phrase) bool { return p.Start < k.End && k.Start < p.End }) {
			kept = append(kept, p)
		}
	}
	slices.SortFunc(kept, func(a, b Phrase) int { return a.Start - b.Start })
	return kept
}

// longest returns the longest phrase among the keys at, which are the same up
// to the offset, that goes on with stems[i:], and where it ends; or 0.
func (s *side) longest(open *openings, stems []string, i int, at span, offset int) (end int, key string) {
	if i == len(stems) {
		return 0, ""
	}
	try := func(word string) {
		next := s.narrow(at, offset, word)
		if next.start == next.end {
			return
		}
		after := offset + len(word)
		if whole := s.keys[next.start]; len(whole) == after {
			if i+1 > end {
				end, key = i+1, whole
			}
			next.start++
		}
		if next.start < next.end {
			if e, k := s.longest(open, stems, i+1, next, after+1); e > end {
				end, key = e, k
			}
		}
	}
	try(stems[i])
	for _, lemma := range open.lemmas[stems[i]] {
		try(lemma)
	}
	return end, key
}

// narrow returns those of the keys at, the same up to the offset, whose next
// word is the given one.
func (s *side) narrow(at span, offset int, word string) span {
	keys := s.keys[at.start:at.end]
	start := sort.Search(len(keys), func(k int) bool { return keys[k][offset:] >= word })
	goesOn := func(key string) bool {
		rest := key[offset:]
		return strings.HasPrefix(rest, word) && (len(rest) == len(word) || rest[len(word)] == ' ')
	}
	end := start
	if start < len(keys) && goesOn(keys[start]) { // as a rule it does not
		end += sort.Search(len(keys)-start, func(k int) bool { return !goesOn(keys[start+k]) })
	}
	return span{at.start + int32(start), at.start + int32(end)}
}
