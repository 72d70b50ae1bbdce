package segment

import (
	"sort"
	"strconv"
	"strings"
	"unicode"
)

// noteFinder lifts footnotes and endnotes out of the lines of a text.
//
// A note is a line that begins with a number, whose mark, the same number, is
// glued to a word of the running text before it; the numbers follow one
// another, and may start again with each chapter. What stands between the
// number and the end of the page, or the next note, or a blank line, is the
// note. If it does not end with a stop, it goes on at the foot of the next
// page.
type noteFinder struct {
	text     string
	lines    []line
	marks    []noteMark
	byNumber map[string][]int // marks, by place
	heads    []noteHead
}

// noteHead is the line that a note starts with.
type noteHead struct {
	line   int
	label  Span
	number string
	value  int    // 0 for a sign
	mark   int    // index of its mark, or -1
	end    int    // of its lines on the page of its head
	more   []Span // of line numbers: the note's lines on later pages
}

const (
	minMarkedNotes = 0.5 // of the notes have their mark in the text
	maxNoteStep    = 4   // from one note's number to the next: some are lost
	maxPageLines   = 90  // the longest page
)

// findNotes gives the lines of notes their role, and returns the notes' heads
// and the marks in the text.
func findNotes(text string, lines []line) *noteFinder {
	f := &noteFinder{text: text, lines: lines, byNumber: make(map[string][]int)}
	for i := range lines {
		if lines[i].role == roleBody {
			f.marks = findMarks(text, lines[i].span, i, f.marks)
		}
	}
	if len(f.marks) == 0 {
		return f
	}
	for i, m := range f.marks {
		f.byNumber[m.number] = append(f.byNumber[m.number], i)
	}
	f.findNoteHeads()
	f.findExtents()
	for n, h := range f.heads {
		f.claim(n, h.line, h.end)
	}
	f.findContinuations()
	return f
}

func (f *noteFinder) string(i int) string { return f.text[f.lines[i].span.Start:f.lines[i].span.End] }

// claim gives lines start to end to note n.
func (f *noteFinder) claim(n, start, end int) {
	for i := start; i < end; i++ {
		f.lines[i].role, f.lines[i].note = roleNote, n
	}
}

// findNoteHeads follows the numbers through the text.
func (f *noteFinder) findNoteHeads() {
	last := noteHead{mark: -1}
	sign := noteHead{line: -1} // not yet believed
	place := -1                // of the last mark, as an index
	marked := 0
	candidates := f.candidates()
	for c, h := range candidates {
		i := h.line
		h.mark = f.markBefore(h.number, i, place)
		follower := sign.line >= 0 && i-sign.line < maxPageLines && f.contiguous(sign.line, i)
		beside := follower || f.lines[i].blanks > 0 || f.lines[i].page || i > 0 && f.lines[i-1].role != roleBody ||
			len(f.heads) > 0 && i-last.line < maxPageLines && f.contiguous(last.line, i)
		follows := h.value == last.value+1 && len(f.heads) > 0
		switch {
		case h.value == 0 && h.mark >= 0 && f.lines[i].blanks > 0 && i-f.marks[h.mark].line < maxPageLines:
			f.heads = append(f.heads, h)
			marked++
			continue
		case h.value == 0:
			if f.lines[i].blanks > 0 {
				sign = h
			}
			continue
		case follows && (h.mark >= 0 || beside):
		case h.mark >= 0 && (beside || i-f.marks[h.mark].line < maxPageLines) && h.value > last.value && h.value <= last.value+maxNoteStep:
		case h.mark >= 0 && beside && h.value == 1 && !goesOn(candidates[c+1:], last.value):
		default:
			continue
		}
		if h.mark >= 0 {
			marked++
			place = h.mark
		}
		if follower { // a note to the title, say, whose sign was lost there
			sign.mark = -1
			f.heads = append(f.heads, sign)
		}
		sign.line = -1
		f.heads = append(f.heads, h)
		last = h
	}
	if float64(marked) < minMarkedNotes*float64(len(f.heads)) {
		f.heads = nil
	}
}

// candidates returns the lines that may be heads.
func (f *noteFinder) candidates() []noteHead {
	var heads []noteHead
	for i := range f.lines {
		if f.lines[i].role != roleBody {
			continue
		}
		if h, ok := readNoteHead(f.text, f.lines[i].span); ok {
			h.line = i
			heads = append(heads, h)
		}
	}
	return heads
}

// goesOn reports whether the next numbers follow on value, so that a 1 before
// them starts no new count.
func goesOn(next []noteHead, value int) bool {
	const reach = 4
	for _, h := range next[:min(reach, len(next))] {
		switch {
		case h.value == 2:
			return false
		case value > 0 && h.value > value && h.value <= value+2:
			return true
		}
	}
	return false
}

// contiguous reports whether no blank line stands between lines i and j.
func (f *noteFinder) contiguous(i, j int) bool {
	for i++; i <= j; i++ {
		if f.lines[i].blanks > 0 || f.lines[i].page {
			return false
		}
	}
	return true
}

// markBefore returns the first mark with a number after the mark at place and
// before a line, or -1. For a sign it is the last one.
func (f *noteFinder) markBefore(number string, line, place int) int {
	marks := f.byNumber[number]
	end := sort.Search(len(marks), func(i int) bool { return f.marks[marks[i]].line >= line })
	if !isDigitAt(number, 0) {
		if end == 0 {
			return -1
		}
		return marks[end-1]
	}
	start := sort.SearchInts(marks, place+1)
	if start >= end {
		return -1
	}
	return marks[start]
}

