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
	shape11:      0.864,
	shape12:      0.369,
	shape22:      -0.086,
	shape13:      0.013,
	shape14:      -0.002,
	shape23:      -0.210,
	shapeGrown:   -0.217,
	gapOpen:      -0.942,
	gapExtend:    0.761,
	gapSwitch:    -0.173,
	gapChars:     -0.226,
	evidenceSum:  0.133,
	lengthSquare: -0.378,
	lengthTail:   -0.046,
	endSame:      -0.035,
	endDiffer:    -0.174,
	openDiffer:   -0.271,
	rate:         0.822,
	coarse:       0.312,
	linkInfo:     0.246,
	linkStrength: 0.644,
	linkOff:      -1.014,
	freeInfo:     0.105,
	freeKnown:    -1.010,
	cover:        -0.241,
	worstCover:   -0.599,
	crossing:     -0.345,
	freeNumbers:  -0.142,
	freeNames:    -0.156,

	// Not fitted: the reference sets have no paragraphs. On the six pairs of the
	// memoir .3 to .6 serve alike.
	paragraph: 0.4,
}
