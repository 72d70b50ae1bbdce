package segment

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// noteMark is what may be a note's mark in the running text: a number or a
// sign glued to a word or to the stop after it.
type noteMark struct {
	span   Span
	number string // "12", "27*", "*"
	value  int    // 0 for a sign
	line   int
	glued  bool // to a letter: “CNT3”, and not to a stop
	loose  bool // it is the end of a longer number, of which the start may be a misread letter
}

// findMarks returns what may be marks in a line, in order.
func findMarks(text string, s Span, line int, into []noteMark) []noteMark {
	for i := s.Start; i < s.End; {
		b := text[i]
		switch {
		case b >= '0' && b <= '9':
			mark, end := numberMark(text, s, i)
			if mark.value > 0 {
				mark.line = line
				into = append(into, mark)
			}
			if mark, ok := looseMark(text, s, i, end); ok {
				mark.line = line
				into = append(into, mark)
			}
			i = end
		case b == '[' || b == '(':
			if n := enclosedMark(text[i:s.End]); n > 0 && i > s.Start {
				value, _ := strconv.Atoi(text[i+1 : i+n-1])
				into = append(into, noteMark{span: Span{spaceBefore(text, s.Start, i), i + n}, number: text[i+1 : i+n-1], value: value, line: line})
				i += n
				continue
			}
			i++
		case b == '*':
			end := i
			for end < s.End && text[end] == '*' {
				end++
			}
			if signMark(text, s, i, end) {
				into = append(into, noteMark{span: Span{i, end}, number: text[i:end], line: line})
			}
			i = end
		case b == 0xC2 || b == 0xE2:
			end, value := superscript(text, Span{i, s.End})
			r, size := utf8.DecodeRuneInString(text[i:])
			switch {
			case end > i && i > s.Start:
				into = append(into, noteMark{span: Span{i, end}, number: strconv.Itoa(value), value: value, line: line})
			case r != '*' && isNoteSign(r):
				end = s.End - len(strings.TrimLeft(text[i:s.End], string(r)))
				if signMark(text, s, i, end) {
					into = append(into, noteMark{span: Span{i, end}, number: text[i:end], line: line})
				}
			}
			i = max(end, i+size)
		default:
			i++
		}
	}
	return into
}

// enclosedMark returns the length of a note mark in square or round brackets,
// or 0.
func enclosedMark(s string) int {
	end := 1
	for end < len(s) && isDigitAt(s, end) {
		end++
	}
	if end == 1 || end > 4 || end == len(s) || s[0] == '[' && s[end] != ']' || s[0] == '(' && s[end] != ')' {
		return 0
	}
	return end + 1
}

// spaceBefore returns where the white space before i starts.
func spaceBefore(text string, start, i int) int {
	return start + len(strings.TrimRightFunc(text[start:i], unicode.IsSpace))
}

// numberMark reads digits that start at i, and the mark they may be; its value
// is 0 if they are none. The number ends at end.
func numberMark(text string, s Span, i int) (mark noteMark, end int) {
	end = i
	for end < s.End && isDigitAt(text, end) {
		end++
	}
	if i == s.Start || end-i > 3 || text[i] == '0' {
		return mark, end
	}
	before, size := utf8.DecodeLastRuneInString(text[s.Start:i])
	after := decode(text[end:s.End])
	if end < s.End && (unicode.IsLetter(after) || unicode.IsDigit(after) || strings.ContainsRune("%ºª°/'’", after)) {
		return mark, end
	}
	if isHyphen(after) && isDigitAt(text, end+1) || (after == '.' || after == ',') && isDigitAt(text, end+1) {
		return mark, end
	}
	switch {
	case unicode.IsLetter(before):
		mark.glued = true
	case before == '.' || before == ',' || before == ':' || before == ';':
		if previous := decodeLast(text[s.Start : i-size]); unicode.IsDigit(previous) || unicode.IsSpace(previous) {
			return mark, end
		}
	case isCloser(before) || before == '"' || isStop(before) || before == '—':
	default:
		return mark, end
	}
	mark.span = Span{i, end}
	mark.value, _ = strconv.Atoi(text[i:end])
	if end < s.End && text[end] == '*' {
		end++
		mark.span.End = end
	}
	mark.number = text[mark.span.Start:mark.span.End]
	return mark, end
}

// looseMark reads a mark behind a digit that stands for a letter of the word:
// “Sokolo848”, “Sokolo8,48” of Sokoloff.
func looseMark(text string, s Span, i, end int) (mark noteMark, ok bool) {
	before := decodeLast(text[s.Start:i])
	switch start := i; {
	case unicode.IsLower(before):
		start++
		mark.span = Span{start, end}
	case (before == ',' || before == '.') && i-s.Start > 2 && isDigitAt(text, i-2) && unicode.IsLower(decodeLast(text[s.Start:i-2])):
		mark.span = Span{start, end}
	}
	if n := mark.span.End - mark.span.Start; n < 1 || n > maxNoteDigits || text[mark.span.Start] == '0' {
		return mark, false
	}
	if end < s.End && (startsLetter(text[end:]) || strings.HasPrefix(text[end:], "%")) {
		return mark, false
	}
	mark.number, mark.loose = text[mark.span.Start:end], true
	mark.value, _ = strconv.Atoi(mark.number)
	return mark, true
}

// key is by what a mark and its note are found alike: a number without the sign
// that may stand beside it.
func key(number string) string {
	if isDigitAt(number, 0) {
		return strings.TrimRight(number, noteSigns)
	}
	return number
}

// signMark reports whether signs may be a mark: they are glued to what
// stands before, and nothing is glued to them.
func signMark(text string, s Span, start, end int) bool {
	before := decodeLast(text[s.Start:start])
	if start == s.Start || unicode.IsSpace(before) || before == '/' || isNoteSign(before) || utf8.RuneCountInString(text[start:end]) > maxNoteSigns {
		return false
	}
	after := decode(text[end:])
	return end == s.End || !unicode.IsLetter(after) && !unicode.IsDigit(after) && !isNoteSign(after)
}

// superscript reads raised digits at the start of s.
func superscript(text string, s Span) (end, value int) {
	const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹"
	end = s.Start
	for end < s.End {
		r, size := utf8.DecodeRuneInString(text[end:s.End])
		digit := strings.IndexRune(raised, r)
		if digit < 0 || value > 99 {
			break
		}
		value = value*10 + utf8.RuneCountInString(raised[:digit])
		end += size
	}
	return end, value
}
