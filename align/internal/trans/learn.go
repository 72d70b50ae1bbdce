package trans

import (
	"context"
	"math"
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
		return TooLong(len(l.forward.sourceTokens(b)), len(l.backward.sourceTokens(b.flipped())))
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
	words  []word  // of the target side of each bead, bead after bead
	at     []int32 // of each bead, where its words start
	starts []int32 // of each source type in places
	places []int32 // the beads that hold the type, once for each token of it

	laid    []laid // by target type
	touched []int32
}

// word is a target token of a bead, and what the bead gives it in all.
type word struct {
	id    int32
	total float32
}

// laid is what a source type gives a target type, and what was counted of it.
// They stand together since they are read together, at random.
type laid struct{ given, count float32 }

func newDirection(source, target *corpus.Side, prior *Rows) *direction {
	d := &direction{
		source: source, target: target, prior: prior,
		chance: Chances(target),
		laid:   make([]laid, len(target.Types)),
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

// index notes the words of each bead, and where each source type stands.
func (d *direction) index(beads []Bead) {
	d.beads = beads
	d.at = make([]int32, len(beads)+1)
	d.starts = make([]int32, len(d.source.Types)+1)
	for i, b := range beads {
		d.at[i+1] = d.at[i] + int32(len(d.target.Run(b.Target, b.TargetEnd)))
		for _, s := range d.sourceTokens(b) {
			d.starts[s+1]++
		}
	}
	for s := range d.source.Types {
		d.starts[s+1] += d.starts[s]
	}
	d.words = make([]word, 0, d.at[len(beads)])
	d.places = make([]int32, d.starts[len(d.source.Types)])
	next := slices.Clone(d.starts)
	for i, b := range beads {
		for _, t := range d.target.Run(b.Target, b.TargetEnd) {
			d.words = append(d.words, word{id: t})
		}
		for _, s := range d.sourceTokens(b) {
			d.places[next[s]] = int32(i)
			next[s]++
		}
	}
}

func (d *direction) sourceTokens(b Bead) []int32 { return d.source.Run(b.Source, b.SourceEnd) }

// wordsOf returns the target words of bead i.
func (d *direction) wordsOf(i int32) []word { return d.words[d.at[i]:d.at[i+1]] }

// placesOf returns the beads that hold source type s.
func (d *direction) placesOf(s int32) []int32 { return d.places[d.starts[s]:d.starts[s+1]] }

// expect sums up, for each target word of each bead, what the empty word and
// the bead's source words give it.
func (d *direction) expect() {
	for i, b := range d.beads {
		share := nullShare + unknown*float32(len(d.sourceTokens(b)))
		words := d.wordsOf(int32(i))
		for k := range words {
			words[k].total = d.chance[words[k].id] * share
		}
	}
	for t := range d.laid {
		d.laid[t].given = 0
	}
	for s := range int32(len(d.source.Types)) {
		entries := d.table.Row(s)
		if len(entries) == 0 {
			continue
		}
		for _, e := range entries {
			d.laid[e.ID].given = e.Value
		}
		for _, i := range d.placesOf(s) {
			words := d.wordsOf(i)
			for k := range words {
				words[k].total += d.laid[words[k].id].given
			}
		}
		for _, e := range entries {
			d.laid[e.ID].given = 0
		}
	}
}

// maximize counts each source type's share of every target word beside it, and
// makes the new table of the counts.
func (d *direction) maximize() {
	for t := range d.laid {
		d.laid[t].given = unknown * d.chance[t]
	}
	rows := make([][]Entry, len(d.source.Types))
	for s := range int32(len(d.source.Types)) {
		entries := d.table.Row(s)
		for _, e := range entries {
			d.laid[e.ID].given = e.Value + unknown*d.chance[e.ID]
		}
		mass := float32(0)
		for _, i := range d.placesOf(s) {
			mass = d.count(d.wordsOf(i), d.beads[i].Weight, mass)
		}
		for _, e := range entries {
			d.laid[e.ID].given = unknown * d.chance[e.ID]
		}
		rows[s] = d.gather(s, mass)
	}
	d.table = newRows(rows)
}

// count counts a source word's shares of the words of a bead, and adds them to
// mass.
func (d *direction) count(words []word, weight, mass float32) float32 {
	// Whether a word is new is hard to foretell: each is written, and stays if
	// it is.
	n := len(d.touched)
	touched := slices.Grow(d.touched, len(words))[:n+len(words)]
	for k := range words {
		w := &words[k]
		laid := &d.laid[w.id]
		touched[n] = w.id
		if math.Float32bits(laid.count) == 0 {
			n++
		}
		c := weight * laid.given / w.total
		laid.count += c
		mass += c
	}
	d.touched = touched[:n]
	return mass
}

// gather turns the counts of source type s into its row, and clears them.
func (d *direction) gather(s int32, mass float32) []Entry {
	for _, e := range d.prior.Row(s) {
		laid := &d.laid[e.ID]
		if laid.count == 0 {
			d.touched = append(d.touched, e.ID)
		}
		// What the discount takes from a pair known beforehand is given back.
		laid.count += e.Value + discount
		mass += e.Value
	}
	var row []Entry
	for _, t := range d.touched {
		if p := (d.laid[t].count - discount) / mass; p > leastChance {
			row = append(row, Entry{t, p})
		}
		d.laid[t].count = 0
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
