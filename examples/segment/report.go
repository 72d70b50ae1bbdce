package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"unicode"

	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/segment"
)

// writeReport writes counts, and then all that differs between the file and
// the text that is read, by place.
func writeReport(w io.Writer, doc *segment.Document) error {
	writeCounts(w, doc.Report())
	entries := make([]entry, 0, len(doc.Repairs)+len(doc.Asides)+len(doc.Notes))
	for _, r := range doc.Repairs {
		kind := string(r.Kind)
		if r.Doubtful {
			kind += "?"
		}
		span, read := r.Span, r.Text
		if span.Start == span.End { // something is put in: show the word around it
			span = wordAround(doc.Text, r.Span.Start)
			read = doc.Text[span.Start:r.Span.Start] + r.Text + doc.Text[r.Span.Start:span.End]
		}
		entries = append(entries, entry{span, kind, " -> " + quote(read)})
	}
	for _, a := range doc.Asides {
		entries = append(entries, entry{a.Span, string(a.Kind), ""})
	}
	for _, n := range doc.Notes {
		where := " (no mark found)"
		if n.Sentence >= 0 {
			where = fmt.Sprintf(" (marked in sentence %d)", n.Sentence)
		}
		entries = append(entries, entry{n.Label, "note", where})
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return a.span.Start - b.span.Start })

	line, place := 1, 0
	for _, e := range entries {
		line += strings.Count(doc.Text[place:e.span.Start], "\n")
		place = e.span.Start
		_, err := fmt.Fprintf(w, "%d\t%d\t%s\t%s%s\n", line, place, e.kind, quote(doc.Text[e.span.Start:e.span.End]), e.read)
		if err != nil {
			return err
		}
	}
	return nil
}

// wordAround returns the letters on both sides of a place.
func wordAround(text string, place int) segment.Span {
	isNone := func(r rune) bool { return !unicode.IsLetter(r) }
	end := strings.IndexFunc(text[place:], isNone)
	if end < 0 {
		end = len(text) - place
	}
	letters := len(text[:place]) - len(strings.TrimRightFunc(text[:place], unicode.IsLetter))
	return segment.Span{Start: place - letters, End: place + end}
}

// entry is a line of the report.
type entry struct {
	span segment.Span
	kind string
	read string
}

func writeCounts(w io.Writer, r segment.Report) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	row := func(name string, count int, more string) {
		fmt.Fprintf(table, "%s\t%d\t%s\n", name, count, more)
	}
	row("sentences", r.Sentences, "")
	row("paragraphs", r.Paragraphs, fmt.Sprintf("%d of them headings", r.Headings))
	row("notes", r.Notes, fmt.Sprintf("%d of them with a sign, %d without a mark", r.Signed, r.Unmarked))
	row("lifted out", r.Asides, "lines of running heads, page numbers and boilerplate")
	for _, count := range r.Repairs {
		row(string(count.Kind), count.Made, fmt.Sprintf("repaired, %d doubtful", count.Doubtful))
	}
	share := func(name string, count int) {
		row(name, count, fmt.Sprintf("of the sentences, %.2f %%", 100*float64(count)/float64(max(r.Sentences, 1))))
	}
	share("begin small", r.Left.SmallStart)
	share("hold a line-end hyphen", r.Left.LineHyphen)
	share("hold a page number", r.Left.PageNumber)
	share("hold a note mark", r.Left.NoteMark)
	share("hold a lost letter", r.Left.LostLetters)
	table.Flush()
	fmt.Fprintln(w)
}

// quote shows what may hold line ends, on one line, and cuts words that are too
// long.
func quote(s string) string { return fmt.Sprintf("%q", cli.ShortWords(s)) }
