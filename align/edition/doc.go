// Package edition makes editions of a text and its translations: a page in
// columns, which prints as a book of facing pages, and an e-book.
//
// [WriteHTML] and [WriteEPUB] take a text in one version or more. The page is one
// file that needs nothing beside it:
//
//	err := edition.WriteHTML(w, exchange.Of(alignment), &edition.Options{
//		Title:  "The Tide Tables",
//		Author: "Elena Marchena",
//	})
//
// What the versions say is never taken for markup: whatever stands in a text,
// tags, quotes, control characters, comes out as text. Characters that turn the
// direction of writing act within their own sentence and no further.
//
// The same input gives the same bytes. Time and memory are linear in the text, but
// for moved passages, which take n log n.
// The functions may run in many goroutines at once.
package edition
