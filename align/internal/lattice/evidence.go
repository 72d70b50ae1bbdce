package lattice

import (
	"context"
	"math"
	"sync"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/trans"
)

// evidence is what the words say for and against each pair of a sentence and a
// run of sentences of the other side. It is additive: the evidence of a bead
// is the sum over its sentences of that of each against the other side.
type evidence struct {
	// forward[a-1] at cell (i, j): of target sentence j, given the source
	// sentences i to i+a; backward[b-1]: of source sentence i, given the
	// target sentences j to j+b.
	forward, backward [maxRun][]float32
}

// of returns the evidence of a bead.
func (e *evidence) of(c *Corridor, i, j int, s Shape) float64 {
	cell := c.cell(i, j)
	sum := float32(0)
	for k := range s.Target {
		sum += e.forward[s.Source-1][cell+k]
	}
	for k := range s.Source {
		sum += e.backward[s.Target-1][c.cell(i+k, j)]
	}
	return float64(sum)
}

// gather works out the evidence of the whole corridor, a direction on each of
// two goroutines. The cost is the words of all its cells, each read as often as
// a run may be long.
func gather(ctx context.Context, b *Bitext) (*evidence, error) {
	e := new(evidence)
	for k := range b.Run {
		e.forward[k] = make([]float32, b.Corridor.Cells())
		e.backward[k] = make([]float32, b.Corridor.Cells())
	}
	var wait sync.WaitGroup
	wait.Go(func() { e.gatherForward(ctx, b) })
	wait.Go(func() { e.gatherBackward(ctx, b) })
	wait.Wait()
	return e, ctx.Err()
}

func (e *evidence) gatherForward(ctx context.Context, b *Bitext) {
	c := b.Corridor
	w := newWindow(b.Model.Forward, b.Source, b.Target)
	n, m := b.Source.Len(), b.Target.Len()
	for i := 0; i < n && !stopped(ctx, i); i++ {
		for a := 1; a <= b.Run && i+a <= n; a++ {
			w.add(i + a - 1)
			for j := int(c.Lo[i]); j <= int(c.Hi[i]) && j < m; j++ {
				e.forward[a-1][c.cell(i, j)] = w.explain(j)
			}
		}
		w.clear()
	}
}

func (e *evidence) gatherBackward(ctx context.Context, b *Bitext) {
	c := b.Corridor
	w := newWindow(b.Model.Backward, b.Target, b.Source)
	n, m := b.Source.Len(), b.Target.Len()
	first, last := c.columns(m)
	for j := 0; j < m && !stopped(ctx, j); j++ {
		for run := 1; run <= b.Run && j+run <= m; run++ {
			w.add(j + run - 1)
			for i := int(first[j]); i <= int(last[j]) && i < n; i++ {
				e.backward[run-1][c.cell(i, j)] = w.explain(i)
			}
		}
		w.clear()
	}
}

// stopped asks now and then whether ctx is done.
func stopped(ctx context.Context, step int) bool {
	return step%256 == 0 && ctx.Err() != nil
}

// window is a run of sentences of one side, as the words of the other that it
// would explain.
type window struct {
	rows     *trans.Rows
	from, to *corpus.Side
	words    int       // of the run
	given    []float64 // by type of the other side, the sum over the run's words
	touched  []int32
	long     map[int][]tally // the long sentences of the other side

	own  []float32      // by type of the other side, while a sentence is collected
	kept [maxRun]sparse // of the last sentences, by number modulo maxRun
}

// sparse is what one sentence gives the types of the other side.
type sparse struct {
	sentence int
	entries  []trans.Entry
}

func newWindow(rows *trans.Rows, from, to *corpus.Side) *window {
	w := &window{
		rows: rows, from: from, to: to,
		given: make([]float64, len(to.Types)),
		own:   make([]float32, len(to.Types)),
		long:  tallies(to),
	}
	for k := range w.kept {
		w.kept[k].sentence = -1
	}
	return w
}

// add makes the run one sentence longer.
func (w *window) add(i int) {
	w.words += len(w.from.Sentence(i))
	kept := &w.kept[i%maxRun]
	if kept.sentence != i {
		w.collect(kept, i)
	}
	for _, e := range kept.entries {
		if w.given[e.ID] == 0 {
			w.touched = append(w.touched, e.ID)
		}
		w.given[e.ID] += float64(e.Value)
	}
}

// collect adds up the rows of a sentence's words.
func (w *window) collect(kept *sparse, i int) {
	kept.sentence, kept.entries = i, kept.entries[:0]
	for _, s := range w.from.Sentence(i) {
		for _, e := range w.rows.Row(s) {
			if w.own[e.ID] == 0 {
				kept.entries = append(kept.entries, trans.Entry{ID: e.ID})
			}
			w.own[e.ID] += e.Value
		}
	}
	for k := range kept.entries {
		e := &kept.entries[k]
		e.Value, w.own[e.ID] = w.own[e.ID], 0
	}
}

func (w *window) clear() {
	for _, t := range w.touched {
		w.given[t] = 0
	}
	w.touched, w.words = w.touched[:0], 0
}

// smooth is the share of a sentence's words that are taken as free of the other
// side: λ in log(λ + (1-λ)·p(w|other)/p(w)). What is unexplained costs log λ,
// so that a longer bead does not win by having more words. Measured on all
// sets: .5 loses beads, .85 is no better.
const smooth = 0.7

var logSmooth = math.Log(smooth)

// explain returns the log likelihood ratio of sentence j of the other side
// beside the run, against the sentence by itself.
func (w *window) explain(j int) float32 {
	if w.words == 0 {
		return 0
	}
	factor := (1 - smooth) / smooth / float64(w.words)
	words := w.to.Sentence(j)
	unexplained := float64(len(words)) * logSmooth
	if t := w.long[j]; w.isLess(t, len(words)) {
		return float32(w.product(t, factor) + unexplained)
	}
	// One logarithm for the product of many words, not one for each.
	const nearOverflow = 1e200
	sum, product := 0.0, 1.0
	for _, t := range words {
		if g := w.given[t]; g != 0 {
			product *= 1 + factor*g
			if product > nearOverflow {
				sum += quickLog(product)
				product = 1
			}
		}
	}
	return float32(sum + quickLog(product) + unexplained)
}

// quickLog returns the logarithm of a normal number, 1 or more, to 1e-12: the
// exponent, and the series of log((1+t)/(1-t)) in the rest, which lies between
// 1/√2 and √2. It takes half the time of math.Log.
func quickLog(x float64) float64 {
	bits := math.Float64bits(x)
	exponent := int(bits>>52) - 1023
	rest := math.Float64frombits(bits&(1<<52-1) | 1023<<52)
	if rest > math.Sqrt2 {
		rest /= 2
		exponent++
	}
	t := (rest - 1) / (rest + 1)
	square := t * t
	series := 1 + square*(1./3+square*(1./5+square*(1./7+square*(1./9+square*(1./11+square/13)))))
	return float64(exponent)*math.Ln2 + 2*t*series
}
