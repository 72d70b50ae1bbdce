package lattice

import "math"

// likelyBead is a bead that is looked at closely.
type likelyBead struct {
	cell, shape int32
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
		for cell := range l.match[k] {
			l.match[k][cell] = impossible
		}
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
	rates := l.Rates
	if rates == nil {
		rates = ratesOf(func(see func(shape int, p float64)) {
			l.eachMatch(func(_, _, _, shape int, p float64) { see(shape, p) })
		})
	}
	l.eachMatch(func(i, j, cell, shape int, p float64) {
		if p < leastLikely {
			return
		}
		s := shapes[shape]
		b := likelyBead{cell: int32(cell), shape: int32(shape)}
		l.matchFeatures(&b.features, i, j, s)
		b.features[coarse] = math.Log(p)
		b.features[rate] = rates[shapeFeature(s)]
		linker.linkFeatures(&b.features, i, j, s)
		l.likely = append(l.likely, b)
	})
}

// usual is how common the shapes are in most texts, omissions aside: about the
// mean of the sets measured.
var usual = [...]float64{shape11: 0.85, shape12: 0.11, shape22: 0.01, shape13: 0.02, shape14: 0.005, shape23: 0.005}

// usualBeads is the number of beads that usual is worth.
const usualBeads = 50

// Rates are, for each shape, the log of how much commoner it is in a text than
// usual.
type Rates [len(usual)]float64

// ratesOf counts the shapes of beads, each by its probability.
func ratesOf(each func(see func(shape int, p float64))) *Rates {
	rates := new(Rates)
	all := float64(usualBeads)
	for k, p := range usual {
		rates[k] = usualBeads * p
	}
	each(func(shape int, p float64) {
		rates[shapeFeature(shapes[shape])] += p
		all += p
	})
	for k, p := range usual {
		rates[k] = math.Log(rates[k] / all / p)
	}
	return rates
}
