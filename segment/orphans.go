package segment

import (
	"sort"
	"strings"
	"unicode"
)

const (
	minOrphans    = 2   // marks in a text without notes
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

// risingOrphans finds the marks of a text that has lost all its notes.
func (f *noteFinder) risingOrphans() []noteMark {
	var marks []noteMark
	var values []int
	for _, m := range f.marks {
		if m.value > 0 && f.lines[m.line].role == roleBody && f.isPlainMark(m) {
			marks, values = append(marks, m), append(values, m.value)
		}
	}
	chain := rising(values, maxOrphanStep)
	if len(chain) < minOrphans || float64(len(chain)) < orphanShare*float64(len(marks)) || values[chain[0]] > maxOrphanStep {
		return nil
	}
	var found []noteMark
	for _, c := range chain {
		found = append(found, marks[c])
	}
	return found
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
