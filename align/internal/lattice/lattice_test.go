package lattice

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/trans"
	"github.com/hexapla/hexapla/segment"
)

// side makes a text of sentences.
func side(t *testing.T, sentences []string) *corpus.Side {
	t.Helper()
	d, err := segment.Parse(strings.Join(sentences, "\n"), segment.Options{Layout: segment.Lines})
	if err != nil {
		t.Fatal(err)
	}
	return corpus.New(d, nil)
}

// invented makes a text and its translation word by word, some sentences
// joined, cut off or left out.
func invented(t *testing.T, seed uint64) Bitext {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 1))
	var source, target []string
	for range 30 {
		var s, u []string
		for range 3 + r.IntN(8) {
			word := r.IntN(40)
			s = append(s, fmt.Sprintf("word%c%c", 'a'+word%26, 'a'+word/26))
			u = append(u, fmt.Sprintf("word%c%c", 'a'+word%26, 'a'+word/26))
		}
		switch r.IntN(8) {
		case 0:
			source = append(source, strings.Join(s, " ")+".")
		case 1:
			source = append(source, strings.Join(s[:2], " ")+".", strings.Join(s[2:], " ")+".")
			target = append(target, strings.Join(u, " ")+".")
		default:
			source = append(source, strings.Join(s, " ")+".")
			target = append(target, strings.Join(u, " ")+".")
		}
	}
	b := Bitext{Source: side(t, source), Target: side(t, target), Length: FirstLength}
	b.Model = trans.NewLearner(b.Source, b.Target, trans.Prior(b.Source, b.Target, nil)).Beforehand()
	b.Corridor = Full(b.Source.Len(), b.Target.Len())
	return b
}

func lattice(t *testing.T, b Bitext) *Lattice {
	t.Helper()
	l, err := New(context.Background(), b, &CoarseWeights)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestEachSentenceIsInOneBead(t *testing.T) {
	for seed := range uint64(5) {
		l := lattice(t, invented(t, seed))
		for _, step := range []string{"first", "refined"} {
			if step == "refined" {
				l.Refine(&DefaultWeights)
			}
			source, target := l.LeftOut()
			l.eachMatch(func(i, j, _, shape int, v float64) {
				for k := range shapes[shape].Source {
					source[i+k] += v
				}
				for k := range shapes[shape].Target {
					target[j+k] += v
				}
			})
			for _, sums := range [][]float64{source, target} {
				for i, sum := range sums {
					if math.Abs(sum-1) > 1e-3 {
						t.Fatalf("seed %d, %s step: the beads of sentence %d have probability %v in all, want 1", seed, step, i, sum)
					}
				}
			}
		}
	}
}

func TestForwardAndBackwardAgree(t *testing.T) {
	l := lattice(t, invented(t, 7))
	if d := l.backward[afterMatch][0] - l.logZ; math.Abs(d) > 1e-6 {
		t.Errorf("the sum over all paths differs by %v from its two ends", d)
	}
}

func TestGradientIsTheSlope(t *testing.T) {
	l := lattice(t, invented(t, 3))
	l.Refine(&DefaultWeights)
	gold := l.Decode()
	w := DefaultWeights
	g, _ := l.Gradient(gold, &w)
	for k := range features {
		const step = 1e-3
		up, down := w, w
		up[k] += step
		down[k] -= step
		_, high := l.Gradient(gold, &up)
		_, low := l.Gradient(gold, &down)
		slope := (high - low) / (2 * step)
		if math.Abs(slope-g[k]) > 0.01+0.02*math.Abs(slope) {
			t.Errorf("%s: gradient %v, slope %v", Names[k], g[k], slope)
		}
	}
}

func TestNarrowKeepsThePath(t *testing.T) {
	for seed := range uint64(5) {
		b := invented(t, seed)
		l := lattice(t, b)
		l.Refine(&DefaultWeights)
		wide := l.Decode()
		b.Corridor = lattice(t, b).Narrow()
		if got := b.Corridor.Cells(); got >= Full(b.Source.Len(), b.Target.Len()).Cells() {
			t.Errorf("seed %d: %d cells are not fewer", seed, got)
		}
		l = lattice(t, b)
		l.Refine(&DefaultWeights)
		narrow := l.Decode()
		if len(wide) != len(narrow) {
			t.Fatalf("seed %d: %d beads in the narrow corridor, %d in the wide one", seed, len(narrow), len(wide))
		}
		for k := range wide {
			a, b := wide[k], narrow[k]
			a.Posterior, b.Posterior = 0, 0
			if a != b {
				t.Errorf("seed %d: bead %v in the narrow corridor, %v in the wide one", seed, b, a)
			}
		}
	}
}

// TestThereIsAPathWithoutBeads takes all beads away in a corridor through whose
// bends no path without them goes that leaves out first and adds then.
func TestThereIsAPathWithoutBeads(t *testing.T) {
	b := invented(t, 3)
	n, m := b.Source.Len(), b.Target.Len()
	lo, hi := make([]int32, n+1), make([]int32, n+1)
	for i := range lo {
		lo[i], hi[i] = int32(max(i*m/n-2, 0)), int32(min(i*m/n+2, m))
	}
	b.Corridor = NewCorridor(lo, hi)
	l := lattice(t, b)
	for k := range l.shapes {
		l.match[k] = emptied(l.match[k], l.Corridor.Cells())
	}
	l.sum()
	if math.IsInf(l.logZ, 0) || math.IsNaN(l.logZ) {
		t.Fatalf("the log of the sum over all paths is %v", l.logZ)
	}
	source, target := 0, 0
	for _, bead := range l.Decode() {
		if bead.Source != source || bead.Target != target {
			t.Fatalf("bead %v after sentences %d and %d", bead, source, target)
		}
		if math.Abs(bead.Posterior-1) > 1e-6 {
			t.Errorf("bead %v is not sure, and there is nothing else", bead)
		}
		source, target = bead.SourceEnd, bead.TargetEnd
	}
	if source != n || target != m {
		t.Errorf("the beads end at %d and %d, want %d and %d", source, target, n, m)
	}
}

func TestNewStopsWhenTold(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := New(ctx, invented(t, 1), &CoarseWeights); err == nil {
		t.Error("no error though the context was done")
	}
}

func TestLinksTakeEachTokenOnce(t *testing.T) {
	b := invented(t, 2)
	k := NewLinker(b.Source, b.Target, b.Model)
	links := k.Link(b.Source.Sentence(0), b.Target.Sentence(0))
	if len(links) == 0 {
		t.Fatal("no links between the same words")
	}
	seenX, seenY := make(map[int32]bool), make(map[int32]bool)
	for _, l := range links {
		if seenX[l.X] || seenY[l.Y] {
			t.Errorf("token linked twice: %v", links)
		}
		seenX[l.X], seenY[l.Y] = true, true
	}
}
