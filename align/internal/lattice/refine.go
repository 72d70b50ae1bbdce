package lattice

import (
	"math"
	"sync"
)

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

// look fills likely, in the order of eachMatch, on two goroutines where there is
// much to look at.
func (l *Lattice) look(linker *Linker) {
	found := l.candidates()
	l.likely = make([]likelyBead, len(found))
	c := closeLook{l: l, linker: linker, rates: l.rates()}
	var wait sync.WaitGroup
	half := 0
	if len(found) > worthTwo {
		half = len(found) / 2
		other := closeLook{l: l, linker: linker.On(l.Source, l.Target), rates: c.rates}
		wait.Go(func() { other.fill(l.likely[:half], found[:half]) })
	}
	c.fill(l.likely[half:], found[half:])
	wait.Wait()
	for k := range found {
		l.shapes = shapes[:max(len(l.shapes), found[k].shape+1)]
	}
	l.expectFree()
	l.compareParagraphs(found)
}

// worthTwo is the number of beads from which on a second goroutine is worth the
// linker that it needs.
const worthTwo = 1000

// candidates returns the beads to be looked at, by cell and shape.
func (l *Lattice) candidates() []candidate {
	grown := l.grow()
	var found []candidate
	l.eachMatch(func(i, j, cell, shape int, p float64) {
		if p < leastLikely {
			return
		}
		for len(grown) > 0 && grown[0].cell < cell {
			found = append(found, grown[0])
			grown = grown[1:]
		}
		found = append(found, candidate{i, j, cell, shape, p})
	})
	return append(found, grown...)
}

// candidate is a bead to be looked at.
type candidate struct {
	i, j, cell, shape int
	posterior         float64 // of a grown bead, that of the paths through its parts
}

// closeLook looks at beads closely.
type closeLook struct {
	l      *Lattice
	linker *Linker
	rates  [len(usual)]float64
	whole  *wholeEvidence // if a bead was grown
}

func (c *closeLook) fill(beads []likelyBead, found []candidate) {
	for k := range found {
		c.look(&beads[k], &found[k])
	}
}

// look fills the features of a bead.
func (c *closeLook) look(b *likelyBead, at *candidate) {
	b.cell, b.shape = int32(at.cell), int32(at.shape)
	s := shapes[at.shape]
	square := c.l.matchFeatures(&b.features, at.i, at.j, s)
	b.features[lengthTail] = math.Log1p(square)
	b.features[evidenceSum] = c.evidence(at)
	b.features[coarse] = math.Log(at.posterior)
	b.features[rate] = c.rates[shapeFeature(s)]
	b.known = float32(c.linker.linkFeatures(&b.features, at.i, at.j, s))
}

// evidence returns that of the corridor, which may be too narrow for a grown
// bead: its middle need not lie within.
func (c *closeLook) evidence(at *candidate) float64 {
	if at.shape < widespread || c.l.Run > UsualRun {
		return c.l.evidence.of(c.l.Corridor, at.i, at.j, shapes[at.shape])
	}
	if c.whole == nil {
		c.whole = newWholeEvidence(&c.l.Bitext)
	}
	return c.whole.of(at.i, at.j, shapes[at.shape])
}
