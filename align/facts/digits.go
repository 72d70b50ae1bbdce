package facts

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hexapla/hexapla/segment"
)

// digits reads a number token: what it may mean, and the letters after its
// digits.
func (s *sentence) digits(k int) (values []value, suffix string) {
	text := s.tokens[k].text
	end := strings.IndexFunc(text, unicode.IsLetter)
	if end < 0 {
		end = len(text)
	}
	suffix = fold(text[end:])
	figures := strings.TrimRightFunc(text[:end], func(r rune) bool { return !unicode.IsDigit(r) })
	return s.figures(figures), suffix
}

// figures returns what digits with separators may mean.
func (t *tongue) figures(text string) []value {
	last := strings.LastIndexFunc(text, isSeparator)
	if last < 0 {
		return []value{{amount, parse(text)}}
	}
	mark, width := utf8.DecodeRuneInString(text[last:])
	left, right := text[:last], text[last+width:]
	whole := value{amount, parse(text)}
	split := value{amount, parse(left) + parse(right)/pow10(len(right))}
	switch {
	case mark == ':':
		if isClock(left, right) {
			return clockValues(parse(left), parse(right))
		}
		return []value{whole}
	case strings.ContainsRune(left, mark): // 1,200,000
		return []value{whole}
	case mark == '\'' || mark == '’': // as the Swiss write thousands
		return []value{whole}
	case len(right) == 3 && !strings.HasPrefix(left, "0") && len(left) <= 3:
		if mark == t.thousands {
			return []value{whole}
		}
		return []value{split, whole} // a text may keep the other language's custom
	case mark == '.' && isClock(left, right):
		return append([]value{split}, clockValues(parse(left), parse(right))...)
	}
	return []value{split}
}

func isSeparator(r rune) bool { return r == '.' || r == ',' || r == ':' || r == '\'' || r == '’' }

// isClock tells whether figures can be hours and minutes.
func isClock(hours, minutes string) bool {
	return len(hours) <= 2 && len(minutes) == 2 && parse(hours) <= 24 && parse(minutes) < 60
}

// clockValues returns what a time may be answered by: the time, and at the full
// hour the hour alone.
func clockValues(hours, minutes float64) []value {
	values := []value{clockOf(hours, minutes)}
	if minutes == 0 {
		values = append(values, value{amount, hours})
	}
	return values
}

// parse reads the digits of a text, whatever stands between them.
func parse(text string) float64 {
	ascii := strings.Map(func(r rune) rune {
		if !unicode.IsDigit(r) {
			return -1
		}
		return '0' + digit(r)
	}, text)
	v, err := strconv.ParseFloat(ascii, 64)
	if err != nil { // longer than any number that means one
		return 0
	}
	return v
}

// digit returns the value of a decimal digit of any script: they stand in tens.
func digit(r rune) rune {
	v := rune(0)
	for v < 9 && unicode.IsDigit(r-v-1) {
		v++
	}
	return v
}

func pow10(n int) float64 {
	p := 1.0
	for range n {
		p *= 10
	}
	return p
}

// groupsOfThree joins digits that are set apart by spaces (10 000), and returns
// the end of the number.
func (s *sentence) groupsOfThree(k int) int {
	end := k + 1
	if len(s.tokens[k].text) > 3 || s.isNumber(k-1) { // a telephone number
		return end
	}
	for end < len(s.tokens) && s.tokens[end].Kind == segment.Number && len(s.tokens[end].text) == 3 && s.isThin(s.gap(end)) {
		end++
	}
	return end
}

// isThin tells whether a space may part thousands.
func (t *tongue) isThin(space string) bool {
	return space == "\u00A0" || space == "\u202F" || space == "\u2009" || t.spaced && space == " "
}

// suffixScale returns what the letters glued to a number multiply it by, if
// they may.
func suffixScale(suffix string) (float64, bool) {
	switch suffix {
	case "k":
		return 1e3, true
	case "m", "mn", "mln", "million":
		return 1e6, true
	case "bn", "b", "billion":
		return 1e9, true
	}
	return 1, false
}
