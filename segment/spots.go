package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// spot is a sign that may stand for letters, in the word it stands in.
type spot struct {
	span        Span
	left, right string // the letters around it, over line ends
	initial     bool
	final       bool
	compound    bool // a hyphen: this may be one
	quote       bool // a quotation mark, likewise
}

// isMisread reports whether the sign can be a letter that a scanner misread: it
// stands inside a word of some length.
func (s *spot) isMisread() bool {
	const least = 3 // other letters
	return !s.initial && !s.final && utf8.RuneCountInString(s.left)+utf8.RuneCountInString(s.right) >= least &&
		unicode.IsLower(decodeLast(s.left)) && unicode.IsLower(decode(s.right))
}

// collect finds the spots of a block.
func (r *restorer) collect(spans []Span) {
	for i, span := range spans {
		for at := span.Start; at < span.End; at++ {
			b := r.text[at]
			if !signBytes[b] {
				continue
			}
			size := 1
			if b >= utf8.RuneSelf {
				sign, length := utf8.DecodeRuneInString(r.text[at:])
				if !r.isWideSign(sign) {
					continue
				}
				size = length
			} else if b == '&' {
				if length, _ := entity(r.text[at:span.End]); length > 0 {
					continue
				}
			}
			if s, ok := r.spot(spans, i, Span{at, at + size}); ok {
				r.spots = append(r.spots, s)
				r.suspicious = r.suspicious || !s.compound && !s.final
			}
		}
	}
}

// wideSigns are the signs beyond ASCII that may stand for lost letters, and
// letterSigns letters that no word of the text's language has: an old encoding
// has its ligatures where another has these.
const (
	wideSigns   = "®¯¨½¼\uFFFD"
	letterSigns = "Þß"
)

// isWideSign reports whether a character beyond ASCII may stand for lost
// letters. The characters of a font of its own are among them.
func (r *restorer) isWideSign(sign rune) bool {
	return strings.ContainsRune(wideSigns, sign) || unicode.Is(unicode.Co, sign) ||
		r.latin && strings.ContainsRune(letterSigns, sign)
}

// signBytes are the bytes that such a sign, or one of ASCII, starts with.
var signBytes = func() (table [256]bool) {
	for _, b := range []byte("!\"#$%&*+<=>?^~|-0123456789\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\xC2\xC3\xEF\xEE") {
		table[b] = true
	}
	return table
}()

// spot reads what stands around a sign, and reports whether it may stand for
// letters: it stands in a word, or at its start.
func (r *restorer) spot(spans []Span, i int, sign Span) (spot, bool) {
	line := spans[i]
	s := spot{span: sign}
	b := r.text[sign.Start]
	before := r.text[line.Start:sign.Start]
	after := r.text[sign.End:line.End]
	final := isDigitAt(r.text, sign.Start) || b != '-' && (b >= utf8.RuneSelf || strings.IndexByte("#$%&+", b) >= 0)
	if !startsLetter(after) && after != "-" && !(final && endsLetter(before)) {
		return s, false
	}
	s.left, s.right = before[lettersStart(before):], after[:lettersEnd(after, 0)]
	if isCode(r.text, line, sign) {
		return s, false
	}
	s.compound = b == '-'
	s.quote = b == '"'
	switch {
	case after == "-" && i+1 < len(spans):
		next := r.text[spans[i+1].Start:spans[i+1].End]
		s.right = next[:lettersEnd(next, 0)]
	case after == s.right+"-" && i+1 < len(spans):
		next := r.text[spans[i+1].Start:spans[i+1].End]
		s.right += next[:lettersEnd(next, 0)]
	}
	joins := i > 0 && endsInHyphen(r.text[spans[i-1].Start:spans[i-1].End])
	if joins && before == s.left {
		previous := strings.TrimSuffix(r.text[spans[i-1].Start:spans[i-1].End], "-")
		s.left = previous[lettersStart(previous):] + s.left
	}
	s.initial = s.left == ""
	s.final = s.right == ""
	switch {
	case s.final && !isDigitAt(r.text, sign.Start):
		return s, final && len(s.left) > 0
	case s.final:
		return s, isDigitAt(r.text, sign.Start) && !r.noteAt[sign.Start] && (!isDigitAt(r.text, sign.End) || r.noteAt[sign.End]) && len(s.left) > 2
	case !unicode.IsLower(decode(s.right)):
		return s, false
	case s.initial && before != "" && !freeSign(before):
		return s, false
	case s.initial && b >= '0' && b <= '9':
		return s, len(s.right) > 2 || thWords[s.right]
	case s.initial && strings.IndexByte("*+<=>|", b) >= 0:
		return s, false
	case s.initial && b == '"':
		return s, strings.IndexByte(after, '"') < 0
	}
	return s, true
}

// isCode reports whether a sign stands in an address or the like: between white
// space there is what only these have, or more than one digit.
func isCode(text string, line, sign Span) bool {
	const reach = 200
	start, end := sign.Start, sign.End
	for start > max(line.Start, sign.Start-reach) && text[start-1] > ' ' {
		start--
	}
	for end < min(line.End, sign.End+reach) && text[end] > ' ' {
		end++
	}
	chunk := text[start:end]
	if strings.ContainsAny(chunk, "@=_\\") || strings.Contains(chunk, "://") || strings.Contains(chunk, "www.") {
		return true
	}
	digits := 0
	for i := sign.Start; i > start && asciiClass[text[i-1]&0x7F] != classMark; i-- {
		if isDigitAt(text, i-1) {
			digits++
		}
	}
	return digits > 0 && isDigitAt(text, sign.Start)
}

func startsLetter(s string) bool { return unicode.IsLetter(decode(s)) }
func endsLetter(s string) bool   { return unicode.IsLetter(decodeLast(s)) }

// freeSign reports whether a sign after s starts a word.
func freeSign(s string) bool {
	r := decodeLast(s)
	return unicode.IsSpace(r) || isOpener(r) || r == '—' || r == '-' || r == '/' || r == '–'
}

func isVowel(r rune) bool {
	return strings.ContainsRune("aeiouáéíóúàèìòùâêîôûäëïöüAEIOU", r)
}
