package align

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/hexapla/hexapla/segment"
)

// WordLink is a word, number or phrase of a source sentence and the one of a
// target sentence that translates it, as places in the two Documents' Texts.
type WordLink struct {
	Source segment.Span `json:"source"`
	Target segment.Span `json:"target"`

	// Confidence, 0 to 1, is the mean of the probabilities that each word is
	// translated by the other, near the same place.
	Confidence float64 `json:"confidence"`
}

// Explanation tells why the two sides of a bead are linked.
type Explanation struct {
	// Links are the words that speak for the bead, in the order of the source.
	Links []ExplainedLink `json:"links"`

	// FreeSource and FreeTarget are the words left unexplained on each side.
	FreeSource []ExplainedWord `json:"freeSource"`
	FreeTarget []ExplainedWord `json:"freeTarget"`
}

// ExplainedLink is a WordLink with its words.
type ExplainedLink struct {
	WordLink
	Kind       WordKind `json:"kind"`
	SourceText string   `json:"sourceText"`
	TargetText string   `json:"targetText"`
}

// ExplainedWord is a word and its place in the Document's Text.
type ExplainedWord struct {
	Kind WordKind     `json:"kind"`
	Text string       `json:"text"`
	Span segment.Span `json:"span"`
}

// WordKind tells what kind of evidence a word is.
type WordKind string

const (
	OrdinaryWord WordKind = "word"
	NumberWord   WordKind = "number"
	NameWord     WordKind = "name"
)

// Explain tells why the sides of a bead, by its index in Alignment.Beads, are
// linked. An omission or addition has free words only.
func (l *Learned) Explain(bead int) Explanation {
	b := l.alignment.Beads[bead]
	source, target := l.source.of(b.Source), l.target.of(b.Target)
	usedS, usedT := make([]bool, len(source)), make([]bool, len(target))
	var e Explanation
	if len(source) > 0 && len(target) > 0 {
		for _, link := range l.links(b) {
			s, t := source[link.X], target[link.Y]
			usedS[link.X], usedT[link.Y] = true, true
			if s.kind == segment.Mark || t.kind == segment.Mark {
				continue
			}
			e.Links = append(e.Links, ExplainedLink{
				WordLink:   wordLink(s, t, link.Strength),
				Kind:       l.kind(s),
				SourceText: s.text, TargetText: t.text,
			})
		}
	}
	slices.SortFunc(e.Links, func(a, b ExplainedLink) int { return compareLinks(a.WordLink, b.WordLink) })
	e.FreeSource = l.free(source, usedS)
	e.FreeTarget = l.free(target, usedT)
	return e
}

func wordLink(s, t place, strength float32) WordLink {
	return WordLink{Source: s.span, Target: t.span, Confidence: min(float64(strength), 1)}
}

func compareLinks(a, b WordLink) int {
	return cmp.Or(
		cmp.Compare(a.Source.Start, b.Source.Start), cmp.Compare(a.Source.End, b.Source.End),
		cmp.Compare(a.Target.Start, b.Target.Start), cmp.Compare(a.Target.End, b.Target.End))
}

// free returns the words without a link. A word of a linked phrase is not free,
// nor is a phrase of words that have links.
func (l *Learned) free(places []place, used []bool) []ExplainedWord {
	var covered []segment.Span
	for x, p := range places {
		if used[x] && p.phrase {
			covered = append(covered, p.span)
		}
	}
	var free []ExplainedWord
	for x, p := range places {
		inPhrase := slices.ContainsFunc(covered, func(c segment.Span) bool { return c.Start <= p.span.Start && p.span.End <= c.End })
		if !used[x] && !p.phrase && p.kind != segment.Mark && !inPhrase {
			free = append(free, ExplainedWord{l.kind(p), p.text, p.span})
		}
	}
	return free
}

func (l *Learned) kind(p place) WordKind {
	first, _ := utf8.DecodeRuneInString(p.text)
	switch {
	case unicode.IsDigit(first):
		return NumberWord
	case p.name:
		return NameWord
	default:
		return OrdinaryWord
	}
}

// Links returns the word links of all beads, one list a bead, in the order of
// the source.
func (l *Learned) Links() [][]WordLink {
	all := make([][]WordLink, len(l.alignment.Beads))
	for i := range all {
		l.eachLink(i, func(s, t place, strength float32) {
			all[i] = append(all[i], wordLink(s, t, strength))
		})
		slices.SortFunc(all[i], compareLinks)
	}
	return all
}
