package facts

import (
	"context"
	"slices"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/segment"
)

// Difference is a fact that one side of a bead has and the other has not, or has
// otherwise.
type Difference struct {
	// Bead is the index in Alignment.Beads.
	Bead int  `json:"bead"`
	Kind Kind `json:"kind"`

	// Source and Target are the two facts. One is nil if nothing stands in its
	// place.
	Source *Fact `json:"source,omitempty"`
	Target *Fact `json:"target,omitempty"`
}

// defaultLeast is the confidence of a bead that is likelier right than wrong.
const defaultLeast = 0.5

// Compare returns the facts that differ between the two sides of beads, bead by
// bead and in the order of the source; beads with an empty side are passed over.
// See the package comment for what else is. An alignment whose beads all have
// confidence 0, as one made by hand or read from a file without confidences may,
// is taken as sure.
//
// The cost is linear in the length of the texts: 30,000 sentences take about a
// second, most of it to read them. The error is ctx's.
func Compare(ctx context.Context, a *align.Alignment, opts *Options) ([]Difference, error) {
	if opts == nil {
		opts = &Options{}
	}
	c, err := newComparison(ctx, a, opts)
	if err != nil {
		return nil, err
	}
	c.matchNumbers()
	c.matchNames()
	found := []Difference{}
	for k := range a.Beads {
		if c.compared(k) {
			found = c.appendDifferences(found, k)
		}
	}
	return found, ctx.Err()
}

// comparison holds what both sides read.
type comparison struct {
	beads          []align.Bead
	least          float64
	source, target *side
}

func newComparison(ctx context.Context, a *align.Alignment, opts *Options) (*comparison, error) {
	c := &comparison{
		beads: a.Beads, least: opts.Least,
		source: newSide(a.Source, a.Target, opts),
		target: newSide(a.Target, a.Source, opts),
	}
	switch {
	case !slices.ContainsFunc(a.Beads, func(b align.Bead) bool { return b.Confidence != 0 }):
		c.least = 0
	case c.least <= 0:
		c.least = defaultLeast
	}
	for k, b := range a.Beads {
		if k%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		c.source.beads = append(c.source.beads, c.source.content(b.Source))
		c.target.beads = append(c.target.beads, c.target.content(b.Target))
	}
	return c, nil
}

// compared tells whether a bead's sides are to say the same.
func (c *comparison) compared(k int) bool {
	b := c.beads[k]
	return b.Source.Len() > 0 && b.Target.Len() > 0 && b.Confidence >= c.least &&
		!c.source.beads[k].endless && !c.target.beads[k].endless
}

// content is what one side of a bead holds.
type content struct {
	found   []*found
	words   []word
	endless bool // it was not read
}

// found is a reading, and how far its counterpart is.
type found struct {
	reading
	sentence *sentence
	match    match
}

type match uint8

const (
	nowhere match = iota
	nearby        // in a neighbouring bead
	here
)

// mostTokens is the length of a sentence, in words and marks, beyond which it is
// none but a table or a file of another kind. What it holds is not compared: the
// cost is the product of the two sides'.
const mostTokens = 3000

func (s *side) content(r segment.Range) content {
	var c content
	for i := r.Start; i < r.End; i++ {
		sentence := s.read(i)
		if len(sentence.tokens) > mostTokens {
			return content{endless: true}
		}
		for _, reading := range sentence.readings {
			c.found = append(c.found, &found{reading, sentence, nowhere})
		}
		c.words = s.appendWords(c.words, sentence)
	}
	return c
}

// matchNumbers finds the counterparts of all but names.
func (c *comparison) matchNumbers() {
	for k := range c.beads {
		source, target := &c.source.beads[k], &c.target.beads[k]
		for _, s := range source.found {
			for _, t := range target.found {
				if s.agrees(&t.reading) {
					s.match, t.match = here, here
				}
			}
		}
		source.sameWords(target)
		target.sameWords(source)
		source.restated()
		target.restated()
	}
	for k := range c.beads {
		lookAround(c.source.beads[k].found, c.target.beads, k)
		lookAround(c.target.beads[k].found, c.source.beads, k)
	}
}

