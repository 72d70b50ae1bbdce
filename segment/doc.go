// Package segment reads a raw text as a careful reader would: it tells the
// account from what belongs to its carrier, puts broken lines and words
// together, and cuts the result into paragraphs, sentences and words, each
// with its exact place in the text as it was given.
//
//	doc, err := segment.Parse(text, segment.Options{Language: language.Spanish})
//	for _, s := range doc.Sentences {
//		fmt.Println(s.Text, s.Spans)
//	}
//
// # What is read
//
// A text may come as it is: out of a PDF or a scanner, from a web page, as a
// message, with a paragraph a line or wrapped at any width. [Parse] works in
// this order, each step seeing only what those before it left:
//
//  1. Signs before the lines that a message quotes (quoting.go). Site and archive
//     matter at the start and the end, known by what such matter says everywhere,
//     or by the lines that say where the text starts and ends (boilerplate.go).
//  2. Page numbers, running heads and rules: numbers that rise, Roman ones as
//     well, and titles that come again, where pages show signs of ending
//     (pages.go).
//  3. Footnotes and endnotes: lines that begin with a number or a sign (*, †),
//     whose mark stands glued to a word before them. The numbers are followed
//     through the whole text, and the best way through all lines that begin with
//     one is taken, so that a date is not taken for a note (noteheads.go); then
//     each note's extent, over page ends (notes.go).
//  4. Paragraphs, headings, verse and lists, by the widths of lines, blank
//     lines, indents, and whether a sentence goes on (layout.go, headings.go).
//  5. Hyphens at line ends: undone, kept or read as a dash, as the words of the
//     text itself decide (hyphens.go). Lost ligatures: from all words with some
//     odd sign it is learned what the sign stands for (ligatures.go). Letters set
//     apart, large initials, words run together (spacing.go). Misread quotes and
//     digits, mojibake, entities, accents that stand apart (letters.go).
//  6. Sentences (sentences.go, boundary.go, abbreviations.go, closing.go), with
//     rules for English and Spanish and Unicode's rules (UAX #29) with a guard
//     for abbreviations for all other languages. The text adds the abbreviations
//     and the speakers' names that it shows to be such (dotted.go).
//
// Nothing is decided by a single sign: a page number is one only in a row of
// them, a sign stands for a ligature only if many words say so and the text
// has lost that ligature. [Options] can keep each fault as it is. What was
// changed is listed in [Document], where and why, and counted by
// [Document.Report]; what looks wrong but might be right is left alone and
// marked as doubtful. The running text of a Document, read again, stays as it
// is.
//
// Every byte that is not white space belongs to exactly one sentence, note (or
// its label) or aside. What a repair removes, a note's mark say, lies inside
// the sentence it was taken from.
//
// With [Lines] the text is taken a line a sentence, and nothing is repaired.
//
// # Limits
//
// A sentence is what ends with a stop. Lines of speech, cells of tables and
// items of lists that end without one are told apart only where the layout
// shows it. Columns, tables and hand-made line ends inside words are not put
// in order. Words run together and letters lost without a trace stay lost.
// Offsets, texts and repairs of one version of this package need not be those
// of the next.
//
// # What was tried and lost
//
//   - Cutting after a full stop before a small letter: it gains .008 of F1 on
//     web reviews and mail (en_ewt), loses .001 on fiction and news, and in
//     two raw books half as many sentences again begin in lower case, most of
//     them cut in two. It is done only in a paragraph that shows that its
//     writer uses no capitals.
//   - Cutting before a capital after a colon or a dash: wrong three times out
//     of four.
//   - Joining every word broken at a line end: on two books wrong in 27 of
//     2,571 cases (Spanish) and 14 of 558 (English), all compounds.
//   - Restoring ligatures by the words of the text alone: a PDF that has lost
//     its fi has lost it everywhere, so most words have no witness. Hence the
//     signs are learned as a whole, and roots.go holds pieces of words.
//   - Following footnotes one by one, each the first line with the next number
//     whose mark was seen: in a book of 1,306 notes it took ten dates of a
//     chronology and lost sixteen notes, where the best way through all lines
//     takes none and loses none.
//   - Taking, for each word, the ligature that makes most of a word, and not the
//     one that the sign mostly stands for: names and rare words went wrong in 20
//     of 2,230 places. It is done only for signs that programs write for all that
//     they do not know.
//   - Restoring ligatures that vanished without a sign (“the rst”), by a list of
//     the language's words: 9 of 57 were wrong, most of them foreign words.
//   - Cutting at an acronym of two letters after an article (el G.P. Ciudad …):
//     as often wrong as right. With three and more it is right.
//   - Taking any repeated line for a running head: refrains, headings and the
//     ends of wrapped lines repeat as well.
//
// A Document is plain data. All functions here are deterministic and may be
// called from many goroutines at once; a [Stemmer] may not be shared.
package segment
