package align_test

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/segment"
)

func learnMemoir(t testing.TB) (*align.Alignment, *align.Learned) {
	t.Helper()
	source, target := memoir(t, "en-es")
	a := mustAlign(t, source, target, nil)
	l, err := align.Learn(context.Background(), a, nil)
	if err != nil {
		t.Fatal(err)
	}
	return a, l
}

func TestLearnedPairsNameTheCharacters(t *testing.T) {
	_, learned := learnMemoir(t)
	pairs := learned.Pairs(2)
	for _, want := range []struct{ source, target, reason string }{
		{"father", "padre", "a frequent noun"},
		{"Hale", "Hale", "a name keeps its capital"},
		{"tide", "marea", "a term of the account"},
		{"said", "dijo", "an irregular form"},
	} {
		i := slices.IndexFunc(pairs, func(p align.LearnedPair) bool {
			return p.Source == want.source && p.Target == want.target
		})
		if i < 0 {
			t.Errorf("%s = %s is not among the learned pairs: %s", want.source, want.target, want.reason)
			continue
		}
		p := pairs[i]
		if p.Count < 2 || p.Count > p.SourceCount || p.Count > p.TargetCount || p.Score <= 0 || p.Score > 1 {
			t.Errorf("counts do not add up: %+v", p)
		}
	}
}

func TestLearnIsDeterministic(t *testing.T) {
	_, a := learnMemoir(t)
	_, b := learnMemoir(t)
	if diff := cmp.Diff(a.Pairs(1), b.Pairs(1)); diff != "" {
		t.Errorf("two runs differ:\n%s", diff)
	}
}

func TestTheLearnedLexiconHelpsTheNextText(t *testing.T) {
	_, learned := learnMemoir(t)
	found := 0
	learned.Lexicon(2).Translations("tide", func(key string, share float64) { found++ })
	if found == 0 {
		t.Error("tide is not in the learned lexicon")
	}
}

func TestLinksSliceToTheirWords(t *testing.T) {
	a, learned := learnMemoir(t)
	links := learned.Links()
	if len(links) != len(a.Beads) {
		t.Fatalf("%d lists of links for %d beads", len(links), len(a.Beads))
	}
	within := func(span segment.Span, doc *segment.Document, r segment.Range) bool {
		return slices.ContainsFunc(doc.Sentences[r.Start:r.End], func(s segment.Sentence) bool {
			return s.Spans[0].Start <= span.Start && span.Start < span.End && span.End <= s.Spans[len(s.Spans)-1].End
		})
	}
	for i, list := range links {
		for _, link := range list {
			if !within(link.Source, a.Source, a.Beads[i].Source) || !within(link.Target, a.Target, a.Beads[i].Target) {
				t.Errorf("link %v lies outside its bead %v", link, a.Beads[i])
			}
			if !(link.Confidence > 0 && link.Confidence <= 1) {
				t.Errorf("link %v has confidence %v", link, link.Confidence)
			}
		}
	}
}

func TestExplainTellsEachWordOnce(t *testing.T) {
	a, learned := learnMemoir(t)
	for i := range a.Beads {
		e := learned.Explain(i)
		for _, w := range e.Links {
			if a.Source.Text[w.Source.Start:w.Source.End] != w.SourceText || a.Target.Text[w.Target.Start:w.Target.End] != w.TargetText {
				t.Fatalf("bead %d: link %+v is not what its spans hold", i, w)
			}
		}
		seen := make(map[segment.Span]bool)
		for _, w := range e.FreeSource {
			if seen[w.Span] {
				t.Fatalf("bead %d: %q is free twice", i, w.Text)
			}
			seen[w.Span] = true
		}
		for _, w := range e.Links {
			if seen[w.Source] {
				t.Fatalf("bead %d: %q is both free and linked", i, w.SourceText)
			}
		}
	}
}

func TestExplainKnowsNumbersAndNames(t *testing.T) {
	a, learned := learnMemoir(t)
	kinds := make(map[align.WordKind]int)
	for i := range a.Beads {
		for _, w := range learned.Explain(i).Links {
			kinds[w.Kind]++
		}
	}
	for _, kind := range []align.WordKind{align.OrdinaryWord, align.NumberWord, align.NameWord} {
		if kinds[kind] == 0 {
			t.Errorf("no link of kind %q in the memoir", kind)
		}
	}
}
