package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutter finds the ends of the sentences in one paragraph.
//
// It looks only at places where a sentence may end: after a stop with what
// closes upon it (quotes, brackets, note marks), and before a marker of a
// list. Everything else is a question to the language's rules: what stands
// before the stop, and how the text goes on.
type cutter struct {
	text  string
	rules *rules

	// dotted tells the words that this text writes with a dot, as it has shown
	// elsewhere.
	dotted map[string]bool

	// labels are the names with which the text starts paragraphs of speech.
	labels map[string]bool

	start  int // of the sentence being read
	manner int // see casual; 0 before it was asked

	pairs [len(pairs)]pairState // of the paragraph
}

// pairState tells whether a text has some brackets or quotes.
type pairState uint8

const (
	pairUnknown pairState = iota
	pairAbsent
	pairPresent
)

// ends calls yield with the place at which each sentence but the last ends
// and, after any white space, the next begins.
func (c *cutter) ends(yield func(end, next int)) {
	seams := findSeams(c.text)
	i := 0
	if len(seams) > 0 && seams[0].place == 0 {
		i, seams = seams[0].length, seams[1:]
	}
	for stop := -1; i < len(c.text); {
		if stop < i {
			stop = nextStop(c.text, i)
			if end, next := c.opening(); next > i && next < stop {
				yield(end, next)
				i, c.start = next, next
			}
		}
		if len(seams) > 0 && seams[0].place <= stop {
			at := seams[0].place
			if at > c.start {
				yield(trimEnd(c.text, at), at)
				c.start = at
			}
			i, seams = max(i, at+seams[0].length), seams[1:]
			continue
		}
		if stop == len(c.text) {
			return
		}
		if c.text[stop] == ';' {
			i = stop + 1
			if next := skipSpace(c.text, i); next > i && c.startsAnew(next) {
				yield(i, next)
				i, c.start = next, next
			}
			continue
		}
		s := c.stopAt(stop)
		i = s.end
		if s.next < len(c.text) && c.isEnd(&s) {
			yield(s.end, s.next)
			i, c.start = s.next, s.next
		}
	}
}

// stop is a run of stops and what closes upon it.
type stop struct {
	start     int // of the first stop character
	last      int // after the last stop character
	end       int // after what closes upon it: where the sentence would end
	next      int // where the next would begin
	dot       bool
	mixed     bool // it holds ! or ?
	dots      int  // full stops in it; an ellipsis character counts as three
	closed    bool // a quote closes upon it
	bracketed bool // a bracket does
	spaced    bool // white space follows
}

// stopBytes marks the bytes at which a stop may start.
var stopBytes = func() (table [256]bool) {
	for _, b := range []byte(".!?;") {
		table[b] = true
	}
	for b := 0xC2; b < 0x100; b++ {
		table[b] = true
	}
	return table
}()

// nextStop returns the place of the first stop at or after i.
func nextStop(text string, i int) int {
	for ; i < len(text); i++ {
		b := text[i]
		if !stopBytes[b] {
			continue
		}
		// Letters with accents and quotes are by far the most of these.
		if b < utf8.RuneSelf || b != 0xC3 && isStop(decode(text[i:])) {
			return i
		}
	}
	return len(text)
}

func isStop(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r == '.' || r == '!' || r == '?'
	case r == '…':
		return true
	case r < 0x0300:
		return false
	}
	return unicode.Is(unicode.Sentence_Terminal, r)
}

// isWideStop reports whether a stop needs no white space after it: those of
// scripts that are written without.
func isWideStop(r rune) bool {
	return r == '。' || r == '．' || r == '！' || r == '？' || r == '｡'
}

func decode(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func decodeLast(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// stopAt reads the stop that starts at i.
func (c *cutter) stopAt(i int) stop {
	s := stop{start: i, dot: true}
	for i < len(c.text) {
		r, size := utf8.DecodeRuneInString(c.text[i:])
		if r == ' ' && s.dots > 0 && i+1 < len(c.text) && c.text[i+1] == '.' && !isDigitAt(c.text, i+2) {
			i++ // the dots of ". . ."
			continue
		}
		if !isStop(r) {
			break
		}
		switch r {
		case '.':
			s.dots++
		case '…':
			s.dots += 3
		default:
			s.mixed = true
		}
		i += size
	}
	s.last = i
	s.dot = s.dots == 1 && !s.mixed
	s.end = i
	c.close(&s)
	s.next = skipSpace(c.text, s.end)
	s.spaced = s.next > s.end || s.next == len(c.text) ||
		isWideStop(decodeLast(c.text[:s.last]))
	return s
}

func isCloser(r rune) bool {
	switch r {
	case ')', ']', '}', '”', '’', '»', '›', '）', '」', '』', '】', '〉', '》':
		return true
	}
	return false
}

func isOpener(r rune) bool {
	switch r {
	case '(', '[', '{', '“', '‘', '«', '‹', '„', '‚', '¿', '¡', '「', '『', '"', '\'':
		return true
	}
	return false
}

func isQuote(r rune) bool {
	switch r {
	case '”', '’', '»', '›', '"', '\'', '“', '‘', '«', '‹', '„', '」', '』':
		return true
	}
	return false
}

func isDash(r rune) bool {
	return r == '—' || r == '–' || r == '-' || r == '―' || r == '−'
}

// isOpening reports whether s starts like a sentence: with a capital, perhaps
// after quotes, brackets or a dash.
func isOpening(s string) bool {
	r := decode(s)
	for s != "" && (isOpener(r) || isDash(r) || r == ' ') {
		s = s[utf8.RuneLen(r):]
		r = decode(s)
	}
	return unicode.IsUpper(r)
}

func isDigitAt(s string, i int) bool {
	return i < len(s) && s[i] >= '0' && s[i] <= '9'
}

func skipSpace(s string, i int) int {
	for i < len(s) {
		size := spaceAt(s[i:])
		if size == 0 {
			break
		}
		i += size
	}
	return i
}

func trimEnd(s string, end int) int {
	return len(strings.TrimRightFunc(s[:end], unicode.IsSpace))
}
