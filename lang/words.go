package lang

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A script is the letters that one or more languages are written in.
type script []*unicode.RangeTable

// reading is what of a piece of text can tell its language.
type reading struct {
	words   []string // of letters alone, in the script that most of them have
	letters int      // how many letters there are in any script of the Detector
	foreign int      // how many there are in others
	opening bool     // has ¿ or ¡
}

// read takes the words out of a text. Lingua sees these alone, because left to
// itself it breaks decomposed accents off their letters, takes 1st and 12kg
// for words, and with three scripts in a text picks one by map order.
func read(text string, scripts []script) reading {
	r := reading{opening: strings.ContainsAny(text, "¿¡")}
	words := make([][]string, len(scripts))
	letters := make([]int, len(scripts))
	for token := range strings.FieldsFuncSeq(norm.NFC.String(text), isBorder) {
		token = strings.Map(dropFormat, token)
		n, in := spell(token, scripts)
		switch {
		case n == 0:
		case in < 0:
			r.foreign += n
		default:
			r.letters += n
			letters[in] += n
			words[in] = append(words[in], token)
		}
	}
	r.words = words[slices.Index(letters, slices.Max(letters))]
	return r
}

// spell counts the letters of a token, 0 if it is no word, and returns the
// index of the script that all of them are in, -1 if there is none.
func spell(token string, scripts []script) (letters, in int) {
	in = -1
	for _, c := range token {
		switch {
		case unicode.IsNumber(c):
			return 0, -1
		case !unicode.IsLetter(c), unicode.In(c, unicode.Common, unicode.Inherited):
			continue
		}
		letters++
		if letters == 1 {
			in = slices.IndexFunc(scripts, func(s script) bool { return unicode.In(c, s...) })
		} else if in >= 0 && !unicode.In(c, scripts[in]...) {
			in = -1
		}
	}
	return letters, in
}

// isBorder reports whether c stands between words. Bytes that are not UTF-8
// arrive as U+FFFD, which does.
func isBorder(c rune) bool {
	return !unicode.IsLetter(c) && !unicode.IsNumber(c) && !unicode.In(c, unicode.M, unicode.Cf)
}

// dropFormat drops what is not seen, such as soft hyphens.
func dropFormat(c rune) rune {
	if unicode.Is(unicode.Cf, c) {
		return -1
	}
	return c
}

// isCapitalised reports whether a word may be a name by its look.
func isCapitalised(word string) bool {
	for _, c := range word {
		return unicode.IsUpper(c) || unicode.IsTitle(c)
	}
	return false
}

// allCapitals reports whether the words are printed as headings are, where
// capitals do not mark names.
func allCapitals(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool {
		return strings.ContainsFunc(w, unicode.IsLower)
	})
}

// countLetters counts the letters of words.
func countLetters(words []string) int {
	n := 0
	for _, w := range words {
		for _, c := range w {
			if unicode.IsLetter(c) {
				n++
			}
		}
	}
	return n
}
