package lattice

import (
	"math"

	"github.com/hexapla/hexapla/align/internal/knob"
	"github.com/hexapla/hexapla/align/internal/trans"
)

// edge is a bead that is looked at closely.
type edge struct {
	cell, shape int32
	features    vector
}

// leastEdge is the posterior of a bead that is looked at closely.
var leastEdge = knob.F("EDGE", 1e-4)

// Refine looks at the words of each bead that has some probability, scores it
// anew, and sums over all paths again. Beads that had none are left out.
func (l *Lattice) Refine(model *trans.Model, w *Weights) {
	l.edges = l.likely(model)
	l.Reweigh(w)
}

// Reweigh scores the likely beads by other weights.
func (l *Lattice) Reweigh(w *Weights) {
	l.weights = w
	for k := range shapes {
		for cell := range l.match[k] {
			l.match[k][cell] = impossible
		}
	}
	for e := range l.edges {
		x := &l.edges[e]
		l.match[x.shape][x.cell] = float32(w.dot(&x.features))
	}
	l.scoreGaps()
	l.sumForward()
	l.sumBackward()
}

func (l *Lattice) likely(model *trans.Model) []edge {
	var edges []edge
	links := newLinker(l.source, l.target, model)
	rates := l.rates()
	l.eachMatch(func(i, j, cell, shape int, p float64) {
		if p < leastEdge {
			return
		}
		s := shapes[shape]
		e := edge{cell: int32(cell), shape: int32(shape)}
		l.matchFeatures(&e.features, i, j, s)
		e.features[coarse] = math.Log(p)
		e.features[rate] = rates[shapeFeature(s)]
		l.addLinkFeatures(&e.features, links, i, j, s)
		edges = append(edges, e)
	})
	return edges
}

// usual is how common the shapes are in most texts.
var usual = [...]float64{shape11: 0.85, shape12: 0.11, shape22: 0.01, shape13: 0.02, shape14: 0.005, shape23: 0.005}

// rates returns, for each shape, the log of how much commoner it is in this
// text than usual.
func (l *Lattice) rates() [len(usual)]float64 {
	const beforehand = 50
	var count [len(usual)]float64
	all := float64(beforehand)
	for k, p := range usual {
		count[k] = beforehand * p
	}
	l.Matches(0.01, func(b Bead) {
		k := shapeFeature(Shape{b.SourceEnd - b.Source, b.TargetEnd - b.Target})
		count[k] += b.Posterior
		all += b.Posterior
	})
	var rates [len(usual)]float64
	for k, p := range usual {
		rates[k] = math.Log(count[k] / all / p)
	}
	return rates
}
