package search

import "math"

// window is a run of sentences of a region that may translate the quotation.
type window struct {
	region     *region
	start, end int // sentences of the region
	letters    int
	forward    float64 // log likelihood ratio of the window beside the quotation
	backward   float64 // and of the quotation beside the window
	score      float64 // both, less what its length costs
}

func (w *window) first() int32 { return w.region.first + int32(w.start) }
func (w *window) last() int32  { return w.region.first + int32(w.end) }

func (w *window) tokens() []token {
	s := w.region.sentences
	return w.region.tokens[s[w.start].start:s[w.end-1].end]
}

const (
	// unexplained is what a word of a window costs that the quotation does not
	// explain: a longer window must not win by having more words.
	unexplained = -0.4

	// lengthCost is what a squared standardized difference in length costs.
	lengthCost = 1.0
)

// windows scores every window of a region as IBM Model 1 scores a translation.
// The cost is the gifts of the region times the sentences of a window.
func (q *quotation) windows(r *region) []window {
	most := 2*len(q.parts) + 4 // sentences of a window
	all := make([]window, 0, len(r.sentences)*min(most, len(r.sentences)))
	given := make([]float64, len(q.words))
	for start := range r.sentences {
		clear(given)
		w := window{region: r, start: start}
		for end := start + 1; end <= len(r.sentences) && end-start <= most; end++ {
			s := &r.sentences[end-1]
			for _, g := range s.gifts {
				given[g.word] += g.ratio
			}
			w.end = end
			w.forward += s.forward
			w.letters += s.letters
			w.backward = q.explains(given, s.end-r.sentences[start].start)
			w.score = w.forward + w.backward - lengthCost*q.lengthOff(w.letters)
			all = append(all, w)
		}
	}
	return all
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
