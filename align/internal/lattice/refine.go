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
	c := closeLook{l: l, linker: linker, rates: l.rates()}
	grown := l.grow()
	l.eachMatch(func(i, j, cell, shape int, p float64) {
		if p < leastLikely {
			return
		}
		for len(grown) > 0 && grown[0].cell < cell {
			c.addGrown(&grown[0])
			grown = grown[1:]
		}
		c.add(i, j, cell, shape, p).features[evidenceSum] = l.evidence.of(l.Corridor, i, j, shapes[shape])
	})
	for k := range grown {
		c.addGrown(&grown[k])
	}
	l.shapes = shapes[:max(len(l.shapes), c.shapes)]
	l.expectFree()
}

// closeLook adds beads to those that are looked at closely.
type closeLook struct {
	l      *Lattice
	linker *Linker
	rates  [len(usual)]float64
	whole  *wholeEvidence // if a bead was grown
	shapes int            // that the grown beads need
}

// add fills all features of a bead but the evidence.
func (c *closeLook) add(i, j, cell, shape int, p float64) *likelyBead {
	c.l.likely = append(c.l.likely, likelyBead{cell: int32(cell), shape: int32(shape)})
	b := &c.l.likely[len(c.l.likely)-1]
	s := shapes[shape]
	c.l.matchFeatures(&b.features, i, j, s)
	b.features[coarse] = math.Log(p)
	b.features[rate] = c.rates[shapeFeature(s)]
	b.known = float32(c.linker.linkFeatures(&b.features, i, j, s))
	return b
}

func (c *closeLook) addGrown(g *grownBead) {
	if c.whole == nil {
		c.whole = newWholeEvidence(&c.l.Bitext)
	}
	b := c.add(g.i, g.j, g.cell, g.shape, g.posterior)
	b.features[evidenceSum] = c.whole.of(g.i, g.j, shapes[g.shape])
	c.shapes = max(c.shapes, g.shape+1)
}
