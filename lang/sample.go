package lang

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

const (
	// windowBytes is the length of a window. Lingua takes about 0.25 ms for
	// it, and has never been wrong on one that was all prose; the time grows
	// with length, the certainty hardly.
	windowBytes = 320
	// documentWindows bounds the work for a text: 64 windows take 12 ms.
	documentWindows = 64
	// sentenceWindows bounds the work for a sentence that is no sentence.
	sentenceWindows = 8
	// wordReach is how far, in bytes, a cut moves on to the next word border.
	// Longer words are cut through.
	wordReach = 48
)

// windows yields at most limit pieces of text, the beginnings of as many
// equal slices of it. They cover a short text whole. Each begins and ends at
// a word border if there is one near. Where they lie depends on nothing but
// the text.
func windows(text string, limit int) iter.Seq[string] {
	n := min(limit, (len(text)+windowBytes-1)/windowBytes)
	return func(yield func(string) bool) {
		for i := range n {
			start, next := slice(len(text), i, n), slice(len(text), i+1, n)
			end := min(start+windowBytes, next)
			if !yield(text[cut(text, start):cut(text, end)]) {
				return
			}
		}
	}
}

// slice returns where the i-th of n slices begins, without overflow where an
// int has 32 bits.
func slice(length, i, n int) int {
	return int(int64(length) * int64(i) / int64(n))
}

// cut returns the first word border at or after offset, within wordReach, or
// else the next rune.
func cut(text string, offset int) int {
	if offset == 0 {
		return 0
	}
	for offset < len(text) && !utf8.RuneStart(text[offset]) {
		offset++
	}
	for i, r := range text[offset:min(offset+wordReach, len(text))] {
		if unicode.IsSpace(r) {
			return offset + i
		}
	}
	if offset+wordReach >= len(text) {
		return len(text)
	}
	return offset
}
