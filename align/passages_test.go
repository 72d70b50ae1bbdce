package align_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/score"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

func arranged(t testing.TB, p pair) *align.Arrangement {
	t.Helper()
	a, err := align.Passages(context.Background(), p.source, p.target, nil)
	if err != nil {
		t.Fatal(err)
	}
	checkArrangement(t, a)
	return a
}

// checkArrangement holds what is promised of any texts: each sentence in one
// bead and one passage, the source in order.
func checkArrangement(t testing.TB, a *align.Arrangement) {
	t.Helper()
	source, target := make([]int, len(a.Source.Sentences)), make([]int, len(a.Target.Sentences))
	last := 0
	for _, b := range a.Beads {
		if b.Source.Start != last {
			t.Fatalf("bead %v does not go on at source sentence %d", b, last)
		}
		last = b.Source.End
		count(source, b.Source)
		count(target, b.Target)
	}
	once(t, "bead", source, target)
	clear(source)
	clear(target)
	next := 0
	for _, p := range a.Passages {
		if p.Beads.Start != next {
			t.Fatalf("passage %v does not go on at bead %d", p, next)
		}
		next = p.Beads.End
		count(source, p.Source)
		count(target, p.Target)
		for _, b := range a.Beads[p.Beads.Start:p.Beads.End] {
			if b.Source.Start < p.Source.Start || b.Source.End > p.Source.End || b.Target.Start < p.Target.Start || b.Target.End > p.Target.End {
				t.Fatalf("bead %v lies outside of its passage %v", b, p)
			}
		}
	}
	if next != len(a.Beads) {
		t.Fatalf("the passages hold %d beads of %d", next, len(a.Beads))
	}
	once(t, "passage", source, target)
}

func count(sentences []int, r segment.Range) {
	for i := r.Start; i < r.End; i++ {
		sentences[i]++
	}
}

func once(t testing.TB, what string, sides ...[]int) {
	t.Helper()
	for _, side := range sides {
		if k := slices.IndexFunc(side, func(n int) bool { return n != 1 }); k >= 0 {
			t.Fatalf("sentence %d is in %d of the %ss", k, side[k], what)
		}
	}
}

// TestPassagesOfMemoir looks for the two passages of six sentences that the
// abridged translation moved.
func TestPassagesOfMemoir(t *testing.T) {
	for _, test := range []struct {
		dir    string
		source language.Tag
		want   [][2]segment.Range
	}{
		{"en-es.abridged", language.English, [][2]segment.Range{{{Start: 93, End: 101}, {Start: 148, End: 154}}, {{Start: 120, End: 126}, {Start: 76, End: 82}}}},
		{"es-es.abridged", language.Spanish, [][2]segment.Range{{{Start: 88, End: 95}, {Start: 148, End: 154}}, {{Start: 110, End: 115}, {Start: 76, End: 82}}}},
		{"en.second-es.abridged", language.English, [][2]segment.Range{{{Start: 95, End: 102}, {Start: 148, End: 154}}, {{Start: 119, End: 126}, {Start: 76, End: 82}}}},
	} {
		t.Run(test.dir, func(t *testing.T) {
			p := readPair(t, filepath.Join("..", "testdata", "gold", test.dir), test.source, language.Spanish)
			var found []align.Passage
			for _, q := range arranged(t, p).Passages {
				if q.Moved {
					found = append(found, q)
				}
			}
			if len(found) != len(test.want) {
				t.Fatalf("moved: %v, want %v", found, test.want)
			}
			for k, w := range test.want {
				if !close(found[k].Source, w[0]) || !close(found[k].Target, w[1]) {
					t.Errorf("moved: %v, want %v", found[k], w)
				}
			}
		})
	}
}

// close tells whether two ranges are the same but for a sentence at either end.
func close(a, b segment.Range) bool {
	return max(a.Start-b.Start, b.Start-a.Start) <= 1 && max(a.End-b.End, b.End-a.End) <= 1
}

func TestPassagesOfMovedBlocks(t *testing.T) {
	p := readPair(t, filepath.Join(shared, "bible-en-es", "moved"), language.English, language.Spanish)
	for _, test := range []struct {
		name string
		opts *align.Options
	}{
		{"built-in lexicon", nil},
		{"no lexicon", &align.Options{NoLexicon: true}},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, err := align.Passages(context.Background(), p.source, p.target, test.opts)
			if err != nil {
				t.Fatal(err)
			}
			checkArrangement(t, a)
			f1 := score.Compare(score.Beads(p.gold), score.Beads(a.Beads)).Strict.Figures().F1
			if t.Logf("strict F1 %.4f", f1); f1 < 0.96 {
				t.Errorf("strict F1 %.4f, want .96", f1)
			}
		})
	}
}

