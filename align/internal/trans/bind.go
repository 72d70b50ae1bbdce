package trans

import (
	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/lexicon"
)

// Bind finds the pairs of a lexicon among the types of a bitext.
func Bind(l *lexicon.Lexicon, source, target *corpus.Side) []Pair {
	ids := make(map[string]int32, len(target.Types))
	for id, t := range target.Types {
		ids[t.Stem] = int32(id)
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