// sameWords finds what stands on the other side in the same words, though they
// may not be read alike there: a foreign title, the month in a Spanish letter.
func (c *content) sameWords(other *content) {
	for _, f := range c.found {
		if f.match == here || f.end > f.start+1 || f.name != nil {
			continue
		}
		own := withoutPossessive(f.sentence.tokens[f.start].fold)
		if slices.ContainsFunc(other.words, func(w word) bool { return w.fold == own }) {
			f.match = here
		}
	}
}

// restated finds measures that only repeat another in a second unit: 800 kph
// (497 mph).
func (c *content) restated() {
	for _, f := range c.found {
		if slices.ContainsFunc(c.found, func(o *found) bool { return o.match == here && o.converts(&f.reading) }) {
			f.match = here
		}
	}
}

// lookAround finds counterparts in the beads before and after: a sentence that
// a translator cuts otherwise.
func lookAround(unmatched []*found, others []content, k int) {
	for _, f := range unmatched {
		if f.match != nowhere {
			continue
		}
		for _, near := range []int{k - 1, k + 1} {
			if near < 0 || near >= len(others) {
				continue
			}
			if slices.ContainsFunc(others[near].found, func(o *found) bool { return f.agrees(&o.reading) }) {
				f.match = nearby
			}
		}
	}
}

// appendDifferences appends those of a bead: each fact without a counterpart
// with the one in its place, if there is one.
func (c *comparison) appendDifferences(all []Difference, k int) []Difference {
	source, target := c.source.beads[k].found, c.target.beads[k].found
	taken := make(map[*found]bool)
	for _, s := range source {
		if s.match == here || s.weight == silent {
			continue
		}
		t := inPlaceOf(s, target, taken)
		if differ(s, t) {
			all = c.appendJoined(all, c.difference(k, s, t))
			taken[s], taken[t] = true, true
		}
	}
	for _, t := range target {
		if t.missed() && !taken[t] {
			all = c.appendJoined(all, c.difference(k, nil, t))
		}
	}
	return all
}

// appendJoined appends a difference. The words of a name that are missed one
// after the other are one.
func (c *comparison) appendJoined(all []Difference, d Difference) []Difference {
	if n := len(all) - 1; n >= 0 && all[n].Bead == d.Bead && all[n].Kind == Name && d.Kind == Name {
		last := &all[n]
		if last.Target == nil && d.Target == nil && c.source.joins(last.Source, d.Source) ||
			last.Source == nil && d.Source == nil && c.target.joins(last.Target, d.Target) {
			return all
		}
	}
	return append(all, d)
}

// joins makes one name of two, if only white space stands between them.
func (s *side) joins(f, next *Fact) bool {
	text := s.doc.Sentences[f.Sentence].Text
	if next.Sentence != f.Sentence || next.Place.Start < f.Place.End || !isSpace(text[f.Place.End:next.Place.Start]) {
		return false
	}
	f.Place.End, f.Span.End = next.Place.End, next.Span.End
	f.Text, f.Value = text[f.Place.Start:f.Place.End], f.Value+" "+next.Value
	return true
}

// differ tells whether what stands in the place of another, if anything, is
// worth telling of. Names of which each usually has a counterpart of its own
// differ even where the neighbours have them; numbers don't.
func differ(s, t *found) bool {
	switch {
	case t == nil:
		return s.missed()
	case s.name != nil && s.weight == strong && t.weight == strong:
		return true
	case s.match == nowhere && t.match == nowhere:
		return true
	}
	return s.match == nowhere && s.weight == strong || t.match == nowhere && t.weight == strong
}

// inPlaceOf returns the fact that stands where another has no counterpart: the
// first of its kind that has none either and is more than a silent one.
func inPlaceOf(s *found, others []*found, taken map[*found]bool) *found {
	for _, t := range others {
		if t.match != here && t.weight > silent && !taken[t] && t.kind() == s.kind() {
			return t
		}
	}
	return nil
}

// kind is that of a reading; times are numbers for those who look for one in
// the place of the other.
func (r *reading) kind() Kind {
	switch {
	case r.name != nil:
		return Name
	case r.values[0].sort == clock:
		return Number
	}
	return kinds[r.values[0].sort]
}

func (c *comparison) difference(k int, s, t *found) Difference {
	d := Difference{Bead: k}
	if t != nil {
		f := c.target.fact(t.sentence, &t.reading)
		d.Target, d.Kind = &f, f.Kind
	}
	if s != nil {
		f := c.source.fact(s.sentence, &s.reading)
		d.Source, d.Kind = &f, f.Kind
	}
	return d
}
