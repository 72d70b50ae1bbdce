package facts

import "strings"

// romans are the parts of Roman numerals, the greatest first.
var romans = []struct {
	letters string
	v       float64
}{
	{"M", 1000}, {"CM", 900}, {"D", 500}, {"CD", 400}, {"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40},
	{"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1},
}

// initials are numerals that are more often something else.
var initials = map[string]bool{
	"MI": true, "DI": true, "CD": true, "DC": true, "MC": true, "MD": true, "CC": true, "CV": true, "LI": true,
	"MIX": true, "MM": true, "DM": true, "CM": true, "MV": true, "CI": true,
}

// roman reads a Roman numeral in capitals.
func (s *sentence) roman(k int) (reading, bool) {
	text := s.tokens[k].text
	v := romanValue(text)
	if v == 0 {
		return reading{}, false
	}
	r := reading{start: k, end: k + 1, values: []value{{amount, v}}, weight: plain}
	if len(text) == 1 || initials[text] {
		r.weight = silent
	}
	return r, true
}

// romanValue returns 0 for what is no numeral as it should be written.
func romanValue(text string) float64 {
	v, rest := 0.0, text
	for _, part := range romans {
		most := 1
		if len(part.letters) == 1 && strings.Contains("MCXI", part.letters) {
			most = 3
		}
		for ; most > 0 && strings.HasPrefix(rest, part.letters); most-- {
			v += part.v
			rest = rest[len(part.letters):]
		}
	}
	if rest != "" {
		return 0
	}
	return v
}
