package align_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/score"
	"golang.org/x/text/language"
)

// shuffled returns a set whose target is cut at random into so many blocks, which
// are shuffled; beads of the reference that a cut parts are left out of it.
func shuffled(t testing.TB, set string, blocks int, seed uint64) (pair, []score.Bead) {
	t.Helper()
	p := readPair(t, shared+"/bible-en-es/"+set, language.English, language.Spanish)
	rng := rand.New(rand.NewPCG(seed, 1))
	m := len(p.target.Sentences)
	cuts := []int{0, m}
	for len(cuts) <= blocks {
		if at := rng.IntN(m); !slices.Contains(cuts, at) {
			cuts = append(cuts, at)
		}
	}
	slices.Sort(cuts)
	order := rng.Perm(blocks)
	var text []string
	place := make([]int, m) // of each sentence, in the shuffled text
	for _, b := range order {
		for j := cuts[b]; j < cuts[b+1]; j++ {
			place[j] = len(text)
			text = append(text, p.target.Sentences[j].Text)
		}
	}
	p.target = lines(t, strings.Join(text, "\n"), language.Spanish)
	var gold []score.Bead
	for _, b := range score.Beads(p.gold) {
		for k, j := range b.Target {
			b.Target[k] = place[j]
		}
		if n := len(b.Target); n == 0 || b.Target[n-1] == b.Target[0]+n-1 {
			gold = append(gold, b)
		}
	}
	return p, gold
}

func TestPassagesOfShuffledBlocks(t *testing.T) {
	if testing.Short() {
		t.Skip("5,000 verses, twice")
	}
	for _, blocks := range []int{12, 50} {
		p, gold := shuffled(t, "n5000", blocks, uint64(blocks))
		a := arranged(t, p)
		checkArrangement(t, a)
		f1 := score.Compare(gold, score.Beads(a.Beads)).Strict.Figures().F1
		t.Logf("%d blocks: %d passages, strict F1 %.4f", blocks, len(a.Passages), f1)
		if f1 < .97 {
			t.Errorf("%d blocks: strict F1 %.4f, want .97", blocks, f1)
		}
	}
}

// BenchmarkPassages shows what it costs beside Align that passages have moved.
func BenchmarkPassages(b *testing.B) {
	for _, test := range []struct {
		name   string
		blocks int
	}{{"moved", 0}, {"n5000", 1}, {"n5000", 20}, {"n5000", 50}} {
		var p pair
		if test.blocks > 0 {
			p, _ = shuffled(b, test.name, test.blocks, 2)
		} else {
			p = readPair(b, shared+"/bible-en-es/"+test.name, language.English, language.Spanish)
		}
		name := fmt.Sprintf("%s-%d", test.name, test.blocks)
		b.Run(name+"/align", func(b *testing.B) {
			for b.Loop() {
				aligned(b, p)
			}
		})
		b.Run(name+"/passages", func(b *testing.B) {
			for b.Loop() {
				if _, err := align.Passages(context.Background(), p.source, p.target, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
