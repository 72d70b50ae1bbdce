package lattice

import (
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align/internal/corpus"
)

// bordered makes a text whose sentences begin a paragraph where pattern, over
// and over, has a 1.
func bordered(t *testing.T, n int, pattern string) *corpus.Side {
	t.Helper()
	s := side(t, strings.Split(strings.Repeat("Word.\n", n-1)+"Word.", "\n"))
	for i := 1; i < n; i++ {
		s.Shapes[i].Border = pattern[i%len(pattern)] == '1'
	}
	return s
}

func TestParagraphHabits(t *testing.T) {
	const n = 240
	for _, test := range []struct {
		reason         string
		source, target string
		together       float64 // of two sentences that both begin a paragraph
		tells          bool    // the habits are not all 0
	}{
		{"the same paragraphs", "1000", "1000", 1.3, true},
		{"unrelated ones", "10", "1000100", 0, true},
		{"a paragraph a sentence", "1", "1000", 0, false},
		{"on the other side", "1000", "1", 0, false},
		{"a single paragraph", "0", "1000", 0, false},
		{"none on either side", "0", "0", 0, false},
	} {
		source, target := bordered(t, n, test.source), bordered(t, n, test.target)
		h := paragraphsOf(source, target, func(see func(i, j int, s Shape, p float64)) {
			for i := range n {
				see(i, i, Shape{1, 1}, 1)
			}
		})
		if tells := h != (paragraphHabits{}); tells != test.tells {
			t.Errorf("%s: habits %+v; want some: %v", test.reason, h, test.tells)
		}
		if got := h.start[1][1]; got < test.together-.1 || got > test.together+.1 {
			t.Errorf("%s: %.2f where both begin one, want %.1f", test.reason, got, test.together)
		}
		if test.together > 0 && max(h.start[0][1], h.start[1][0]) > -1 {
			t.Errorf("%s: %v and %v where one alone begins one, want -1 at most", test.reason, h.start[0][1], h.start[1][0])
		}
	}
	one := bordered(t, 1, "1")
	if h := paragraphsOf(one, one, func(func(i, j int, s Shape, p float64)) {}); h != (paragraphHabits{}) {
		t.Errorf("one sentence: habits %+v", h)
	}
}

// TestHabitsHoldParagraphs holds that a part of a text is told how the
// paragraphs of the whole go together.
func TestHabitsHoldParagraphs(t *testing.T) {
	b := invented(t, 1)
	l := lattice(t, b)
	l.Refine(&DefaultWeights)
	beads := l.Decode()
	for k, bead := range beads {
		if k > 0 && k%3 == 0 && bead.SourceEnd > bead.Source && bead.TargetEnd > bead.Target {
			b.Source.Shapes[bead.Source].Border, b.Target.Shapes[bead.Target].Border = true, true
		}
	}
	linker := NewLinker(b.Source, b.Target, b.Model)
	b.Habits = linker.HabitsOf(beads)
	if got := b.Habits.paragraphs.start; got[1][1] < .3 || got[0][1] > -.3 || got[1][0] > -.3 {
		t.Fatalf("where beads begin: %v; want .3 at least if both sides begin a paragraph, -.3 at most if one does", got)
	}
	part := lattice(t, b)
	part.RefineWith(linker, &DefaultWeights)
	for _, bead := range part.likely {
		if bead.features[paragraph] != 0 {
			return
		}
	}
	t.Error("the feature is 0 everywhere")
}
