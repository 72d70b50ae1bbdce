package corpus

import (
	"unicode"
	"unicode/utf8"
)

// Shape is what is seen of a sentence without reading its words.
type Shape struct {
	End    Ending // how it ends
	Open   bool   // it begins in lower case, as if cut off from the one before
	Speech bool   // it begins with a quotation mark or dash
	Border bool   // it begins a paragraph, and is not the text's first
}

// Ending is the mark that ends a sentence, quotation marks and brackets aside.
type Ending uint8

const (
	NoStop      Ending = iota // a letter or digit: a heading, a broken line
	FullStop                  // . or …
	Question                  // ?
	Exclamation               // !
	Pause                     // , ; : or a dash
)

func shapeOf(text string) Shape {
	var shape Shape
	for i, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			shape.Open = unicode.IsLower(r)
			break
		}
		if i == 0 && (meaning(string(r)) == `"` || meaning(string(r)) == "-" || r == '-') {
			shape.Speech = true
		}
	}
	shape.End = endingOf(text)
	return shape
}

func endingOf(text string) Ending {
	for len(text) > 0 {
		r, size := utf8.DecodeLastRuneInString(text)
		switch {
		case r == '.' || r == '…' || r == '。':
			return FullStop
		case r == '?' || r == '？' || r == '؟':
			return Question
		case r == '!' || r == '！':
			return Exclamation
		case r == ',' || r == ';' || r == ':' || r == '—' || r == '–' || r == '-':
			return Pause
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return NoStop
		}
		text = text[:len(text)-size]
	}
	return NoStop
}
