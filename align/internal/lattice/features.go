package lattice

import (
	"math"

	"github.com/hexapla/hexapla/align/internal/corpus"
)

// A Shape is the number of sentences on each side of a bead.
type Shape struct{ Source, Target int }

// shapes are the beads that the lattice knows, omissions and additions aside.
var shapes = [...]Shape{
	{1, 1}, {1, 2}, {2, 1}, {2, 2}, {1, 3}, {3, 1}, {1, 4}, {4, 1}, {2, 3}, {3, 2},
}

// The features of a bead. The score of a bead is their sum, weighted.
const (
	shape11 = iota
	shape12
	shape22
	shape13
	shape14
	shape23
	gapOpen   // the first sentence of an omission or addition
	gapExtend // each further one
	gapSwitch // from an omission straight to an addition
	gapChars  // log of the letters left out
	words     // what the words say, both ways
	lengthSquare
	lengthTail
	endSame
	endDiffer
	openInside // a sentence beginning in lower case that begins a side
	rate       // log of how much commoner the shape is in this text than in most
	linkInfo
	linkStrength
	linkOff
	freeInfo
	worstCover
	freeNumbers
	freeNames
	crossing
	cover
	coarse
	features
)

// Weights of the features.
type Weights [features]float64

type vector [features]float64

// Names of the features, for those who train or read weights.
var Names = [features]string{
	"shape11", "shape12", "shape22", "shape13", "shape14", "shape23",
	"gapOpen", "gapExtend", "gapSwitch", "gapChars", "words", "lengthSquare", "lengthTail",
	"endSame", "endDiffer", "openInside", "rate",
	"linkInfo", "linkStrength", "linkOff", "freeInfo", "worstCover", "freeNumbers", "freeNames", "crossing", "cover", "coarse",
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
	default:
		return shape23
	}
}

// matchFeatures fills v for the bead of the shape at (i, j).
func (l *Lattice) matchFeatures(v *vector, i, j int, s Shape) {
	*v = vector{}
	v[shapeFeature(s)] = 1
	cell := l.corridor.cell(i, j)
	sum := float32(0)
	for k := range s.Target {
		sum += l.evidence.forward[s.Source-1][cell+k]
	}
	for k := range s.Source {
		sum += l.evidence.backward[s.Target-1][l.corridor.cell(i+k, j)]
	}
	v[words] = float64(sum)
	z := l.length.z(l.sourceChars[i+s.Source]-l.sourceChars[i], l.targetChars[j+s.Target]-l.targetChars[j])
	v[lengthSquare] = min(z*z, 25) / 2
	v[lengthTail] = math.Log1p(z * z)
	a, b := l.source.Shapes[i+s.Source-1].End, l.target.Shapes[j+s.Target-1].End
	if a == b {
		if a != corpus.FullStop {
			v[endSame] = 1
		}
	} else {
		v[endDiffer] = 1
	}
	if l.source.Shapes[i].Open != l.target.Shapes[j].Open {
		v[openInside] = 1
	}
}

func (l *Lattice) gapFeatures(v *vector, kind int, chars int32) {
	*v = vector{}
	v[kind] = 1
	v[gapChars] = math.Log1p(float64(chars))
}