// TestPassagesKeepOrder holds that nothing is taken for moved in texts that keep
// the order, and that the beads then are those of Align.
func TestPassagesKeepOrder(t *testing.T) {
	if testing.Short() {
		t.Skip("aligns some 30 documents twice")
	}
	for _, set := range []string{"bible-en-es/n1000", "bible-en-es/gap2000", "candide-en-es", "news-en-es/p30", "news-es-es/block", "novels-en-fr", "textberg-dev-de-fr", "parice-en-is", "bible-en-en"} {
		t.Run(set, func(t *testing.T) {
			source, target := languagesOf(set)
			for _, dir := range documents(t, filepath.Join(shared, set)) {
				p := readPair(t, dir, source, target)
				if diff := cmp.Diff(aligned(t, p).Beads, arranged(t, p).Beads); diff != "" {
					t.Errorf("%s: not as Align has it (-Align +Passages):\n%.2000s", dir, diff)
				}
			}
		})
	}
}

func languagesOf(set string) (source, target language.Tag) {
	name, _, _ := strings.Cut(set, "/")
	parts := strings.Split(name, "-")
	return language.Make(parts[len(parts)-2]), language.Make(parts[len(parts)-1])
}

func TestPassagesCanceled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	d := oneALine(t, language.English, "One.", "Two.")
	if _, err := align.Passages(ctx, d, d, nil); err != context.Canceled {
		t.Errorf("error %v, want context.Canceled", err)
	}
}

func oneALine(t testing.TB, tag language.Tag, sentences ...string) *segment.Document {
	t.Helper()
	d, err := segment.Parse(strings.Join(sentences, "\n"), segment.Options{Language: tag, Layout: segment.Lines})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// FuzzPassages shuffles the blocks of a small text and holds what is promised.
func FuzzPassages(f *testing.F) {
	f.Add("aAbBcCdD", "cCdDaAbB")
	f.Add("", "x")
	f.Add("abcabcabc", "cbacbacba")
	f.Add("the sea and the harbour", "harbour the and sea the")
	f.Fuzz(func(t *testing.T, source, target string) {
		if len(source)+len(target) > 400 {
			t.Skip("long texts take long")
		}
		p := pair{source: lettered(t, source), target: lettered(t, target)}
		first := arranged(t, p)
		if diff := cmp.Diff(first.Passages, arranged(t, p).Passages); diff != "" {
			t.Errorf("a second time something else (-first +second):\n%s", diff)
		}
	})
}

// lettered writes a sentence of names and numbers for each byte.
func lettered(t testing.TB, letters string) *segment.Document {
	if letters == "" {
		return &segment.Document{Language: language.English}
	}
	sentences := make([]string, len(letters))
	for k := range sentences {
		c := letters[k]
		sentences[k] = fmt.Sprintf("In %d Mr. Zarb%dov met Quill%dan of Port Omb%dar.", 1000+int(c), c, int(c)*7, int(c)*13)
	}
	return oneALine(t, language.English, sentences...)
}

func ExamplePassages() {
	english, _ := segment.Parse("Anna Brandt was born in Bremen in 1812. Her father Ludwig sold ropes and anchors. "+
		"In 1830 she sailed to Montevideo on the Hercules. The captain, Pedro Luna, taught her Spanish. Nobody wept. "+
		"On 4 May 1841 Garibaldi dined at her house. He left 12 red shirts behind. She sent them to Manuela Rosas in Buenos Aires.",
		segment.Options{Language: language.English})
	spanish, _ := segment.Parse("El 4 de mayo de 1841 Garibaldi cenó en su casa. Dejó 12 camisas rojas. Ella se las mandó a Manuela Rosas a Buenos Aires. "+
		"Anna Brandt nació en Bremen en 1812. Su padre Ludwig vendía cuerdas y anclas. "+
		"En 1830 navegó a Montevideo en el Hercules. El capitán, Pedro Luna, le enseñó español. Nadie lloró.",
		segment.Options{Language: language.Spanish})
	a, err := align.Passages(context.Background(), english, spanish, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range a.Passages {
		fmt.Printf("sentences %d–%d: %d–%d", p.Source.Start, p.Source.End, p.Target.Start, p.Target.End)
		if p.Moved {
			fmt.Printf(", moved from %d", p.Home)
		}
		fmt.Println()
	}
	// Output:
	// sentences 0–5: 3–8
	// sentences 5–8: 0–3, moved from 8
}
