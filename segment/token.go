package segment

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// TokenKind tells what a Token is.
type TokenKind uint8

const (
	Letters TokenKind = iota + 1 // a word
	Number                       // starts with a digit: 1936, 1,200, 3.5, 46th
	Mark                         // any other visible character, or a run of the same one
)

// Token is a word, a number or a mark of a text, as byte offsets into it.
type Token struct {
	Kind       TokenKind
	Start, End int
}

// Tokens yields the words, numbers and marks of text in order. White space and
// invisible characters are left out.
//
// A word is a run of letters and combining marks, and holds an apostrophe
// between two letters (don't). Hyphens separate words. Scripts that are
// written without spaces (Han, Kana, Thai, Lao, Khmer, Myanmar) give one word
// a character: coarse, but the same on both sides of a comparison. The cost
// is linear and nothing is allocated.
func Tokens(text string) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		for i := 0; i < len(text); {
			kind, end := tokenAt(text, i)
			if kind != 0 && !yield(Token{kind, i, end}) {
				return
			}
			i = end
		}
	}
}

// tokenAt returns the token that starts at text[i], or kind 0 and the end of
// the character to be skipped.
func tokenAt(text string, i int) (TokenKind, int) {
	r, size := utf8.DecodeRuneInString(text[i:])
	switch end := i + size; classOf(r) {
	case classLetter:
		return Letters, wordEnd(text, end)
	case classAlone:
		return Letters, combiningEnd(text, end)
	case classDigit:
		return Number, numberEnd(text, end)
	case classMark:
		for end < len(text) {
			next, size := utf8.DecodeRuneInString(text[end:])
			if next != r {
				break
			}
			end += size
		}
		return Mark, end
	default:
		return 0, end
	}
}

func wordEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch class := classOf(r); {
		case class == classLetter, class == classCombining, class == classDigit:
			i += size
		case r == '\'' || r == '’':
			next, _ := utf8.DecodeRuneInString(text[i+size:])
			if classOf(next) != classLetter {
				return i
			}
			i += size
		default:
			return i
		}
	}
	return i
}

func combiningEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if classOf(r) != classCombining {
			break
		}
		i += size
	}
	return i
}

func numberEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch class := classOf(r); {
		case class == classDigit, class == classLetter, class == classCombining:
			i += size
		case r == '.' || r == ',' || r == ':' || r == '\'' || r == '’':
			next, _ := utf8.DecodeRuneInString(text[i+size:])
			if classOf(next) != classDigit {
				return i
			}
			i += size
		default:
			return i
		}
	}
	return i
}

type class uint8

const (
	classNone class = iota
	classLetter
	classAlone // a letter of a script written without spaces
	classDigit
	classCombining
	classMark
)

// asciiClass answers for the bytes that make up most of what is read.
var asciiClass = func() (table [utf8.RuneSelf]class) {
	for r := range rune(utf8.RuneSelf) {
		table[r] = slowClassOf(r)
	}
	return table
}()

func classOf(r rune) class {
	if r < utf8.RuneSelf {
		return asciiClass[r]
	}
	return slowClassOf(r)
}

var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana,
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

func slowClassOf(r rune) class {
	switch {
	case r == '\u00AD', r == utf8.RuneError:
		return classNone
	case unicode.IsLetter(r):
		if r >= 0x0E00 && unicode.IsOneOf(unspaced, r) {
			return classAlone
		}
		return classLetter
	case unicode.IsDigit(r):
		return classDigit
	case unicode.IsMark(r):
		return classCombining
	case unicode.IsPunct(r), unicode.IsSymbol(r):
		return classMark
	default:
		return classNone
	}
}
