package align

import (
	"slices"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/engine"
	"github.com/hexapla/hexapla/align/internal/trans"
	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// bitext is two documents read for the engine.
type bitext struct {
	task                       engine.Task
	sourceReader, targetReader *corpus.Reader
}

// read reads two documents with the lexicons that fit them.
func (o *Options) read(source, target *segment.Document) *bitext {
	lexicons := o.lexicons(source.Language, target.Language)
	thirds := o.thirds(source.Language, target.Language)
	inverse := make([]*lexicon.Lexicon, len(lexicons))
	for i, l := range lexicons {
		inverse[i] = l.Invert()
	}
	b := &bitext{task: engine.Task{Progress: o.Progress}}
	b.task.Source, b.sourceReader = corpus.Read(source, phrases(slices.Concat(lexicons, thirds)))
	b.task.Target, b.targetReader = corpus.Read(target, phrases(slices.Concat(inverse, thirds)))
	for _, l := range lexicons {
		b.task.Lexicon = append(b.task.Lexicon, trans.Bind(l, b.task.Source, b.task.Target)...)
	}
	for _, l := range thirds {
		b.task.Lexicon = append(b.task.Lexicon, trans.Synonyms(l, b.task.Source, b.task.Target)...)
	}
	return b
}

// phrases finds the phrases of several lexicons; where those of two overlap,
// the earlier lexicon's stand.
func phrases(lexicons []*lexicon.Lexicon) corpus.Phrases {
	switch len(lexicons) {
	case 0:
		return nil
	case 1:
		return lexicons[0].Phrases
	}
	return func(stems []string) []lexicon.Phrase {
		var all []lexicon.Phrase
		for _, l := range lexicons {
			all = mergePhrases(all, l.Phrases(stems))
		}
		return all
	}
}

// mergePhrases adds to old, which goes before, those of more that overlap none
// of it. Both are in the order of the sentence.
func mergePhrases(old, more []lexicon.Phrase) []lexicon.Phrase {
	if len(old) == 0 {
		return more
	}
	merged := make([]lexicon.Phrase, 0, len(old)+len(more))
	for _, p := range more {
		for len(old) > 0 && old[0].End <= p.Start {
			merged, old = append(merged, old[0]), old[1:]
		}
		overlapsLast := len(merged) > 0 && merged[len(merged)-1].End > p.Start
		overlapsNext := len(old) > 0 && old[0].Start < p.End
		if !overlapsLast && !overlapsNext {
			merged = append(merged, p)
		}
	}
	return append(merged, old...)
}

// lexicons returns those that pair the two languages, turned the right way.
func (o *Options) lexicons(source, target language.Tag) []*lexicon.Lexicon {
	var fit []*lexicon.Lexicon
	if l := lexicon.BuiltIn(source, target); l != nil && !o.NoLexicon {
		fit = append(fit, l)
	}
	for _, l := range o.Lexicons {
		if l := l.Between(source, target); l != nil {
			fit = append(fit, l)
		}
	}
	return fit
}

// thirds returns the lexicons from a language that both texts are in to a third:
// by the translations that two words share they tell synonyms. There are none of
// texts in two languages.
func (o *Options) thirds(source, target language.Tag) []*lexicon.Lexicon {
	if !lexicon.SameLanguage(source, target) {
		return nil
	}
	var fit []*lexicon.Lexicon
	if l := lexicon.BuiltInFrom(source); l != nil && !o.NoLexicon {
		fit = append(fit, l)
	}
	for _, l := range o.Lexicons {
		if l := l.From(source); l != nil && !lexicon.SameLanguage(l.Target, source) {
			fit = append(fit, l)
		}
	}
	return fit
}
