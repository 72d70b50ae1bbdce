package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/score"
)

// judged is the confidence of a bead, and whether the gold holds that bead.
type judged struct {
	confidence float64
	right      bool
}

func judge(gold []score.Bead, beads []align.Bead) []judged {
	inGold := make(map[string]bool, len(gold))
	for _, b := range gold {
		inGold[fmt.Sprint(b)] = true
	}
	out := make([]judged, len(beads))
	for i, b := range score.Beads(beads) {
		out[i] = judged{beads[i].Confidence, inGold[fmt.Sprint(b)]}
	}
	return out
}

const (
	bins = 10  // of equal width, in the reliability table
	sure = .95 // confidence from which a user might take beads unread
)

// bin sums up the beads whose confidences lie in it.
type bin struct {
	beads, right int
	confidence   float64 // sum
}

func (b *bin) add(j judged) {
	b.beads++
	b.confidence += j.confidence
	if j.right {
		b.right++
	}
}

// means returns the mean confidence and the share that is right, 0 if there is
// no bead.
func (b *bin) means() (confidence, right float64) {
	n := float64(max(b.beads, 1))
	return b.confidence / n, float64(b.right) / n
}

func writeCalibration(out io.Writer, all []judged) {
	table := reliability(all)
	fmt.Fprintln(out, "\nconfidence   beads   mean    right")
	for i, b := range table {
		confidence, right := b.means()
		fmt.Fprintf(out, "%.1f to %.1f  %6d  %.4f  %.4f\n", float64(i)/bins, float64(i+1)/bins, b.beads, confidence, right)
	}
	var top bin
	for _, j := range all {
		if j.confidence > sure {
			top.add(j)
		}
	}
	_, precision := top.means()
	fmt.Fprintf(out, "expected calibration error  %.4f\n", calibrationError(table))
	if area := areaUnderROC(all); !math.IsNaN(area) {
		fmt.Fprintf(out, "area under ROC              %.4f\n", area)
	}
	fmt.Fprintf(out, "right above %.2f            %.4f  (%d of %d beads)\n", sure, precision, top.beads, len(all))
}

func reliability(all []judged) (table [bins]bin) {
	for _, j := range all {
		table[min(int(j.confidence*bins), bins-1)].add(j)
	}
	return table
}

// calibrationError is the mean distance, over beads, of a bin's mean
// confidence from the share of its beads that is right.
func calibrationError(table [bins]bin) float64 {
	sum, beads := 0.0, 0
	for _, b := range table {
		if b.beads > 0 {
			sum += math.Abs(b.confidence - float64(b.right))
			beads += b.beads
		}
	}
	return sum / float64(beads)
}

// areaUnderROC is the probability that a right bead has a greater confidence
// than a wrong one, an equal one counting half; NaN if all are right, or none.
func areaUnderROC(all []judged) float64 {
	sorted := slices.SortedFunc(slices.Values(all), func(a, b judged) int {
		return cmp.Compare(a.confidence, b.confidence)
	})
	wins, right, wrong := 0.0, 0, 0
	for start := 0; start < len(sorted); {
		end, tiedRight := start, 0
		for end < len(sorted) && sorted[end].confidence == sorted[start].confidence {
			if sorted[end].right {
				tiedRight++
			}
			end++
		}
		tiedWrong := end - start - tiedRight
		wins += float64(tiedRight) * (float64(wrong) + float64(tiedWrong)/2)
		right += tiedRight
		wrong += tiedWrong
		start = end
	}
	return wins / (float64(right) * float64(wrong))
}
