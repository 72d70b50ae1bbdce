package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align/internal/lattice"
	"github.com/hexapla/hexapla/align/score"
)

func TestHeldBeadsCanBeOnOnePath(t *testing.T) {
	for _, test := range []struct {
		gold   []score.Bead
		want   []lattice.Bead
		reason string
	}{
		{
			[]score.Bead{{Source: []int{0}, Target: []int{2}}, {Source: []int{1}, Target: []int{0}}, {Source: []int{2}, Target: []int{1}}},
			[]lattice.Bead{{Source: 1, SourceEnd: 2, Target: 0, TargetEnd: 1}, {Source: 2, SourceEnd: 3, Target: 1, TargetEnd: 2}},
			"of beads that cross, the longer chain",
		},
		{
			[]score.Bead{{Source: []int{0}, Target: []int{0, 2}}, {Target: []int{1}}, {Source: []int{1}, Target: []int{3}}},
			[]lattice.Bead{{Source: 1, SourceEnd: 2, Target: 3, TargetEnd: 4}},
			"neither a broken bead nor what lies in it",
		},
	} {
		if diff := cmp.Diff(test.want, beads(test.gold)); diff != "" {
			t.Errorf("%s:\n%s", test.reason, diff)
		}
	}
}
