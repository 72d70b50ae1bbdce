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
	shape11:      0.953,
	shape12:      -1.365,
	shape22:      -3.339,
	shape13:      -3.486,
	shape14:      -4.279,
	shape23:      -4.641,
	gapOpen:      -3.050,
	gapExtend:    -0.982,
	gapSwitch:    1.784,
	gapChars:     -0.100,
	words:        0.113,
	lengthSquare: -0.508,
	lengthTail:   -0.019,
	endSame:      -0.671,
	endDiffer:    -0.897,
	openInside:   -1.063,
	rate:         1.422,
	linkInfo:     0.304,
	linkStrength: 1.816,
	linkOff:      -2.295,
	freeInfo:     0.045,
	worstCover:   -0.568,
	freeNumbers:  -1.131,
	freeNames:    -0.430,
	crossing:     -0.231,
	cover:        0.390,
	coarse:       0.116,
}

func (w *Weights) Scale(f float64) { w[words] *= f }
