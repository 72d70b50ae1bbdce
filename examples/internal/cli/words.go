package cli

import (
	"strings"
	"unicode"
)

// longWord is the number of letters from which a word is cut in a report. No
// word and few addresses are as long, and no clause of a script without spaces:
// it is for data without blanks in the middle of a text.
const longWord = 200

// ShortWords cuts the end off words that are too long to be shown, and puts an
// ellipsis in its place. A word ends at white space.
func ShortWords(text string) string {
	if len(text) < longWord {
		return text
	}
	letters := 0
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			letters = 0
			return r
		}
		switch letters++; {
		case letters < longWord:
			return r
		case letters == longWord:
			return '…'
		}
		return -1
	}, text)
}
