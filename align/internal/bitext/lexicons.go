package bitext

import (
	"slices"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/trans"
	"github.com/hexapla/hexapla/align/lexicon"
	"golang.org/x/text/language"
)

// Lexicons are those that may be used, for whatever languages.
type Lexicons struct {
	Own       []*lexicon.Lexicon // beside the built-in ones; nil ones are left unused
	NoBuiltIn bool               // leaves those out
}

// Between returns those that pair the two languages, turned the right way.
func (x Lexicons) Between(source, target language.Tag) []*lexicon.Lexicon {
	var fit []*lexicon.Lexicon
	if l := x.builtIn(source, target); l != nil {
		fit = append(fit, l)
	}
	for _, l := range x.Own {
		if l := l.Between(source, target); l != nil {
			fit = append(fit, l)
		}
	}
	return fit
}

func (x Lexicons) builtIn(source, target language.Tag) *lexicon.Lexicon {
	if x.NoBuiltIn {
		return nil
	}
	return lexicon.BuiltIn(source, target)
}

// thirds returns the lexicons from one text's language to one that neither text
// is in. There are none where the two languages have a built-in lexicon: what
// others add to that one is noise.
func (x Lexicons) thirds(own, other language.Tag) []*lexicon.Lexicon {
	if x.builtIn(own, other) != nil {
		return nil
	}
	var fit []*lexicon.Lexicon
	add := func(l *lexicon.Lexicon) {
		if l != nil && !lexicon.SameLanguage(l.Target, other) {
			fit = append(fit, l)
		}
	}
	for _, third := range lexicon.Languages() {
		if !lexicon.SameLanguage(third, other) {
			add(x.builtIn(own, third))
		}
	}
	for _, l := range x.Own {
		add(l.From(own))
	}
	return fit
}

// Meeting is two lexicons that go to one third language, from a source's language
// and from a target's.
type Meeting struct{ Source, Target *lexicon.Lexicon }

// Meeting returns the lexicons that meet in a third language. There are none
// where the two languages have a built-in lexicon.
func (x Lexicons) Meeting(source, target language.Tag) []Meeting {
	return meeting(x.thirds(source, target), x.thirds(target, source))
}

func meeting(source, target []*lexicon.Lexicon) []Meeting {
	var all []Meeting
	for _, s := range source {
		for _, t := range target {
			if lexicon.SameLanguage(s.Target, t.Target) {
				all = append(all, Meeting{s, t})
			}
		}
	}
	return all
}

// known is what lexicons know of two languages.
type known struct {
	direct, inverse []*lexicon.Lexicon // between the two

	// From the one language to a third; of two texts in one language they are
	// the same.
	sourceThirds, targetThirds []*lexicon.Lexicon
	same                       bool
}

func (x Lexicons) known(source, target language.Tag) *known {
	k := &known{
		direct:       x.Between(source, target),
		sourceThirds: x.thirds(source, target),
		targetThirds: x.thirds(target, source),
		same:         lexicon.SameLanguage(source, target),
	}
	for _, l := range k.direct {
		k.inverse = append(k.inverse, l.Invert())
	}
	return k
}

// phrases returns those of either side. A phrase of a third language's lexicon
// has a counterpart in a text of the same language only.
func (k *known) phrases() (source, target corpus.Phrases) {
	if k.same {
		return Phrases(slices.Concat(k.direct, k.sourceThirds)), Phrases(slices.Concat(k.inverse, k.targetThirds))
	}
	return Phrases(k.direct), Phrases(k.inverse)
}

// pairs returns the types that are known to translate one another.
func (k *known) pairs(source, target *corpus.Side) []trans.Pair {
	var pairs []trans.Pair
	for _, l := range k.direct {
		pairs = append(pairs, trans.Bind(l, source, target)...)
	}
	for _, m := range meeting(k.sourceThirds, k.targetThirds) {
		pairs = append(pairs, trans.Synonyms(m.Source, m.Target, source, target)...)
	}
	if k.same {
		return pairs
	}
	pairs = append(pairs, trans.Via(k.sourceThirds, source, target)...)
	for _, p := range trans.Via(k.targetThirds, target, source) {
		pairs = append(pairs, trans.Pair{Source: p.Target, Target: p.Source, Weight: p.Weight})
	}
	return pairs
}
