package lattice

import (
	"math"
	"slices"
)

// Habits are what a text shows as a whole of how it was translated; a part of it
// is too short to show its own.
type Habits struct {
	rates [len(usual)]float64 // for each shape, log of how much commoner it is than usual
	free  float64             // share of the known words that stay without a link

	paragraphs paragraphHabits
}

// HabitsOf returns the habits that the beads of a text show.
func (k *Linker) HabitsOf(beads []Bead) *Habits {
	h := &Habits{
		rates: ratesOf(func(see func(shape int, p float64)) {
			for _, b := range beads {
				if k := slices.Index(shapes[:], b.shape()); k >= 0 {
					see(k, b.Posterior)
				}
			}
		}),
	}
	var v vector
	h.free = freeOf(func(see func(free, known, p float64)) {
		for _, b := range beads {
			if b.shape() == (Shape{1, 1}) {
				v = vector{}
				known := k.linkFeatures(&v, b.Source, b.Target, b.shape())
				see(v[freeKnown], known, b.Posterior)
			}
		}
	})
	h.paragraphs = paragraphsOf(k.source, k.target, func(see func(i, j int, s Shape, p float64)) {
		for _, b := range beads {
			if s := b.shape(); s.Source > 0 && s.Target > 0 {
				see(b.Source, b.Target, s, b.Posterior)
			}
		}
	})
	return h
}

func (b *Bead) shape() Shape { return Shape{b.SourceEnd - b.Source, b.TargetEnd - b.Target} }

// usual is how common the shapes are in most texts, omissions aside: about the
// mean of the sets measured.
var usual = [...]float64{shape11: 0.85, shape12: 0.11, shape22: 0.01, shape13: 0.02, shape14: 0.005, shape23: 0.005, shapeGrown: 0.002}

// usualBeads is the number of beads that usual is worth.
const usualBeads = 50

// rates returns, for each shape, the log of how much commoner it is in this
// text than usual.
func (l *Lattice) rates() [len(usual)]float64 {
	if l.Habits != nil {
		return l.Habits.rates
	}
	return ratesOf(func(see func(shape int, p float64)) {
		l.eachMatch(func(_, _, _, shape int, p float64) { see(shape, p) })
	})
}

// ratesOf counts the shapes of beads, each by its probability.
func ratesOf(each func(see func(shape int, p float64))) (rates [len(usual)]float64) {
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

// expectFree takes off freeKnown what is usual in this text: even of words
// whose translation is known some stay without a link, a sixth in close
// translations and half in free ones.
func (l *Lattice) expectFree() {
	free := l.free()
	for q := range l.likely {
		b := &l.likely[q]
		b.features[freeKnown] -= free * float64(b.known)
	}
}

func (l *Lattice) free() float64 {
	if l.Habits != nil {
		return l.Habits.free
	}
	return freeOf(func(see func(free, known, p float64)) {
		for q := range l.likely {
			if b := &l.likely[q]; shapes[b.shape] == (Shape{1, 1}) {
				see(b.features[freeKnown], float64(b.known), math.Exp(b.features[coarse]))
			}
		}
	})
}

// What is taken for granted of how much of the known words stays free, before a
// text has shown it: a share, as if so much information had been seen.
const (
	usualFree    = 0.3
	usualFreeFor = 20.0
)

// freeOf returns the share of the known words that stay without a link in 1-1
// beads, each by its probability.
func freeOf(each func(see func(free, known, p float64))) float64 {
	free, known := usualFree*usualFreeFor, usualFreeFor
	each(func(f, k, p float64) {
		free += p * f
		known += p * k
	})
	return free / known
}
