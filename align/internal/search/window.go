package search

import "math"

// window is a run of sentences of the shelf that may translate the quotation.
type window struct {
	first, end int32
	tokens     []int32
	letters    int
	forward    float64 // log likelihood ratio of the window beside the quotation
	score      float64 // that both ways, less what its length costs
}

const (
	// unexplained is what a word of a window costs that the quotation does not
	// explain: a longer window must not win by having more words.
	unexplained = -0.4

	// lengthCost is what a squared standardized difference in length costs.
	lengthCost = 1.0
)

// mostSentences in a window, of a quotation of n sentences.
func mostSentences(n int) int { return 2*n + 4 }

// bestWindow scores every window around a place. The cost is the words of the
// region times the sentences of a window.
func (q *quotation) bestWindow(at int32, most int) window {
	first, end := q.region(at)
	var starts []int
	var tokens []int32
	for i := first; i < end; i++ {
		starts = append(starts, len(tokens))
		tokens = q.shelf.Sentence(tokens, i)
	}
	starts = append(starts, len(tokens))

	best := window{score: math.Inf(-1)}
	given := make([]float64, len(q.words))
	for a := first; a < end; a++ {
		clear(given)
		w := window{first: a}
		for w.end = a + 1; w.end <= end && int(w.end-a) <= most; w.end++ {
			sentence := tokens[starts[w.end-1-first]:starts[w.end-first]]
			q.give(given, sentence)
			w.forward += q.explained(sentence)
			w.letters += q.shelf.LettersOf(w.end - 1)
			w.tokens = tokens[starts[a-first]:starts[w.end-first]]
			w.score = w.forward + q.explains(given, len(w.tokens)) - lengthCost*q.lengthOff(w.letters)
			if w.score > best.score {
				best = w
			}
		}
	}
	return best
}

// explained is the log likelihood ratio of a sentence beside the quotation.
func (q *quotation) explained(sentence []int32) float64 {
	sum := unexplained * float64(len(sentence))
	for _, id := range sentence {
		sum += q.gain[id]
	}
	return sum
}

// give adds what a sentence gives to the words of the quotation.
func (q *quotation) give(given []float64, sentence []int32) {
	for _, id := range sentence {
		for _, g := range q.givers[id] {
			given[g.word] += float64(g.ratio)
		}
	}
}

// explains is the log likelihood ratio of the quotation beside a window of n
// words. By Bayes p(q|t)/p(q) is the ratio that is known of t and q. What is
// unexplained is the same for all windows, and left out.
func (q *quotation) explains(given []float64, n int) float64 {
	factor := (1 - smooth) / smooth / float64(max(n, 1))
	sum := 0.0
	for i, g := range given {
		if g > 0 {
			sum += float64(q.words[i].instances) * math.Log1p(factor*g)
		}
	}
	return sum
}

// lengthOff is the square of the standardized difference in length, held back
// where it is so great that it does not matter by how much (Gale & Church,
// 1993; the variance is for a letter, package lattice's).
func (q *quotation) lengthOff(letters int) float64 {
	const variance, farOff = 10, 25
	d := float64(letters - q.letters)
	return min(d*d/(variance*float64(letters+q.letters+2)/2), farOff)
}
