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
	features    = nearLog + 1
)

type vector [features]float64

// weights of the features: fitted so that the right one of the candidates has
// the highest probability (conditional logit), on 1,100 quotations of one or
// two sentences out of bible-en-es (both directions), novels-en-fr,
// candide-en-es and bible-en-en, other ones than those of the tests.
var weights = vector{
	coverQuote: -2.010, coverWindow: 2.639,
	strength: 0.455, off: -2.243,
	evidence: 1.805, forward: 0.865,
	lengthOff: 0.082, shorter: 3.561,
	names: 0.338, freeNames: -0.338,
	hit: 1.122, hit + 1: 4.154, hit + 2: 3.546, hit + 3: 2.189,
	missed: -2.735, missed + 1: -3.376, missed + 2: -2.221, missed + 3: -4.843,
	free: 0.738, free + 1: 0.178, free + 2: 0.905, free + 3: 0.391,
	near: 0.050, inOrder: 0.613, nearLog: 0.451,
}

func (v *vector) rank() float64 {
	sum := 0.0
	for k, x := range v {
		sum += weights[k] * x
	}
	return sum
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
	}
	for b := range bands {
		v[hit+b] = s.hit[b] / 10
		v[missed+b] = s.missed[b] / 10
		v[free+b] = s.free[b] / 100
	}
	return v
}