// readNoteHead reads a line that may be the head of a note: “12 The …”,
// “[12] …”, “(12) …”, “12. …”, “• 12. …”, “12* …”, “¹² …”, “* …”.
func readNoteHead(text string, s Span) (noteHead, bool) {
	var h noteHead
	line := text[s.Start:s.End]
	rest := strings.TrimLeft(line, "•· ")
	if end, value := superscript(rest, Span{0, len(rest)}); value > 0 {
		h.number, h.value, rest = strconv.Itoa(value), value, rest[end:]
		h.label = Span{s.Start, s.End - len(rest)}
		return h, startsNote(rest)
	}
	rest = strings.TrimLeft(rest, "[(")
	digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	stars := len(rest[digits:]) - len(strings.TrimLeft(rest[digits:], "*"))
	if digits > 3 || stars > 3 || digits+stars == 0 || digits > 0 && rest[0] == '0' {
		return h, false
	}
	h.number = rest[:digits+stars]
	h.value, _ = strconv.Atoi(rest[:digits])
	rest = strings.TrimLeft(rest[digits+stars:], ".)]:")
	h.label = Span{s.Start, s.End - len(rest)}
	return h, rest != "" && spaceAt(rest) > 0 && startsNote(rest)
}

// startsNote reports whether s, after white space, starts like what a note
// says.
func startsNote(s string) bool {
	r := decode(strings.TrimLeftFunc(s, unicode.IsSpace))
	return unicode.IsLetter(r) || isOpener(r) || isDash(r)
}

// findExtents finds where each note ends on the page of its head.
func (f *noteFinder) findExtents() {
	for n := range f.heads {
		h := &f.heads[n]
		limit := len(f.lines)
		if n+1 < len(f.heads) {
			limit = f.heads[n+1].line
		}
		h.end = h.line + 1
		for h.end < limit && !f.endsNote(h.end) {
			h.end++
		}
	}
}

// endsNote reports whether the note that holds line i-1 ends before line i.
func (f *noteFinder) endsNote(i int) bool {
	l := &f.lines[i]
	if l.page || l.role != roleBody {
		return true
	}
	return l.blanks > 0 && (endsSentence(f.string(i-1)) || !startsSmall(f.string(i)))
}

// findContinuations gives notes the lines with which they go on at the foot of
// a later page: those that stand after a blank line and before the next note,
// or at the foot of a page without notes if a note is not finished.
func (f *noteFinder) findContinuations() {
	for n := range f.heads {
		limit := len(f.lines)
		if n+1 < len(f.heads) {
			limit = f.heads[n+1].line
		}
		f.continueNote(n, limit)
	}
}

// continueNote looks for the rest of note n on the pages before line limit,
// where the next note starts.
func (f *noteFinder) continueNote(n, limit int) {
	end := f.heads[n].end
	for end < limit {
		start := f.nextPage(end, limit)
		if start == limit && end == limit {
			return
		}
		foot := f.nextPage(start+1, limit)
		if foot-start > maxPageLines {
			return
		}
		for foot > start && f.lines[foot-1].role != roleBody {
			foot--
		}
		first := foot
		for first > start && !(first < foot && f.lines[first].blanks > 0) {
			first--
		}
		open := !endsSentence(f.string(f.lastLine(n)))
		switch {
		case first <= start:
			return
		case foot == limit && limit < len(f.lines) && f.lines[limit].blanks == 0 && (open || n+1 < len(f.heads)):
		case open && f.lines[foot-1].role == roleBody && (startsSmall(f.string(first)) || endsInHyphen(f.string(f.lastLine(n)))):
		default:
			return
		}
		f.claim(n, first, foot)
		f.heads[n].more = append(f.heads[n].more, Span{first, foot})
		end = foot
	}
}

// lastLine returns the last line that note n holds so far.
func (f *noteFinder) lastLine(n int) int {
	if more := f.heads[n].more; len(more) > 0 {
		return more[len(more)-1].End - 1
	}
	return f.heads[n].end - 1
}

// nextPage returns the first line from i on that starts a page below its head,
// or limit.
func (f *noteFinder) nextPage(i, limit int) int {
	for i < limit && !(f.lines[i].page && f.lines[i].role == roleBody) {
		i++
	}
	return min(i, limit)
}

// spans returns the pieces of the text that hold note n, without its label.
func (f *noteFinder) spans(n int) []Span {
	h := &f.heads[n]
	first := f.lines[h.line].span
	spans := []Span{trim(f.text, Span{h.label.End, first.End})}
	for i := h.line + 1; i < h.end; i++ {
		spans = append(spans, f.lines[i].span)
	}
	for _, more := range h.more {
		for i := more.Start; i < more.End; i++ {
			spans = append(spans, f.lines[i].span)
		}
	}
	return spans
}

// repairs takes the marks of the notes out of the text.
func (f *noteFinder) repairs() []Repair {
	var repairs []Repair
	for _, h := range f.heads {
		if h.mark >= 0 {
			repairs = append(repairs, Repair{Kind: NoteMark, Span: f.marks[h.mark].span})
		}
	}
	for _, m := range f.orphans() {
		repairs = append(repairs, Repair{Kind: NoteMark, Span: m.span})
	}
	return repairs
}
