package search

import (
	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/lexicon"
)

// Dictionary translates words of the quotation's language into a shelf's: by one
// lexicon, or by two that meet in a third language.
type Dictionary struct {
	Lexicon *lexicon.Lexicon // from the quotation's language
	Onward  *lexicon.Lexicon // from where that goes to the shelf's; nil if that is it
}

// translations calls yield with the translations of a word, and their shares. A
// translation may be given more than once.
func (d Dictionary) translations(t *corpus.Type, yield func(key string, share float64)) {
	if d.Onward == nil {
		d.Lexicon.TranslationsOf(t.Stem, t.Form, yield)
		return
	}
	d.Lexicon.Meanings(t.Stem, t.Form, func(meaning string, meant float64) {
		d.Onward.Translations(meaning, func(key string, share float64) { yield(key, meant*share) })
	})
}

// inverse is the lexicon that has the words of the shelf's language.
func (d Dictionary) inverse() *lexicon.Lexicon {
	if d.Onward == nil {
		return d.Lexicon.Invert()
	}
	return d.Onward.Invert()
}
