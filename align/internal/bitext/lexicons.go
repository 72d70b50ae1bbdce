package bitext

import (
	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/trans"
	"github.com/hexapla/hexapla/align/lexicon"
	"golang.org/x/text/language"
)

// Lexicons are those that may be used, for whatever languages.
type Lexicons struct {
	Own       []*lexicon.Lexicon // beside the built-in one
	NoBuiltIn bool               // leaves that out
}

// Between returns those that pair the two languages, turned the right way.
func (x Lexicons) Between(source, target language.Tag) []*lexicon.Lexicon {
	var fit []*lexicon.Lexicon
	if l := lexicon.BuiltIn(source, target); l != nil && !x.NoBuiltIn {
		fit = append(fit, l)
	}
	for _, l := range x.Own {
		if l := l.Between(source, target); l != nil {
			fit = append(fit, l)
		}
	}
	return fit
}

// thirds returns the lexicons from one text's language to one that neither text
// is in.
func (x Lexicons) thirds(own, other language.Tag) []*lexicon.Lexicon {
	var fit []*lexicon.Lexicon
	add := func(l *lexicon.Lexicon) {
		if l != nil && !lexicon.SameLanguage(l.Target, other) {
			fit = append(fit, l)
		}
	}
	if !x.NoBuiltIn {
		add(lexicon.BuiltInFrom(own))
	}
	for _, l := range x.Own {
		add(l.From(own))
	}
	return fit
}

// known is what lexicons know of two languages.
type known struct {
	direct, inverse []*lexicon.Lexicon // between the two
	synonyms        []*lexicon.Lexicon // from the language of both to a third

	// From the one language to a third, where the two differ.
	sourceThirds, targetThirds []*lexicon.Lexicon
}

func (x Lexicons) known(source, target language.Tag) *known {
	k := &known{direct: x.Between(source, target)}
	for _, l := range k.direct {
		k.inverse = append(k.inverse, l.Invert())
	}
	if lexicon.SameLanguage(source, target) {
		k.synonyms = x.thirds(source, target)
	} else {
		k.sourceThirds, k.targetThirds = x.thirds(source, target), x.thirds(target, source)
	}
	return k
}

// pairs returns the types that are known to translate one another.
func (k *known) pairs(source, target *corpus.Side) []trans.Pair {
	var pairs []trans.Pair
	for _, l := range k.direct {
		pairs = append(pairs, trans.Bind(l, source, target)...)
	}
	for _, l := range k.synonyms {
		pairs = append(pairs, trans.Synonyms(l, source, target)...)
	}
	for _, l := range k.sourceThirds {
		pairs = append(pairs, trans.Via(l, source, target)...)
	}
	for _, l := range k.targetThirds {
		for _, p := range trans.Via(l, target, source) {
			pairs = append(pairs, trans.Pair{Source: p.Target, Target: p.Source, Weight: p.Weight})
		}
	}
	return pairs
}
