package findtest

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Change is what befalls a quotation.
type Change string

// What people do to what they quote.
const (
	None      Change = ""
	Dropped   Change = "a word in ten dropped"
	Cut       Change = "cut in mid-sentence"
	Joined    Change = "lines joined"
	Unmarked  Change = "without punctuation"
	Plain     Change = "without accents"
	LowerCase Change = "in lower case"
)

// Changes are all of them.
var Changes = []Change{None, Dropped, Cut, Joined, Unmarked, Plain, LowerCase}

func (c Change) apply(lines []string, rng *rand.Rand) []string {
	if c == Cut {
		return cut(lines)
	}
	out := make([]string, len(lines))
	for i, line := range lines {
		switch c {
		case Dropped:
			line = drop(line, rng)
		case Unmarked:
			line = remove(line, func(r rune) bool { return unicode.IsPunct(r) && r != '\'' && r != '-' })
		case Plain:
			line = remove(norm.NFD.String(line), func(r rune) bool { return unicode.Is(unicode.Mn, r) })
		case LowerCase:
			line = strings.ToLower(line)
		}
		out[i] = line
	}
	return out
}

// cut keeps the second half of the first line and the first of the last.
func cut(lines []string) []string {
	out := slices.Clone(lines)
	words := strings.Fields(out[0])
	out[0] = strings.Join(words[len(words)/2:], " ")
	if last := len(out) - 1; last > 0 {
		words = strings.Fields(out[last])
		out[last] = strings.Join(words[:(len(words)+1)/2], " ")
	}
	return out
}

func drop(line string, rng *rand.Rand) string {
	words := strings.Fields(line)
	for range (len(words) + 9) / 10 {
		if len(words) > 2 {
			k := rng.IntN(len(words))
			words = slices.Delete(words, k, k+1)
		}
	}
	return strings.Join(words, " ")
}

func remove(line string, is func(rune) bool) string {
	return strings.Map(func(r rune) rune {
		if is(r) {
			return -1
		}
		return r
	}, line)
}
