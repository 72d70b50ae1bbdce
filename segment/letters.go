package segment

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// letterer repairs single characters: those that encode a letter badly, and
// the closing quotes that scanners misread.
type letterer struct {
	text string
	keep Faults
	into []Repair

	// scanned: the text has so many misread quotes that an asterisk or a stroke
	// by itself may be another.
	scanned bool

	// unopened: the text is Spanish, and calls and questions that end lack the
	// mark that opens them; some other sign stands for it.
	unopened bool
}

// minMisread is the number of misread quotes that show a scanned text.
const minMisread = 3

func newLetterer(text string, keep Faults, r *rules) letterer {
	misread := 0
	for _, sign := range []string{"/'", "/*", ".**", ",**"} {
		misread += strings.Count(text, sign)
	}
	l := letterer{text: text, keep: keep, scanned: misread >= minMisread}
	if r == spanishRules {
		opened, ended := strings.Count(text, "¡")+strings.Count(text, "¿"), strings.Count(text, "!")+strings.Count(text, "?")
		l.unopened = ended >= minMisread && opened*2 < ended
	}
	return l
}

// block repairs one paragraph.
func (l *letterer) block(spans []Span) {
	quotes := 0
	for i, span := range spans {
		for at := span.Start; at < span.End; {
			switch b := l.text[at]; {
			case l.unopened && (b == 'i' || b == '!' || b == '?'):
				at = l.opening(at, span)
			case !letterBytes[b]:
				at++
			case b < utf8.RuneSelf:
				at = l.at(at, span, &quotes)
			default:
				at = l.wideAt(at, span, i+1 == len(spans))
			}
		}
	}
}

func (l *letterer) add(kind RepairKind, s Span, text string) int {
	l.into = append(l.into, Repair{Kind: kind, Span: s, Text: text})
	return s.End
}

// letterBytes are those at which something may be to be repaired.
var letterBytes = func() (table [256]bool) {
	for _, b := range []byte("\"lIO/*&\xC2\xC3\xCC\xCD\xE2\xEF") {
		table[b] = true
	}
	return table
}()

// opening looks at what may be a misread mark that opens a call.
func (l *letterer) opening(at int, line Span) int {
	if l.keep&KeepQuotes == 0 && opensCall(l.text, at, line) {
		if mark := openingOf(l.text[at:line.End]); mark != "" {
			return l.add(Quote, Span{at, at + 1}, mark)
		}
	}
	return at + 1
}

// at looks at the character at a place, and returns the place after it or
// after what was repaired.
func (l *letterer) at(at int, line Span, quotes *int) int {
	text := l.text
	switch b := text[at]; {
	case b == '"':
		*quotes++
	case b == 'l' || b == 'I' || b == 'O':
		if l.keep&KeepDigits == 0 && isMisreadDigit(text, at, line) {
			read := "1"
			if b == 'O' {
				read = "0"
			}
			return l.add(Digit, Span{at, at + 1}, read)
		}
	case b == '/' || b == '*':
		if end, read := misreadQuote(text, at, line, *quotes); end > at && l.keep&KeepQuotes == 0 {
			*quotes++
			return l.add(Quote, Span{at, end}, read)
		}
		if end, read := misreadMark(text, at, line, *quotes); l.scanned && end > at && l.keep&KeepQuotes == 0 {
			if strings.HasSuffix(read, `"`) {
				*quotes++
			}
			return l.add(Quote, Span{at, end}, read)
		}
	case b == '&':
		if length, read := entity(text[at:line.End]); length > 0 && l.keep&KeepEncoding == 0 {
			return l.add(Encoding, Span{at, at + length}, read)
		}
	}
	return at + 1
}

