package trans

import (
	"context"
	"slices"
	"sync"

	"github.com/hexapla/hexapla/align/internal/corpus"
)

// Bead is a pair of sentence runs that may translate one another.
type Bead struct {
	Source, SourceEnd int32
	Target, TargetEnd int32
	Weight            float32 // probability that they do
}

func (b Bead) flipped() Bead {
	return Bead{b.Target, b.TargetEnd, b.Source, b.SourceEnd, b.Weight}
}

// mostPairs is the number of pairs of words in the longest bead that is read
// word by word: a chapter of 4,000 words and its translation. The work grows as
// the pairs do, and a whole book in one bead would take hours, and tell nothing
// of any word.
const mostPairs = 16_000_000

// TooLong tells whether a bead of so many words a side is longer than can be
// read word by word.
func TooLong(source, target int) bool { return int64(source)*int64(target) > mostPairs }

const (
	// discount is taken off every learned count: a pair seen together once, by
	// chance, is no evidence. On all sets .2 to .4 serve alike; .7 loses a
	// point on Text+Berg and two on the novels.
	discount = 0.3

	// nullShare is what the empty word gives to each word, in shares of the
	// word's chance, and unknown what each word gives to any: with less, rare
	// words gather what they should not.
	nullShare = 0.3
	unknown   = 0.3

	// leastChance prunes translations rarer than this from a row, and
	// leastRatio those that are hardly likelier than by chance: they cost time
	// and say nothing.
	leastChance = 1e-3
	leastRatio  = 2
)

// Learner estimates a Model from beads by expectation-maximization on IBM
// Model 1 (Brown et al., 1993, "The Mathematics of Statistical Machine
// Translation"), each direction by itself.
type Learner struct {
	forward, backward *direction
}

// NewLearner makes a learner; prior holds pseudo-counts by source type.
func NewLearner(source, target *corpus.Side, prior *Rows) *Learner {
	return &Learner{
		forward:  newDirection(source, target, prior),
		backward: newDirection(target, source, prior.Transpose(len(target.Types))),
	}
}

// Beforehand is the model before anything is learned: the prior alone.
func (l *Learner) Beforehand() *Model {
	return &Model{l.forward.ratios(), l.backward.ratios()}
}

// Learn goes over the beads so many times, starting from what was learned
// before. Those that are [TooLong] teach nothing. The cost is, for each pass,
// the sum over beads of the product of their two lengths in words. The error is
// ctx's.
func (l *Learner) Learn(ctx context.Context, beads []Bead, passes int) (*Model, error) {
	beads = slices.DeleteFunc(slices.Clone(beads), func(b Bead) bool {
		return TooLong(len(l.forward.sourceTokens(b)), len(l.forward.targetTokens(b)))
	})
	flipped := make([]Bead, len(beads))
	for i, b := range beads {
		flipped[i] = b.flipped()
	}
	m := new(Model)
	var wait sync.WaitGroup
	wait.Go(func() { m.Forward = l.forward.learn(ctx, beads, passes) })
	wait.Go(func() { m.Backward = l.backward.learn(ctx, flipped, passes) })
	wait.Wait()
	return m, ctx.Err()
}

// direction estimates p(t|s). It works a source type at a time: the type's row
// is laid out over all target types once, and then read at every bead that
// holds the type, so that no pair of types is ever looked up.
type direction struct {
	source, target *corpus.Side
	prior          *Rows
	chance         []float32 // p(t) by target type
	table          *Rows     // p(t|s) so far

	beads  []Bead
	at     []int32 // of each bead, where its target tokens start in total
	total  []float32
	starts []int32 // of each source type in places
	places []int32 // the beads that hold the type, once for each token of it

	row     []float32 // by target type
	counts  []float32
	touched []int32
}

func newDirection(source, target *corpus.Side, prior *Rows) *direction {
	d := &direction{
		source: source, target: target, prior: prior,
		chance: Chances(target),
		row:    make([]float32, len(target.Types)),
		counts: make([]float32, len(target.Types)),
	}
	rows := make([][]Entry, len(source.Types))
	for s := range rows {
		rows[s] = normalized(prior.Row(int32(s)))
	}
	d.table = newRows(rows)
	return d
}

// normalized turns pseudo-counts into probabilities; one count is left for what
// is not known.
func normalized(entries []Entry) []Entry {
	sum := float32(1)
	for _, e := range entries {
		sum += e.Value
	}
	row := make([]Entry, len(entries))
	for i, e := range entries {
		row[i] = Entry{e.ID, e.Value / sum}
	}
	return row
}

