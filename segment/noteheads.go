package segment

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The lines that notes start with are chosen all at once: of all ways to follow
// rising numbers through the lines that begin with one, the way of most points
// is taken (a shortest-path search over the lines, linear in their number). A
// date at the start of a line may look like the next note; that note's own line
// says more.

// Points for taking a line for the head of a note, and for its number after
// that of the note before. They were set by hand so that no single sign, but
// any two of them, make a note.
const (
	notePointsMarked  = 1.0  // its mark stands within a page before it
	notePointsFar     = 0.4  // its mark stands further back, as that of an endnote
	notePointsNoMark  = -1.0 // nothing may be its mark
	notePointsApart   = 0.3  // what stands before it is finished
	notePointsInside  = -0.5 // it is not
	notePointsSmall   = -0.7 // it begins with a small letter
	notePointsDate    = -1.5 // it begins with a date
	notePointsNext    = 0.5  // the number after that of the note before
	notePointsLost    = -0.3 // a number that was left out
	notePointsAgain   = -0.8 // the numbers start again
	notePointsStart   = -0.4 // the first number is not 1
	maxNoteStep       = 4    // from one note's number to the next
	minMarkedNotes    = 0.5  // of the notes of a count have their mark in the text
	maxNoteDigits     = 3    // of a label
	maxNoteSigns      = 6
	maxFirstNote      = 3 // with which the numbers may start again
	noteSigns         = "*†‡§‖¶"
	noteLabelOpenings = "•·^↑ "
)

// findHeads finds the lines that notes start with, and their marks.
func (f *noteFinder) findHeads() {
	numbered, signed := f.candidates()
	f.heads = f.chain(numbered)
	f.link()
	f.heads = f.marked(numbered)
	f.findSigned(signed)
}

// candidates returns the lines that may be heads: those with a number, and
// those with a sign.
func (f *noteFinder) candidates() (numbered, signed []noteHead) {
	for i := range f.lines {
		if f.lines[i].role != roleBody {
			continue
		}
		h, ok := readNoteHead(f.text, f.lines[i].span)
		if !ok {
			continue
		}
		h.line, h.mark = i, -1
		if h.value > 0 {
			numbered = append(numbered, h)
		} else {
			signed = append(signed, h)
		}
	}
	return numbered, signed
}

// chain returns the candidates of the best way through them.
func (f *noteFinder) chain(candidates []noteHead) []noteHead {
	points, previous := make([]float64, len(candidates)), make([]int, len(candidates))
	byValue := make(map[int]int) // the best candidate so far that ends with a number
	best := -1                   // of all
	for i, h := range candidates {
		score, from := notePointsStart*float64(min(h.value-1, 1)), -1
		if best >= 0 && h.value <= maxFirstNote {
			if again := points[best] + notePointsAgain*float64(h.value); again > score {
				score, from = again, best
			}
		}
		for step := 1; step <= maxNoteStep; step++ {
			j, ok := byValue[h.value-step]
			if !ok {
				continue
			}
			next := points[j] + notePointsNext
			if step > 1 {
				next = points[j] + notePointsLost*float64(step-1)
			}
			if next > score {
				score, from = next, j
			}
		}
		points[i], previous[i] = score+f.points(&h), from
		if j, ok := byValue[h.value]; !ok || points[i] >= points[j] {
			byValue[h.value] = i
		}
		if best < 0 || points[i] >= points[best] {
			best = i
		}
	}
	var heads []noteHead
	for i := best; i >= 0 && points[best] > 0; i = previous[i] {
		candidates[i].chosen = true
		heads = append(heads, candidates[i])
	}
	slices.Reverse(heads)
	return heads
}

