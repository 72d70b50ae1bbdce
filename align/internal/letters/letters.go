// Package letters writes words in plain letters, so that they can be compared
// across languages and alphabets.
package letters

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Plain returns a word in plain Latin letters, as far as it can be written so:
// without accents, and with the letters of other alphabets by their usual
// romanization. The word is in lower case, as package segment folds it.
func Plain(word string) string {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return romanized(word)
		}
	}
	return word
}

func romanized(word string) string {
	var out strings.Builder
	for _, r := range norm.NFD.String(word) {
		if r >= 0x0300 && r <= 0x036F {
			continue
		}
		if latin, ok := romanization[r]; ok {
			out.WriteString(latin)
		} else {
			out.WriteRune(r)
		}
	}
	return out.String()
}
