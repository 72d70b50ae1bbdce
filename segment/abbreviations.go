package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isDotted reports whether the dot at s belongs to the word before it, so that
// the sentence goes on.
func (c *cutter) isDotted(s *stop, next *follower) bool {
	before := c.before(s)
	word := lastWord(before)
	if word == "" {
		return false
	}
	if c.labels[before] {
		return true
	}
	starts := next.opened || has(c.rules.starters, next.word) && !c.isInitialAt(next)
	if isNumeral(word) {
		return c.isOrdinal(before, word, next)
	}
	if len(word) == 1 {
		if isLabel(before, word) {
			return true // “Q. Where …?”, “P. D. Te quiero”
		}
		if pair := spacedPair(before, word); c.rules.kinds[pair] != abbrNone {
			return c.isAbbreviated(c.rules.kinds[pair], before, next, starts) // a. C.
		}
	}
	key := fold(word)
	switch kind := c.rules.kinds[key]; {
	case strings.Contains(word, ".") && kind != abbrInside && kind != abbrTitle && kind != abbrTime:
		return c.isAcronym(before, word, next, starts)
	case isInitial(word):
		return c.isName(before, word, next, starts)
	case len(word) == 1 && !starts && !next.dashed:
		return true // z. B.
	case kind != abbrNone:
		return c.isAbbreviated(kind, before, next, starts)
	}
	return c.dotted[key] && !starts && !next.dashed
}

// isAbbreviated reports whether the sentence goes on after an abbreviation of
// some kind.
func (c *cutter) isAbbreviated(kind abbrKind, before string, next *follower, starts bool) bool {
	switch kind {
	case abbrTitle:
		// No word such as “the” can be the name: 6 ft. The …, Main St. It …
		return !next.dashed && !(starts && !next.opened && len(next.word) > 1 && !c.isSurname(next.word))
	case abbrInside:
		return true
	case abbrNumbering:
		return next.class == number || isRoman(next.word) && !next.opened && next.word != "I" || c.isInitialAt(next) // app. A.
	case abbrPlace:
		return next.class == number || !starts
	case abbrTime:
		return next.inside || !starts && !next.dashed && (c.isMoment(next) || c.hasBegun(before))
	case abbrLast:
		return next.inside || !starts && !next.dashed
	}
	return next.class == number
}

// isAcronym reports whether the sentence goes on after a word with dots in it.
func (c *cutter) isAcronym(before, word string, next *follower, starts bool) bool {
	const longest = 3 // letters between two dots; addresses have more
	r := decode(word)
	switch {
	case unicode.IsDigit(r):
		return false // 20.5°C
	case next.inside:
		return true
	case starts || next.dashed:
		return false
	case next.class == capital && strings.Count(word, ".") > 1 && has(c.rules.articles, lastWord(trimLastWord(before))):
		return false // la N.K.V.D.: no initials of a name
	case next.class == number:
		// 347 U.S. 483; Washington, D.C. 20006
		return c.rules.kinds[fold(word)] == abbrNumbering || isNumeral(lastWord(trimLastWord(before))) ||
			isPostcode(next.word) || strings.HasPrefix(c.text[next.place+len(next.word):], "/") // L.O. 2/1979
	}
	for part := range strings.SplitSeq(word, ".") {
		if utf8.RuneCountInString(part) > longest {
			return false
		}
	}
	return true
}

// isName reports whether the initial before a dot goes with the word after it.
func (c *cutter) isName(before, initial string, next *follower, starts bool) bool {
	previous := strings.TrimRight(lastWord(trimLastWord(before)), ".")
	if next.class == number || next.dashed {
		ordinal := len(next.word) > 2 && unicode.IsLetter(decodeLast(next.word))                         // S. 10th
		second := next.class == number && isInitial(previous) && strings.HasSuffix(before, ". "+initial) // R. D. 3
		return c.rules.kinds[fold(initial)] == abbrNumbering || ordinal || second || next.inside
	}
	if !starts {
		return !c.rules.articles[previous] || c.rules.kinds[fold(initial)] != abbrNone
	}
	if next.opened || isRoman(initial) {
		return previous == ""
	}
	// “Then vitamin C. The …” ends; after a name it is an initial.
	return previous == "" || unicode.IsUpper(decode(previous)) && !isUpperWord(previous) && c.isSurname(next.word)
}

