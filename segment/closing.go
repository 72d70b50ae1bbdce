package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// close takes what belongs to a stop and stands behind it: quotes, brackets,
// note marks, signs of an omission, a smile.
func (c *cutter) close(s *stop) {
	for s.end < len(c.text) {
		length := c.closing(s)
		if length == 0 {
			return
		}
		s.end += length
	}
}

// closing returns the length of the next thing that belongs to a stop, or 0.
func (c *cutter) closing(s *stop) int {
	rest := c.text[s.end:]
	r, size := utf8.DecodeRuneInString(rest)
	switch {
	case isCloser(r):
		s.closed = s.closed || isQuote(r)
		s.bracketed = s.bracketed || !isQuote(r)
		return size
	case r == '"' || r == '\'' || r == '“':
		// A quote that stands alike at both ends closes here if nothing
		// that it could open follows.
		after := decode(rest[size:])
		if unicode.IsLetter(after) || unicode.IsDigit(after) && (r == '“' || gluedMark(rest[size:]) == 0) {
			return 0
		}
		s.closed = true
		return size
	case r == '[':
		return bracketMark(rest)
	case unicode.IsDigit(r) || isSuperscript(r):
		if s.start == 0 || !closesBeforeMark(c.text[:s.end]) {
			return 0
		}
		return gluedMark(rest)
	case isNoteSign(r):
		return glued(rest, len(rest)-len(strings.TrimLeft(rest, string(r))))
	case r == '.' && s.closed: // the stop after the quote: ”. after !”
		s.dots++
		return size
	case r == ' ':
		return c.closingApart(s)
	}
	return 0
}

// closingApart is closing for what stands behind a space.
func (c *cutter) closingApart(s *stop) int {
	rest := c.text[s.end+1:]
	length := 0
	switch r := decode(rest); {
	case r == '»': // French sets its quotes apart
		s.closed = true
		length = len("»")
	case (r == '"' || r == '\'') && (len(rest) == 1 || strings.IndexByte(" ,.", rest[1]) >= 0):
		// By itself it closes what is open; an apostrophe can only close.
		if r == '"' && strings.Count(c.before(s), `"`)%2 == 0 {
			return 0
		}
		s.closed = true
		length = 1
	case r == '[':
		if length = glued(rest, bracketMark(rest)); length > 0 && unicode.IsLetter(rune(rest[1])) {
			length = 0
		}
		if length == 0 {
			length = glued(rest, omission(rest))
		}
	case r >= '1' && r <= '9' && s.dots < 2:
		length = c.markApart(rest)
	case r == ':' || r == ';' || r == '=':
		length = glued(rest, emoticon(rest))
	}
	if length == 0 {
		return 0
	}
	return 1 + length
}

// glued returns length if what stands behind it in s is the end or white space
// and then the start of a sentence; else 0.
func glued(s string, length int) int {
	next := skipSpace(s, length)
	if length == 0 || next == len(s) || next > length && isOpening(s[next:]) {
		return length
	}
	return 0
}

// closesBeforeMark reports whether a number after text may be a note's mark: a
// letter or quote stands before the stop, not a digit.
func closesBeforeMark(text string) bool {
	text = strings.TrimRightFunc(text, func(r rune) bool { return isStop(r) })
	r := decodeLast(text)
	return unicode.IsLower(r) || isCloser(r) || r == '"'
}

// bracketMark returns the length of a note mark in square brackets, or 0:
// “[12]”, “[3, 4]”, “[7–9]”, “[note 2]”.
func bracketMark(s string) int {
	const longest = 24
	for i, r := range s {
		switch {
		case i == 0 && r == '[':
		case i == 0 || i > longest:
			return 0
		case r == ']':
			if i == 1 {
				return 0
			}
			return i + 1
		case !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ' ' && r != ',' && !isDash(r):
			return 0
		}
	}
	return 0
}

// gluedMark returns the length of a note mark of up to three digits, or of
// several with a space between, that is followed by white space and a capital, or
// by the end of the text; or 0.
func gluedMark(s string) int {
	const most = 3
	for i := 0; ; i++ { // over the space between two marks
		start, count := i, 0
		for i < len(s) {
			r, size := utf8.DecodeRuneInString(s[i:])
			if !unicode.IsDigit(r) && !isSuperscript(r) {
				break
			}
			i, count = i+size, count+1
		}
		if count > most {
			return 0
		}
		if i == len(s) || s[i] != ' ' || !isDigitAt(s, i+1) {
			if glued(s[start:], i-start) == 0 {
				return 0
			}
			return i
		}
	}
}

// markApart returns the length of a note mark of up to three digits that stands
// behind a space, or 0: a word that starts a sentence follows it at once.
func (c *cutter) markApart(s string) int {
	end := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if end > 3 || end+1 >= len(s) || s[end] != ' ' || !c.startsAnew(len(c.text)-len(s)+end+1) {
		return 0
	}
	return end
}

// omission returns the length of the sign of an omission at the start of s, or
// 0.
func omission(s string) int {
	for _, sign := range []string{"[…]", "[...]", "[. . .]"} {
		if strings.HasPrefix(s, sign) {
			return len(sign)
		}
	}
	return 0
}

// emoticon returns the length of a face made of signs at the start of s, or 0:
// “:-)”.
func emoticon(s string) int {
	i := 1
	if s == "" || strings.IndexByte(":;=", s[0]) < 0 {
		return 0
	}
	if i < len(s) && (s[i] == '-' || s[i] == '\'' || s[i] == 'o') {
		i++
	}
	mouths := i
	for i < len(s) && strings.IndexByte(")(DPp|/", s[i]) >= 0 {
		i++
	}
	if i == mouths || i < len(s) && spaceAt(s[i:]) == 0 {
		return 0
	}
	return i
}

// isNoteSign reports whether a sign may be a note's mark.
func isNoteSign(r rune) bool {
	return r == '*' || r == '†' || r == '‡' || r == '§' || r == '‖' || r == '¶'
}

func isSuperscript(r rune) bool {
	return r == '¹' || r == '²' || r == '³' || r >= '⁰' && r <= '⁹'
}
