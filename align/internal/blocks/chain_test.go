package blocks

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSplit(t *testing.T) {
	short, long := rect{0, 5, 10, 15}, rect{5, 15, 0, 10}
	for _, test := range []struct {
		reason      string
		main, off   []rect
		chain, rest []rect
	}{
		{"nothing", nil, nil, nil, nil},
		{"what ascends stays", []rect{{0, 5, 0, 5}}, []rect{{5, 9, 5, 9}}, []rect{{0, 5, 0, 5}, {5, 9, 5, 9}}, nil},
		{"of two that cross the longer stays", nil, []rect{short, long}, []rect{long}, []rect{short}},
		{"one of the main path weighs double", []rect{{0, 6, 10, 16}}, []rect{long}, []rect{{0, 6, 10, 16}}, []rect{long}},
	} {
		chain, rest := split(test.main, test.off)
		if diff := cmp.Diff([][]rect{test.chain, test.rest}, [][]rect{chain, rest}, cmp.AllowUnexported(rect{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.reason, diff)
		}
	}
}

// TestArrangeHoldsAll cuts a target into pieces for passages at odd places.
func TestArrangeHoldsAll(t *testing.T) {
	spine := []rect{{0, 4, 0, 4}, {10, 14, 12, 16}}
	for _, test := range []struct {
		reason string
		moved  []rect
	}{
		{"after its home", []rect{{5, 8, 8, 11}}},
		{"at the very end, its home before the spine", []rect{{0, 2, 17, 20}}},
		{"two that change places within one gap", []rect{{4, 6, 9, 12}, {6, 8, 5, 8}}},
		{"the last of the source first in the target", []rect{{15, 18, 0, 3}}},
	} {
		seen := make([]int, 20)
		for _, p := range arrange(spine, test.moved, len(seen)) {
			for j := p.start; j < p.end; j++ {
				seen[j]++
			}
		}
		for j, n := range seen {
			if n != 1 {
				t.Errorf("%s: target sentence %d is in %d pieces", test.reason, j, n)
			}
		}
	}
}
