package segment

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// layout is what the lines of a text show of how it was set.
type layout struct {
	text    string
	lines   []line // of the running text
	wrapped bool   // a paragraph goes on over several lines
	width   int    // of a full line, in characters; 0 if not wrapped
	indents bool   // a paragraph starts with an indent
	paged   bool   // a page ends at two or more blank lines
	apart   bool   // each line is to stay a paragraph
	spaced  bool   // some lines are set apart by blank ones
}

// Shares of line ends at which the text shows how it is set. They were chosen
// by hand: in texts of either kind the shares are far from them.
const (
	wrappedShare = 0.35 // of line ends inside a sentence, in a wrapped text
	pagedShare   = 0.25 // of blank runs inside a sentence, where these end pages
	shortLine    = 0.8  // of a full line: one that could have held more was ended on purpose
	verseLine    = 0.75 // of a full line: the longest that verse is set in
)

// newLayout looks at the lines of the running text.
func newLayout(text string, lines []line) *layout {
	l := &layout{text: text, lines: lines}
	pairs, inside, indented, runs, cut := 0, 0, 0, 0, 0
	for i := 1; i < len(lines); i++ {
		a, b := l.string(i-1), l.string(i)
		gap := l.gap(i)
		l.spaced = l.spaced || gap > 0
		switch {
		case gap == 0:
			pairs++
			if endsInHyphen(a) || !endsSentence(a) && startsSmall(b) {
				inside++
			}
			if lines[i].indent >= 2 && lines[i-1].indent < 2 {
				indented++
			}
		case gap > 1:
			runs++
			if !endsSentence(a) && startsSmall(b) {
				cut++
			}
		}
	}
	if pairs == 0 || float64(inside) < wrappedShare*float64(pairs) {
		return l
	}
	l.wrapped = true
	l.width = fullWidth(lines)
	l.indents = indented > 0 && indented*3 < pairs
	l.paged = runs > 1 && float64(cut) >= pagedShare*float64(runs)
	return l
}

// fullWidth returns the width that a twentieth of the lines exceed.
func fullWidth(lines []line) int {
	widths := make([]int, len(lines))
	for i := range lines {
		widths[i] = lines[i].width
	}
	if len(widths) == 0 {
		return 0
	}
	slices.Sort(widths)
	return widths[len(widths)*19/20]
}

func (l *layout) string(i int) string { return l.text[l.lines[i].span.Start:l.lines[i].span.End] }

// gap returns the number of blank lines before line i.
func (l *layout) gap(i int) int { return l.lines[i].blanks }

// isTurned reports whether line i starts a page.
func (l *layout) isTurned(i int) bool { return l.lines[i].page || l.gap(i) > 1 && l.paged }

// isEnd reports whether a paragraph ends before line i.
func (l *layout) isEnd(i int) bool {
	a, b := l.string(i-1), l.string(i)
	gap, turned := l.gap(i), l.isTurned(i)
	if l.isHeading(i-1) || l.isHeading(i) || isEntry(a) || isEntry(b) || l.lines[i-1].depth != l.lines[i].depth {
		return true
	}
	ended := endsSentence(a)
	switch {
	case gap > 0 && (isNumbered(b) || (isUpperTitle(b) || startsInCapitals(b)) && !isUpperTitle(a)):
		return true // a chapter starts, whatever was cut off before it
	case !l.wrapped:
		// Only a sentence that was cut joins lines that are paragraphs.
		return ended || l.lines[i-1].width < minCutLine || !startsSmall(b) || strings.HasSuffix(a, ":")
	case isItemHead(b) && (ended || gap > 0 || isItemHead(a)), l.isBullet(i):
		return true
	case !ended && startsSmall(b):
		return gap > 0 && !turned && strings.HasSuffix(a, ":")
	case endsInHyphen(a) && unicode.IsLetter(decode(b)):
		return gap > 0 && !startsSmall(b)
	case l.lines[i].indent >= 2 && l.indents:
		return ended || gap > 0 || strings.HasSuffix(a, ":")
	case gap > 0 && !turned:
		return true
	case ended, strings.HasSuffix(a, ":"):
		return l.couldHold(i-1, b)
	case turned:
		return l.lines[i-1].width < int(shortLine*float64(l.width))
	}
	return false
}

// startsInCapitals reports whether a line starts with two words or more in
// capitals, as the first of a chapter may, and goes on in small letters.
func startsInCapitals(s string) bool {
	const shortest = 6 // letters in all
	letters, words := 0, 0
	for word := range strings.FieldsSeq(s) {
		if unicode.IsLower(decode(word)) {
			return words > 1 && letters >= shortest
		}
		if end := lettersEnd(word, 0); end < len(word) || !isUpperWord(word) {
			return false
		}
		letters, words = letters+len(word), words+1
	}
	return false
}

