package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// trim takes the white space off both ends of a span.
func trim(text string, s Span) Span {
	piece := text[s.Start:s.End]
	s.Start += len(piece) - len(strings.TrimLeftFunc(piece, unicode.IsSpace))
	s.End = s.Start + len(strings.TrimSpace(piece))
	return s
}

// foldSpace turns every run of white space into one space. It returns s itself
// where there is nothing to do.
func foldSpace(s string) string {
	if isFolded(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

func isFolded(s string) bool {
	space := false
	for i := 0; i < len(s); {
		b := s[i]
		if b > ' ' && b < utf8.RuneSelf {
			space = false
			i++
			continue
		}
		size := spaceAt(s[i:])
		if size == 0 {
			space = false
			_, size = utf8.DecodeRuneInString(s[i:])
		} else {
			if space || b != ' ' || i == 0 {
				return false
			}
			space = true
		}
		i += size
	}
	return !space
}
