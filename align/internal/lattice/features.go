package lattice

import (
	"math"

	"github.com/hexapla/hexapla/align/internal/corpus"
)

// A Shape is the number of sentences on each side of a bead.
type Shape struct{ Source, Target int }

func (s Shape) longest() int { return max(s.Source, s.Target) }

// shapes are the beads that the lattice knows, omissions and additions aside.
var shapes = [...]Shape{
	// Those scored everywhere in the corridor, with shorter runs first.
	{1, 1}, {1, 2}, {2, 1}, {2, 2}, {1, 3}, {3, 1}, {1, 4}, {4, 1}, {2, 3}, {3, 2},
	// Those that are grown out of others (grow.go).
	{1, 5}, {5, 1}, {2, 4}, {4, 2}, {3, 3}, {2, 5}, {5, 2}, {3, 4}, {4, 3}, {1, 6}, {6, 1},
}

// widespread is the number of shapes that are scored everywhere.
const widespread = 10

// shapesOf returns the shapes up to the first whose runs are longer than run.
func shapesOf(run int) []Shape {
	if run > UsualRun {
		return shapes[:]
	}
	n := 0
	for n < widespread && shapes[n].longest() <= run {
		n++
	}
	return shapes[:n]
}

// The features of a bead. Its score is their sum, weighted.
const (
	// One of these is 1; the two sides are treated alike.
	shape11 = iota
	shape12
	shape22
	shape13
	shape14
	shape23
	shapeGrown

	gapOpen   // 1 for the first sentence of an omission or addition
	gapExtend // 1 for each further one
	gapSwitch // 1 for an addition that comes straight after an omission
	gapChars  // log of 1 and the letters left out

	evidenceSum  // log likelihood ratio of the words, both ways
	lengthSquare // half the square of the standardized difference in length
	lengthTail   // log of 1 and that square: longer tails than the normal
	endSame      // 1 if both sides end in the same mark, other than a full stop
	endDiffer    // 1 if they end in different marks
	openDiffer   // 1 if just one side begins in lower case, cut off from what is before it

	coarseFeatures // those above can be had for every bead of the corridor
)

const (
	rate         = iota + coarseFeatures // log of how much commoner the shape is in this text than in most
	coarse                               // log posterior in the first step
	linkInfo                             // information of the linked words, in tens of nats
	linkStrength                         // the same, by how sure the links are
	linkOff                              // the same, by how far they are from the bead's diagonal
	freeInfo                             // information of the words without a link
	freeKnown                            // the same, each word by how sure its translation is; less what is usual
	cover                                // log of the share of the information that is linked
	worstCover                           // share without a link in the sentence that has the largest
	crossing                             // information of links across the borders between sentences
	freeNumbers                          // numbers without a link
	freeNames                            // names without a link
	paragraph                            // log likelihood ratio of the borders of paragraphs
	features
)

// Names of the features, for those who fit or read weights.
var Names = [features]string{
	"shape11", "shape12", "shape22", "shape13", "shape14", "shape23", "shapeGrown",
	"gapOpen", "gapExtend", "gapSwitch", "gapChars",
	"evidenceSum", "lengthSquare", "lengthTail", "endSame", "endDiffer", "openDiffer",
	"rate", "coarse", "linkInfo", "linkStrength", "linkOff", "freeInfo", "freeKnown",
	"cover", "worstCover", "crossing", "freeNumbers", "freeNames", "paragraph",
}

// Weights of the features.
type Weights [features]float64

type vector [features]float64

func (w *Weights) dot(v *vector) float64 {
	sum := 0.0
	for k := range w {
		sum += w[k] * v[k]
	}
	return sum
}

// dotCoarse is dot where only the coarse features are filled, and of those before
// evidenceSum only that of the bead's shape.
func (w *Weights) dotCoarse(v *vector, s Shape) float64 {
	sum := w[shapeFeature(s)]
	for k := evidenceSum; k < coarseFeatures; k++ {
		sum += w[k] * v[k]
	}
	return sum
}

func shapeFeature(s Shape) int {
	switch a, b := min(s.Source, s.Target), max(s.Source, s.Target); {
	case a == 1 && b == 1:
		return shape11
	case a == 1 && b == 2:
		return shape12
	case a == 2 && b == 2:
		return shape22
	case a == 1 && b == 3:
		return shape13
	case a == 1 && b == 4:
		return shape14
	case a+b == 5:
		return shape23
	default:
		return shapeGrown
	}
}

// farOff is the squared standardized difference in length beyond which it does
// not matter by how much.
const farOff = 25

// matchFeatures fills the coarse features of the bead at (i, j), but for the
// evidence and the tail of the length, and returns the square that the tail is
// made of.
func (l *Lattice) matchFeatures(v *vector, i, j int, s Shape) (square float64) {
	*v = vector{}
	v[shapeFeature(s)] = 1

	z := l.Length.z(l.sourceChars[i+s.Source]-l.sourceChars[i], l.targetChars[j+s.Target]-l.targetChars[j])
	square = z * z
	v[lengthSquare] = min(square, farOff) / 2

	a, b := l.Source.Shapes[i+s.Source-1].End, l.Target.Shapes[j+s.Target-1].End
	switch {
	case a != b:
		v[endDiffer] = 1
	case a != corpus.FullStop:
		v[endSame] = 1
	}
	if l.Source.Shapes[i].Open != l.Target.Shapes[j].Open {
		v[openDiffer] = 1
	}
	return square
}

// gapFeatures fills the features of one sentence left out.
func gapFeatures(v *vector, kind int, chars int32) {
	*v = vector{}
	v[kind] = 1
	v[gapChars] = math.Log1p(float64(chars))
}
