package segment

import (
	"sort"
	"strings"
	"unicode"
)

const (
	minOrphans    = 2   // marks in a text without notes
	minBracketed  = 3   // of them in square brackets
	orphanShare   = 0.6 // of what may be marks that rises in step
	maxOrphanStep = 6   // from one mark to the next
)

// orphans returns the marks whose notes are not in the text: those whose
// number fills a gap between two marks that have theirs, and, in a text
// without notes, a rising row of them.
func (f *noteFinder) orphans() []noteMark {
	taken := make(map[int]bool)
	var linked []int
	for _, h := range f.heads {
		if h.mark >= 0 {
			taken[h.mark] = true
			linked = append(linked, h.mark)
		}
	}
	if len(f.heads) == 0 {
		return f.risingOrphans()
	}
	sort.Ints(linked)
	var found []noteMark
	for i := 0; i+1 < len(linked); i++ {
		low, high := f.marks[linked[i]].value, f.marks[linked[i+1]].value
		for m := linked[i] + 1; m < linked[i+1]; m++ {
			mark := f.marks[m]
			if mark.value > low && mark.value < high && f.lines[mark.line].role == roleBody && f.isPlainMark(mark) {
				found = append(found, mark)
				low = mark.value
			}
		}
	}
	return found
}

// risingOrphans finds the marks of a text that has lost all its notes. Those in
// square brackets may come again, as a page's references do.
func (f *noteFinder) risingOrphans() []noteMark {
	var marks []noteMark
	var values []int
	highest := 0 // of those in brackets
	for _, m := range f.marks {
		if m.value == 0 || f.lines[m.line].role != roleBody {
			continue
		}
		if bracketed := f.isGluedBracket(m); bracketed && m.value <= highest || !bracketed && !f.isPlainMark(m) {
			continue
		} else if bracketed {
			highest = m.value
		}
		marks, values = append(marks, m), append(values, m.value)
	}
	chain := rising(values, maxOrphanStep)
	if len(chain) < minOrphans || float64(len(chain)) < orphanShare*float64(len(marks)) || values[chain[0]] > maxOrphanStep {
		return nil
	}
	var found []noteMark
	bracketed, closed := 0, 0
	for _, c := range chain {
		switch m := marks[c]; {
		case !f.isGluedBracket(m):
			found = append(found, m)
		default:
			bracketed++
			if !endsLetter(f.text[:m.span.Start]) {
				closed++
			}
		}
	}
	if bracketed < minBracketed || closed*2 < bracketed { // list[1] is no mark
		return found
	}
	for _, m := range f.marks {
		if m.value > 0 && m.value <= highest && f.lines[m.line].role == roleBody && f.isGluedBracket(m) {
			found = append(found, m)
		}
	}
	return found
}

// isGluedBracket reports whether a mark stands in square brackets, glued to a
// word of some length or to the stop after one.
func (f *noteFinder) isGluedBracket(m noteMark) bool {
	const shortest = 3 // bytes: a[1] is none
	if f.text[m.span.Start] != '[' {
		return false
	}
	before := strings.TrimRightFunc(f.text[f.lines[m.line].span.Start:m.span.Start], func(r rune) bool {
		return isStop(r) || isCloser(r) || r == ',' || r == ';' || r == ':' || r == '"' || r == '['
	})
	before = strings.TrimRight(before, "0123456789[]") // marks that follow one another
	before = strings.TrimRightFunc(before, func(r rune) bool { return isStop(r) || isCloser(r) || r == ',' || r == '"' })
	return len(before)-lettersStart(before) >= shortest
}

// isPlainMark reports whether a number without a note can hardly be anything
// but a mark: it is glued to a stop, or to a word that the text also has
// without it.
func (f *noteFinder) isPlainMark(m noteMark) bool {
	before := f.text[f.lines[m.line].span.Start:m.span.Start]
	if last := f.text[m.span.End-1]; m.value == 0 || m.loose || last == ']' || last == ')' {
		return false // what stands in brackets may be a reference
	}
	word := before[lettersStart(before):]
	if m.glued {
		return len(word) > 2 && strings.Count(f.around(m.span), word) > 1 && !unicode.IsDigit(decodeLast(before[:len(before)-len(word)]))
	}
	stop := decodeLast(before)
	word = strings.TrimRightFunc(before, func(r rune) bool { return r == stop })
	return isCloser(stop) || len(word)-lettersStart(word) > 3
}

// around returns the part of the text in which a word is looked for.
func (f *noteFinder) around(s Span) string {
	const reach = 20_000 // bytes
	return f.text[max(0, s.Start-reach):min(len(f.text), s.End+reach)]
}
