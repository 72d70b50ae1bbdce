package trans

import (
	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/knob"
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

// Model holds, for both directions, how much likelier than by chance a word is
// beside another: p(t|s) / p(t).
type Model struct {
	Forward  *Rows // by source type
	Backward *Rows // by target type
}

const (
	// discount is taken off every learned count: a pair seen together once,
	// by chance or not, is no evidence. Measured on all sets: .5 to .8 serve.
	discountOld = 0.7

	// nullShare is the share of a sentence's words that translate nothing in
	// particular, as source words that are beside every sentence.
	nullShareOld = 1.0

	leastRatioOld = 1
	// leastChance prunes translations rarer than this from a row.
	leastChance = 1e-4
)

// Learn estimates a Model from beads by rounds of expectation-maximization on
// IBM Model 1 (Brown et al., 1993, "The Mathematics of Statistical Machine
// Translation"), each direction by itself; prior holds pseudo-counts by source
// type. The cost is the sum over beads of the product of their two lengths in
// words, each round.
func Learn(source, target *corpus.Side, beads []Bead, prior *Rows, rounds int) *Model {
	flipped := make([]Bead, len(beads))
	for i, b := range beads {
		flipped[i] = b.flipped()
	}
	back := prior.Transpose(len(target.Types))
	return &Model{
		Forward:  newLearner(source, target, beads, prior).run(rounds),
		Backward: newLearner(target, source, flipped, back).run(rounds),
	}
}

// learner estimates p(t|s). It works a source type at a time: the type's row
// is laid out over all target types once, and then read at every bead that
// holds the type, so that no pair of types is ever looked up.
type learner struct {
	source, target *corpus.Side
	beads          []Bead
	prior          *Rows
	chance         []float32 // p(t) by target type

	at    []int32 // of each bead, where its target tokens start in total
	total []float32

	starts []int32 // of each source type in places
	places []int32 // the beads that hold the type, once for each token of it

	row     []float32 // dense, by target type
	counts  []float32
	touched []int32
}

func newLearner(source, target *corpus.Side, beads []Bead, prior *Rows) *learner {
	l := &learner{
		source: source, target: target, beads: beads, prior: prior,
		chance:  Chances(target),
		row:     make([]float32, len(target.Types)),
		counts:  make([]float32, len(target.Types)),
		at:      make([]int32, len(beads)+1),
		touched: make([]int32, 0, 1024),
	}
	for i, b := range beads {
		l.at[i+1] = l.at[i] + target.Starts[b.TargetEnd] - target.Starts[b.Target]
	}
	l.total = make([]float32, l.at[len(beads)])
	l.index()
	return l
}

// Chances returns p(t) of each type of a side, smoothed.
func Chances(side *corpus.Side) []float32 {
	chance := make([]float32, len(side.Types))
	all := float32(len(side.Tokens) + len(side.Types))
	for id, t := range side.Types {
		chance[id] = (float32(t.Count) + 0.5) / all
	}
	return chance
}

func (l *learner) index() {
	l.starts = make([]int32, len(l.source.Types)+1)
	for _, b := range l.beads {
		for _, s := range l.sourceTokens(b) {
			l.starts[s+1]++
		}
	}
	for s := range l.source.Types {
		l.starts[s+1] += l.starts[s]
	}
	l.places = make([]int32, l.starts[len(l.source.Types)])
	next := append([]int32(nil), l.starts...)
	for i, b := range l.beads {
		for _, s := range l.sourceTokens(b) {
			l.places[next[s]] = int32(i)
			next[s]++
		}
	}
}

func (l *learner) sourceTokens(b Bead) []int32 {
	return l.source.Tokens[l.source.Starts[b.Source]:l.source.Starts[b.SourceEnd]]
}

func (l *learner) targetTokens(b Bead) []int32 {
	return l.target.Tokens[l.target.Starts[b.Target]:l.target.Starts[b.TargetEnd]]
}

func (l *learner) run(rounds int) *Rows {
	table := l.first()
	for range rounds {
		l.expect(table)
		table = l.maximize(table)
	}
	return l.ratios(table)
}

// first is the table before anything is learned: the prior alone.
func (l *learner) first() *Rows {
	rows := make([][]Entry, len(l.source.Types))
	for s := range rows {
		rows[s] = l.normalize(l.prior.Row(int32(s)), 1)
	}
	return newRows(rows)
}

func (l *learner) normalize(entries []Entry, extra float32) []Entry {
	sum := extra
	for _, e := range entries {
		sum += e.Value
	}
	row := make([]Entry, len(entries))
	for i, e := range entries {
		row[i] = Entry{e.ID, e.Value / sum}
	}
	return row
}

// expect sums up, for each target token of each bead, what the bead's source
// words give it.
func (l *learner) expect(table *Rows) {
	for i, b := range l.beads {
		total := l.total[l.at[i]:l.at[i+1]]
		words := float32(len(l.sourceTokens(b)))
		for k, t := range l.targetTokens(b) {
			// Every source word gives every target word a little, as does the
			// empty word: what is unknown is shared evenly.
			total[k] = l.chance[t] * (nullShare + words*unknown)
		}
	}
	for s := range int32(len(l.source.Types)) {
		entries := table.Row(s)
		if len(entries) == 0 {
			continue
		}
		l.spread(entries)
		for _, i := range l.places[l.starts[s]:l.starts[s+1]] {
			total := l.total[l.at[i]:l.at[i+1]]
			for k, t := range l.targetTokens(l.beads[i]) {
				total[k] += l.row[t]
			}
		}
		l.clear(entries)
	}
}

// unknown is the weight of chance in each word's row.
var unknown = float32(knob.F("UNKNOWN", 0.3))
var leastRatio = float32(knob.F("MINRATIO", 2))
var discount = float32(knob.F("DISCOUNT", 0.3))
var nullShare = float32(knob.F("NULL", 0.3))

func (l *learner) spread(entries []Entry) {
	for _, e := range entries {
		l.row[e.ID] = e.Value
	}
}

func (l *learner) clear(entries []Entry) {
	for _, e := range entries {
		l.row[e.ID] = 0
	}
}

func (l *learner) maximize(table *Rows) *Rows {
	rows := make([][]Entry, len(l.source.Types))
	for s := range int32(len(l.source.Types)) {
		entries := table.Row(s)
		l.spread(entries)
		mass := float32(0)
		for _, i := range l.places[l.starts[s]:l.starts[s+1]] {
			b := l.beads[i]
			total := l.total[l.at[i]:l.at[i+1]]
			for k, t := range l.targetTokens(b) {
				c := b.Weight * (l.row[t] + unknown*l.chance[t]) / total[k]
				if l.counts[t] == 0 {
					l.touched = append(l.touched, t)
				}
				l.counts[t] += c
				mass += c
			}
		}
		l.clear(entries)
		rows[s] = l.gather(s, mass)
	}
	return newRows(rows)
}

// gather turns the counts of source type s into its row, and clears them.
func (l *learner) gather(s int32, mass float32) []Entry {
	prior := l.prior.Row(s)
	for _, e := range prior {
		if l.counts[e.ID] == 0 {
			l.touched = append(l.touched, e.ID)
		}
		// What the discount takes from a pair known beforehand is given back.
		l.counts[e.ID] += e.Value + discount
		mass += e.Value
	}
	sortIDs(l.touched)
	var row []Entry
	for _, t := range l.touched {
		p := (l.counts[t] - discount) / (mass + 1e-9)
		if p > leastChance {
			row = append(row, Entry{t, p})
		}
		l.counts[t] = 0
	}
	l.touched = l.touched[:0]
	return row
}

// ratios divides each probability by the chance of its word.
func (l *learner) ratios(table *Rows) *Rows {
	rows := make([][]Entry, len(l.source.Types))
	for s := range rows {
		row := table.Row(int32(s))
		kept := row[:0]
		for _, e := range row {
			if e.Value /= l.chance[e.ID]; e.Value > leastRatio {
				kept = append(kept, e)
			}
		}
		rows[s] = kept
	}
	return newRows(rows)
}
