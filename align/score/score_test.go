package score_test

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/score"
	"github.com/hexapla/hexapla/segment"
)

func read(t *testing.T, text string) []score.Bead {
	t.Helper()
	beads, err := score.ReadBeads(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return beads
}

const gold = "0\t0\n1,2\t1\n3\t\n\t2\n4\t3,4\n"

func TestCompare(t *testing.T) {
	for _, test := range []struct {
		name, answer      string
		strict, lax, link score.Figures
		reason            string
	}{
		{
			"all right", gold,
			score.Figures{Precision: 1, Recall: 1, F1: 1}, score.Figures{Precision: 1, Recall: 1, F1: 1}, score.Figures{Precision: 1, Recall: 1, F1: 1},
			"the gold against itself",
		},
		{
			"a bead cut in two", "0\t0\n1\t1\n2\t\n3\t\n\t2\n4\t3,4\n",
			score.Figures{Precision: 4. / 6, Recall: 2. / 3, F1: 2. / 3},
			score.Figures{Precision: 1, Recall: 1, F1: 1},
			score.Figures{Precision: 1, Recall: 4. / 5, F1: 8. / 9},
			"omissions count in strict precision alone",
		},
		{
			"nothing", "",
			score.Figures{}, score.Figures{}, score.Figures{},
			"an empty answer is not a division by zero",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := score.Compare(read(t, gold), read(t, test.answer))
			near := cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) < 1e-9 })
			for _, m := range []struct {
				name      string
				got, want score.Figures
			}{
				{"strict", c.Strict.Figures(), test.strict},
				{"lax", c.Lax.Figures(), test.lax},
				{"link", c.Link.Figures(), test.link},
			} {
				if diff := cmp.Diff(m.want, m.got, near); diff != "" {
					t.Errorf("%s (-want +got): %s\n%s", m.name, test.reason, diff)
				}
			}
		})
	}
}

func TestCountsAddUpBeforeDividing(t *testing.T) {
	one := score.Compare(read(t, "0\t0\n"), read(t, "0\t0\n"))
	three := score.Compare(read(t, "0\t0\n1\t1\n2\t2\n"), read(t, "0\t1\n1\t0\n2\t\n\t2\n"))
	f := one.Plus(three).Strict.Figures()
	if f.Precision != 1./5 || f.Recall != 1./4 {
		t.Errorf("figures %+v, want one bead of five right and one of four found", f)
	}
}

func TestGoldBeadsMayHaveHoles(t *testing.T) {
	beads := read(t, "5\t1,3\n")
	if diff := cmp.Diff([]score.Bead{{Source: []int{5}, Target: []int{1, 3}}}, beads); diff != "" {
		t.Error(diff)
	}
}

func TestReadBeadsSaysWhatIsWrong(t *testing.T) {
	for _, test := range []struct{ text, want, reason string }{
		{"0\t0\n1 1\n", "line 2", "no tab"},
		{"0\tx\n", `"x"`, "not a number"},
		{"-1\t0\n", `"-1"`, "no sentence has this number"},
		{"0,\t0\n", `""`, "a number is missing"},
		{"0\t0\n" + strings.Repeat("word ", 1000) + "\t0\n", `"word word word word "; want`, "not even a table, in lines of any length"},
		{"0\t0\n" + strings.Repeat("1,", 1<<22) + "\t0\n", "line 2: longer than", "no bead is as long"},
	} {
		_, err := score.ReadBeads(strings.NewReader(test.text))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: error %v, want one that tells of %s: %s", test.text, err, test.want, test.reason)
		}
	}
}

func TestBeadsOfAnAlignment(t *testing.T) {
	got := score.Beads([]align.Bead{
		{Source: segment.Range{Start: 0, End: 2}, Target: segment.Range{Start: 0, End: 1}},
		{Source: segment.Range{Start: 2, End: 2}, Target: segment.Range{Start: 1, End: 2}},
	})
	want := []score.Bead{{Source: []int{0, 1}, Target: []int{0}}, {Source: []int{}, Target: []int{1}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