// points tells how much a line looks like the head of a note by itself.
func (f *noteFinder) points(h *noteHead) float64 {
	points := notePointsNoMark
	marks := f.byNumber[key(h.number)]
	if end := f.marksBefore(marks, h.line); end > 0 {
		points = notePointsFar
		if h.line-f.marks[marks[end-1]].line < maxPageLines {
			points = notePointsMarked
		}
	}
	if f.isApart(h.line) {
		points += notePointsApart
	} else {
		points += notePointsInside
	}
	said := strings.TrimLeftFunc(f.text[h.label.End:f.lines[h.line].span.End], unicode.IsSpace)
	if unicode.IsLower(decode(said)) {
		points += notePointsSmall
	}
	if startsWithMonth(said) {
		points += notePointsDate
	}
	return points
}

// marksBefore returns how many of some marks stand before a line.
func (f *noteFinder) marksBefore(marks []int, line int) int {
	return sort.Search(len(marks), func(i int) bool { return f.marks[marks[i]].line >= line })
}

// isApart reports whether what stands before line i may be finished there.
func (f *noteFinder) isApart(i int) bool {
	return i == 0 || f.lines[i].blanks > 0 || f.lines[i].page || f.lines[i-1].role != roleBody || endsSentence(f.string(i-1))
}

var months = wordSet(`january february march april may june july august september october november december
	enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre`)

// startsWithMonth reports whether s goes on with a date: “May 1937”, “de mayo”.
func startsWithMonth(s string) bool {
	words := strings.Fields(strings.TrimPrefix(s[:min(len(s), 30)], "de "))
	return len(words) > 0 && has(months, strings.TrimRight(words[0], ".,"))
}

// link gives the heads their marks: of all ways to give marks to heads in the
// order of both, the one that gives most.
func (f *noteFinder) link() {
	type pair struct {
		head, mark int
		points     float64
		previous   int
	}
	const far, loose = 0.6, 0.3 // points of a mark that is more than a page away, or doubtful; others have 1
	const most = 64             // marks with one number that are tried for a head: one for each chapter
	var pairs []pair
	best := newPeaks(len(f.marks)) // pairs, by their mark
	for n := range f.heads {
		h := &f.heads[n]
		marks := f.byNumber[key(h.number)]
		marks = marks[:f.marksBefore(marks, h.line)]
		first := len(pairs)
		for _, m := range marks[max(0, len(marks)-most):] {
			p := pair{head: n, mark: m, points: far, previous: best.before(m)}
			switch {
			case f.marks[m].loose:
				p.points = loose
			case h.line-f.marks[m].line < maxPageLines:
				p.points = 1
			}
			if p.previous >= 0 {
				p.points += pairs[p.previous].points
			}
			pairs = append(pairs, p)
		}
		for i := first; i < len(pairs); i++ { // a head takes one mark
			best.raise(pairs[i].mark, i, pairs[i].points)
		}
	}
	for i := best.before(len(f.marks)); i >= 0; i = pairs[i].previous {
		f.heads[pairs[i].head].mark = pairs[i].mark
	}
}

// marked returns the heads without the counts of which too few have marks. A list
// that goes on before or after a head, and has no marks, belongs to its count.
func (f *noteFinder) marked(candidates []noteHead) []noteHead {
	heads := f.heads[:0]
	for start := 0; start < len(f.heads); {
		end, marks := start, 0
		for end < len(f.heads) && (end == start || f.heads[end].value > f.heads[end-1].value) {
			if f.heads[end].mark >= 0 {
				marks++
			}
			end++
		}
		others := unchosen(candidates, &f.heads[start], -1) + unchosen(candidates, &f.heads[end-1], +1)
		if float64(marks) >= minMarkedNotes*float64(end-start+others) {
			heads = append(heads, f.heads[start:end]...)
		}
		start = end
	}
	return heads
}

