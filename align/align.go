package align

import (
	"context"

	"github.com/hexapla/hexapla/align/internal/bitext"
	"github.com/hexapla/hexapla/align/internal/engine"
	"github.com/hexapla/hexapla/align/internal/lattice"
	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
)

// Options for Align. A nil pointer and the zero value are the good default.
type Options struct {
	// Lexicons are used beside the built-in ones, either way round; nil ones
	// are left unused. One within a language has its Source words in the source.
	//
	// Where the two languages have no built-in lexicon, one between a language
	// of theirs and a third is of use too. Two that meet in a third language
	// join the words that share a translation there; of documents in one
	// language a single one does so, and finds synonyms. Of other documents one
	// alone finds cognates of its translations, and numbers.
	Lexicons []*lexicon.Lexicon

	// NoLexicon leaves the built-in lexicons out.
	NoLexicon bool

	// Constraints, if not nil, are what a reader laid down about the two
	// documents of Align or Revise; Passages and a Synopsis leave them unread.
	Constraints *Constraints

	// Progress, if not nil, is called after each of a number of steps, from
	// the goroutine that called Align.
	Progress func(done, total int)
}

// Align pairs the sentences of source and target.
//
// The beads run in the order of both texts: a passage that one of them has
// moved can't be followed. A side without sentences gives an Alignment of
// omissions or additions alone. The documents are not changed, and become part
// of the Alignment.
//
// The cost grows linearly with the length of the texts, where they share any
// names, numbers, cognates or words of a lexicon to go by; see the package
// comment for figures. The error is ctx's, if ctx is done before the alignment
// is, or a [ConstraintError]. The answer does not depend on the number of cores.
func Align(ctx context.Context, source, target *segment.Document, opts *Options) (*Alignment, error) {
	if opts == nil {
		opts = &Options{}
	}
	limits, err := opts.Constraints.limits(len(source.Sentences), len(target.Sentences))
	if err != nil {
		return nil, err
	}
	task := &opts.read(source, target).Task
	task.Limits = limits
	l, err := engine.Solve(ctx, task)
	if err != nil {
		return nil, err
	}
	return &Alignment{Source: source, Target: target, Beads: beads(l.Decode())}, nil
}

// read reads two documents for the engine.
func (o *Options) read(source, target *segment.Document) *bitext.Bitext {
	b := bitext.Read(source, target, bitext.Lexicons{Own: o.Lexicons, NoBuiltIn: o.NoLexicon})
	b.Task.Progress = o.Progress
	return b
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
