package trans

import (
	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
)

// Bind finds the pairs of a lexicon among the types of a bitext.
func Bind(l *lexicon.Lexicon, source, target *corpus.Side) []Pair {
	ids := make(map[string]int32, len(target.Types))
	for id, t := range target.Types {
		ids[t.Stem] = int32(id)
	}
	return bind(l, source, ids)
}

// BindNumbers finds the numbers that one text writes in words and the other in
// digits, by a lexicon from the one's language to a third: digits are the same
// in all.
func BindNumbers(l *lexicon.Lexicon, source, target *corpus.Side) []Pair {
	ids := make(map[string]int32)
	for id, t := range target.Types {
		if t.Kind == segment.Number {
			ids[t.Stem] = int32(id)
		}
	}
	return bind(l, source, ids)
}

// bind pairs the source types with the types whose ids are given by stem.
func bind(l *lexicon.Lexicon, source *corpus.Side, ids map[string]int32) []Pair {
	if len(ids) == 0 {
		return nil
	}
	var pairs []Pair
	for id, s := range source.Types {
		l.TranslationsOf(s.Stem, s.Form, func(key string, share float64) {
			if t, ok := ids[key]; ok {
				pairs = append(pairs, Pair{int32(id), t, float32(share)})
			}
		})
	}
	return pairs
}
