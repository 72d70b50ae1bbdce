package segment

import (
	"strings"
	"unicode"
)

const (
	maxHeading  = 80  // characters
	headingLine = 0.9 // of a full line: the longest that is a title in small letters
)

// isHeading reports whether line i is a heading: a short line that stands
// alone, without a stop, and looks like a title.
func (l *layout) isHeading(i int) bool {
	line := &l.lines[i]
	if line.width > maxHeading || l.wrapped && line.width > l.width {
		return false
	}
	alone := i == 0 || l.gap(i) > 0 || line.page
	if l.wrapped && !(alone && (i+1 == len(l.lines) || l.gap(i+1) > 0)) {
		return false
	}
	s := l.string(i)
	if isNumbered(s) {
		return true
	}
	if r := decodeLast(s); r == '.' || r == ',' || r == ';' || r == ':' || isHyphen(r) || isCloser(r) && r != ')' && r != '»' && r != '”' || strings.ContainsRune("/*'\"", r) {
		return false
	}
	if isUpperTitle(s) {
		return true
	}
	// A short line in title's place: nothing before it is left unsaid.
	if !alone || i == 0 || i+1 == len(l.lines) || l.gap(i+1) == 0 || endsSentence(s) {
		return false
	}
	r := decode(strings.TrimLeftFunc(s, isOpener))
	return (unicode.IsUpper(r) || unicode.IsDigit(r)) && (!l.wrapped || float64(line.width) < headingLine*float64(l.width)) &&
		l.lines[i+1].width > line.width && endsSentence(l.string(i-1)) && !startsSmall(l.string(i+1)) &&
		!isItemHead(s)
}

// isTitle reports whether a paragraph of a few lines is a title in capitals,
// perhaps with its number before it.
func (l *layout) isTitle(start, end int) bool {
	const most = 4
	if !l.wrapped || end-start < 2 || end-start > most {
		return false
	}
	for i := start; i < end; i++ {
		if s := l.string(i); !isUpperTitle(s) && (i > start || !isNumbered(s)) {
			return false
		}
	}
	return !endsSentence(l.string(end - 1))
}

// divisions are the words that number the parts of a book.
var divisions = wordSet(`chapter part book section appendix canto letter act scene volume
	capítulo capitulo parte libro sección seccion apéndice apendice acto escena carta tomo
	chapitre partie livre kapitel teil buch band kapittel kapitola rozdział capitolo hoofdstuk`)

// isNumbered reports whether a line is a numbered title: “1.2 The Camp”,
// “Chapter IV”, “XII”.
func isNumbered(s string) bool {
	word := firstWord(s)
	rest := strings.TrimSpace(s[len(word):])
	if divisions[fold(strings.TrimRight(word, ".:"))] {
		number := strings.TrimRight(firstWord(rest), ".:,—-")
		return number != "" && (isRoman(strings.ToUpper(number)) || isNumeral(number) || rest == number)
	}
	number := strings.TrimRight(word, ".:)")
	if rest == "" {
		return isRoman(number) || isNumeral(number) && len(number) < 3
	}
	if !unicode.IsUpper(decode(strings.TrimLeftFunc(rest, isOpener))) || endsSentence(s) {
		return false
	}
	return isRoman(number) && (number != word || isUpperTitle(rest)) || isNumeral(number) && strings.Contains(number, ".")
}

// isUpperTitle reports whether a line is in capitals, small words and all.
func isUpperTitle(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 2
}

// headingLevel tells the rank of a heading from its number: “1.2” is of the
// second. Titles in capitals and numbered divisions are of the first, other
// short lines of the second.
func headingLevel(s string) int {
	number := strings.TrimRight(firstWord(s), ".:)")
	switch {
	case isNumeral(number):
		return 1 + strings.Count(number, ".")
	case isNumbered(s), isUpperTitle(s):
		return 1
	}
	return 2
}
