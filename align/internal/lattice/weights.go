package lattice

// LearnWeights serve while learning. They are sharper than the fitted ones:
// what is learned from should be sure.
var LearnWeights = Weights{
	shape11: -0.2, shape12: -3, shape22: -5, shape13: -5, shape14: -6, shape23: -7,
	gapOpen: -6, gapExtend: -3, gapSwitch: -1, gapChars: -0.2,
	evidenceSum: 0.5, lengthSquare: -1, lengthTail: 0,
	endSame: 0, endDiffer: 0, openDiffer: 0,
}

// CoarseWeights serve the first step of the last round; fitted to the coarse
// features alone.
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
	evidenceSum:  0.208,
	lengthSquare: -0.567,
	lengthTail:   -0.394,
	endSame:      0.042,
	endDiffer:    -1.383,
	openDiffer:   -1.342,
}

// DefaultWeights serve the second step; fitted as package train tells.
var DefaultWeights = Weights{
	shape11:      2.229,
	shape12:      0.547,
	shape22:      -0.582,
	shape13:      -0.693,
	shape14:      -0.420,
	shape23:      -1.120,
	gapOpen:      -1.911,
	gapExtend:    0.032,
	gapSwitch:    1.618,
	gapChars:     -0.198,
	evidenceSum:  0.083,
	lengthSquare: -0.500,
	lengthTail:   -0.141,
	endSame:      -0.731,
	endDiffer:    -0.816,
	openDiffer:   -1.109,
	rate:         1.717,
	coarse:       0.154,
	linkInfo:     0.242,
	linkStrength: 2.156,
	linkOff:      -1.811,
	freeInfo:     -0.007,
	cover:        0.154,
	worstCover:   -0.552,
	crossing:     -0.370,
	freeNumbers:  -1.162,
	freeNames:    -0.466,
}
