package trans

import (
	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/lexicon"
)

// Bind finds the pairs of a lexicon among the types of a bitext.
func Bind(l *lexicon.Lexicon, source, target *corpus.Side) []Pair {
	ids := make(map[string][]int32, len(target.Types))
	for id := range target.Types {
		for _, stem := range stems(&target.Types[id]) {
			ids[stem] = append(ids[stem], int32(id))
		}
	}
	var pairs []Pair
	for id := range source.Types {
		translations(l.TranslationsOf, &source.Types[id], func(key string, share float64) {
			for _, t := range ids[key] {
				pairs = append(pairs, Pair{int32(id), t, float32(share)})
			}
		})
	}
	return pairs
}

// stems are those by which a lexicon may know a type.
func stems(t *corpus.Type) []string {
	if t.Bare != "" {
		return []string{t.Stem, t.Bare}
	}
	return []string{t.Stem}
}

// translations looks a type up by all its stems.
func translations(of func(stem, form string, yield func(key string, share float64)), t *corpus.Type, yield func(key string, share float64)) {
	of(t.Stem, t.Form, yield)
	if t.Bare != "" {
		of(t.Bare, "", yield)
	}
}