// isSurname reports whether a word that often starts a sentence is a surname as
// well: John F. May.
func (c *cutter) isSurname(word string) bool { return has(c.rules.surnames, word) }

// isOrdinal reports whether a number and its dot go with what follows: a list
// marker at the start, or an ordinal in the languages that write it so.
func (c *cutter) isOrdinal(before, word string, next *follower) bool {
	if trimmed := strings.TrimLeft(before, " (["); len(trimmed) == len(word) {
		return len(word) <= 4
	}
	if next.dashed || next.opened {
		return false
	}
	return c.rules.ordinalDot && len(word) <= 2 && !has(c.rules.starters, next.word)
}

// isMoment reports whether a word goes on with a time of the day: 5 p.m.
// Monday, 10 a.m. EST.
func (c *cutter) isMoment(next *follower) bool {
	const zone = 4 // letters at most
	return next.class == number || has(c.rules.moments, next.word) ||
		len(next.word) > 2 && len(next.word) <= zone && isUpperWord(next.word)
}

// hasBegun reports whether a sentence says no more yet than when: “At 5 a.m.”
func (c *cutter) hasBegun(before string) bool {
	const most = 2 // spaces
	return strings.Count(strings.TrimLeft(before, " "), " ") <= most && !unicode.IsDigit(decode(before))
}

// isAbbreviation reports whether a word is one, of whatever kind.
func (c *cutter) isAbbreviation(key string) bool {
	return c.rules.kinds[key] != abbrNone || c.dotted[key]
}

// isInitialAt reports whether a follower is a letter with a dot, or with one
// more letter and a dot, and so no word.
func (c *cutter) isInitialAt(next *follower) bool {
	end := next.place + len(next.word)
	return len(next.word) == 1 && end < len(c.text) && c.text[end] == '.'
}

// isLabel reports whether nothing but initials stands before a dot, in a
// sentence that has only begun.
func isLabel(before, initial string) bool {
	const longest = len("A. B. C. D")
	if len(before) > longest {
		return false
	}
	for i, r := range before {
		if upper := i%3 == 0 && unicode.IsUpper(r); !upper && (i%3 != 1 || r != '.') && (i%3 != 2 || r != ' ') {
			return false
		}
	}
	return isInitial(initial)
}

// spacedPair returns the key of an abbreviation of two letters that is written
// with a space, “a. C”, or "".
func spacedPair(before, word string) string {
	rest, ok := strings.CutSuffix(before[:len(before)-len(word)], ". ")
	if !ok {
		return ""
	}
	first := lastWord(rest)
	if utf8.RuneCountInString(first) != 1 {
		return ""
	}
	return fold(first + "." + word)
}

// lastWord returns the word at the end of s, with the dots inside it.
func lastWord(s string) string {
	i := len(s)
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '.' && r != '’' && r != '\'' && r != 'º' && r != 'ª' && r != '°' {
			break
		}
		i -= size
	}
	return strings.TrimLeft(s[i:], ".'’")
}

// trimLastWord returns s without its last word and the spaces before that.
func trimLastWord(s string) string {
	return strings.TrimRight(s[:len(s)-len(lastWord(s))], " ")
}

// lastChunk returns what stands after the last white space of s.
func lastChunk(s string) string {
	return s[strings.LastIndexFunc(s, unicode.IsSpace)+1:]
}

func isNumeral(word string) bool {
	for _, r := range word {
		if !unicode.IsDigit(r) && r != '.' {
			return false
		}
	}
	return word != ""
}

// isPostcode reports whether a number is one of those that follow a place: they
// have five digits.
func isPostcode(word string) bool { return len(word) == 5 && isNumeral(word) }

func isInitial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsUpper(r)
}

func isUpperWord(word string) bool {
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// isRoman reports whether a word may be a Roman numeral.
func isRoman(word string) bool {
	return word != "" && strings.Trim(word, "IVXLCDM") == ""
}

// fold is Fold without its cost for the words that need none.
func fold(word string) string {
	for i := range len(word) {
		if b := word[i]; b >= utf8.RuneSelf || b >= 'A' && b <= 'Z' {
			return Fold(word)
		}
	}
	return word
}
