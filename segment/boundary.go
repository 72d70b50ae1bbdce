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
	case c.isEnclosed(s, &next):
		return false
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
			if f.class == small && startsInside(f.word) || isAddressAt(c.text[i:]) {
				f.class = capital
			}
			return f
		}
		i += size
	}
	f.place = i
	return f
}

// startsInside reports whether a name has its capital behind its first letter:
// iPhone, eBay.
func startsInside(word string) bool {
	return len(word) > 2 && word[1] >= 'A' && word[1] <= 'Z' && unicode.IsLower(decodeLast(word))
}

// isAddressAt reports whether s starts with the address of a page.
func isAddressAt(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.")
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
	if len(next.word) < 2 && !has(c.rules.starters, next.word) || isUpperWord(next.word) && len(next.word) > 1 {
		return false
	}
	before := c.before(s)
	if strings.ContainsAny(lastChunk(before), "@/\\_") || strings.HasPrefix(lastChunk(before), "www.") {
		return false
	}
	r := decodeLast(before)
	switch {
	case unicode.IsDigit(r):
		return s.dot && s.end == s.last && has(c.rules.starters, next.word)
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
		return !c.attributed(s, next) && !c.isExclaimed(s, next)
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
		return next.place == len(c.text) || !strings.ContainsRune(",;:)]%/&+=§", r) && !isCloser(r)
	}
	if s.end > s.last {
		// A quote closes upon no abbreviation; a bracket may: [George W.] Bush.
		initial := s.bracketed && !s.closed && next.class == capital && isInitial(lastWord(c.before(s)))
		return !initial || has(c.rules.starters, next.word)
	}
	return !c.isDotted(s, next)
}

// pairs are what may enclose several sentences inside another.
var pairs = [...][2]string{{"(", ")"}, {"“", "”"}, {"«", "»"}}

// maxEnclosed is how far, in bytes, the end of a bracket or quotation is looked for.
const maxEnclosed = 200

// isEnclosed reports whether a stop stands in a bracket, or in a quotation that
// began inside its sentence, and the sentence goes on after that: He shouted
// “Fire! Fire!” and ran. A number goes on with what a bracket says: (9th Cir.
// 1999).
func (c *cutter) isEnclosed(s *stop, next *follower) bool {
	before := c.before(s)
	for n, pair := range pairs {
		if c.pairs[n] == pairUnknown {
			c.pairs[n] = pairAbsent
			if strings.Contains(c.text, pair[0]) {
				c.pairs[n] = pairPresent
			}
		}
		if c.pairs[n] == pairAbsent {
			continue
		}
		open := strings.LastIndex(before, pair[0])
		if open <= 0 || strings.Contains(before[open:], pair[1]) {
			continue
		}
		bracket := pair[0] == "("
		if bracket && next.class == number && s.dot && len(before)-open < maxEnclosed/2 {
			return true
		}
		rest := c.text[s.last:min(len(c.text), s.last+maxEnclosed)]
		end := strings.Index(rest, pair[1])
		if end < 0 || s.last+end < s.end || strings.Contains(rest[:end], pair[0]) {
			continue
		}
		after := strings.TrimLeft(rest[end+len(pair[1]):], " ")
		if unicode.IsLower(decode(after)) || bracket && after != "" && (after[0] == ',' || after[0] == ';') {
			return true
		}
	}
	return false
}

// isExclaimed reports whether the mark belongs to a name: Yahoo! Mail.
func (c *cutter) isExclaimed(s *stop, next *follower) bool {
	return !s.closed && s.last == s.start+1 && c.rules.exclaims[fold(lastWord(c.before(s)))] && !has(c.rules.starters, next.word)
}

// isPlainWord reports whether a word that needs no dot stands before the stop.
func (c *cutter) isPlainWord(s *stop) bool {
	word := lastWord(c.before(s))
	return len(word) > 1 && !strings.Contains(strings.Trim(word, "0123456789"), ".") &&
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

// startsAnew reports whether a word that can be no name starts with a capital at
// i. After a semicolon that is where a sentence begins.
func (c *cutter) startsAnew(i int) bool {
	if i == len(c.text) || !unicode.IsUpper(decode(c.text[i:])) {
		return false
	}
	next := c.follower(i)
	return len(next.word) > 1 && !isUpperWord(next.word) && has(c.rules.starters, next.word)
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
		case has(c.rules.speech, word):
			return words > 0
		case words > 3, words > 0 && word != "I" && unicode.IsLower(decode(word)) && !strings.HasSuffix(word, "ly"):
			return false
		case words == 0 && has(c.rules.starters, word) && !has(c.rules.subjects, word):
			return false
		}
		words++
	}
	return false
}
