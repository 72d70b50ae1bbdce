package engine

import (
	"context"
	"os"
	"testing"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/lattice"
	"github.com/hexapla/hexapla/align/internal/trans"
	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// BenchmarkStages times each stage of an alignment by itself, on the memoir of
// the test account: 357 sentences against 336. It is too short to need anchors:
// see BenchmarkCorridor in package anchor.
func BenchmarkStages(b *testing.B) {
	english := memoir(b, "src.txt", language.English)
	spanish := memoir(b, "tgt.txt", language.Spanish)
	words, inverse := lexicon.EnglishSpanish(), lexicon.SpanishEnglish()

	source, target := corpus.New(english, words.Phrases), corpus.New(spanish, inverse.Phrases)
	pairs := trans.Bind(words, source, target)
	prior := trans.Prior(source, target, pairs)
	learner := trans.NewLearner(source, target, prior)
	ctx := context.Background()
	text := lattice.Bitext{
		Source: source, Target: target, Model: learner.Beforehand(),
		Length: lattice.FirstLength, Corridor: lattice.Full(source.Len(), target.Len()),
	}
	first, err := lattice.New(ctx, text, &lattice.LearnWeights)
	if err != nil {
		b.Fatal(err)
	}
	beads := soft(first)
	text.Corridor = first.Narrow()

	for _, stage := range []struct {
		name string
		run  func()
	}{
		{"words", func() { corpus.New(english, words.Phrases) }},
		{"lexicon", func() { trans.Bind(words, source, target) }},
		{"prior", func() { trans.Prior(source, target, pairs) }},
		{"learn", func() { learner.Learn(ctx, beads, 1) }},
		{"lattice", func() { lattice.New(ctx, text, &lattice.CoarseWeights) }},
		{"whole", func() { Solve(ctx, &Task{Source: source, Target: target, Lexicon: pairs}) }},
	} {
		b.Run(stage.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				stage.run()
			}
			b.ReportMetric(float64(source.Len())*float64(b.N)/b.Elapsed().Seconds(), "sentences/s")
		})
	}
}

func memoir(b *testing.B, name string, tag language.Tag) *segment.Document {
	b.Helper()
	text, err := os.ReadFile("../../../testdata/gold/en-es/" + name)
	if err != nil {
		b.Fatal(err)
	}
	doc, err := segment.Parse(string(text), segment.Options{Language: tag, Layout: segment.Lines})
	if err != nil {
		b.Fatal(err)
	}
	return doc
}
