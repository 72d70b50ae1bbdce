package segment

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// marker is the head of a list item that runs on in the line: “1.)”, “• 9.”,
// “a.”.
type marker struct {
	prefix string // a bullet, perhaps with a space
	value  int
	letter bool
	suffix string
	length int
}

// bullets start the items of a list. The hyphen is none of them: in running
// text it is a dash.
const bullets = "•⁃◦▪‣●"

// findMarkers returns the heads of the items of a list written in one
// paragraph. There are none unless the paragraph begins with one.
func findMarkers(text string) []seam {
	first, ok := markerAt(text)
	if !ok {
		return nil
	}
	found := []seam{{0, first.length}}
	want := first
	for i := first.length; i < len(text); {
		space := strings.IndexByte(text[i:], ' ')
		if space < 0 {
			break
		}
		i += space + 1
		m, ok := markerAt(text[i:])
		if !ok || !want.isBefore(m) {
			continue
		}
		if m.suffix == "." && m.prefix == "" && !unicode.IsUpper(decode(text[skipSpace(text, i+m.length):])) {
			continue
		}
		found = append(found, seam{i, m.length})
		want = m
		i += m.length
	}
	return found
}

func (m marker) isBefore(n marker) bool {
	return m.prefix == n.prefix && m.suffix == n.suffix && m.letter == n.letter &&
		(n.value == m.value+1 || n.value == 0 && m.value == 0)
}

// markerAt reads a marker at the start of s.
func markerAt(s string) (marker, bool) {
	var m marker
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune(bullets, r) {
		m.prefix = s[:size]
		if strings.HasPrefix(s[size:], " ") {
			m.prefix = s[:size+1]
		}
		m.length = len(m.prefix)
	} else if !(r >= '0' && r <= '9' || r >= 'a' && r <= 'e') {
		return m, false
	}
	digits := m.length
	for isDigitAt(s, digits) && digits-m.length < 3 {
		digits++
	}
	switch {
	case digits > m.length:
		m.value, _ = strconv.Atoi(s[m.length:digits])
	case m.prefix == "" && len(s) > 1 && (s[1] == '.' || s[1] == ')'):
		m.value, m.letter, digits = int(r-'a')+1, true, 1
	default:
		return m, m.prefix != ""
	}
	end := digits
	for end < len(s) && (s[end] == '.' || s[end] == ')') {
		end++
	}
	if end == digits || end-digits > 2 || end == len(s) || s[end] != ' ' {
		return m, false
	}
	m.suffix, m.length = s[digits:end], end
	return m, true
}
