package lattice

import (
	"math"

	"github.com/hexapla/hexapla/align/internal/corpus"
)

// paragraphHabits are how the paragraphs of two texts go together: log
// likelihood ratios, all 0 where a side has no paragraphs or each sentence is
// one, and near 0 where a translator made his own.
type paragraphHabits struct {
	start          [2][2]float64 // of a bead's first sentences, by whether each begins a paragraph
	source, target [2]float64    // of each further sentence of a side
}

// usualParagraphs is the number of beads for which paragraphs are taken to be
// unrelated, before a text has shown that they are related. Double serves alike.
const usualParagraphs = 20

// paragraphsOf counts beads, each by its probability.
func paragraphsOf(source, target *corpus.Side, each func(see func(i, j int, s Shape, p float64))) paragraphHabits {
	borderS, borderT := borderRates(source), borderRates(target)
	if borderS[1] == 0 || borderS[0] == 0 || borderT[1] == 0 || borderT[0] == 0 {
		return paragraphHabits{}
	}
	var starts [2][2]float64
	var insideS, insideT [2]float64
	for a := range 2 {
		for b := range 2 {
			starts[a][b] = usualParagraphs * borderS[a] * borderT[b]
		}
		insideS[a], insideT[a] = usualParagraphs*borderS[a], usualParagraphs*borderT[a]
	}
	each(func(i, j int, s Shape, p float64) {
		starts[border(source, i)][border(target, j)] += p
		for k := 1; k < s.Source; k++ {
			insideS[border(source, i+k)] += p
		}
		for k := 1; k < s.Target; k++ {
			insideT[border(target, j+k)] += p
		}
	})
	return paragraphHabits{start: association(starts), source: logRatios(insideS, borderS), target: logRatios(insideT, borderT)}
}

// compareParagraphs fills the feature paragraph of the likely beads, which were
// found in this order.
func (l *Lattice) compareParagraphs(found []candidate) {
	h := l.paragraphs(found)
	if h == (paragraphHabits{}) {
		return
	}
	for q, c := range found {
		l.likely[q].features[paragraph] = h.of(l.Source, l.Target, c.i, c.j, shapes[c.shape])
	}
}

func (l *Lattice) paragraphs(found []candidate) paragraphHabits {
	if l.Habits != nil {
		return l.Habits.paragraphs
	}
	return paragraphsOf(l.Source, l.Target, func(see func(i, j int, s Shape, p float64)) {
		for _, c := range found {
			see(c.i, c.j, shapes[c.shape], c.posterior)
		}
	})
}

// of returns the log likelihood ratio of a bead.
func (h *paragraphHabits) of(source, target *corpus.Side, i, j int, s Shape) float64 {
	sum := h.start[border(source, i)][border(target, j)]
	for k := 1; k < s.Source; k++ {
		sum += h.source[border(source, i+k)]
	}
	for k := 1; k < s.Target; k++ {
		sum += h.target[border(target, j+k)]
	}
	return sum
}

// border is 1 if a sentence begins a paragraph, else 0.
func border(side *corpus.Side, i int) int {
	if side.Shapes[i].Border {
		return 1
	}
	return 0
}

// borderRates returns the shares of the sentences that don't begin a paragraph,
// and that do. The first does not count: a text begins there, whatever its
// paragraphs are.
func borderRates(side *corpus.Side) (rates [2]float64) {
	for i := 1; i < side.Len(); i++ {
		rates[border(side, i)] += 1 / float64(side.Len()-1)
	}
	return rates
}

// association compares the counts of pairs with what they would be if the two
// of a pair had nothing to do with one another.
func association(counts [2][2]float64) (ratios [2][2]float64) {
	first := [2]float64{counts[0][0] + counts[0][1], counts[1][0] + counts[1][1]}
	all := first[0] + first[1]
	for b := range 2 {
		second := counts[0][b] + counts[1][b]
		for a := range 2 {
			ratios[a][b] = math.Log(counts[a][b] * all / (first[a] * second))
		}
	}
	return ratios
}

// logRatios compares counts with what the rates would make of them.
func logRatios(counts, rates [2]float64) (ratios [2]float64) {
	for k := range ratios {
		ratios[k] = math.Log(counts[k] / (counts[0] + counts[1]) / rates[k])
	}
	return ratios
}
