package lexicon

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hexapla/hexapla/segment"
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

// Lexicon is a bilingual word list that is looked up by stem. It is not changed
// once made, and safe for use by several goroutines at once.
type Lexicon struct {
	// Source and Target are the languages of the pairs.
	Source, Target language.Tag

	pairs          []Pair
	forms          [2]Forms
	source, target *side
	links          []link
}

// Forms are the inflected forms of a lemma that a stemmer does not bring to
// the lemma's stem: go: went, gone.
type Forms map[string][]string

// link is a Pair by the numbers of its entries.
type link struct {
	source, target int32
	weight         float32
}

// New makes a lexicon of pairs. Of a pair that stands twice the greater weight
// counts. Either of the forms may be nil. The cost is that of stemming every
// word once.
func New(source, target language.Tag, pairs []Pair, sourceForms, targetForms Forms) *Lexicon {
	l := &Lexicon{Source: source, Target: target, forms: [2]Forms{sourceForms, targetForms}}
	l.pairs = slices.Clone(pairs)
	slices.SortFunc(l.pairs, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Target, b.Target))
	})
	l.pairs = dropRepeated(l.pairs)

	l.source, l.target = newSide(source, sourceForms), newSide(target, targetForms)
	l.links = make([]link, len(l.pairs))
	for i, p := range l.pairs {
		l.links[i] = link{l.source.enter(p.Source, int32(i)), l.target.enter(p.Target, int32(i)), float32(p.Weight)}
	}
	return l
}

func dropRepeated(pairs []Pair) []Pair {
	seen := make(map[[2]string]bool, len(pairs))
	kept := pairs[:0]
	for _, p := range pairs {
		key := [2]string{p.Source, p.Target}
		if !seen[key] {
			seen[key] = true
			kept = append(kept, p)
		}
	}
	return kept
}

// Pairs returns the pairs by source, best translation first. The slice is the
// lexicon's own and must not be changed.
func (l *Lexicon) Pairs() []Pair { return l.pairs }

// Invert returns the lexicon with its languages exchanged.
func (l *Lexicon) Invert() *Lexicon {
	pairs := make([]Pair, len(l.pairs))
	for i, p := range l.pairs {
		pairs[i] = Pair{p.Target, p.Source, p.Weight}
	}
	return New(l.Target, l.Source, pairs, l.forms[1], l.forms[0])
}

// Key returns the stems of a word or phrase, set apart by spaces: what entries
// are found by.
func Key(text string, stemmer *segment.Stemmer) string {
	var key strings.Builder
	for token := range segment.Tokens(text) {
		if token.Kind == segment.Mark {
			continue
		}
		if key.Len() > 0 {
			key.WriteByte(' ')
		}
		key.WriteString(stemmer.Stem(text[token.Start:token.End]))
	}
	return key.String()
}
