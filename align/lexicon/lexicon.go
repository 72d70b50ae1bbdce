package lexicon

import (
	"cmp"
	"slices"
	"sync"

	"golang.org/x/text/language"
)

// Pair is a word or phrase and one translation of it.
type Pair struct {
	Source string `json:"source"`
	Target string `json:"target"`

	// Weight is how good or usual the translation is beside the others of the
	// same word, above 0; only its size relative to theirs counts.
	Weight float64 `json:"weight"`
}

// Forms are the inflected forms of a lemma that a stemmer does not bring to
// the lemma's stem: go: went, gone.
type Forms map[string][]string

// Lexicon is a bilingual word list that is looked up by stem. It is not changed
// once made, and safe for use by several goroutines at once.
type Lexicon struct {
	// Source and Target are the languages of the pairs.
	Source, Target language.Tag

	source, target *side
	pairs          func() []Pair
}

// New makes a lexicon of pairs. Of a pair that stands twice the greater weight
// counts. Forms that are nil are those of the built-in lexicon of the language,
// if there is one. The cost is that of stemming every word once, about 2 µs each.
func New(source, target language.Tag, pairs []Pair, sourceForms, targetForms Forms) *Lexicon {
	return build(source, target, pairs, [2]keyer{
		newKeyer(source, nil, sourceForms),
		newKeyer(target, nil, targetForms),
	})
}

// Invert returns the lexicon with its languages exchanged. The two share their
// tables.
func (l *Lexicon) Invert() *Lexicon {
	return &Lexicon{
		Source: l.Target, Target: l.Source,
		source: l.target, target: l.source,
		pairs: sync.OnceValue(func() []Pair {
			pairs := slices.Clone(l.Pairs())
			for i, p := range pairs {
				pairs[i] = Pair{p.Target, p.Source, p.Weight}
			}
			sortPairs(pairs)
			return pairs
		}),
	}
}

// Between returns the lexicon from one language to another, turned if need be,
// or nil if it pairs other languages. Regions and scripts are not looked at. One
// within a language is never turned. A nil lexicon pairs none.
func (l *Lexicon) Between(source, target language.Tag) *Lexicon {
	switch {
	case l == nil:
		return nil
	case SameLanguage(source, l.Source) && SameLanguage(target, l.Target):
		return l
	case SameLanguage(source, l.Target) && SameLanguage(target, l.Source):
		return l.Invert()
	}
	return nil
}

// From returns the lexicon from a language to another one, turned if need be, or
// nil if it has no words of that language or of no other. A nil lexicon has no
// words.
func (l *Lexicon) From(source language.Tag) *Lexicon {
	switch {
	case l == nil || SameLanguage(l.Source, l.Target):
		return nil
	case SameLanguage(source, l.Source):
		return l
	case SameLanguage(source, l.Target):
		return l.Invert()
	}
	return nil
}

// Merge returns a lexicon of the pairs of all, which must be of l's languages;
// one that has them the other way round is turned, one of other languages is
// a mistake of the caller's and ends in a panic. Of a pair that stands in
// several the greatest weight counts.
func (l *Lexicon) Merge(others ...*Lexicon) *Lexicon {
	if len(others) == 0 {
		return l
	}
	pairs := slices.Clone(l.Pairs())
	sides := [2][]*side{{l.source}, {l.target}}
	for _, other := range others {
		turned := other.Between(l.Source, l.Target)
		if turned == nil {
			panic("lexicon: Merge of " + other.Source.String() + "-" + other.Target.String() +
				" into " + l.Source.String() + "-" + l.Target.String())
		}
		other = turned
		pairs = append(pairs, other.Pairs()...)
		sides[0] = append(sides[0], other.source)
		sides[1] = append(sides[1], other.target)
	}
	return build(l.Source, l.Target, pairs, [2]keyer{
		newKeyer(l.Source, sides[0], nil),
		newKeyer(l.Target, sides[1], nil),
	})
}

// SameLanguage tells whether two tags are of one language to a lexicon. Regions
// and scripts are not looked at.
func SameLanguage(a, b language.Tag) bool {
	// Raw, since Base takes an undetermined language for English.
	x, _, _ := a.Raw()
	y, _, _ := b.Raw()
	return x == y
}

// Pairs returns the pairs by source, best translation first. The slice is the
// lexicon's own and must not be changed. The first call makes it.
func (l *Lexicon) Pairs() []Pair { return l.pairs() }

func sortPairs(pairs []Pair) {
	slices.SortFunc(pairs, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Target, b.Target))
	})
}
