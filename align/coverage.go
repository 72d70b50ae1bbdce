package align

import (
	"unicode/utf8"

	"github.com/hexapla/hexapla/segment"
)

// Coverage returns how much of each text the other has, as shares of its
// letters, 0 to 1: what stands in no gap, each gap counted by its confidence.
// What was moved counts, if the alignment is that of an [Arrangement]. A side
// without letters has 1. The cost is linear in the length of the texts.
func (a *Alignment) Coverage() (source, target float64) {
	sources, targets := lengths(a.Source), lengths(a.Target)
	missing, missingTarget := 0.0, 0.0
	for _, g := range a.Gaps() {
		missing += g.Confidence * float64(sources[g.Source.End]-sources[g.Source.Start])
		missingTarget += g.Confidence * float64(targets[g.Target.End]-targets[g.Target.Start])
	}
	return share(missing, sources), share(missingTarget, targets)
}

// lengths returns the letters before each sentence, and of all.
func lengths(doc *segment.Document) []int {
	before := make([]int, len(doc.Sentences)+1)
	for i, s := range doc.Sentences {
		before[i+1] = before[i] + utf8.RuneCountInString(s.Text)
	}
	return before
}

func share(missing float64, lengths []int) float64 {
	all := lengths[len(lengths)-1]
	if all == 0 {
		return 1
	}
	return 1 - missing/float64(all)
}
