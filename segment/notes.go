package segment

// noteFinder lifts footnotes and endnotes out of the lines of a text.
//
// A note is a line that begins with a number or a sign, whose mark, the same
// one, is glued to a word of the running text before it; the numbers follow one
// another, and may start again with each chapter or page. What stands between
// the number and the end of the page, or the next note, or a blank line, is the
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
	chosen bool   // among all lines that may be heads
	end    int    // of its lines on the page of its head
	more   []Span // of line numbers: the note's lines on later pages
}

// maxPageLines is the number of lines of the longest page.
const maxPageLines = 90

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
		f.byNumber[key(m.number)] = append(f.byNumber[key(m.number)], i)
	}
	f.findHeads()
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

// findExtents finds where each note ends on the page of its head.
func (f *noteFinder) findExtents() {
	for n := range f.heads {
		h := &f.heads[n]
		limit := len(f.lines)
		if n+1 < len(f.heads) {
			limit = f.heads[n+1].line
		}
		h.end = h.line + 1
		for h.end < limit && (f.isSameBlock(n, h.end) || !f.endsNote(h.end)) {
			h.end++
		}
	}
}

// isSameBlock reports whether line i, between note n and the next, stands among
// the notes of one page or list, so that it belongs to note n whatever blank
// lines it has: the next note's mark stands above them both.
func (f *noteFinder) isSameBlock(n, i int) bool {
	if n+1 == len(f.heads) || f.lines[i].page || f.lines[i].role != roleBody {
		return false
	}
	h, next := &f.heads[n], &f.heads[n+1]
	return next.mark >= 0 && f.marks[next.mark].line < h.line && next.line-h.line < maxPageLines && next.value > h.value
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
		if open {
			first = f.firstSmall(first, start, foot)
		}
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

// firstSmall returns the first line of a page that stands after a blank one and
// begins with a small letter, as only what goes on from the page before does;
// or else the line first.
func (f *noteFinder) firstSmall(first, start, foot int) int {
	for i := start + 1; i < foot; i++ {
		if f.lines[i].blanks > 0 && f.lines[i].role == roleBody && startsSmall(f.string(i)) {
			return i
		}
	}
	return first
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
