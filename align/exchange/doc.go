// Package exchange reads and writes alignments in the forms that other
// programs know.
//
// What is exchanged comes in four shapes, by what a form can hold:
//
//   - An [align.Alignment] whole, with its documents and every offset, as JSON:
//     [WriteJSON], [ReadJSON].
//   - A [Parallel], the documents of any number of versions and the rows that
//     pair them. [Of] makes one of an Alignment and [OfSynopsis] of a Synopsis;
//     [Parallel.Alignment] and [Parallel.Synopsis] turn it back. TEI holds it
//     whole: [WriteTEI], [ReadTEI].
//   - A stream of [Unit], rows of words without their place, which is what
//     translation memories and parallel corpora hold, and which may be larger
//     than memory: TMX, XLIFF, hunalign's bisentences, Moses' parallel lines.
//     [Parallel.Units] makes one, [Collect] puts one together, [Arrange] puts its
//     languages in order, and [Confident] leaves doubtful units out.
//   - Beads alone, sentence numbers without a word of text: TSV, hunalign's
//     ladder, XCES.
//
// One form becomes another by joining a reader to a writer:
//
//	units := exchange.Arrange(exchange.ReadTMX(memory), language.English, language.Spanish)
//	err := exchange.WriteMoses(units, english, spanish)
//
// Besides, [ReadEPUB], [ReadHTML] and [ReadTEIText] read e-books, web pages and TEI
// to be aligned.
//
// Reading is safe with files from anywhere: a fault ends in an [*Error] that
// names the line or part, nothing is fetched, no entity but the standard's own
// is known, and no length that a file claims is believed. A reader takes memory
// in proportion to what it has read, and stops at bounds that no honest file
// meets ([ErrTooLarge]). What is packed by gzip is unpacked.
//
// Output depends on the input alone: it holds no date and no name of a
// machine. All functions may run in many goroutines at once, so long as what
// they are given is not changed meanwhile.
//
// Not promised: that what a foreign program wrote comes out as it went in. What
// a form can't hold is lost, and each writer says what that is.
package exchange