// unchosen returns how many candidates that are no heads go on with the number
// of a head, upwards or downwards, each a few lines from the one before.
func unchosen(candidates []noteHead, h *noteHead, step int) int {
	const reach = 8 // lines
	count := 0
	at := sort.Search(len(candidates), func(i int) bool { return candidates[i].line >= h.line })
	for next := at + step; next >= 0 && next < len(candidates); next += step {
		a, b := &candidates[next-step], &candidates[next]
		if b.chosen || b.value != a.value+step || abs(b.line-a.line) > reach {
			break
		}
		count++
	}
	return count
}

// findSigned adds the notes with a sign. Their mark stands on the same page;
// one that stands straight above a note with a number needs none, since a title
// often loses it.
func (f *noteFinder) findSigned(candidates []noteHead) {
	if len(candidates) == 0 {
		return
	}
	isHead := make(map[int]bool)
	for _, h := range f.heads {
		isHead[h.line] = true
	}
	taken := -1
	for _, h := range candidates {
		marks := f.byNumber[key(h.number)]
		end := f.marksBefore(marks, h.line)
		for end > 0 && marks[end-1] > taken && h.line-f.marks[marks[end-1]].line < maxPageLines {
			end--
			h.mark = marks[end]
		}
		below := f.isBelow(h.line, isHead)
		if !below || h.mark < 0 && !f.isAbove(h.line, isHead) {
			continue
		}
		if h.mark >= 0 {
			taken = h.mark
		}
		isHead[h.line] = true
		f.heads = append(f.heads, h)
	}
	slices.SortFunc(f.heads, func(a, b noteHead) int { return a.line - b.line })
}

// isBelow reports whether line i stands below the text: something parts it from
// that, or only notes stand between.
func (f *noteFinder) isBelow(i int, isHead map[int]bool) bool {
	for j := i; j >= 0 && i-j < maxPageLines; j-- {
		if j < i && isHead[j] {
			return true
		}
		if f.lines[j].blanks > 0 || f.lines[j].page || j > 0 && f.lines[j-1].role != roleBody {
			return j == i
		}
	}
	return false
}

// isAbove reports whether a note starts below line i with nothing to part them.
func (f *noteFinder) isAbove(i int, isHead map[int]bool) bool {
	for i++; i < len(f.lines) && f.lines[i].blanks == 0 && !f.lines[i].page; i++ {
		if isHead[i] {
			return true
		}
	}
	return false
}

// readNoteHead reads a line that may be the head of a note: “12 The …”,
// “[12] …”, “(12) …”, “12. …”, “• 12. …”, “12* …”, “¹² …”, “* …”, “† …”.
func readNoteHead(text string, s Span) (noteHead, bool) {
	var h noteHead
	line := text[s.Start:s.End]
	rest := strings.TrimLeft(line, noteLabelOpenings)
	if end, value := superscript(rest, Span{0, len(rest)}); value > 0 {
		h.number, h.value, rest = strconv.Itoa(value), value, rest[end:]
		h.label = Span{s.Start, s.End - len(rest)}
		return h, startsNote(rest)
	}
	rest = strings.TrimLeft(rest, "[(")
	digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	signs := len(rest[digits:]) - len(strings.TrimLeft(rest[digits:], noteSigns))
	if digits > maxNoteDigits || utf8.RuneCountInString(rest[digits:digits+signs]) > maxNoteSigns || digits+signs == 0 || digits > 0 && rest[0] == '0' {
		return h, false
	}
	h.number = rest[:digits+signs]
	h.value, _ = strconv.Atoi(rest[:digits])
	rest = strings.TrimLeft(rest[digits+signs:], ".)]:")
	h.label = Span{s.Start, s.End - len(rest)}
	return h, rest != "" && (spaceAt(rest) > 0 || h.value == 0) && startsNote(rest)
}

// startsNote reports whether s, after white space, starts like what a note
// says.
func startsNote(s string) bool {
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	r := decode(s)
	return unicode.IsLetter(r) || isOpener(r) || isDash(r) ||
		r < utf8.RuneSelf && signBytes[r] && len(s) > 1 && unicode.IsLower(decode(s[1:])) // for lost letters: !rst
}
