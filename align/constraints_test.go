package align_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// checkKept fails unless an alignment keeps its constraints.
func checkKept(t testing.TB, a *align.Alignment, c *align.Constraints) {
	t.Helper()
	for _, p := range c.Anchors {
		if !together(a, p) {
			t.Errorf("anchor %v is not kept", p)
		}
	}
	for _, p := range c.Forbidden {
		if together(a, p) {
			t.Errorf("forbidden link %v was made", p)
		}
	}
	for _, f := range c.Fixed {
		if !isFixed(a, f) {
			t.Errorf("fixed bead %v %v is not kept", f.Source, f.Target)
		}
	}
	for _, p := range c.Borders {
		for _, b := range a.Beads {
			before := b.Source.End <= p.Source && b.Target.End <= p.Target
			after := b.Source.Start >= p.Source && b.Target.Start >= p.Target
			if !before && !after {
				t.Errorf("bead %v crosses border %v", b, p)
			}
		}
	}
}

func together(a *align.Alignment, p align.SentencePair) bool {
	for _, b := range a.Beads {
		if holds(b.Source, p.Source) && holds(b.Target, p.Target) {
			return true
		}
	}
	return false
}

func holds(r segment.Range, i int) bool { return r.Start <= i && i < r.End }

// isFixed tells whether a bead, or an omission sentence by sentence, is there.
func isFixed(a *align.Alignment, f align.Bead) bool {
	left := f.Source.Len() + f.Target.Len()
	for _, b := range a.Beads {
		if b.Source == f.Source && b.Target == f.Target {
			return true
		}
		within := b.Source.Start >= f.Source.Start && b.Source.End <= f.Source.End &&
			b.Target.Start >= f.Target.Start && b.Target.End <= f.Target.End
		if within && (f.Source.Len() == 0 || f.Target.Len() == 0) {
			left -= b.Source.Len() + b.Target.Len()
		}
	}
	return left == 0
}

func TestConstraintsAreKept(t *testing.T) {
	source, target := memoir(t, "en-es")
	pair := func(s, t int) []align.SentencePair { return []align.SentencePair{{Source: s, Target: t}} }
	for _, test := range []struct {
		name   string
		c      align.Constraints
		reason string
	}{
		{"none", align.Constraints{}, "the zero value asks for nothing"},
		{"near anchor", align.Constraints{Anchors: pair(100, 96)}, "close to where it is found anyhow"},
		{"far anchor", align.Constraints{Anchors: pair(300, 20)}, "outside any corridor"},
		{"corners", align.Constraints{Anchors: []align.SentencePair{{Source: 0, Target: 3}, {Source: 356, Target: 330}}}, "next to the ends"},
		{"long bead", align.Constraints{Anchors: []align.SentencePair{{Source: 50, Target: 48}, {Source: 50, Target: 51}}}, "longer than the learning rounds look at"},
		{"forbidden", align.Constraints{Forbidden: pair(0, 0)}, "the two titles"},
		{"fixed", align.Constraints{Fixed: []align.Bead{{Source: segment.Range{Start: 10, End: 12}, Target: segment.Range{Start: 9, End: 12}}}}, "of a rare shape"},
		{"fixed, grown", align.Constraints{Fixed: []align.Bead{{Source: segment.Range{Start: 10, End: 16}, Target: segment.Range{Start: 9, End: 10}}}}, "longer than is looked for everywhere"},
		{"grown", align.Constraints{Anchors: []align.SentencePair{{Source: 50, Target: 48}, {Source: 54, Target: 48}}}, "five sentences at least"},
		{"left out", align.Constraints{Fixed: []align.Bead{{Source: segment.Range{Start: 10, End: 20}, Target: segment.Range{Start: 9, End: 9}}}}, "an omission at its place"},
		{"border", align.Constraints{Borders: pair(200, 150)}, "far from the diagonal"},
		{"border at a corner", align.Constraints{Borders: pair(357, 0)}, "nothing answers anything"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := mustAlign(t, source, target, &align.Options{Constraints: &test.c})
			checkKept(t, a, &test.c)
		})
	}
}

// TestConstraintsFarFromTheCorridor takes texts too long to be searched whole.
func TestConstraintsFarFromTheCorridor(t *testing.T) {
	if testing.Short() {
		t.Skip("3 pairs of 5,000 verses")
	}
	en, es := setTexts(t, "bible-en-es/n5000")
	source := lines(t, strings.Join(en, "\n"), language.English)
	target := lines(t, strings.Join(es, "\n"), language.Spanish)
	for _, c := range []align.Constraints{
		{Anchors: []align.SentencePair{{Source: 4000, Target: 500}}},
		{Borders: []align.SentencePair{{Source: 1000, Target: 1900}, {Source: 4900, Target: 2000}}},
		{Fixed: []align.Bead{{Source: segment.Range{Start: 2000, End: 2001}, Target: segment.Range{Start: 3000, End: 3004}}}},
	} {
		checkKept(t, mustAlign(t, source, target, &align.Options{Constraints: &c}), &c)
	}
}

