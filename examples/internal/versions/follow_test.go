package versions

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/segment"
)

// Rows of versions in order are led back to where the sentences stand; what
// doesn't stand together is cut, and no sentence is lost.
func TestLedBack(t *testing.T) {
	docs := []*segment.Document{
		{Sentences: make([]segment.Sentence, 4)},
		{Sentences: make([]segment.Sentence, 5)},
		{Sentences: make([]segment.Sentence, 2)},
	}
	r := func(start, end int) segment.Range { return segment.Range{Start: start, End: end} }
	row := func(ranges ...segment.Range) exchange.Row { return exchange.Row{Ranges: ranges, Confidence: .5} }
	ordered := &exchange.Parallel{Rows: []exchange.Row{
		row(r(0, 1), r(0, 1), r(0, 1)),
		row(r(1, 3), r(1, 4), r(1, 1)),
		row(r(3, 4), r(4, 5), r(1, 2)),
	}}
	orders := [][]int{nil, {3, 4, 0, 1, 2}, {0, 1}}
	got := ledBack(ordered, docs, orders)
	want := []exchange.Row{
		row(r(0, 1), r(3, 4), r(0, 1)),
		row(r(1, 3), r(0, 2), r(1, 1)),
		row(r(3, 3), r(4, 5), r(1, 1)), // cut off the row before
		row(r(3, 4), r(2, 3), r(1, 2)),
	}
	if err := got.Check(); err != nil {
		t.Error(err)
	}
	for i := range want {
		for v := range docs {
			// Where a version has nothing the place doesn't matter here.
			if want[i].Ranges[v].Len() == 0 && got.Rows[i].Ranges[v].Len() == 0 {
				want[i].Ranges[v] = got.Rows[i].Ranges[v]
			}
		}
	}
	if diff := cmp.Diff(want, got.Rows); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}
