// Package bitext reads two documents for the engine, with what lexicons know of
// their languages.
package bitext

import (
	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/engine"
	"github.com/hexapla/hexapla/segment"
)

// Bitext is two documents read.
type Bitext struct {
	Task                       engine.Task
	SourceReader, TargetReader *corpus.Reader
}

// Read reads two documents with the lexicons that fit them.
func Read(source, target *segment.Document, lexicons Lexicons) *Bitext {
	k := lexicons.known(source.Language, target.Language)
	b := new(Bitext)
	sourcePhrases, targetPhrases := k.phrases()
	b.Task.Source, b.SourceReader = corpus.Read(source, sourcePhrases)
	b.Task.Target, b.TargetReader = corpus.Read(target, targetPhrases)
	b.Task.Lexicon = k.pairs(b.Task.Source, b.Task.Target)
	return b
}
