package facts

import (
	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
)

// side is a document beside another.
type side struct {
	*reader
	beads    []content
	lexicons []*lexicon.Lexicon // to the other's language
}

// word is a word of a bead, for names to be looked for among.
type word struct{ fold, stem string }

func newSide(doc, other *segment.Document, opts *Options) *side {
	s := &side{reader: newReader(doc, opts)}
	if l := lexicon.BuiltIn(doc.Language, other.Language); l != nil {
		s.lexicons = append(s.lexicons, l)
	}
	for _, l := range opts.Lexicons {
		if l := l.Between(doc.Language, other.Language); l != nil {
			s.lexicons = append(s.lexicons, l)
		}
	}
	return s
}

func (s *side) appendWords(words []word, from *sentence) []word {
	for _, t := range from.tokens {
		if t.Kind == segment.Letters {
			words = append(words, word{withoutPossessive(t.fold), fold(s.stemmer.Stem(t.text))})
		}
	}
	return words
}

// pairOfNames are two names that stand in one bead, neither with a counterpart.
type pairOfNames struct{ source, target *nameType }

const (
	// leastTogether is the number of beads that two names share before one is
	// taken for the other's counterpart, and togetherShare the share of those
	// in which either has no other.
	leastTogether = 2
	togetherShare = 0.6

	// usualShare is the share of a name's beads with a counterpart that makes
	// one usual, and leastUsual their number from which it is missed even where
	// no other name stands in its place.
	usualShare = 0.8
	leastUsual = 3
)

// matchNames finds the counterparts of names: by spelling and lexicon, then
// those that answer one another all over the texts.
func (c *comparison) matchNames() {
	for k := range c.beads {
		c.source.spell(c.target, k)
		c.target.spell(c.source, k)
	}
	together, alone := make(map[pairOfNames]int), make(map[*nameType]int)
	c.eachPair(func(s, t *found) { together[pairOfNames{s.name, t.name}]++ })
	for k := range c.beads {
		for _, f := range append(c.source.names(k), c.target.names(k)...) {
			if f.match != here {
				alone[f.name]++
			}
		}
	}
	c.eachPair(func(s, t *found) {
		n := together[pairOfNames{s.name, t.name}]
		if n >= leastTogether && 2*float64(n) >= togetherShare*float64(alone[s.name]+alone[t.name]) {
			s.match, t.match = here, here
		}
	})
	for k := range c.beads {
		if c.compared(k) {
			count(c.source.names(k))
			count(c.target.names(k))
		}
	}
	for k := range c.beads {
		weigh(c.source.names(k))
		weigh(c.target.names(k))
	}
}

// eachPair visits the names of each bead that have no counterpart, by two.
func (c *comparison) eachPair(visit func(s, t *found)) {
	for k := range c.beads {
		for _, s := range c.source.names(k) {
			for _, t := range c.target.names(k) {
				if s.match != here && t.match != here {
					visit(s, t)
				}
			}
		}
	}
}

func (s *side) names(k int) []*found {
	var names []*found
	for _, f := range s.beads[k].found {
		if f.name != nil {
			names = append(names, f)
		}
	}
	return names
}

// spell finds the counterparts of a bead's names by how they are spelt, or by
// the lexicon.
func (s *side) spell(other *side, k int) {
	for _, f := range s.names(k) {
		switch {
		case s.answers(f, other.beads[k].words):
			f.match = here
		case k > 0 && s.answers(f, other.beads[k-1].words), k+1 < len(other.beads) && s.answers(f, other.beads[k+1].words):
			f.match = nearby
		}
	}
}

// answers tells whether one of some words is a name's counterpart.
func (s *side) answers(f *found, words []word) bool {
	translations := s.translations(f)
	for _, w := range words {
		if w.fold == f.name.fold || translations[w.stem] || s.isCognate(f.name.fold, w.fold) {
			return true
		}
	}
	return false
}

// translations returns the stems of what the lexicons have for a name.
func (s *side) translations(f *found) map[string]bool {
	if f.name.translations == nil {
		f.name.translations = make(map[string]bool)
		text := f.sentence.tokens[f.start].text
		for _, l := range s.lexicons {
			l.Translations(s.stemmer.Stem(withoutPossessive(segment.Fold(text))), func(key string, _ float64) {
				f.name.translations[fold(key)] = true
			})
		}
	}
	return f.name.translations
}

// isCognate tells whether a word of the other side is a name in another
// spelling: one of the side's own that is much like it is another name.
func (s *side) isCognate(name, word string) bool {
	if len(name) < 4 || len(word) < 4 || name[0] != word[0] {
		return false
	}
	if own := s.reader.names[word]; own != nil && own.capitals > 0 {
		return false
	}
	return float64(sharedEnds(name, word)) >= spellingShare*float64(max(len(name), len(word)))
}

// spellingShare is the share of a name's letters at its start and end that
// another spelling keeps.
const spellingShare = 0.65

// sharedEnds counts the letters at the start and at the end that two words have
// in common.
func sharedEnds(a, b string) int {
	shorter, n := min(len(a), len(b)), 0
	for n < shorter && a[n] == b[n] {
		n++
	}
	for end := 1; n < shorter && a[len(a)-end] == b[len(b)-end]; end++ {
		n++
	}
	return n
}

func count(names []*found) {
	for _, f := range names {
		f.name.seen++
		if f.match == here {
			f.name.answered++
		}
	}
}

// weigh lets a name be missed that usually has a counterpart.
func weigh(names []*found) {
	for _, f := range names {
		if n := f.name; n.answered > 0 && float64(n.answered) >= usualShare*float64(n.seen-1) {
			f.weight = strong
		}
	}
}

// missed tells whether a fact is worth telling of though nothing stands in its
// place.
func (f *found) missed() bool {
	return f.match == nowhere && f.weight == strong && (f.name == nil || f.name.answered >= leastUsual)
}