// wideAt is at for a character beyond ASCII. last tells that the line is the
// last of its paragraph.
func (l *letterer) wideAt(at int, line Span, last bool) int {
	text := l.text
	if r := decode(text[at:]); r >= '\uFB00' && r <= '\uFB06' && l.keep&KeepLigatures == 0 {
		return l.add(Ligature, Span{at, at + 3}, ligatureLetters[r-'\uFB00'])
	}
	if l.keep&KeepEncoding != 0 {
		return at + 1
	}
	switch b, next := text[at], text[at+1]; b {
	case 0xC2:
		switch {
		case next != 0xAD:
		case at+2 < line.End || last:
			return l.add(Encoding, Span{at, at + 2}, "")
		default:
			return at + 2
		}
	case 0xC3:
		if next != 0x82 && next != 0x83 && next != 0xA2 { // Â, Ã, â
			break
		}
		if r, size := mojibake(text[at:line.End]); size > 0 && !unicode.IsUpper(decodeLast(text[line.Start:at])) {
			return l.add(Encoding, Span{at, at + size}, string(r))
		}
	case 0xCC, 0xCD:
		return l.compose(at, line)
	case 0xE2, 0xEF:
		if isInvisible(text[at:]) {
			return l.add(Encoding, Span{at, at + 3}, "")
		}
	}
	return at + 1
}

// ligatureLetters are what U+FB00 and the five after it stand for.
var ligatureLetters = [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}

// isInvisible reports whether s starts with a character of three bytes that
// shows nothing and joins nothing: a zero-width space, a word joiner, a byte
// order mark.
func isInvisible(s string) bool {
	return strings.HasPrefix(s, "\u200B") || strings.HasPrefix(s, "\u2060") || strings.HasPrefix(s, byteOrderMark)
}

// compose repairs a letter that is followed by its accent.
func (l *letterer) compose(at int, line Span) int {
	base, size := utf8.DecodeLastRuneInString(l.text[line.Start:at])
	end := at
	for end < line.End {
		r, n := utf8.DecodeRuneInString(l.text[end:])
		if !unicode.IsMark(r) {
			break
		}
		end += n
	}
	if end == at || size == 0 || !unicode.IsLetter(base) {
		return max(end, at+1)
	}
	span := Span{at - size, end}
	if n := len(l.into); n > 0 && l.into[n-1].Span.End > span.Start {
		return end
	}
	if composed := norm.NFC.String(l.text[span.Start:end]); composed != l.text[span.Start:end] {
		l.add(Encoding, span, composed)
	}
	return end
}

// mojibake reads a character whose UTF-8 bytes were taken for Windows-1252 and
// encoded once more (“Ã©”), and returns it and the length of what stands for
// it; or 0. Only the characters of Western languages and their punctuation are
// read so: anything else may be meant.
func mojibake(s string) (rune, int) {
	var bytes [4]byte
	want, n, size := 0, 0, 0
	for _, r := range s {
		b, ok := charmap.Windows1252.EncodeRune(r)
		if r >= 0x80 && r < 0xA0 {
			b, ok = byte(r), true // the bytes that Windows-1252 leaves empty
		}
		if !ok || b < 0x80 {
			return 0, 0
		}
		if n == 0 {
			switch b {
			case 0xC2, 0xC3:
				want = 2
			case 0xE2:
				want = 3
			default:
				return 0, 0
			}
		}
		bytes[n] = b
		n, size = n+1, size+utf8.RuneLen(r)
		if n == want {
			break
		}
	}
	r, length := utf8.DecodeRune(bytes[:n])
	if n == 0 || n < want || r == utf8.RuneError || length != n || r < 0xA0 {
		return 0, 0
	}
	return r, size
}

// misreadQuote reads a closing quote that a scanner took for something else,
// with the stop before it where that is lost too: /' and /* stand for ." and
// ,*' and .** for ," and .", and ** alone for either. It returns the end of what stands for it and
// what it is.
func misreadQuote(text string, at int, line Span, quotes int) (end int, read string) {
	rest := text[at:line.End]
	before := decodeLast(text[line.Start:at])
	after := func(n int) bool { return len(rest) == n || spaceAt(rest[n:]) > 0 }
	open := quotes%2 == 1
	switch {
	case len(rest) < 2 || !after(2):
	case rest[0] == '/' && (rest[1] == '\'' || rest[1] == '*' || rest[1] == '"') && (unicode.IsLetter(before) || unicode.IsDigit(before)):
		if next := strings.TrimSpace(rest[2:]); startsSmall(next) {
			return at + 2, `,"`
		}
		return at + 2, `."`
	case rest[0] != '*' || rest[1] != '*' && rest[1] != '\'' || !open:
	case strings.ContainsRune(".,!?", before):
		return at + 2, `"`
	case unicode.IsLower(before) && rest[1] == '*' && startsSmall(strings.TrimSpace(rest[2:])):
		return at + 2, `,"`
	case unicode.IsLower(before) && rest[1] == '*':
		return at + 2, `."`
	}
	return at, ""
}

