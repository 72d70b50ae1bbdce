package bitext

import (
	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/lexicon"
)

// Phrases finds the phrases of several lexicons; where those of two overlap,
// the earlier lexicon's stand.
func Phrases(lexicons []*lexicon.Lexicon) corpus.Phrases {
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
