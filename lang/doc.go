// Package lang tells which language a text is in.
//
//	var d lang.Detector // English or Spanish
//	a := d.Detect(text)
//	fmt.Println(a.Language, a.Confidence, a.RunnerUp.Language)
//
// [Detector.Detect] answers for a text as a whole, be it a word or a book.
// [Detector.Sentences] answers for each sentence of a text that mixes
// languages. [New] makes a Detector for any two or more of the 75 languages of
// lingua. Languages are tags of golang.org/x/text/language; a text with
// nothing to tell its language gets und.
//
// # How
//
// The judge is lingua (github.com/pemistahl/lingua-go), which compares letter
// sequences of one to five letters with those of each language. Around it:
//
//   - Of a long text 64 windows are read, at equal distances and cut at word
//     borders.
//   - Lingua sees words alone, composed (NFC), without numbers, without other
//     scripts, and as far as the rest suffices without names: in Captain
//     Peñalver's memoir the names are Spanish and the sentences are not.
//   - What lingua says of a short text is scaled to what it is worth, so that
//     a confidence of .9 is right about nine times in ten.
//   - Between English and Spanish, function words count beside lingua, which
//     is led astray by one odd name in a short sentence; ¿ and ¡ count for
//     Spanish.
//   - A sentence in doubt leans towards its neighbours (a hidden Markov chain).
//     A plain sentence of four words stands against both of them.
//
// # Figures
//
// English and Spanish: 10,414 sentences of four and more words of news,
// encyclopedia, Candide and Bible, and 28,983 clauses of four and more words
// cut out of these at punctuation. The constants were fitted on the clauses.
// Share that is right:
//
//	                                   sentences  clauses
//	lingua                                 .9975    .9946
//	Detect                                 .9993    .9993
//	Sentences, every 8th a foreign one     .9996    .9997
//	  the foreign ones alone              1.0000    .9993
//
// English novels that had no part in the fitting, clauses of four and more
// words: lingua .9984, Detect .9993, Sentences .9995. The price of listening to
// neighbours: foreign clauses of one word, alone among the others, are wrong as
// often as not. Measure with
//
//	go test -v -run Accuracy ./lang
//
// Time on a 2-core cloud machine: a book of 1.6 MB 15 to 18 ms, a sentence
// .1 ms; [Detector.Sentences] does 6,000 to 9,000 sentences a second.
// Measure with
//
//	go test -run '^$' -bench . -benchmem ./lang
//
// # Limits
//
//   - Lingua embeds the models of all its languages: a program that imports
//     this package has a binary of 135 MB. No other package of this module
//     imports it but the commands.
//   - The first text that has letters loads the models: .25 s for English and
//     Spanish, at a peak of about 90 MB, 40 MB of it for good. Ask for few
//     languages; all 75 take 17 s and 2.4 GB. Lingua shares models between
//     Detectors and never lets go of them.
//   - A language outside the set is taken for one inside it if it has the same
//     script: with the zero Detector, French is English or Spanish, and the
//     confidence may be high.
//   - Varieties of a language are one: es-MX and es-ES cannot be told apart.
//   - Function words are known of English and Spanish alone; a set with any
//     third language does without, and is about as good as lingua by itself.
//   - A sentence that mixes languages gets one of them.
//
// # Promises
//
// The same text gets the same answer, on any machine with any number of cores,
// with the same versions of this package and lingua. A Detector may be used by
// many goroutines. Text need not be valid UTF-8; bytes that are not count as
// spaces. The time for a text or a sentence is bounded whatever its length. It
// is not promised that confidences stay the same from version to version.
package lang