// misreadMark reads other marks that a scanner took for an asterisk or a stroke:
// an apostrophe behind an s, a full stop before a capital, a closing quote whose
// second half became a digit.
func misreadMark(text string, at int, line Span, quotes int) (end int, read string) {
	rest := text[at:line.End]
	before := decodeLast(text[line.Start:at])
	switch {
	case len(rest) < 2 || rest[1] != ' ' && rest[1] != '\'':
	case rest[0] == '/' && rest[1] == '\'' && before == ' ' && (len(rest) == 2 || rest[2] == ' ') && quotes%2 == 1:
		return at + 2, `"`
	case rest[0] == '/' && unicode.IsLetter(before) && quotes%2 == 1 && isDigitAt(rest, 2) && (len(rest) == 3 || rest[3] == ' '):
		return at + 3, `."`
	case rest[0] != '*' || rest[1] != ' ' || !unicode.IsLower(before):
	case before == 's' && startsSmall(rest[2:]):
		return at + 1, "'"
	case len(rest) > 2 && unicode.IsUpper(decode(rest[2:])):
		return at + 1, "."
	}
	return at, ""
}

// opensCall reports whether a sign stands where a Spanish call or question
// opens: before a capital, after nothing that it could belong to.
func opensCall(text string, at int, line Span) bool {
	before, after := decodeLast(text[line.Start:at]), decode(text[at+1:line.End])
	free := at == line.Start || unicode.IsSpace(before) || isOpener(before) || isDash(before)
	return free && at+1 < line.End && unicode.IsUpper(after)
}

// openingOf returns the mark that opens what the next mark in s ends, if s has
// that: “iQué frío!” is “¡Qué frío!”.
func openingOf(s string) string {
	const reach = 200 // bytes
	end := strings.IndexAny(s[1:min(len(s), reach)], "!?¡¿.")
	switch {
	case end < 0:
	case s[1+end] == '!' && s[0] != '?':
		return "¡"
	case s[1+end] == '?' && s[0] != '!':
		return "¿"
	}
	return ""
}

// entity reads a character that is written as in a web page (“&eacute;”), and
// returns the length of that and the character.
func entity(s string) (length int, read string) {
	const longest = len("&CounterClockwiseContourIntegral;")
	end := strings.IndexByte(s[:min(len(s), longest)], ';')
	if end < 2 {
		return 0, ""
	}
	read = html.UnescapeString(s[:end+1])
	if r, size := utf8.DecodeRuneInString(read); size != len(read) || r == utf8.RuneError || unicode.IsControl(r) {
		return 0, ""
	} else if unicode.IsSpace(r) {
		read = " "
	}
	return end + 1, read
}

// isMisreadDigit reports whether a letter at the start of a number stands for a
// digit: “l889”, “l,200”.
func isMisreadDigit(text string, at int, line Span) bool {
	if at > line.Start {
		if r := decodeLast(text[line.Start:at]); !unicode.IsSpace(r) && !isOpener(r) && !isDash(r) {
			return false
		}
	}
	rest := text[at+1 : line.End]
	if text[at] != 'l' {
		// I5 and O2 may be names: three digits are none.
		return len(rest) > 2 && isDigitAt(rest, 0) && isDigitAt(rest, 1) && isDigitAt(rest, 2)
	}
	if strings.HasPrefix(rest, ",") || strings.HasPrefix(rest, ".") {
		return isDigitAt(rest, 1) && isDigitAt(rest, 2) && isDigitAt(rest, 3)
	}
	end := 0
	for isDigitAt(rest, end) {
		end++
	}
	return end > 0 && (end == len(rest) || !startsLetter(rest[end:]))
}
