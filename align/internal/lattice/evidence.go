package lattice

import (
	"math"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/knob"
	"github.com/hexapla/hexapla/align/internal/trans"
)

// maxRun is the number of sentences that a side of a bead holds at most.
const maxRun = 4

// evidence is what the words say for and against each pair of a sentence and a
// run of sentences of the other side. It is additive: the evidence of a bead
// is the sum over its sentences of that of each against the other side.
type evidence struct {
	// forward[a-1] at cell (i, j): of target sentence j, given the source
	// sentences i to i+a; backward[b-1]: of source sentence i, given the
	// target sentences j to j+b.
	forward, backward [maxRun][]float32
}

// smooth is the share of a sentence's words that are taken as free of the other
// side: λ in log(λ + (1-λ)·p(w|other)/p(w)). What is unexplained costs log λ.
var smooth = knob.F("SMOOTH", 0.7)

func gather(source, target *corpus.Side, model *trans.Model, c *Corridor, run int) *evidence {
	e := new(evidence)
	cells := c.Cells()
	for k := range run {
		e.forward[k] = make([]float32, cells)
		e.backward[k] = make([]float32, cells)
	}
	n, m := source.Len(), target.Len()

	w := newWindow(model.Forward, source, target)
	for i := range n {
		for a := 1; a <= run && i+a <= n; a++ {
			w.add(i + a - 1)
			for j := int(c.Lo[i]); j <= int(c.Hi[i]) && j < m; j++ {
				e.forward[a-1][c.cell(i, j)] = w.explain(j)
			}
		}
		w.clear()
	}
	w = newWindow(model.Backward, target, source)
	first, last := c.columns(m)
	for j := range m {
		for b := 1; b <= run && j+b <= m; b++ {
			w.add(j + b - 1)
			for i := int(first[j]); i <= int(last[j]) && i < n; i++ {
				e.backward[b-1][c.cell(i, j)] = w.explain(i)
			}
		}
		w.clear()
	}
	return e
}

// columns returns, for each target position, the first and the last source
// position of the corridor.
func (c *Corridor) columns(m int) (first, last []int32) {
	first, last = make([]int32, m+1), make([]int32, m+1)
	for j := range last {
		last[j] = -1
	}
	for i := range c.Lo {
		for j := c.Lo[i]; j <= c.Hi[i]; j++ {
			if last[j] < 0 {
				first[j] = int32(i)
			}
			last[j] = int32(i)
		}
	}
	return first, last
}

// window is a run of sentences of one side, as the words of the other that it
// would explain.
type window struct {
	rows     *trans.Rows
	from, to *corpus.Side
	words    int       // of the run
	given    []float64 // by type of the other side, the sum over the run's words
	touched  []int32

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

// explain returns the log likelihood ratio of sentence j of the other side
// beside the run, against the sentence by itself.
func (w *window) explain(j int) float32 {
	if w.words == 0 {
		return 0
	}
	factor := (1 - smooth) / smooth / float64(w.words)
	words := w.to.Sentence(j)
	sum, product := 0.0, 1.0
	for _, t := range words {
		if g := w.given[t]; g != 0 {
			product *= 1 + factor*g
			if product > 1e200 {
				sum += math.Log(product)
				product = 1
			}
		}
	}
	return float32(sum + math.Log(product) + float64(len(words))*logSmooth)
}

var logSmooth = math.Log(smooth)
