package search

var weights = vector{
	coverQuote: 1.257, coverWindow: .709,
	strength: 1.564, off: -8.6,
	evidence: .96, forward: .415,
	lengthOff: .062, shorter: 4.86,
	names: .122, freeNames: -.102,
	hit: -0.170, hit + 1: 4.353, hit + 2: 2.714, hit + 3: 1.237,
	missed: -1.454, missed + 1: -.916, missed + 2: -.967, missed + 3: -.917,
	free: -1.239, free + 1: 0.526, free + 2: -1.170, free + 3: -0.329,
	near: 0.202, inOrder: 0.271, nearLog: 0.217,
	chain: 3.168, edge: 1.076, part: .876, backward: .287, longer: .822, sentences: -.866, aliens: -.595,
}

var certainty = sign{}
