package align_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/score"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// mended returns beads of the reference that an alignment lacks, in seeded
// order; those that Align can make.
func mended(a *align.Alignment, gold []align.Bead, rng *rand.Rand) []align.Bead {
	has := make(map[align.Bead]bool)
	for _, b := range a.Beads {
		has[align.Bead{Source: b.Source, Target: b.Target}] = true
	}
	var missing []align.Bead
	for _, b := range gold {
		s, t := b.Source.Len(), b.Target.Len()
		if !has[align.Bead{Source: b.Source, Target: b.Target}] && s > 0 && t > 0 && s+t <= 5 {
			missing = append(missing, align.Bead{Source: b.Source, Target: b.Target})
		}
	}
	rng.Shuffle(len(missing), func(i, j int) { missing[i], missing[j] = missing[j], missing[i] })
	return missing
}

func mustRevise(t testing.TB, a *align.Alignment, opts *align.Options) *align.Revision {
	t.Helper()
	r, err := align.Revise(context.Background(), a, opts)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// sameBeads returns the share of a's beads that b has.
func sameBeads(a, b []align.Bead) float64 {
	has := make(map[align.Bead]bool)
	for _, x := range b {
		has[align.Bead{Source: x.Source, Target: x.Target}] = true
	}
	same := 0
	for _, x := range a {
		if has[align.Bead{Source: x.Source, Target: x.Target}] {
			same++
		}
	}
	return float64(same) / float64(len(a))
}

// sure returns the beads that are all but certain.
func sure(beads []align.Bead) (out []align.Bead) {
	for _, b := range beads {
		if b.Confidence >= .9 {
			out = append(out, b)
		}
	}
	return out
}

// TestRevisionIsLikeAligningAnew corrects alignments toward their references, a
// bead at a time, and compares what comes out with what Align makes of all the
// constraints at once.
func TestRevisionIsLikeAligningAnew(t *testing.T) {
	for _, test := range []struct {
		set            string
		source, target language.Tag
		paragraphs     bool    // with those that the texts have
		least          float64 // share of the sure beads that are the same
	}{
		{"../testdata/gold/en-es", language.English, language.Spanish, false, .99},
		{"../testdata/gold/en.second-es", language.English, language.Spanish, false, .99},
		{"../testdata/gold/en.second-es", language.English, language.Spanish, true, .99},
		{shared + "/candide-en-es/Candide_ch05", language.English, language.Spanish, false, .98},
		{shared + "/news-en-es/p30/pack01", language.English, language.Spanish, false, .99},
		{shared + "/novels-en-fr/Emma", language.English, language.French, false, .97},
		{shared + "/bible-en-es/n1000", language.English, language.Spanish, false, .99},
		{shared + "/bible-en-es/n5000", language.English, language.Spanish, false, .99},
	} {
		t.Run(test.set, func(t *testing.T) {
			if testing.Short() && strings.HasPrefix(test.set, shared) {
				t.Skip("long")
			}
			p := readPair(t, test.set, test.source, test.target)
			if test.paragraphs {
				p.source, p.target = memoirParagraphs(t, filepath.Base(test.set))
			}
			a := aligned(t, p)
			start := time.Now()
			r := mustRevise(t, a, nil)
			ready := time.Since(start)
			rng := rand.New(rand.NewPCG(3, 1))
			made := 0
			start = time.Now()
			for _, b := range mended(a, p.gold, rng) {
				if made == 12 {
					break
				}
				got, err := r.Correct(context.Background(), align.Constraints{Fixed: []align.Bead{b}})
				if contradicts := (*align.ConstraintError)(nil); errors.As(err, &contradicts) {
					continue // the reference crosses itself
				} else if err != nil {
					t.Fatal(err)
				}
				checkKept(t, got, r.Constraints())
				made++
			}
			if made == 0 {
				t.Skip("nothing to correct")
			}
			each := time.Since(start) / time.Duration(made)
			start = time.Now()
			fresh := mustAlign(t, p.source, p.target, &align.Options{Constraints: r.Constraints()})
			anew := time.Since(start)
			revised := r.Alignment()
			f1 := func(beads []align.Bead) float64 {
				return score.Compare(score.Beads(p.gold), score.Beads(beads)).Strict.Figures().F1
			}
			same := sameBeads(sure(fresh.Beads), revised.Beads)
			t.Logf("%d corrections: %.4f of %d sure beads are the same, %.4f of all %d (%.4f before any); F1 %.4f before, %.4f revised, %.4f anew; ready in %v, %v a correction, %v anew",
				made, same, len(sure(fresh.Beads)), sameBeads(fresh.Beads, revised.Beads), len(fresh.Beads), sameBeads(fresh.Beads, a.Beads), f1(a.Beads), f1(revised.Beads), f1(fresh.Beads), ready, each, anew)
			if same < test.least {
				t.Errorf("%.4f of the sure beads are the same, want %.2f", same, test.least)
			}
		})
	}
}

func TestAContradictionChangesNothing(t *testing.T) {
	source, target := memoir(t, "en-es")
	r := mustRevise(t, mustAlign(t, source, target, nil), nil)
	if _, err := r.Correct(context.Background(), align.Constraints{Anchors: []align.SentencePair{{Source: 50, Target: 48}}}); err != nil {
		t.Fatal(err)
	}
	before := r.Alignment()
	_, err := r.Correct(context.Background(), align.Constraints{Forbidden: []align.SentencePair{{Source: 50, Target: 48}}})
	var e *align.ConstraintError
	if !errors.As(err, &e) {
		t.Fatalf("error %v; want a ConstraintError", err)
	}
	if diff := cmp.Diff([]string{"anchor 50-48", "forbidden link 50-48"}, e.Constraints); diff != "" {
		t.Error(diff)
	}
	if r.Alignment() != before || len(r.Constraints().Forbidden) > 0 {
		t.Error("it has changed")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := r.Correct(ctx, align.Constraints{Forbidden: []align.SentencePair{{Source: 3, Target: 3}}}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v after cancelling", err)
	}
	if r.Alignment() != before || len(r.Constraints().Forbidden) > 0 {
		t.Error("it has changed")
	}
}

func TestReviseWantsBeadsInOrder(t *testing.T) {
	source, target := memoir(t, "en-es")
	a := mustAlign(t, source, target, nil)
	a.Beads[3], a.Beads[4] = a.Beads[4], a.Beads[3]
	if _, err := align.Revise(context.Background(), a, nil); err == nil {
		t.Error("no error of beads that cross")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := align.Revise(ctx, mustAlign(t, source, target, nil), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v after cancelling", err)
	}
}

// TestReviseLearnsFromBeadsWithoutConfidence holds that an alignment that was
// read from a file without confidences is corrected like the one it was.
func TestReviseLearnsFromBeadsWithoutConfidence(t *testing.T) {
	source, target := memoir(t, "en-es.abridged")
	a := mustAlign(t, source, target, nil)
	wrong := align.Constraints{Forbidden: []align.SentencePair{}}
	for k := 15; k < len(a.Beads); k += 30 {
		if b := a.Beads[k]; b.Source.Len() > 0 && b.Target.Len() > 0 {
			wrong.Forbidden = append(wrong.Forbidden, align.SentencePair{Source: b.Source.Start, Target: b.Target.Start})
		}
	}
	corrected := func(a *align.Alignment) []align.Bead {
		t.Helper()
		got, err := mustRevise(t, a, nil).Correct(context.Background(), wrong)
		if err != nil {
			t.Fatal(err)
		}
		return got.Beads
	}
	want := corrected(a)
	bare := &align.Alignment{Source: a.Source, Target: a.Target}
	for _, b := range a.Beads {
		bare.Beads = append(bare.Beads, align.Bead{Source: b.Source, Target: b.Target})
	}
	if share := sameBeads(want, corrected(bare)); share < .97 {
		t.Errorf("%.3f of the beads are as with confidences; want .97", share)
	}
}

// TestReviseTakesUpConstraints holds that those given to Revise are kept, and
// that what was confirmed stays when far away something is corrected.
func TestReviseTakesUpConstraints(t *testing.T) {
	source, target := memoir(t, "en-es")
	a := mustAlign(t, source, target, nil)
	c := &align.Constraints{
		Anchors: []align.SentencePair{{Source: 60, Target: 40}},
		Borders: []align.SentencePair{{Source: 200, Target: 170}},
		Fixed:   []align.Bead{{Source: segment.Range{Start: 300, End: 310}, Target: segment.Range{Start: 280, End: 280}}},
	}
	r := mustRevise(t, a, &align.Options{Constraints: c})
	checkCover(t, r.Alignment())
	checkKept(t, r.Alignment(), c)
	got, err := r.Correct(context.Background(), align.Constraints{Anchors: []align.SentencePair{{Source: 130, Target: 120}}})
	if err != nil {
		t.Fatal(err)
	}
	checkCover(t, got)
	checkKept(t, got, r.Constraints())
	if again := mustRevise(t, a, &align.Options{Constraints: c}); cmp.Diff(again.Constraints(), c) != "" {
		t.Errorf("constraints %+v; want %+v", again.Constraints(), c)
	}
}

// FuzzCorrect holds that all constraints are kept, correction after correction,
// or contradict one another and change nothing.
func FuzzCorrect(f *testing.F) {
	f.Add(uint64(1), 12, 10, 3)
	f.Add(uint64(2), 40, 35, 6)
	f.Fuzz(func(t *testing.T, seed uint64, n, m, count int) {
		if n < 1 || m < 1 || n > 80 || m > 80 || count < 0 || count > 8 {
			return
		}
		rng := rand.New(rand.NewPCG(seed, 0))
		source, target := randomText(t, rng, n), randomText(t, rng, m)
		r := mustRevise(t, mustAlign(t, source, target, nil), nil)
		for range count {
			before := r.Alignment()
			a, err := r.Correct(context.Background(), *randomConstraints(rng, n, m, 1+rng.IntN(2)))
			if e := (*align.ConstraintError)(nil); errors.As(err, &e) {
				if r.Alignment() != before {
					t.Error("an error has changed something")
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			checkCover(t, a)
			checkKept(t, a, r.Constraints())
		}
	})
}

// BenchmarkCorrect shows what a correction takes: one bead is fixed, here and
// there in the text.
func BenchmarkCorrect(b *testing.B) {
	for _, set := range []string{"n5000", "n30000"} {
		b.Run(set, func(b *testing.B) {
			en, es := bible(b, set)
			a := mustAlign(b, lines(b, en, language.English), lines(b, es, language.Spanish), nil)
			start := time.Now()
			r := mustRevise(b, a, nil)
			ready := time.Since(start)
			rng := rand.New(rand.NewPCG(1, 1))
			b.ReportAllocs()
			for b.Loop() {
				at := r.Alignment().Beads[rng.IntN(len(a.Beads)-1)]
				if at.Source.Len() != 1 || at.Target.Len() != 1 {
					continue
				}
				p := align.SentencePair{Source: at.Source.Start, Target: at.Target.Start}
				if _, err := r.Correct(context.Background(), align.Constraints{Anchors: []align.SentencePair{p}}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(ready.Milliseconds()), "ms-to-revise")
		})
	}
}

func ExampleRevise() {
	text := func(s string, tag language.Tag) *segment.Document {
		doc, err := segment.Parse(s, segment.Options{Language: tag})
		if err != nil {
			panic(err)
		}
		return doc
	}
	ctx := context.Background()
	a, err := align.Align(ctx, text("He waited. Then it rained. Nobody came.", language.English), text("Esperó. No vino nadie.", language.Spanish), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	revision, err := align.Revise(ctx, a, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	// A reader lays down that the translator put two sentences into one.
	a, err = revision.Correct(ctx, align.Constraints{Anchors: []align.SentencePair{{Source: 0, Target: 0}, {Source: 1, Target: 0}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range a.Beads {
		fmt.Println(b.Source, b.Target)
	}
	// Output:
	// {0 2} {0 1}
	// {2 3} {1 2}
}
