package trans

import (
	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/lexicon"
)

// leastSynonymy prunes synonyms: below it stand words that share a rare meaning
// among many. Of the versions in one language in testdata .01 to .1 serve alike;
// .005 and .2 lose a point on the abridged one.
const leastSynonymy = 0.05

// Synonyms finds the words of two texts that two lexicons into one third language
// give the same translation. In one language, with one lexicon, these are
// synonyms: two versions tell one thing in other words. Of two languages they are
// translations: German Berg and French montagne are both mountain. The weight of
// a pair is the probability that a translation drawn from the one's is the same
// as one drawn from the other's.
//
// Where the two languages have a lexicon of their own the like step (the other
// translations of a word's translations) was tried and loses half a point on
// Candide and on the memoir: the lexicon itself holds what is needed.
func Synonyms(forSource, forTarget *lexicon.Lexicon, source, target *corpus.Side) []Pair {
	having := make(map[string][]Entry) // the target types of each meaning
	for t := range target.Types {
		translations(forTarget.Meanings, &target.Types[t], func(key string, share float64) {
			having[key] = append(having[key], Entry{int32(t), float32(share)})
		})
	}
	var pairs []Pair
	weights := make([]float32, len(target.Types))
	var touched []int32
	for s := range source.Types {
		translations(forSource.Meanings, &source.Types[s], func(key string, share float64) {
			for _, t := range having[key] {
				if weights[t.ID] == 0 {
					touched = append(touched, t.ID)
				}
				weights[t.ID] += float32(share) * t.Value
			}
		})
		for _, t := range touched {
			if weights[t] >= leastSynonymy {
				pairs = append(pairs, Pair{int32(s), t, min(weights[t], 1)})
			}
			weights[t] = 0
		}
		touched = touched[:0]
	}
	return pairs
}