func TestWhatIsFixedStays(t *testing.T) {
	source, target := memoir(t, "en-es")
	plain := mustAlign(t, source, target, nil)
	var c align.Constraints
	for _, b := range plain.Beads {
		c.Fixed = append(c.Fixed, b)
	}
	again := mustAlign(t, source, target, &align.Options{Constraints: &c})
	for k, b := range again.Beads {
		if b.Source != plain.Beads[k].Source || b.Target != plain.Beads[k].Target {
			t.Fatalf("bead %d is %v; all were fixed, this one as %v", k, b, plain.Beads[k])
		}
	}
}

func TestContradictoryConstraintsAreNamed(t *testing.T) {
	source, target := memoir(t, "en-es")
	fixed := align.Bead{Source: segment.Range{Start: 3, End: 5}, Target: segment.Range{Start: 4, End: 5}}
	for _, test := range []struct {
		c      align.Constraints
		want   []string
		reason string
	}{
		{align.Constraints{Anchors: []align.SentencePair{{Source: 3, Target: 9}, {Source: 8, Target: 4}}}, []string{"anchor 3-9", "anchor 8-4"}, "crossing anchors"},
		{align.Constraints{Anchors: []align.SentencePair{{Source: 3, Target: 4}, {Source: 3, Target: 12}}}, []string{"anchor 3-4", "anchor 3-12"}, "too long a bead"},
		{align.Constraints{Anchors: []align.SentencePair{{Source: 3, Target: 4}}, Forbidden: []align.SentencePair{{Source: 3, Target: 4}}}, []string{"anchor 3-4", "forbidden link 3-4"}, "both asked for and forbidden"},
		{align.Constraints{Anchors: []align.SentencePair{{Source: 3, Target: 4}}, Borders: []align.SentencePair{{Source: 4, Target: 2}}}, []string{"anchor 3-4", "border 4-2"}, "an anchor across a border"},
		{align.Constraints{Fixed: []align.Bead{fixed}, Anchors: []align.SentencePair{{Source: 4, Target: 5}}}, []string{"fixed bead [3,5)-[4,5)", "anchor 4-5"}, "an anchor out of a fixed bead"},
		{align.Constraints{Borders: []align.SentencePair{{Source: 3, Target: 9}, {Source: 8, Target: 4}}}, []string{"border 3-9", "border 8-4"}, "crossing borders"},
		{align.Constraints{Anchors: []align.SentencePair{{Source: 3, Target: 336}}}, []string{"anchor 3-336"}, "no such sentence"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			_, err := align.Align(context.Background(), source, target, &align.Options{Constraints: &test.c})
			var e *align.ConstraintError
			if !errors.As(err, &e) {
				t.Fatalf("error %v; want a ConstraintError", err)
			}
			if diff := cmp.Diff(test.want, e.Constraints); diff != "" {
				t.Errorf("%v:\n%s", err, diff)
			}
		})
	}
}

// FuzzConstraints holds that constraints are kept or contradict one another.
func FuzzConstraints(f *testing.F) {
	f.Add(uint64(1), 12, 10, 3)
	f.Add(uint64(2), 30, 5, 6)
	f.Fuzz(func(t *testing.T, seed uint64, n, m, count int) {
		if n < 1 || m < 1 || n > 40 || m > 40 || count < 0 || count > 8 {
			return
		}
		rng := rand.New(rand.NewPCG(seed, 0))
		c := randomConstraints(rng, n, m, count)
		a, err := align.Align(context.Background(), randomText(t, rng, n), randomText(t, rng, m), &align.Options{Constraints: c})
		var e *align.ConstraintError
		if errors.As(err, &e) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		checkCover(t, a)
		checkKept(t, a, c)
	})
}

func randomText(t testing.TB, rng *rand.Rand, n int) *segment.Document {
	text := ""
	for range n {
		for range 1 + rng.IntN(6) {
			text += fmt.Sprintf("w%c ", 'a'+rng.IntN(8))
		}
		text += ".\n"
	}
	return lines(t, text, language.English)
}

func randomConstraints(rng *rand.Rand, n, m, count int) *align.Constraints {
	c := new(align.Constraints)
	for range count {
		p := align.SentencePair{Source: rng.IntN(n), Target: rng.IntN(m)}
		switch rng.IntN(4) {
		case 0:
			c.Anchors = append(c.Anchors, p)
		case 1:
			c.Forbidden = append(c.Forbidden, p)
		case 2:
			c.Borders = append(c.Borders, p)
		default:
			c.Fixed = append(c.Fixed, align.Bead{
				Source: segment.Range{Start: p.Source, End: min(p.Source+rng.IntN(4), n)},
				Target: segment.Range{Start: p.Target, End: min(p.Target+rng.IntN(4), m)},
			})
		}
	}
	return c
}

func ExampleConstraints() {
	source, err := segment.Parse("He waited. Nobody came.", segment.Options{Language: language.English})
	if err != nil {
		fmt.Println(err)
		return
	}
	target, err := segment.Parse("Esperó. No vino nadie.", segment.Options{Language: language.Spanish})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = align.Align(context.Background(), source, target, &align.Options{Constraints: &align.Constraints{
		Anchors: []align.SentencePair{{Source: 0, Target: 1}, {Source: 1, Target: 0}},
	}})
	fmt.Println(err)
	// Output:
	// constraints: anchor 0-1, anchor 1-0: they cross
}
