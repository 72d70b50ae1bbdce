package lattice

import "math"

// likelyBead is a bead that is looked at closely.
type likelyBead struct {
	cell, shape int32
	known       float32 // information of the words whose translation is known
	features    vector
}

// leastLikely is the posterior of a bead that is looked at closely. Less takes
// longer and finds nothing; more loses beads.
const leastLikely = 1e-4

// Refine looks at the words of each bead that has some probability, scores it
// anew, and sums over all paths again. Beads that had none are left out.
func (l *Lattice) Refine(w *Weights) {
	l.RefineWith(NewLinker(l.Source, l.Target, l.Model), w)
}

// RefineWith is Refine with a linker that is there already; it must be of the
// lattice's sentences.
func (l *Lattice) RefineWith(linker *Linker, w *Weights) {
	l.look(linker)
	l.Reweigh(w)
}

// Reweigh scores the beads of a refined lattice by other weights.
func (l *Lattice) Reweigh(w *Weights) {
	for k := range l.shapes {
		l.match[k] = emptied(l.match[k], l.Corridor.Cells())
	}
	for i := range l.likely {
		b := &l.likely[i]
		l.match[b.shape][b.cell] = float32(w.dot(&b.features))
	}
	l.scoreGaps(w)
	l.sum()
}

// look fills likely, in the order of eachMatch.
func (l *Lattice) look(linker *Linker) {
	rates := l.rates()
	grown := l.grow()
	shapeCount := len(l.shapes)
	add := func(i, j, cell, shape int, p float64) *likelyBead {
		s := shapes[shape]
		l.likely = append(l.likely, likelyBead{cell: int32(cell), shape: int32(shape)})
		b := &l.likely[len(l.likely)-1]
		l.matchFeatures(&b.features, i, j, s)
		b.features[coarse] = math.Log(p)
		b.features[rate] = rates[shapeFeature(s)]
		b.known = float32(linker.linkFeatures(&b.features, i, j, s))
		return b
	}
	whole := newWholeEvidence(&l.Bitext)
	addGrown := func(before int) {
		for ; len(grown) > 0 && grown[0].cell < before; grown = grown[1:] {
			g := grown[0]
			b := add(g.i, g.j, g.cell, g.shape, g.posterior)
			shapeCount = max(shapeCount, g.shape+1)
			b.features[evidenceSum] = whole.of(g.i, g.j, shapes[g.shape])
		}
	}
	l.eachMatch(func(i, j, cell, shape int, p float64) {
		if p < leastLikely {
			return
		}
		addGrown(cell)
		b := add(i, j, cell, shape, p)
		b.features[evidenceSum] = l.evidence.of(l.Corridor, i, j, shapes[shape])
	})
	addGrown(math.MaxInt)
	l.shapes = shapes[:shapeCount]
	l.expectFree()
}

// What is taken for granted of how much of the known words stays free, before a
// text has shown it: a share, as if so much information had been seen.
const (
	usualFree    = 0.3
	usualFreeFor = 20.0
)

// expectFree takes off freeKnown what is usual in this text: even of words
// whose translation is known some stay without a link, a sixth in close
// translations and half in free ones.
func (l *Lattice) expectFree() {
	free, known := usualFree*usualFreeFor, usualFreeFor
	for q := range l.likely {
		b := &l.likely[q]
		if shapes[b.shape] == (Shape{1, 1}) {
			p := math.Exp(b.features[coarse])
			free += p * b.features[freeKnown]
			known += p * float64(b.known)
		}
	}
	for q := range l.likely {
		b := &l.likely[q]
		b.features[freeKnown] -= free / known * float64(b.known)
	}
}

// usual is how common the shapes are in most texts, omissions aside: about the
// mean of the sets measured.
var usual = [...]float64{shape11: 0.85, shape12: 0.11, shape22: 0.01, shape13: 0.02, shape14: 0.005, shape23: 0.005, shapeGrown: 0.002}

// usualBeads is the number of beads that usual is worth.
const usualBeads = 50

// rates returns, for each shape, the log of how much commoner it is in this
// text than usual.
func (l *Lattice) rates() (rates [len(usual)]float64) {
	all := float64(usualBeads)
	for k, p := range usual {
		rates[k] = usualBeads * p
	}
	l.eachMatch(func(_, _, _, shape int, p float64) {
		rates[shapeFeature(shapes[shape])] += p
		all += p
	})
	for k, p := range usual {
		rates[k] = math.Log(rates[k] / all / p)
	}
	return rates
}
