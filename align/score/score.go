// Package score tells how good an alignment is, against one made by hand.
//
// Three measures are counted, each as precision, recall and F1:
//
//   - strict: an answer's bead is right if the gold holds exactly that bead.
//     Precision is over all beads of the answer, omissions and additions
//     included; recall is over the gold's beads that have both sides.
//   - lax: a bead counts as right if some sentence pair of it lies within one
//     bead of the other alignment. Only beads with both sides are counted.
//   - link: over the sentence pairs that share a bead.
//
// Strict and lax are those of Text+Berg (Sennrich & Volk, 2010) and of the
// aligners measured on it since.
package score

import (
	"strconv"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/segment"
)

// Figures are the shares of a measure, 0 to 1.
type Figures struct {
	Precision, Recall, F1 float64
}

// Ratio is a count of right ones out of all.
type Ratio struct{ Right, All int }

func (r Ratio) share() float64 {
	if r.All == 0 {
		return 0
	}
	return float64(r.Right) / float64(r.All)
}

func (r Ratio) plus(o Ratio) Ratio { return Ratio{r.Right + o.Right, r.All + o.All} }

// Measure counts what precision and recall are made of.
type Measure struct {
	Answer Ratio // the answer's items that the gold confirms
	Gold   Ratio // the gold's items that the answer has
}

// Figures returns the shares. Where nothing was counted they are 0.
func (m Measure) Figures() Figures {
	p, r := m.Answer.share(), m.Gold.share()
	if p+r == 0 {
		return Figures{}
	}
	return Figures{p, r, 2 * p * r / (p + r)}
}

func (m Measure) plus(o Measure) Measure {
	return Measure{m.Answer.plus(o.Answer), m.Gold.plus(o.Gold)}
}

// Counts holds the three measures of one or more documents.
type Counts struct {
	Strict, Lax, Link Measure
}

// Plus adds the counts of another document: a set's figures are taken over all
// its beads, not averaged over its documents.
func (c Counts) Plus(o Counts) Counts {
	return Counts{c.Strict.plus(o.Strict), c.Lax.plus(o.Lax), c.Link.plus(o.Link)}
}

// Bead is the sentence numbers of each side of a bead. Those of a gold bead
// need not follow one another.
type Bead struct {
	Source, Target []int
}

// Beads returns the beads of an alignment as lists of sentence numbers.
func Beads(beads []align.Bead) []Bead {
	out := make([]Bead, len(beads))
	for i, b := range beads {
		out[i] = Bead{numbers(b.Source), numbers(b.Target)}
	}
	return out
}

func numbers(r segment.Range) []int {
	n := make([]int, r.Len())
	for i := range n {
		n[i] = r.Start + i
	}
	return n
}

// Compare counts how the beads of an answer agree with the gold's. The cost is
// linear in the number of sentence pairs that share a bead.
func Compare(gold, answer []Bead) Counts {
	goldIndex, answerIndex := newIndex(gold), newIndex(answer)
	var c Counts
	for _, b := range answer {
		c.Strict.Answer.count(goldIndex.beads[key(b)])
		if both(b) {
			c.Lax.Answer.count(goldIndex.touches(b))
		}
	}
	for _, b := range gold {
		if both(b) {
			c.Strict.Gold.count(answerIndex.beads[key(b)])
			c.Lax.Gold.count(answerIndex.touches(b))
		}
	}
	c.Link.Answer = answerIndex.linksIn(goldIndex)
	c.Link.Gold = goldIndex.linksIn(answerIndex)
	return c
}

func (r *Ratio) count(right bool) {
	r.All++
	if right {
		r.Right++
	}
}

func both(b Bead) bool { return len(b.Source) > 0 && len(b.Target) > 0 }

// key names a bead by its sentences.
func key(b Bead) string {
	var k []byte
	for _, n := range b.Source {
		k = append(strconv.AppendInt(k, int64(n), 10), ',')
	}
	k = append(k, '\t')
	for _, n := range b.Target {
		k = append(strconv.AppendInt(k, int64(n), 10), ',')
	}
	return string(k)
}

type link struct{ source, target int }

type index struct {
	beads map[string]bool
	links map[link]bool
}

func newIndex(beads []Bead) *index {
	x := &index{make(map[string]bool, len(beads)), make(map[link]bool, len(beads))}
	for _, b := range beads {
		x.beads[key(b)] = true
		for _, s := range b.Source {
			for _, t := range b.Target {
				x.links[link{s, t}] = true
			}
		}
	}
	return x
}

// touches tells whether any sentence pair of the bead is one of the index's.
func (x *index) touches(b Bead) bool {
	for _, s := range b.Source {
		for _, t := range b.Target {
			if x.links[link{s, t}] {
				return true
			}
		}
	}
	return false
}

func (x *index) linksIn(other *index) Ratio {
	r := Ratio{All: len(x.links)}
	for l := range x.links {
		if other.links[l] {
			r.Right++
		}
	}
	return r
}
