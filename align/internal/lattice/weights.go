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

var DefaultWeights = CoarseWeights
