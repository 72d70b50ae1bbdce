package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isEnd decides whether a sentence ends at a stop that something follows.
func (c *cutter) isEnd(s *stop) bool {
	next := c.follower(s.next)
	switch {
	case !s.spaced:
		return c.isEndUnspaced(s, &next)
	case s.start == c.start && !s.mixed:
		return false // dots before anything is said
	case s.mixed:
		return c.isEndAfterCall(s, &next)
	case s.dots > 1:
		return c.isEndAfterEllipsis(s, &next)
	case !s.dot:
		return true // the stop of another script
	}
	return c.isEndAfterDot(s, &next)
}

// follower is what stands where the next sentence would begin.
type follower struct {
	class  followerClass
	opened bool   // a quote or the like stands before the word
	inside bool   // a bracket does
	dashed bool   // a dash or bullet does
	word   string // the first word or number
	place  int    // of the word
}

type followerClass uint8

const (
	other   followerClass = iota // a mark, or the end
	capital                      // a letter that can start a sentence
	small                        // a letter that starts none
	number
)

// Bounds on how far the text is looked at around a stop, in bytes. Nothing that
// matters is longer, and they keep the cost linear whatever the text.
const (
	maxOpening = 64
	maxBefore  = 256
)

// before returns what stands before a stop in its sentence.
func (c *cutter) before(s *stop) string {
	return c.text[max(c.start, s.start-maxBefore):s.start]
}

// follower reads what stands at i.
func (c *cutter) follower(i int) follower {
	var f follower
	for limit := i + maxOpening; i < min(limit, len(c.text)); {
		r, size := utf8.DecodeRuneInString(c.text[i:])
		switch {
		case isDash(r), r == '*', r == '•':
			f.dashed = true
		case r == '(' || r == '[' || r == '{':
			f.inside = true
		case isOpener(r) || r == '…':
			f.opened = true
		case r == ' ' && (f.dashed || f.opened || f.inside):
		default:
			f.place = i
			f.class = classify(r)
			if f.class != other {
				_, end := tokenAt(c.text, i)
				f.word = c.text[i:end]
			}
			return f
		}
		i += size
	}
	f.place = i
	return f
}

func classify(r rune) followerClass {
	switch {
	case unicode.IsLower(r):
		return small
	case unicode.IsLetter(r):
		return capital
	case unicode.IsDigit(r):
		return number
	}
	return other
}

// isEndUnspaced decides where no white space follows the stop: a sentence ends
// there only if two sentences plainly ran together (“the end.The next”).
func (c *cutter) isEndUnspaced(s *stop, next *follower) bool {
	if next.class != capital || next.place != s.next && !next.opened || s.start == 0 {
		return false
	}
	if len(next.word) < 2 && !c.rules.starters[fold(next.word)] || isUpperWord(next.word) && len(next.word) > 1 {
		return false
	}
	before := c.before(s)
	if strings.ContainsAny(lastChunk(before), "@/\\_") || strings.HasPrefix(lastChunk(before), "www.") {
		return false
	}
	r := decodeLast(before)
	switch {
	case unicode.IsDigit(r):
		return s.dot && s.end == s.last && c.rules.starters[fold(next.word)]
	case s.mixed || s.closed || s.dots > 1:
		return unicode.IsLower(r) && (s.mixed || s.closed)
	}
	word := lastWord(before)
	if !unicode.IsLower(r) || len(word) < 3 || c.isAbbreviation(fold(word)) {
		return false
	}
	key := fold(next.word)
	return !unicode.IsUpper(decode(word)) || c.rules.starters[key] || c.rules.kinds[key] == abbrTitle
}

// isEndAfterEllipsis decides after “…” and its like.
func (c *cutter) isEndAfterEllipsis(s *stop, next *follower) bool {
	if next.class != capital || c.attributed(s, next) {
		return false
	}
	switch decodeLast(c.text[:s.start]) {
	case '[', '(': // “[...]” is an omission in the middle of things
		return false
	case ' ': // “… and then … I fell”: a pause, and I is no sign of a start
		return fold(next.word) != "i"
	}
	return true
}

// isEndAfterCall decides after a stop with ! or ?.
func (c *cutter) isEndAfterCall(s *stop, next *follower) bool {
	switch next.class {
	case small:
		return !s.closed && !next.dashed && !next.opened && c.casual()
	case capital:
		return !c.attributed(s, next)
	case other:
		if next.dashed { // “—¿Por qué? —, preguntó”: a dash that closes
			return false
		}
		return next.place < len(c.text) && decode(c.text[next.place:]) != ',' && !isCloser(decode(c.text[next.place:]))
	}
	return true
}

// isEndAfterDot decides after a single full stop.
func (c *cutter) isEndAfterDot(s *stop, next *follower) bool {
	if next.class == small {
		return s.end == s.last && !next.dashed && !next.opened && c.casual() && c.isPlainWord(s)
	}
	if next.class == other {
		if next.dashed {
			return false
		}
		r := decode(c.text[next.place:])
		return next.place == len(c.text) || !strings.ContainsRune(",;:)]%/&+=", r) && !isCloser(r)
	}
	if s.end > s.last {
		return true // the stop is closed by a quote or bracket: no abbreviation
	}
	return !c.isDotted(s, next)
}

