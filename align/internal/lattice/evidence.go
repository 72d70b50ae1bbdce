package lattice

import (
	"context"
	"math"
	"slices"
	"sync"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/trans"
)

// evidence is what the words say for and against each pair of a sentence and a
// run of sentences of the other side. It is additive: the evidence of a bead
// is the sum over its sentences of that of each against the other side.
type evidence struct {
	run int // sentences of the longest run

	// forward at run*cell(i, j) + a-1: of target sentence j, given the source
	// sentences i to i+a; backward at run*cell(i, j) + b-1: of source sentence
	// i, given the target sentences j to j+b.
	forward, backward []float32
}

// of returns the evidence of a bead.
func (e *evidence) of(c *Corridor, i, j int, s Shape) float64 {
	cell := c.cell(i, j)
	sum := float32(0)
	for k := range s.Target {
		sum += e.forward[e.run*(cell+k)+s.Source-1]
	}
	for k := range s.Source {
		sum += e.backward[e.run*c.cell(i+k, j)+s.Target-1]
	}
	return float64(sum)
}

// gather works out the evidence of the whole corridor, a direction on each of
// two goroutines. The cost is the words of all its cells, each read once, and
// those that a run explains once more for each run.
func gather(ctx context.Context, b *Bitext) (*evidence, error) {
	e := &evidence{
		run:      b.Run,
		forward:  make([]float32, b.Run*b.Corridor.Cells()),
		backward: make([]float32, b.Run*b.Corridor.Cells()),
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
		w.open(i, min(b.Run, n-i))
		for j := int(c.Lo[i]); j <= int(c.Hi[i]) && j < m; j++ {
			w.explain(j, e.forward[e.run*c.cell(i, j):])
		}
	}
}

func (e *evidence) gatherBackward(ctx context.Context, b *Bitext) {
	c := b.Corridor
	w := newWindow(b.Model.Backward, b.Target, b.Source)
	n, m := b.Source.Len(), b.Target.Len()
	first, last := c.columns(m)
	for j := 0; j < m && !stopped(ctx, j); j++ {
		w.open(j, min(b.Run, m-j))
		for i := int(first[j]); i <= int(last[j]) && i < n; i++ {
			w.explain(i, e.backward[e.run*c.cell(i, j):])
		}
	}
}

// stopped asks now and then whether ctx is done.
func stopped(ctx context.Context, step int) bool {
	return step%256 == 0 && ctx.Err() != nil
}

// window is a place in one side, with the runs of one sentence, two, and so on
// that begin there, as the words of the other side that they would explain.
//
// Whether a word has been met, or is explained, is hard to foretell, and a wrong
// guess of the processor's costs more than the word. So add, collect and explain
// write each where the next new one stands, and over it if it was not new.
type window struct {
	rows     *trans.Rows
	from, to *corpus.Side
	words    []int   // of each run
	place    []int32 // by type of the other side, where it is in given, or 0
	given    []byRun // the sums over each run's words; the first is no type's
	types    []int32 // of the other side, by place in given

	explained []*byRun        // of a sentence, the words that any run explains
	long      map[int][]tally // the long sentences of the other side

	own  []float32      // by type of the other side, while a sentence is collected
	kept [maxRun]sparse // of the last sentences, by number modulo maxRun
}

// byRun is something of each run of a window.
type byRun [maxRun]float64

// sparse is what one sentence gives the types of the other side.
type sparse struct {
	sentence int
	entries  []trans.Entry
}

func newWindow(rows *trans.Rows, from, to *corpus.Side) *window {
	w := &window{
		rows: rows, from: from, to: to,
		place: make([]int32, len(to.Types)),
		own:   make([]float32, len(to.Types)),
		given: make([]byRun, 1),
		types: make([]int32, 1),
		long:  tallies(to),
	}
	for k := range w.kept {
		w.kept[k].sentence = -1
	}
	return w
}

// open moves the window to the runs of up to so many sentences from i on.
func (w *window) open(i, runs int) {
	for _, t := range w.types[1:] {
		w.place[t] = 0
	}
	clear(w.given)
	w.words = w.words[:0]
	w.given, w.types = w.given[:1], w.types[:1]
	words := 0
	for run := range runs {
		words += len(w.from.Sentence(i + run))
		w.words = append(w.words, words)
		w.add(i+run, run)
	}
	for at := range w.given {
		given := &w.given[at]
		for run := 1; run < runs; run++ {
			given[run] += given[run-1]
		}
	}
}