func (d *direction) learn(ctx context.Context, beads []Bead, passes int) *Rows {
	d.index(beads)
	for range passes {
		if ctx.Err() != nil {
			break
		}
		d.expect()
		d.maximize()
	}
	return d.ratios()
}

// index notes where each source type stands in the beads.
func (d *direction) index(beads []Bead) {
	d.beads = beads
	d.at = make([]int32, len(beads)+1)
	d.starts = make([]int32, len(d.source.Types)+1)
	for i, b := range beads {
		d.at[i+1] = d.at[i] + int32(len(d.targetTokens(b)))
		for _, s := range d.sourceTokens(b) {
			d.starts[s+1]++
		}
	}
	for s := range d.source.Types {
		d.starts[s+1] += d.starts[s]
	}
	d.total = make([]float32, d.at[len(beads)])
	d.places = make([]int32, d.starts[len(d.source.Types)])
	next := slices.Clone(d.starts)
	for i, b := range beads {
		for _, s := range d.sourceTokens(b) {
			d.places[next[s]] = int32(i)
			next[s]++
		}
	}
}

func (d *direction) sourceTokens(b Bead) []int32 { return d.source.Run(b.Source, b.SourceEnd) }
func (d *direction) targetTokens(b Bead) []int32 { return d.target.Run(b.Target, b.TargetEnd) }

// expect sums up, for each target token of each bead, what the empty word and
// the bead's source words give it.
func (d *direction) expect() {
	for i, b := range d.beads {
		total := d.total[d.at[i]:d.at[i+1]]
		share := nullShare + unknown*float32(len(d.sourceTokens(b)))
		for k, t := range d.targetTokens(b) {
			total[k] = d.chance[t] * share
		}
	}
	for s := range int32(len(d.source.Types)) {
		entries := d.table.Row(s)
		if len(entries) == 0 {
			continue
		}
		d.spread(entries)
		for _, i := range d.places[d.starts[s]:d.starts[s+1]] {
			total := d.total[d.at[i]:d.at[i+1]]
			for k, t := range d.targetTokens(d.beads[i]) {
				total[k] += d.row[t]
			}
		}
		d.clear(entries)
	}
}

func (d *direction) spread(entries []Entry) {
	for _, e := range entries {
		d.row[e.ID] = e.Value
	}
}

func (d *direction) clear(entries []Entry) {
	for _, e := range entries {
		d.row[e.ID] = 0
	}
}

// maximize counts each source type's share of every target token beside it,
// and makes the new table of the counts.
func (d *direction) maximize() {
	rows := make([][]Entry, len(d.source.Types))
	for s := range int32(len(d.source.Types)) {
		entries := d.table.Row(s)
		d.spread(entries)
		mass := float32(0)
		for _, i := range d.places[d.starts[s]:d.starts[s+1]] {
			b := d.beads[i]
			total := d.total[d.at[i]:d.at[i+1]]
			for k, t := range d.targetTokens(b) {
				c := b.Weight * (d.row[t] + unknown*d.chance[t]) / total[k]
				if d.counts[t] == 0 {
					d.touched = append(d.touched, t)
				}
				d.counts[t] += c
				mass += c
			}
		}
		d.clear(entries)
		rows[s] = d.gather(s, mass)
	}
	d.table = newRows(rows)
}

// gather turns the counts of source type s into its row, and clears them.
func (d *direction) gather(s int32, mass float32) []Entry {
	for _, e := range d.prior.Row(s) {
		if d.counts[e.ID] == 0 {
			d.touched = append(d.touched, e.ID)
		}
		// What the discount takes from a pair known beforehand is given back.
		d.counts[e.ID] += e.Value + discount
		mass += e.Value
	}
	var row []Entry
	for _, t := range d.touched {
		if p := (d.counts[t] - discount) / mass; p > leastChance {
			row = append(row, Entry{t, p})
		}
		d.counts[t] = 0
	}
	d.touched = d.touched[:0]
	slices.SortFunc(row, func(a, b Entry) int { return int(a.ID - b.ID) })
	return row
}

// ratios divides each probability by the chance of its word, and prunes the
// table of those that are too low.
func (d *direction) ratios() *Rows {
	pruned, ratios := newRows(nil), newRows(nil)
	for s := range int32(len(d.source.Types)) {
		for _, e := range d.table.Row(s) {
			if ratio := e.Value / d.chance[e.ID]; ratio > leastRatio {
				pruned.entries = append(pruned.entries, e)
				ratios.entries = append(ratios.entries, Entry{e.ID, ratio})
			}
		}
		pruned.endRow()
		ratios.endRow()
	}
	d.table = pruned
	return ratios
}
