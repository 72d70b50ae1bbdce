package lattice

import (
	"math"
	"math/bits"
	"slices"

	"github.com/hexapla/hexapla/align/internal/corpus"
)

// longSentence is the number of words from which a sentence is tallied: each is
// read again for every sentence of the other side that it is beside, and one of
// a million words, which is a file without line breaks, would be most of the
// work. The longest sentence of all sets has 179 words.
const longSentence = 1000

// tally is how often a type stands in a sentence.
type tally struct{ id, count int32 }

// tallies returns those of the long sentences, by number; each ascending by id.
func tallies(side *corpus.Side) map[int][]tally {
	var long map[int][]tally
	for j := range side.Len() {
		words := side.Sentence(j)
		if len(words) < longSentence {
			continue
		}
		if long == nil {
			long = make(map[int][]tally)
		}
		long[j] = tallied(words)
	}
	return long
}

func tallied(words []int32) []tally {
	words = slices.Clone(words)
	slices.Sort(words)
	var out []tally
	for _, id := range words {
		if last := len(out) - 1; last >= 0 && out[last].id == id {
			out[last].count++
			continue
		}
		out = append(out, tally{id, 1})
	}
	return out
}

// isLess tells whether it is less work to look the runs' words up in a tallied
// sentence than to read the sentence.
func (w *window) isLess(sentence []tally, words int) bool {
	return len(sentence) > 0 && len(w.types)*bits.Len(uint(len(sentence))) < words
}

// explainLong is explain for a tallied sentence.
func (w *window) explainLong(sentence []tally, unexplained float64, ratios []float32) {
	for run, total := range w.words {
		if total == 0 {
			ratios[run] = 0
			continue
		}
		ratios[run] = float32(w.logProduct(sentence, run, (1-smooth)/smooth/float64(total)) + unexplained)
	}
}

// logProduct returns the logarithm of what a run gives the words of a sentence,
// multiplied, as explain has it.
func (w *window) logProduct(sentence []tally, run int, factor float64) float64 {
	sum := 0.0
	for at, id := range w.types[1:] {
		k, found := slices.BinarySearchFunc(sentence, id, func(t tally, id int32) int { return int(t.id - id) })
		if found {
			sum += float64(sentence[k].count) * math.Log1p(factor*w.given[at+1][run])
		}
	}
	return sum
}