// isDotted reports whether the dot at s belongs to the word before it, so that
// the sentence goes on.
func (c *cutter) isDotted(s *stop, next *follower) bool {
	before := c.before(s)
	word := lastWord(before)
	if word == "" {
		return false
	}
	key := fold(word)
	starts := next.opened || c.rules.starters[fold(next.word)]
	if isNumeral(word) {
		return c.isOrdinal(before, word, next)
	}
	if strings.Contains(word, ".") {
		if c.rules.kinds[key] == abbrInside || c.rules.kinds[key] == abbrTitle {
			return true
		}
		return next.inside || !starts && (next.class == capital && !next.dashed || c.rules.kinds[key] == abbrNumbering)
	}
	if isInitial(word) {
		return c.isName(before, word, next, starts)
	}
	if len(word) == 1 && !starts && !next.dashed {
		return true // z. B.
	}
	switch c.rules.kinds[key] {
	case abbrTitle:
		return !next.dashed
	case abbrInside:
		return true
	case abbrNumbering:
		return next.class == number || isRoman(next.word) && !next.opened && next.word != "I"
	case abbrPlace:
		return next.class == number || !starts
	case abbrLast:
		return next.inside || !starts && !next.dashed
	case abbrList:
		return next.class == number
	}
	return c.dotted[key] && !starts && !next.dashed
}

// isPlainWord reports whether a word that needs no dot stands before the stop.
func (c *cutter) isPlainWord(s *stop) bool {
	word := lastWord(c.before(s))
	return len(word) > 1 && !strings.Contains(word, ".") && !isNumeral(word) &&
		!c.isAbbreviation(fold(word))
}

// casual reports whether the paragraph is written without capitals, as
// messages are: only there does a sentence start with a small letter.
func (c *cutter) casual() bool {
	if c.manner == 0 {
		c.manner = 1
		if unicode.IsLower(decode(c.text)) || strings.Contains(c.text, " i ") && c.rules.subjects["i"] {
			c.manner = 2
		}
	}
	return c.manner == 2
}

// isName reports whether the initial before a dot goes with the word after it.
func (c *cutter) isName(before, initial string, next *follower, starts bool) bool {
	if next.class == number || next.dashed {
		return c.rules.kinds[fold(initial)] == abbrNumbering
	}
	if !starts {
		return true
	}
	if next.opened {
		return false
	}
	// “Vitamin C. The …” ends; “J. In …” is rare enough to be left.
	previous := lastWord(strings.TrimRight(strings.TrimSuffix(before, initial), " "))
	if initial == "I" || previous == "" {
		return previous == ""
	}
	return unicode.IsUpper(decode(previous)) && !isUpperWord(previous)
}

// startsAnew reports whether a word that can be no name starts with a capital at
// i. After a semicolon that is where a sentence begins.
func (c *cutter) startsAnew(i int) bool {
	if i == len(c.text) || !unicode.IsUpper(decode(c.text[i:])) {
		return false
	}
	next := c.follower(i)
	return len(next.word) > 1 && !isUpperWord(next.word) && c.rules.starters[fold(next.word)]
}

// title returns the end of a title in capitals that runs into the sentence
// being read (“THE LONG WAY The boat …”), and where the sentence itself starts;
// or 0. Three words in capitals are one if a word that can be no name follows.
func (c *cutter) title() (end, next int) {
	const least = 3
	words, i := 0, c.start
	for i < len(c.text) {
		wordEnd := lettersEnd(c.text, i)
		if word := c.text[i:wordEnd]; !isUpperWord(word) || word == "" {
			break
		}
		end = wordEnd
		if end < len(c.text) && c.text[end] == ',' {
			end++
		}
		if end == len(c.text) || c.text[end] != ' ' {
			return 0, 0
		}
		words, i = words+1, end+1
	}
	if words < least || end-c.start < 4*least || !c.startsAnew(i) {
		return 0, 0
	}
	return end, i
}

// isOrdinal reports whether a number and its dot go with what follows: a list
// marker at the start, or an ordinal in the languages that write it so.
func (c *cutter) isOrdinal(before, word string, next *follower) bool {
	if trimmed := strings.TrimLeft(before, " (["); len(trimmed) == len(word) {
		return len(word) <= 4
	}
	if next.dashed || next.opened {
		return false
	}
	return c.rules.ordinalDot && len(word) <= 2 && !c.rules.starters[fold(next.word)]
}

// attributed reports whether what follows a quotation says who spoke it:
// “Come!” Maria said.
func (c *cutter) attributed(s *stop, next *follower) bool {
	if !s.closed || next.opened || next.dashed || len(c.rules.speech) == 0 {
		return false
	}
	words := 0
	for token := range Tokens(c.text[next.place:]) {
		word := c.text[next.place+token.Start : next.place+token.End]
		switch {
		case token.Kind == Mark && word != ".":
			return false
		case token.Kind == Mark:
			continue // of an initial or a title; a real stop is caught below
		case c.rules.speech[fold(word)]:
			return words > 0
		case words > 3, words > 0 && word != "I" && unicode.IsLower(decode(word)) && !strings.HasSuffix(word, "ly"):
			return false
		case words == 0 && c.rules.starters[fold(word)] && !c.rules.subjects[fold(word)]:
			return false
		}
		words++
	}
	return false
}

// isAbbreviation reports whether a word is one, of whatever kind.
func (c *cutter) isAbbreviation(key string) bool {
	return c.rules.kinds[key] != abbrNone || c.dotted[key]
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
