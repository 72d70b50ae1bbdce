// Package hexapla sets an account and its translations side by side, sentence
// by sentence. It is named after the Hexapla of Origen, a Bible of six columns
// and the first edition of its kind.
//
// The package itself holds no code; the work is done by four others, and data
// goes through them one way:
//
//   - [lang] finds the language of a text. A program that knows its languages
//     can do without; it is then smaller by the models of all languages.
//   - [segment] cuts a text into paragraphs, sentences, notes and words, and
//     keeps the place of each in the text as it was given, byte for byte. It
//     mends what page ends, line ends and scanners did to the sentences.
//   - [align] pairs the sentences of two such documents. The pairs, called
//     beads, cover every sentence of both sides once; a sentence that the other
//     side leaves out is a bead with one empty side. Each bead comes with the
//     probability that it is right.
//   - [exchange] writes the result for other programs, and reads theirs;
//     [edition] makes a page in columns or an e-book of it.
//
// Beside them, [facts] tells which numbers, days and names differ between the
// sentences of a bead, [lexicon] holds bilingual word lists, English–Spanish built in,
// and [score] measures an alignment against one made by hand.
//
// The example below is a whole program. The commands under examples are what
// a user might begin with.
//
// Results are plain structs that marshal to JSON without loss. The same input
// gives the same output, byte for byte, on any number of cores. Nothing is
// sent anywhere: the library makes no use of the network.
//
// [lang]: https://pkg.go.dev/github.com/hexapla/hexapla/lang
// [segment]: https://pkg.go.dev/github.com/hexapla/hexapla/segment
// [align]: https://pkg.go.dev/github.com/hexapla/hexapla/align
// [exchange]: https://pkg.go.dev/github.com/hexapla/hexapla/align/exchange
// [edition]: https://pkg.go.dev/github.com/hexapla/hexapla/align/edition
// [facts]: https://pkg.go.dev/github.com/hexapla/hexapla/align/facts
// [lexicon]: https://pkg.go.dev/github.com/hexapla/hexapla/align/lexicon
// [score]: https://pkg.go.dev/github.com/hexapla/hexapla/align/score
package hexapla
