package search

import "math"

// The features of a window. Its rank is their sum, weighted.
const (
	coverQuote  = iota           // log of the share of the quotation's information that is linked
	coverWindow                  // the same of the window's
	strength                     // mean of the links', by their information
	off                          // how far the links are off the diagonal, likewise
	evidence                     // score, a word of the quotation
	forward                      // log likelihood ratio of the window, in tens of nats
	lengthOff                    // square of the standardized difference in length
	shorter                      // log of window to quotation letters, if below 0
	names                        // names and numbers of the quotation with a link
	freeNames                    // and without
	hit                          // see sight: in tens, by band
	missed      = hit + bands    // in tens, by band
	free        = missed + bands // in hundreds of nats, by band
	near        = free + bands   // in tens of nats
	inOrder     = near + 1       // in tens of nats
	nearLog     = inOrder + 1    // log of 1 and near, in nats
	chain       = nearLog + 1    // log of the share of the links' information that is in order
	aliens      = chain + 1      // log of 1 and the names and numbers of the window without a link
	edge        = aliens + 1     // log of the least share linked of the first and last sentence
	part        = edge + 1       // log of the least share linked of the quotation's sentences
	backward    = part + 1       // log likelihood ratio of the quotation, in tens of nats
	longer      = backward + 1   // log of window to quotation letters, if above 0
	sentences   = longer + 1     // log of the window's
	features    = sentences + 1
)

type vector [features]float64

// rank is the sum of the features, weighted.
func (q *quotation) rank(v *vector) float64 {
	sum := 0.0
	for k, w := range q.weights() {
		sum += w * v[k]
	}
	return sum
}

func (q *quotation) weights() *vector {
	if q.blind {
		return &blindWeights
	}
	return &informedWeights
}

func (q *quotation) features(w *window) vector {
	s := q.look(w)
	v := vector{
		coverQuote:  math.Log((s.linked + 1) / (s.quote + 2)),
		coverWindow: math.Log((s.linked + 1) / (s.window + 2)),
		strength:    s.strength / (s.linked + 1),
		off:         s.off / (s.linked + 1),
		evidence:    w.score / float64(max(len(q.tokens), 1)),
		forward:     w.forward / 10,
		lengthOff:   q.lengthOff(w.letters),
		shorter:     min(0, math.Log(float64(w.letters+1)/float64(q.letters+1))),
		names:       s.names,
		freeNames:   s.freeNames,
		near:        s.near / 10,
		inOrder:     s.inOrder / 10,
		nearLog:     math.Log1p(s.near),
		chain:       math.Log((s.chain + 1) / (s.linked + 1)),
		aliens:      math.Log1p(s.aliens),
		edge:        math.Log(s.edge),
		part:        math.Log(s.part),
		backward:    w.backward / 10,
		longer:      max(0, math.Log(float64(w.letters+1)/float64(q.letters+1))),
		sentences:   math.Log(float64(w.end - w.start)),
	}
	for b := range bands {
		v[hit+b] = s.hit[b] / 10
		v[missed+b] = s.missed[b] / 10
		v[free+b] = s.free[b] / 100
	}
	return v
}
