package segment

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// seam is a place without a stop at which a sentence begins all the same.
type seam struct {
	place  int
	length int // of what stands there and holds no end: the head of a list item
}

// findSeams returns the seams of a paragraph in order: the heads of list
// items, and the places where lines of a message or a page were run together.
func findSeams(text string) []seam {
	seams := findMarkers(text)
	separated := hasSeparator(text)
	if !separated && !strings.Contains(text, "@") && !strings.Contains(text, "://") && !strings.Contains(text, "M ") {
		return seams
	}
	var previous, before string // the last two words
	for i := 0; i < len(text); {
		start := skipSpace(text, i)
		end := start
		for end < len(text) && spaceAt(text[end:]) == 0 {
			_, size := utf8.DecodeRuneInString(text[end:])
			end += size
		}
		word := text[start:end]
		if previous != "" && word != "" && isSeam(before, previous, word, separated) {
			seams = append(seams, seam{place: start})
		}
		before, previous, i = previous, word, end
	}
	slices.SortStableFunc(seams, func(a, b seam) int { return a.place - b.place })
	return seams
}

// isSeam reports whether a line ended between two words, of which before is
// the one before the first.
func isSeam(before, left, right string, separated bool) bool {
	switch {
	case separated && isSeparator(left) != isSeparator(right):
		return true
	case left == "AM" || left == "PM":
		return isClock(before) // the head of a forwarded message
	case strings.Contains(left, "://") || isAddress(left):
		return unicode.IsUpper(decode(right)) && !isStop(decodeLast(left))
	}
	return false
}

// isSeparator reports whether a word is a line drawn with characters.
func isSeparator(word string) bool {
	return len(word) >= 4 && strings.Trim(word, "-_=*~#") == ""
}

func hasSeparator(text string) bool {
	for _, s := range []string{"----", "____", "====", "****", "~~~~", "####"} {
		if strings.Contains(text, s) {
			return true
		}
	}
	return false
}

// isClock reports whether a word is a time: 09:32 or 09:32:10.
func isClock(word string) bool {
	return len(word) >= 4 && strings.Contains(word, ":") && strings.Trim(word, "0123456789:") == ""
}

// isAddress reports whether a word is an e-mail address.
func isAddress(word string) bool {
	at := strings.IndexByte(word, '@')
	return at > 0 && strings.Contains(word[at:], ".")
}
