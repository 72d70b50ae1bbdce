package lattice

import (
	"cmp"
	"math"
	"slices"
)

// Beads of more than four sentences a side are too rare to be scored
// everywhere. They are looked for where the paths are in two minds: of two beads
// that follow one another, or of one and the sentences left out beside it, the
// union is looked at closely as one bead.

const (
	// leastGrown is the posterior of the parts of a bead that is grown.
	leastGrown = 1e-3

	// mostLeftOut is the number of sentences in a row that a bead takes in.
	mostLeftOut = 3

	// leastSentences is the number of sentences in the smallest grown bead.
	leastSentences = 6
)

// grow returns the grown beads, by cell and shape.
func (l *Lattice) grow() []candidate {
	var grown []candidate
	if len(l.shapes) != widespread {
		return nil // longer runs are not wanted, or are there already
	}
	l.eachMatch(func(i, j, _, shape int, p float64) {
		if p < leastGrown {
			return
		}
		first := part{i, j, shapes[shape], math.Log(p)}
		first.followed(l, &grown)
		first.besideGaps(l, &grown)
	})
	slices.SortFunc(grown, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.cell, b.cell), cmp.Compare(a.shape, b.shape), cmp.Compare(b.posterior, a.posterior))
	})
	grown = slices.CompactFunc(grown, func(a, b candidate) bool { return a.cell == b.cell && a.shape == b.shape })
	return grown
}

// part is a bead that another may be grown from.
type part struct {
	i, j         int
	shape        Shape
	logPosterior float64
}

func (p *part) end() (i, j int) { return p.i + p.shape.Source, p.j + p.shape.Target }

// followed joins the part with each bead that comes after it.
func (p *part) followed(l *Lattice, grown *[]candidate) {
	i, j := p.end()
	cell := l.Corridor.cell(i, j)
	for k, s := range l.shapes[:widespread] {
		if p.shape.Source+p.shape.Target+s.Source+s.Target < leastSentences || l.match[k][cell] <= never {
			continue
		}
		onward := l.backward[afterMatch][l.Corridor.cell(i+s.Source, j+s.Target)] + float64(l.match[k][cell])
		share := onward - l.backward[afterMatch][cell]
		l.join(grown, p.i, p.j, Shape{p.shape.Source + s.Source, p.shape.Target + s.Target}, p.logPosterior+share)
	}
}

// besideGaps joins the part with the sentences left out before or after it.
func (p *part) besideGaps(l *Lattice, grown *[]candidate) {
	if p.shape.Source+p.shape.Target+mostLeftOut < leastSentences {
		return
	}
	c := l.Corridor
	start := Position{p.i, p.j}
	var end Position
	end.Source, end.Target = p.end()
	after := p.logPosterior - l.backward[afterMatch][c.cell(end.Source, end.Target)]
	before := p.logPosterior - l.reach[c.cell(p.i, p.j)]
	for run := 1; run <= mostLeftOut; run++ {
		l.takeIn(grown, start, end, Position{end.Source + run, end.Target}, after, l.backward[afterOmission])
		l.takeIn(grown, start, end, Position{end.Source, end.Target + run}, after, l.backward[afterAddition])
		l.takeIn(grown, start, end, Position{start.Source - run, start.Target}, before, l.reach)
		l.takeIn(grown, start, end, Position{start.Source, start.Target - run}, before, l.reach)
	}
}

// takeIn joins a bead with the gap between it and a position, beyond which the
// sums go on. The share is that of the bead without what goes on at its end.
func (l *Lattice) takeIn(grown *[]candidate, start, end, to Position, share float64, sums []float64) {
	if !l.Corridor.Has(to.Source, to.Target) {
		return
	}
	first := Position{min(start.Source, to.Source), min(start.Target, to.Target)}
	last := Position{max(end.Source, to.Source), max(end.Target, to.Target)}
	gap := l.leavingOut(first, start) + l.leavingOut(end, last)
	l.join(grown, first.Source, first.Target, Shape{last.Source - first.Source, last.Target - first.Target}, share+gap+sums[l.Corridor.cell(to.Source, to.Target)])
}

// leavingOut returns the score of leaving out all that lies between two
// positions.
func (l *Lattice) leavingOut(from, to Position) float64 {
	source := gapSum(l.openS[from.Source:to.Source], l.extendS[from.Source:to.Source])
	return source + gapSum(l.openT[from.Target:to.Target], l.extendT[from.Target:to.Target])
}

// join adds a union, if it is one of the shapes that are grown and may be.
func (l *Lattice) join(grown *[]candidate, i, j int, s Shape, logPosterior float64) {
	if logPosterior < math.Log(leastGrown) || s.Source+s.Target < leastSentences {
		return
	}
	shape := slices.Index(shapes[widespread:], s)
	if shape < 0 || l.Breaks.within(i, j, s) || !l.Limits.allow(i, j, s) {
		return
	}
	*grown = append(*grown, candidate{i, j, l.Corridor.cell(i, j), widespread + shape, math.Exp(logPosterior)})
}

// wholeEvidence works out the evidence of single beads, of any size.
type wholeEvidence struct{ forward, backward *window }

func newWholeEvidence(b *Bitext) *wholeEvidence {
	return &wholeEvidence{
		newWindow(b.Model.Forward, b.Source, b.Target),
		newWindow(b.Model.Backward, b.Target, b.Source),
	}
}

func (e *wholeEvidence) of(i, j int, s Shape) float64 {
	return e.forward.explainRun(i, s.Source, j, s.Target) + e.backward.explainRun(j, s.Target, i, s.Source)
}

// explainRun returns the log likelihood ratio of run sentences of the other
// side from other on, beside those of this side from start on.
func (w *window) explainRun(start, length, other, run int) float64 {
	w.open(start, length)
	sum := float32(0)
	var ratios [maxRun]float32
	for k := range run {
		w.explain(other+k, ratios[:])
		sum += ratios[length-1]
	}
	return float64(sum)
}

// emptied returns scores of n cells in which no bead can be.
func emptied(scores []float32, n int) []float32 {
	scores = slices.Grow(scores[:0], n)[:n]
	for cell := range scores {
		scores[cell] = impossible
	}
	return scores
}
