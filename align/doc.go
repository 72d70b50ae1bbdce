// Package align pairs the sentences of an account with those of its
// translation.
//
//	source, err := segment.Parse(english, segment.Options{Language: language.English})
//	target, err := segment.Parse(spanish, segment.Options{Language: language.Spanish})
//	a, err := align.Align(ctx, source, target, nil)
//	for _, bead := range a.Beads { ... }
//
// The beads cover every sentence of both texts exactly once. A bead's
// Confidence is the probability that it is right: of the beads given .9, nine in
// ten are. Measured over fifteen reference sets, 18,000 beads in all, the
// expected calibration error is .001, the area under the ROC curve .93, and of
// the beads above .95 997 in a thousand are right; four in ten of the others are
// sentences left out that the reference has in one bead with their neighbours.
// With three abridged translations, in which passages have moved, it is .004, .87
// and 994.
//
// Beside Align, [Alignment.Gaps] tells what was left out or added, [Passages]
// follows passages that one text has moved, [Synopsize] sets several versions in
// one table, [Find] looks a quotation up in an [Index] of books, [Learn] tells
// which words translate which and why a bead was made, Options.Constraints holds
// what a reader knows better, and [Revise] takes up such corrections one by one.
//
// # Method
//
// The texts are read as tokens: words by their stems, numbers by their digits,
// marks such as ? and quotes (internal/corpus). Which word may translate which is
// guessed beforehand from identical words, cognates and lexicons, and then
// learned from the texts themselves by IBM Model 1 in both directions
// (internal/trans).
// Rare words that both sides share are chained as genome aligners chain their
// seeds, which gives a corridor without assuming a diagonal (internal/anchor). In
// the corridor a semi-Markov model sums over all sequences of beads, omissions
// and additions (internal/lattice). Three rounds of learning, each from the
// posteriors of the one before (two in long texts), end in a close look at the
// words of each likely bead, whose weights were fitted to reference alignments
// (internal/train), and a decode for the highest expected F1 (internal/engine).
// Beads of more than four sentences a side are grown out of likely ones before
// that look. Where both texts have paragraphs, how far their borders go together
// is learned from the text and counts as well.
//
// No language has a special case. English has built-in lexicons with Spanish, and
// of the commonest words with French, German and Icelandic. Two languages without
// a built-in lexicon that have lexicons with a third meet there: German and French
// in English, and two versions in one language by their synonyms. Where one has a
// lexicon and the other none, what resembles a translation counts as a cognate:
// English freedom and Italian libertà by Spanish libertad. Any pair can be given a
// lexicon (package lexicon), and does without (internal/bitext).
//
// # Limits
//
// A bead holds at most six sentences a side: 1-6, 2-5, 3-4 and the reverse. Of
// Align, beads run in the order of both texts. Very short texts in two unlike
// languages without a lexicon, of which no word is shared, have little but
// length to go by. Texts of 300,000 sentences that share nothing rare are
// searched along their diagonal only.
//
// # Cost
//
// Linear in the length of the texts. On two cores of a shared machine, in
// English and Spanish (BenchmarkAlign): 40 sentences 9 ms, 1,000 lines a side
// .16 s, 5,000 .63 s, 30,000 3 s (4.0 to 4.5 s of both cores) and 190 MB; 300,000
// take 81 s of both cores and 1.4 GB, measured once.
//
// # What was tried and lost
//
// A bead's words weighed by one likelihood alone: the close look, word by word,
// is worth three points on novels, and one and a half on news with a third of
// its lines merged or left out. Phrases in place of their words: they go beside them.
// Prefixes as stems for languages without a stemmer. See also internal/engine.
package align
