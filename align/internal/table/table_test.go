package table

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align/internal/lattice"
)

// path returns certain steps from the lengths of beads.
func path(lengths ...[2]int32) []Step {
	var steps []Step
	i, j := int32(0), int32(0)
	for _, l := range lengths {
		steps = append(steps, Step{i, j, l[0], l[1], 1})
		i, j = i+l[0], j+l[1]
	}
	return steps
}

func TestThirdTellsWhereAPairIsCut(t *testing.T) {
	// The third version has in its second sentence what the first has in two,
	// and the second in one.
	toThird := path([2]int32{1, 1}, [2]int32{2, 1}, [2]int32{1, 1})
	fromThird := path([2]int32{1, 1}, [2]int32{1, 1}, [2]int32{1, 0})
	third := NewThird(toThird, fromThird, 4, 3, 2)
	for _, test := range []struct {
		bead   lattice.Bead
		want   float64
		reason string
	}{
		{lattice.Bead{Source: 0, SourceEnd: 1, Target: 0, TargetEnd: 1}, 0, "by way of the third, just this bead"},
		{lattice.Bead{Source: 1, SourceEnd: 3, Target: 1, TargetEnd: 2}, 0, "the same, two sentences and one"},
		{lattice.Bead{Source: 1, SourceEnd: 2, Target: 1, TargetEnd: 2}, 0, "finer than the third can tell"},
		{lattice.Bead{Source: 0, SourceEnd: 2, Target: 0, TargetEnd: 1}, 1, "across a border"},
		{lattice.Bead{Source: 3, SourceEnd: 4, Target: 1, TargetEnd: 2}, 1, "what the second version lacks"},
	} {
		if got := max(third.enter.against(test.bead), third.leave.against(test.bead)); got != test.want {
			t.Errorf("against %v: %v, want %v: %s", test.bead, got, test.want, test.reason)
		}
	}
	if diff := cmp.Diff([]float32{1, .5, .5, 0}, third.omission); diff != "" {
		t.Errorf("not left out (of two that answer one, it is not known which):\n%s", diff)
	}
}

func TestCutsGoThroughAllVersions(t *testing.T) {
	v := NewVotes([]int{3, 3, 2})
	v.Add(0, 1, path([2]int32{1, 1}, [2]int32{1, 1}, [2]int32{1, 1}))
	v.Add(0, 2, path([2]int32{2, 1}, [2]int32{1, 1}))
	v.Add(1, 2, path([2]int32{2, 1}, [2]int32{1, 1}))
	var got [][]int32
	for _, c := range v.Cuts() {
		got = append(got, c.At)
	}
	// The third version joins the first two sentences, and so does the table.
	if diff := cmp.Diff([][]int32{{0, 0, 0}, {2, 2, 1}, {3, 3, 2}}, got); diff != "" {
		t.Error(diff)
	}
}

func TestOfTwoCutsThatCrossTheBetterIsKept(t *testing.T) {
	kept := chain([]Cut{
		{[]int32{0, 0}, always}, {[]int32{5, 5}, always},
		{[]int32{2, 3}, .6}, {[]int32{3, 2}, .7}, {[]int32{4, 4}, .5},
	})
	var got [][]int32
	for _, c := range kept {
		got = append(got, c.At)
	}
	if diff := cmp.Diff([][]int32{{0, 0}, {3, 2}, {4, 4}, {5, 5}}, got); diff != "" {
		t.Error(diff)
	}
}

func TestPlace(t *testing.T) {
	cuts := []Cut{{At: []int32{0}}, {At: []int32{1}}, {At: []int32{2}}, {At: []int32{3}}}
	for _, test := range []struct {
		steps        []Step
		enter, leave []int32
		reason       string
	}{
		{path([2]int32{1, 1}, [2]int32{1, 1}, [2]int32{1, 1}), []int32{0, 1, 2, 3}, []int32{0, 1, 2, 3}, "row for row"},
		{path([2]int32{1, 1}, [2]int32{2, 1}), []int32{0, 1, 2, 2}, []int32{0, 1, 2, 2}, "what answers two rows stands in the first"},
		{path([2]int32{1, 1}, [2]int32{0, 1}, [2]int32{1, 1}, [2]int32{1, 1}), []int32{0, 1, 3, 4}, []int32{0, 2, 3, 4}, "a sentence of its own"},
		{path([2]int32{1, 1}, [2]int32{1, 0}, [2]int32{1, 1}), []int32{0, 1, 1, 2}, []int32{0, 1, 1, 2}, "one left out"},
	} {
		last := test.steps[len(test.steps)-1]
		p := Place(cuts, [][]Step{test.steps}, int(last.J+last.DJ))
		if diff := cmp.Diff([][]int32{test.enter, test.leave}, [][]int32{p.Enter, p.Leave}); diff != "" {
			t.Errorf("%s:\n%s", test.reason, diff)
		}
	}
}
