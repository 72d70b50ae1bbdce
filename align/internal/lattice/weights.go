package lattice

// LearnWeights serve while learning.
var LearnWeights = Weights{
	shape11: -0.2, shape12: -3, shape22: -5, shape13: -5, shape14: -6, shape23: -7,
	gapOpen: -6, gapExtend: -3, gapSwitch: -1, gapChars: -0.2,
	words: 0.5, lengthSquare: -1, lengthTail: 0,
	endSame: 0, endDiffer: 0, openInside: 0,
}

// DefaultWeights were trained as package train tells.
var CoarseWeights = Weights{
	shape11:      0.012,
	shape12:      -2.718,
	shape22:      -5.596,
	shape13:      -5.022,
	shape14:      -6.788,
	shape23:      -7.637,
	gapOpen:      -3.655,
	gapExtend:    -2.103,
	gapSwitch:    1.269,
	gapChars:     -0.209,
	words:        0.208,
	lengthSquare: -0.567,
	lengthTail:   -0.394,
	endSame:      0.042,
	endDiffer:    -1.383,
	openInside:   -1.342,
}

var DefaultWeights = Weights{
	shape11:      1.077,
	shape12:      -1.067,
	shape22:      -2.787,
	shape13:      -3.163,
	shape14:      -3.572,
	shape23:      -4.052,
	gapOpen:      -2.898,
	gapExtend:    -0.889,
	gapSwitch:    1.862,
	gapChars:     -0.115,
	words:        0.081,
	lengthSquare: -0.444,
	lengthTail:   -0.061,
	endSame:      -0.686,
	endDiffer:    -0.884,
	openInside:   -1.114,
	rate:         1.445,
	linkInfo:     0.703,
	linkStrength: 1.453,
	linkOff:      -2.274,
	freeInfo:     -0.001,
	worstCover:   -0.672,
	freeNumbers:  -1.129,
	freeNames:    -0.418,
	crossing:     -0.433,
	cover:        0.265,
	coarse:       0.125,
}

func (w *Weights) Scale(f float64) { w[words] *= f }
