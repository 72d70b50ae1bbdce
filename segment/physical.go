package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is a line of the text as it stands in the file.
type line struct {
	span   Span // without the white space at its ends
	indent int  // columns of white space before it
	width  int  // in characters
	blanks int  // blank lines before it
	page   bool // a page starts here
	role   role
	note   int // for roleNote: the index of the note
	depth  int // of quoting, in a message
}

// role tells what a line belongs to.
type role uint8

const (
	roleBody role = iota
	roleHead      // a running head
	roleNumber
	roleRule // a line drawn across the page
	roleSite // boilerplate
	roleNote
)

const tabWidth = 4

// splitLines finds the lines of a text that are not blank. LF, CRLF, CR, form feed, vertical tab
// and Unicode's line and paragraph separators all end one.
func splitLines(text string) []line {
	lines := make([]line, 0, 16+len(text)/64)
	page, blanks := false, 0
	start := 0
	if strings.HasPrefix(text, byteOrderMark) {
		start = len(byteOrderMark)
	}
	for start < len(text) {
		end, next, fed := lineEnd(text, start)
		l := newLine(text, Span{start, end})
		if l.width > 0 {
			l.page, l.blanks = page, blanks
			lines = append(lines, l)
			page, blanks = false, 0
		} else if !fed {
			blanks++
		}
		page = page || fed
		start = next
	}
	return lines
}

// lineEnd returns where the line that starts at i ends, where the next starts,
// and whether it is on a new page.
func lineEnd(text string, i int) (end, next int, fed bool) {
	for ; i < len(text); i++ {
		switch text[i] {
		case '\n', '\v':
			return i, i + 1, false
		case '\f':
			return i, i + 1, true
		case '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				return i, i + 2, false
			}
			return i, i + 1, false
		case 0xE2:
			if rest := text[i:]; strings.HasPrefix(rest, "\u2028") || strings.HasPrefix(rest, "\u2029") {
				return i, i + 3, false
			}
		}
	}
	return i, i, false
}

func newLine(text string, s Span) line {
	l := line{}
	for i, r := range text[s.Start:s.End] {
		if !unicode.IsSpace(r) {
			s.Start += i
			break
		}
		if l.indent++; r == '\t' {
			l.indent += tabWidth - 1
		}
	}
	l.span = trim(text, s)
	l.width = utf8.RuneCountInString(text[l.span.Start:l.span.End])
	return l
}

// endsSentence reports whether a line ends with a stop, perhaps with quotes,
// brackets or a note's mark after it. What scanners read for a closing quote
// (/' and **) counts as one.
func endsSentence(s string) bool {
	if strings.HasSuffix(s, "/'") || strings.HasSuffix(s, "/*") {
		return true // the stop is lost in them
	}
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		switch {
		case isStop(r):
			return true
		case isCloser(r), isQuote(r), isDash(r) && len(s) > size && isStop(decodeLast(s[:len(s)-size])),
			unicode.IsDigit(r) && endsInMark(s), isSuperscript(r), r == '*', r == '/':
			s = s[:len(s)-size]
		default:
			return false
		}
	}
	return false
}

// endsInMark reports whether digits at the end of s are glued to a stop or a
// quote.
func endsInMark(s string) bool {
	s = strings.TrimRight(s, "0123456789")
	r := decodeLast(s)
	return isStop(r) || isCloser(r) || r == '"'
}

// endsInHyphen reports whether a line ends in a hyphen that is glued to a
// letter, to a digit or to a sign that may stand for lost letters.
func endsInHyphen(s string) bool {
	r, size := utf8.DecodeLastRuneInString(s)
	if !isHyphen(r) {
		return false
	}
	r = decodeLast(s[:len(s)-size])
	return unicode.IsLetter(r) || r < utf8.RuneSelf && r != '-' && signBytes[r]
}

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '\u00AD' || r == '¬' }

// startsSmall reports whether a line starts in lower case.
func startsSmall(s string) bool {
	r := decode(s)
	for s != "" && (isOpener(r) || r == '—' || r == '…') {
		s = s[utf8.RuneLen(r):]
		r = decode(s)
	}
	if len(s) > 1 && s[0] < utf8.RuneSelf && signBytes[s[0]] && asciiClass[s[0]] != classDigit {
		r = decode(s[1:]) // the sign may stand for lost letters
	}
	return unicode.IsLower(r)
}

// firstWord returns what stands before the first white space of s.
func firstWord(s string) string {
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[:i]
	}
	return s
}