// minCutLine is the width under which a line without a stop is rather an item
// or a title than a sentence that goes on.
const minCutLine = 40

// couldHold reports whether line i was ended before it was full: it had room
// for the next one's first word.
func (l *layout) couldHold(i int, next string) bool {
	room := l.lines[i].width + 1 + utf8.RuneCountInString(firstWord(next))
	return float64(room) < shortLine*float64(l.width)
}

// blocks puts the lines together to paragraphs.
func (l *layout) blocks() []block {
	var blocks []block
	for start := 0; start < len(l.lines); {
		end := start + 1
		for end < len(l.lines) && !l.apart && !l.isEnd(end) {
			end++
		}
		blocks = l.block(blocks, start, end)
		start = end
	}
	return blocks
}

// block appends the paragraph that lines start to end make.
func (l *layout) block(blocks []block, start, end int) []block {
	b := block{kind: Body}
	switch {
	case end == start+1 && l.isHeading(start), l.isTitle(start, end):
		b.kind, b.level = Heading, headingLevel(l.string(start))
	case isItemHead(l.string(start)), isEntry(l.string(start)), l.isBullet(start):
		b.kind = Item
	case l.isVerse(start, end):
		b.kind = Verse
	}
	for i := start; i < end; i++ {
		b.spans = append(b.spans, l.lines[i].span)
	}
	return append(blocks, b)
}

// isVerse reports whether the ends of lines start to end are meant: each but
// the last is short, and most begin with a capital; or nothing in them is said
// in a sentence.
func (l *layout) isVerse(start, end int) bool {
	capitals, stops := 0, 0
	for i := start; i < end; i++ {
		if i+1 < end && l.lines[i].width > int(verseLine*float64(l.width)) && l.lines[i].width > minCutLine {
			return false
		}
		s := l.string(i)
		if endsInHyphen(s) {
			return false
		}
		if unicode.IsUpper(decode(strings.TrimLeftFunc(s, isOpener))) {
			capitals++
		}
		if endsSentence(s) {
			stops++
		}
	}
	count := end - start
	if stops == 0 && count > 2 && l.lines[end-1].width <= minCutLine {
		return true
	}
	return count > 1 && capitals*4 >= count*3
}

// isEntry reports whether a line is one of a table of contents: dots or wide
// space lead from a title to its page.
func isEntry(s string) bool {
	title := strings.TrimRight(s, "0123456789")
	if len(title) == len(s) || len(title) == 0 {
		return false
	}
	for _, leader := range []string{"....", ". . .", "……", "····", "    ", "\t"} {
		if strings.HasSuffix(strings.TrimRight(title, " "), leader) || leader[0] <= ' ' && strings.HasSuffix(title, leader) {
			return strings.IndexFunc(title, unicode.IsLetter) >= 0
		}
	}
	return false
}

// isItemHead reports whether a line starts like an item of a list.
func isItemHead(s string) bool {
	m, ok := markerAt(s)
	return ok && (m.prefix != "" || m.suffix != "." || m.value < 100 && !m.letter && m.length < len(s)) || isBracketed(s)
}

// isBracketed reports whether a line starts with a letter or number in brackets:
// “(a) …”, “(12) …”.
func isBracketed(s string) bool {
	const longest = len("(iii) ")
	head := s[:min(len(s), longest)]
	end := strings.Index(head, ") ")
	return end > 1 && head[0] == '(' && (isNumeral(head[1:end]) || end == 2 && head[1] >= 'a' && head[1] <= 'z' || romanNumbers[head[1:end]] > 0)
}

// isBullet reports whether line i is an item that starts with a hyphen or an
// asterisk. Prose may have one at the start of a line as well: the line stands
// below another such item, or the item above is indented, or the line above is
// finished.
func (l *layout) isBullet(i int) bool {
	s := l.string(i)
	if len(s) < 3 || s[0] != '-' && s[0] != '*' || s[1] != ' ' || !startsLetter(s[2:]) {
		return false
	}
	if i == 0 || l.gap(i) > 0 {
		return true
	}
	above := l.string(i - 1)
	last := decodeLast(above)
	return strings.HasPrefix(above, s[:2]) || l.lines[i-1].indent >= l.lines[i].indent+2 || last == ':' || last == ';' || endsSentence(above)
}
