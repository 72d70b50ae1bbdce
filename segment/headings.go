package segment

import (
	"strings"
	"unicode"
)

const (
	maxHeading  = 80  // characters
	headingLine = 0.9 // of a full line: the longest that is a title in small letters

	// cutTitleLine is the same where a page ends below it.
	cutTitleLine = 0.5
)

// isHeading reports whether line i is a heading: a short line that stands
// alone, without a stop, and looks like a title.
func (l *layout) isHeading(i int) bool {
	line := &l.lines[i]
	if line.width > maxHeading || l.wrapped && line.width > l.width {
		return false
	}
	alone := i == 0 || l.gap(i) > 0 || line.page || !l.spaced && !l.wrapped
	if l.wrapped && !(alone && (i+1 == len(l.lines) || l.gap(i+1) > 0)) {
		return false
	}
	s := l.string(i)
	if isNumbered(s) || alone && isUpperTitle(strings.TrimSuffix(s, ".")) {
		return true
	}
	if r := decodeLast(s); r == '.' || r == ',' || r == ';' || r == ':' || isHyphen(r) || isCloser(r) && r != ')' && r != '»' && r != '”' || strings.ContainsRune("/*'\"", r) {
		return false
	}
	if isUpperTitle(s) {
		return true
	}
	return alone && !endsSentence(s) && !isItemHead(s) && l.isInTitlesPlace(i)
}

// isInTitlesPlace reports whether line i is a short line where a title would
// stand: at the start, under another title, or where nothing is left unsaid; and
// above a longer one with which a paragraph starts.
func (l *layout) isInTitlesPlace(i int) bool {
	s, line := l.string(i), &l.lines[i]
	if i+1 == len(l.lines) || l.gap(i+1) == 0 && (l.spaced || i == 0) || l.lines[i+1].width <= line.width || startsSmall(l.string(i+1)) {
		return false
	}
	longest := headingLine
	if l.isTurned(i + 1) { // the last line of a page, cut off in mid-sentence, is nearly full
		longest = cutTitleLine
	}
	if l.wrapped && float64(line.width) >= longest*float64(l.width) || holdsStop(s) {
		return false
	}
	if next := l.string(i + 1); !l.spaced && !l.wrapped &&
		(line.width > minCutLine || l.lines[i+1].width < maxHeading || !endsSentence(next) && !strings.HasSuffix(next, ":")) {
		return false // where no line is set apart, only a paragraph below shows a title
	}
	r := decode(strings.TrimLeftFunc(s, isOpener))
	return (unicode.IsUpper(r) || unicode.IsDigit(r)) && (i == 0 || endsSentence(l.string(i-1)) || l.isHeading(i-1))
}

// holdsStop reports whether a sentence of some length ends inside s.
func holdsStop(s string) bool {
	const shortest = 4 // bytes of a word that is no abbreviation
	for i := 0; i+2 < len(s); i++ {
		switch {
		case s[i+1] != ' ':
		case s[i] == '?', s[i] == '!',
			s[i] == '.' && len(lastWord(s[:i])) >= shortest && unicode.IsUpper(decode(s[i+2:])):
			return true
		}
	}
	return false
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

// ordinals are numbers in letters, as they number the parts of a book.
var ordinals = wordSet(`one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
	sixteen seventeen eighteen nineteen twenty first second third fourth fifth sixth seventh eighth ninth tenth last
	uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince primero primera segundo
	segunda tercero tercera cuarto cuarta quinto quinta sexto sexta séptimo séptima octavo octava noveno novena
	décimo décima último última`)

// isNumbered reports whether a line is a numbered title: “1.2 The Camp”,
// “Chapter IV”, “XII”.
func isNumbered(s string) bool {
	word := firstWord(s)
	rest := strings.TrimSpace(s[len(word):])
	if has(divisions, strings.TrimRight(word, ".:")) {
		number := strings.TrimRight(firstWord(rest), ".:,—-")
		return number != "" && (isRoman(strings.ToUpper(number)) || isNumeral(number) || has(ordinals, number) || rest == number)
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
