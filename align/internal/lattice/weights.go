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
	shape11:      2.068,
	shape12:      0.439,
	shape22:      -0.633,
	shape13:      -0.984,
	shape14:      -0.726,
	shape23:      -1.257,
	gapOpen:      -1.973,
	gapExtend:    -0.031,
	gapSwitch:    1.650,
	gapChars:     -0.232,
	evidenceSum:  0.099,
	lengthSquare: -0.436,
	lengthTail:   -0.123,
	endSame:      -0.655,
	endDiffer:    -0.810,
	openDiffer:   -1.163,
	rate:         1.800,
	coarse:       0.154,
	linkInfo:     0.237,
	linkStrength: 1.880,
	linkOff:      -1.993,
	freeInfo:     -0.001,
	cover:        0.198,
	worstCover:   -0.771,
	crossing:     -0.383,
	freeNumbers:  -1.138,
	freeNames:    -0.466,
}
