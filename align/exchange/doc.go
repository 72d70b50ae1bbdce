// Package exchange reads and writes alignments in the forms that other
// programs know.
//
// What is exchanged comes in three shapes, by what the form can hold:
//
//   - An [align.Alignment] whole, with its documents and every offset:
//     [WriteJSON], [ReadJSON].
//   - A [Parallel], the documents of any number of versions and the rows that
//     pair them. [Of] makes one of an Alignment, and [Parallel.Alignment] turns
//     one of two versions back.
//   - Beads alone, sentence numbers without a word of text: [WriteTSV],
//     [ReadTSV].
//
// Reading is safe with files from anywhere: a fault ends in an [*Error] that
// names the line, nothing is fetched, no entity but XML's own five is known,
// and no length that a file claims is believed. A reader takes memory in
// proportion to what it has read, and stops at the bounds that this package
// sets ([ErrTooLarge]).
//
// Output depends on the input alone: it holds no date and no name of a
// machine. All functions may run in many goroutines at once, so long as what
// they are given is not changed meanwhile.
package exchange
