package align

import (
	"context"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/engine"
	"github.com/hexapla/hexapla/align/internal/lattice"
	"github.com/hexapla/hexapla/align/internal/trans"
	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
)

// Options for Align. A nil pointer and the zero value are the good default.
type Options struct {
	// Lexicons are used beside the built-in one. One that pairs other
	// languages than the two documents', either way round, is left unused.
	Lexicons []*lexicon.Lexicon

	// NoLexicon leaves the built-in lexicon out.
	NoLexicon bool

	// Progress, if not nil, is called after each of a number of steps, from
	// the goroutine that called Align.
	Progress func(done, total int)
}

// Align pairs the sentences of source and target. It returns ctx's error if
// ctx is done before the alignment is.
func Align(ctx context.Context, source, target *segment.Document, opts *Options) (*Alignment, error) {
	if opts == nil {
		opts = &Options{}
	}
	task := &engine.Task{
		Source:   corpus.New(source),
		Target:   corpus.New(target),
		Progress: opts.Progress,
	}
	for _, l := range opts.lexicons(source.Language, target.Language) {
		task.Lexicon = append(task.Lexicon, trans.Bind(l, task.Source, task.Target)...)
	}
	l, err := engine.Solve(ctx, task)
	if err != nil {
		return nil, err
	}
	return &Alignment{source, target, beads(l.Decode())}, nil
}

func beads(path []lattice.Bead) []Bead {
	out := make([]Bead, len(path))
	for k, b := range path {
		out[k] = Bead{
			Source:     segment.Range{Start: b.Source, End: b.SourceEnd},
			Target:     segment.Range{Start: b.Target, End: b.TargetEnd},
			Confidence: b.Posterior,
		}
	}
	return out
}
