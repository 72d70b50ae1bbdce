package anchor

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/trans"
	"github.com/hexapla/hexapla/segment"
)

// book makes n sentences of common words; every third names somebody.
func book(n int, seed uint64) []string {
	r := rand.New(rand.NewPCG(seed, 2))
	sentences := make([]string, n)
	for i := range sentences {
		words := []string{"Then"}
		for range 6 {
			words = append(words, fmt.Sprintf("common%c", 'a'+r.IntN(20)))
		}
		if i%3 == 0 {
			words = append(words, fmt.Sprintf("Name%c%c%c", 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26))
		}
		sentences[i] = strings.Join(words, " ") + "."
	}
	return sentences
}

func side(t testing.TB, sentences []string) *corpus.Side {
	t.Helper()
	d, err := segment.Parse(strings.Join(sentences, "\n"), segment.Options{Layout: segment.Lines})
	if err != nil {
		t.Fatal(err)
	}
	return corpus.New(d, nil)
}

func TestCorridorHoldsThePath(t *testing.T) {
	all := book(3000, 1)
	for _, test := range []struct {
		name     string
		from, to int // of the sentences that the target has
		cut      int // sentences cut out of its middle
		reason   string
	}{
		{"whole", 0, 3000, 0, "the plain case"},
		{"excerpt", 1700, 2400, 0, "far off any diagonal"},
		{"gap", 0, 3000, 900, "a part missing"},
		{"front", 600, 3000, 0, "the target starts late"},
	} {
		t.Run(test.name, func(t *testing.T) {
			middle := (test.from + test.to) / 2
			target := append(append([]string(nil), all[test.from:middle-test.cut/2]...), all[middle+test.cut/2:test.to]...)
			source, other := side(t, all), side(t, target)
			c := Corridor(source, other, trans.Prior(source, other, nil))
			for j := range target {
				i := test.from + j
				if i >= middle-test.cut/2 {
					i += test.cut
				}
				if !c.Has(i, j) {
					t.Fatalf("sentence %d and its twin %d are not in the corridor: %s", i, j, test.reason)
				}
			}
			if share := float64(c.Cells()) / float64(len(all)*len(target)); share > 0.2 {
				t.Errorf("the corridor has %.0f %% of all cells", 100*share)
			}
		})
	}
}

func TestCorridorOfNothingShared(t *testing.T) {
	source := side(t, book(2000, 1))
	var other []string
	for range 1500 {
		other = append(other, "xyz uvw rst.")
	}
	target := side(t, other)
	c := Corridor(source, target, trans.Prior(source, target, nil))
	if !c.Has(0, 0) || !c.Has(2000, 1500) || !c.Has(1000, 750) {
		t.Error("the diagonal is not in the corridor")
	}
	for i := 1; i < len(c.Lo); i++ {
		if c.Lo[i] < c.Lo[i-1] || c.Hi[i] < c.Hi[i-1] || c.Lo[i] > c.Hi[i-1] {
			t.Fatalf("row %d, %d to %d, does not follow %d to %d", i, c.Lo[i], c.Hi[i], c.Lo[i-1], c.Hi[i-1])
		}
	}
}

func TestBestChainLeavesChanceOut(t *testing.T) {
	var seeds []seed
	for i := range int32(30) {
		seeds = append(seeds, seed{10 * i, 10*i + 3, 12})
	}
	seeds = append(seeds, seed{155, 20, 12}) // off by a hundred, and alone
	for _, s := range best(merge(seeds)) {
		if s.i == 155 {
			t.Error("a seed far off the diagonal is in the chain")
		}
	}
	if n := len(best(merge(seeds))); n != 30 {
		t.Errorf("%d seeds in the chain, want 30", n)
	}
}

func TestBestChainJumpsOverAGap(t *testing.T) {
	var seeds []seed
	for i := range int32(20) {
		seeds = append(seeds, seed{10 * i, 10 * i, 12}, seed{10*i + 5000, 10*i + 200, 12})
	}
	if n := len(best(merge(seeds))); n != 40 {
		t.Errorf("%d seeds in the chain, want all 40", n)
	}
}

// BenchmarkCorridor finds the corridor of a book of 20,000 sentences beside one
// that lacks a tenth of them.
func BenchmarkCorridor(b *testing.B) {
	all := book(20_000, 3)
	source, target := side(b, all), side(b, append(append([]string(nil), all[:9000]...), all[11_000:]...))
	prior := trans.Prior(source, target, nil)
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		Corridor(source, target, prior)
	}
	b.ReportMetric(float64(source.Len())*float64(b.N)/b.Elapsed().Seconds(), "sentences/s")
}

func TestLocalFindsBlocksInAnyOrder(t *testing.T) {
	all := book(900, 5)
	shuffled := append(append([]string(nil), all[600:]...), all[:600]...)
	source, target := side(t, all), side(t, shuffled)
	found := Local(source, target, trans.Prior(source, target, nil))
	for _, block := range []Rect{{0, 600, 300, 900}, {600, 900, 0, 300}} {
		covered := 0
		for _, r := range found {
			if r.I-r.J == block.I-block.J && r.I >= block.I && r.IEnd <= block.IEnd {
				covered += r.IEnd - r.I
			}
		}
		if covered < (block.IEnd-block.I)*5/6 {
			t.Errorf("%d sentences of the block at %d, %d are in a chain; want most of them: %v", covered, block.I, block.J, found)
		}
	}
}
