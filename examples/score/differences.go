package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/score"
	"github.com/hexapla/hexapla/segment"
)

// difference is a bead that only one of the alignments has.
type difference struct {
	score.Bead
	note           string // "gold", or the confidence of the answer's bead
	source, target int    // where it stands: the sentence that comes first
}

// writeDifferences lists the gold's beads that the answer lacks and the
// answer's that the gold lacks, in the order of the text, with their sentences.
func writeDifferences(out io.Writer, name string, gold []score.Bead, answer *align.Alignment) {
	answers := score.Beads(answer.Beads)
	list := lacking(gold, answers, func(int) string { return "gold" })
	list = append(list, lacking(answers, gold, func(i int) string {
		return fmt.Sprintf("%.4f", answer.Beads[i].Confidence)
	})...)
	slices.SortStableFunc(list, func(a, b difference) int {
		return cmp.Or(cmp.Compare(a.source, b.source), cmp.Compare(a.target, b.target))
	})
	for _, d := range list {
		fmt.Fprintf(out, "%s: %s: %s | %s\n", name, d.note, joined(d.Source), joined(d.Target))
		writeSentences(out, "<", d.Source, answer.Source)
		writeSentences(out, ">", d.Target, answer.Target)
	}
}

func lacking(beads, from []score.Bead, note func(i int) string) []difference {
	has := make(map[string]bool, len(from))
	for _, b := range from {
		has[fmt.Sprint(b)] = true
	}
	var out []difference
	source, target := 0, 0
	for i, b := range beads {
		if len(b.Source) > 0 {
			source = b.Source[0]
		}
		if len(b.Target) > 0 {
			target = b.Target[0]
		}
		if !has[fmt.Sprint(b)] {
			out = append(out, difference{b, note(i), source, target})
		}
	}
	return out
}

func joined(numbers []int) string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(numbers), " ", ","), "[]")
}

func writeSentences(out io.Writer, mark string, numbers []int, doc *segment.Document) {
	for _, n := range numbers {
		if n < len(doc.Sentences) {
			fmt.Fprintf(out, "\t%s %d %s\n", mark, n, doc.Sentences[n].Text)
		}
	}
}