// add notes what the last sentence of a run gives.
func (w *window) add(i, run int) {
	kept := &w.kept[i%maxRun]
	if kept.sentence != i {
		w.collect(kept, i)
	}
	n := len(w.types)
	w.given = slices.Grow(w.given, len(kept.entries))[:n+len(kept.entries)]
	w.types = slices.Grow(w.types, len(kept.entries))[:n+len(kept.entries)]
	for _, e := range kept.entries {
		at := w.place[e.ID]
		if at == 0 {
			at = int32(n)
			n++
		}
		w.place[e.ID], w.types[at] = at, e.ID
		w.given[at][run] = float64(e.Value)
	}
	w.given, w.types = w.given[:n], w.types[:n]
}

// collect adds up the rows of a sentence's words.
func (w *window) collect(kept *sparse, i int) {
	kept.sentence, kept.entries = i, kept.entries[:0]
	n := 0
	for _, s := range w.from.Sentence(i) {
		row := w.rows.Row(s)
		kept.entries = slices.Grow(kept.entries[:n], len(row))[:n+len(row)]
		for _, e := range row {
			kept.entries[n].ID = e.ID
			if math.Float32bits(w.own[e.ID]) == 0 {
				n++
			}
			w.own[e.ID] += e.Value
		}
	}
	kept.entries = kept.entries[:n]
	for k := range kept.entries {
		e := &kept.entries[k]
		e.Value, w.own[e.ID] = w.own[e.ID], 0
	}
}

// smooth is the share of a sentence's words that are taken as free of the other
// side: λ in log(λ + (1-λ)·p(w|other)/p(w)). What is unexplained costs log λ,
// so that a longer bead does not win by having more words. Measured on all
// sets: .5 loses beads, .85 is no better.
const smooth = 0.7

var logSmooth = math.Log(smooth)

// explain fills in, for each run, the log likelihood ratio of sentence j of the
// other side beside the run, against the sentence by itself.
func (w *window) explain(j int, ratios []float32) {
	words := w.to.Sentence(j)
	unexplained := float64(len(words)) * logSmooth
	if t := w.long[j]; w.isLess(t, len(words)) {
		w.explainLong(t, unexplained, ratios)
		return
	}
	w.explained = slices.Grow(w.explained[:0], len(words))[:len(words)]
	n := 0
	for _, t := range words {
		at := w.place[t]
		w.explained[n] = &w.given[at]
		if at != 0 {
			n++
		}
	}
	for run, total := range w.words {
		if total == 0 {
			ratios[run] = 0
			continue
		}
		factor := (1 - smooth) / smooth / float64(total)
		// One logarithm for the product of many words, not one for each.
		const nearOverflow = 1e200
		sum, product := 0.0, 1.0
		for _, g := range w.explained[:n] {
			product *= 1 + factor*g[run]
			if product > nearOverflow {
				sum += quickLog(product)
				product = 1
			}
		}
		ratios[run] = float32(sum + quickLog(product) + unexplained)
	}
}

// quickLog returns the logarithm of a normal number, 1 or more, to 1e-12: the
// exponent, and the series of log((1+t)/(1-t)) in the rest, which lies between
// 1/√2 and √2. It takes half the time of math.Log.
func quickLog(x float64) float64 {
	const fraction = 1<<52 - 1
	bits := math.Float64bits(x)
	half := uint64(0) // 1 if the rest is halved: a sum, since no processor foretells it
	if bits&fraction > math.Float64bits(math.Sqrt2)&fraction {
		half = 1
	}
	exponent := int(bits>>52+half) - 1023
	rest := math.Float64frombits(bits&fraction | (1023-half)<<52)
	t := (rest - 1) / (rest + 1)
	square := t * t
	series := 1 + square*(1./3+square*(1./5+square*(1./7+square*(1./9+square*(1./11+square/13)))))
	return float64(exponent)*math.Ln2 + 2*t*series
}
