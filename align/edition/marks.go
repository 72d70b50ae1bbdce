package edition

import (
	"sort"
	"unicode"

	"github.com/hexapla/hexapla/segment"
)

// markPlace returns the byte offset in a sentence's reading text at which the
// mark of a note belongs, or its end if the mark's place isn't known.
//
// The reading text has other spaces than the text and lacks the mark, so the
// place is found by counting what both have: visible characters.
func markPlace(doc *segment.Document, s *segment.Sentence, n *segment.Note) int {
	if n.Mark.Start == n.Mark.End {
		return len(s.Text)
	}
	before := 0
	for _, span := range s.Spans {
		span.End = min(span.End, n.Mark.Start)
		if span.Start < span.End {
			before += visibleRead(doc, span)
		}
	}
	for i, r := range s.Text {
		if before == 0 && !unicode.IsSpace(r) {
			return trimmedEnd(s.Text, i)
		}
		if !unicode.IsSpace(r) {
			before--
		}
	}
	return len(s.Text)
}

// trimmedEnd returns the end of s[:i] without white space.
func trimmedEnd(s string, i int) int {
	for i > 0 && s[i-1] == ' ' {
		i--
	}
	return i
}

// visibleRead counts the visible characters that a span reads, its repairs
// carried out.
func visibleRead(doc *segment.Document, span segment.Span) int {
	count := 0
	at := span.Start
	next := sort.Search(len(doc.Repairs), func(i int) bool { return doc.Repairs[i].Span.Start >= span.Start })
	for ; next < len(doc.Repairs) && doc.Repairs[next].Span.Start < span.End; next++ {
		repair := &doc.Repairs[next]
		if repair.Doubtful || repair.Span.Start < at {
			continue
		}
		count += visible(doc.Text[at:repair.Span.Start]) + visible(repair.Text)
		at = repair.Span.End
	}
	if at < span.End {
		count += visible(doc.Text[at:span.End])
	}
	return count
}

func visible(s string) int {
	count := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			count++
		}
	}
	return count
}
