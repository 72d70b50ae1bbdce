package blocks

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSegments(t *testing.T) {
	for _, test := range []struct {
		reason string
		scores []float64
		want   []segment
	}{
		{"nothing stands out of nothing", nil, []segment{}},
		{"a loss that both sides outweigh is bridged", []float64{2, -1, 2}, []segment{{0, 3, 3}}},
		{"one that a side does not is not", []float64{1, -2, 5}, []segment{{0, 1, 1}, {2, 3, 5}}},
		{"the example of Ruzzo and Tompa", []float64{4, -5, 3, -3, 1, 2, -2, 2, -2, 1, 5}, []segment{{0, 1, 4}, {2, 3, 3}, {4, 11, 7}}},
	} {
		if diff := cmp.Diff(test.want, segments(test.scores), cmp.AllowUnexported(segment{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.reason, diff)
		}
	}
}

// TestSegmentsDefinition compares with the definition: the best run of all, and
// then the same of what is left of it and right of it.
func TestSegmentsDefinition(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		scores := make([]float64, random.IntN(14))
		for k := range scores {
			scores[k] = random.Float64() - 0.5 // no two sums alike
		}
		got := segments(scores)
		want := bySplitting(scores, 0)
		if len(got) != len(want) {
			t.Fatalf("%v: %v, want %v", scores, got, want)
		}
		for k := range want {
			if got[k].start != want[k].start || got[k].end != want[k].end {
				t.Fatalf("%v: %v, want %v", scores, got, want)
			}
		}
	}
}

func bySplitting(scores []float64, offset int) []segment {
	var best segment
	for i := range scores {
		sum := 0.0
		for j := i; j < len(scores); j++ {
			if sum += scores[j]; sum > best.sum {
				best = segment{i, j + 1, sum}
			}
		}
	}
	if best.sum == 0 {
		return nil
	}
	left := bySplitting(scores[:best.start], offset)
	right := bySplitting(scores[best.end:], offset+best.end)
	return append(append(left, segment{best.start + offset, best.end + offset, best.sum}), right...)
}
