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
	if end := captionLabel(text); end > 0 {
		seams = append(seams, seam{place: end})
	}
	separated := hasSeparator(text)
	if !separated && !hasSeamSigns(text) {
		return seams
	}
	var words [4]string // the last ones, and the next
	for i := 0; i < len(text); {
		start := skipSpace(text, i)
		end := start
		for end < len(text) && spaceAt(text[end:]) == 0 {
			_, size := utf8.DecodeRuneInString(text[end:])
			end += size
		}
		words[0], words[1], words[2], words[3] = words[1], words[2], words[3], text[start:end]
		if words[2] != "" && words[3] != "" && isSeam(words, text[end:], separated) {
			seams = append(seams, seam{place: start})
		}
		i = end
	}
	slices.SortStableFunc(seams, func(a, b seam) int { return a.place - b.place })
	return seams
}

// hasSeamSigns reports whether a text has what some seam needs: an address, a
// time with AM or PM, a face of signs.
func hasSeamSigns(text string) bool {
	if strings.IndexByte(text, '@') >= 0 || strings.Contains(text, "M ") {
		return true
	}
	for i := 0; ; i++ {
		sign := strings.IndexAny(text[i:], ":;")
		if sign < 0 {
			return false
		}
		if i += sign; i+1 < len(text) && strings.IndexByte("/)(-D", text[i+1]) >= 0 {
			return true
		}
	}
}

// isSeam reports whether a line ended before the last of four words, which
// rest follows.
func isSeam(words [4]string, rest string, separated bool) bool {
	left, right := words[2], words[3]
	switch {
	case separated && isSeparator(left) != isSeparator(right):
		return true
	case left == "AM" || left == "PM":
		return isClock(words[1]) // the head of a forwarded message
	case isDate(right):
		clock, tail, _ := strings.Cut(strings.TrimPrefix(rest, " "), " ")
		return isClock(clock) && (strings.HasPrefix(tail, "AM") || strings.HasPrefix(tail, "PM")) &&
			(unicode.IsUpper(decode(left)) || isAddress(left))
	case isAddressAt(right):
		return isAddressAt(left)
	case strings.Contains(left, "://") || isAddress(left):
		return unicode.IsUpper(decode(right)) && !isStop(decodeLast(left))
	case len(left) < 5 && emoticon(left) == len(left) && left != "":
		return unicode.IsUpper(decode(right))
	}
	return false
}

// captionLabel returns the end of a label that starts a caption and runs into
// it (“Figure 1.5 Residents of …”), or 0.
func captionLabel(text string) int {
	const longest = 10 // bytes of the word
	space := strings.IndexByte(text[:min(len(text), longest)], ' ')
	if space < 0 || !isDigitAt(text, space+1) || !captions[fold(text[:space])] {
		return 0
	}
	word := text[:space]
	end := len(word) + 1
	for end < len(text) && (isDigitAt(text, end) || text[end] == '.' && isDigitAt(text, end+1)) {
		end++
	}
	if end == len(word)+1 || end+1 >= len(text) || text[end] != ' ' || !unicode.IsUpper(decode(text[end+1:])) {
		return 0
	}
	return end + 1
}

var captions = wordSet("figure table map plate figura tabla cuadro mapa lámina gráfico")

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

// isDate reports whether a word is a date in figures: 08/16/2000.
func isDate(word string) bool {
	return len(word) >= 6 && strings.Count(word, "/") == 2 && strings.Trim(word, "0123456789/") == ""
}

// isAddress reports whether a word is an e-mail address.
func isAddress(word string) bool {
	at := strings.IndexByte(word, '@')
	return at > 0 && strings.Contains(word[at:], ".")
}
