package main

import (
	"cmp"
	"slices"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/segment"
)

// wording tells how two versions in one language differ in their words, where
// both have a passage.
type wording struct {
	Kept, Inflected, Changed, Moved, LeftOut int // words of A
	Added                                    int // words of B
	Changes                                  []change
}

// All returns the words of A.
func (w *wording) All() int { return w.Kept + w.Inflected + w.Changed + w.Moved + w.LeftOut }

// Share writes a number of words as a share of A's.
func (w *wording) Share(words int) string { return percent(float64(words) / float64(max(w.All(), 1))) }

// change is a link whose sides differ in their words.
type change struct {
	A, B         place
	TextA, TextB []piece
	Words        int // that differ
}

// findWording compares the words of versions in one language.
func (p *pair) findWording() {
	if !sameLanguage(p.A.doc, p.B.doc) {
		return
	}
	p.Wording = &wording{}
	for _, b := range p.arrangement.Beads {
		if b.Source.Len() > 0 && b.Target.Len() > 0 {
			p.compareWords(b)
		}
	}
}

func sameLanguage(a, b *segment.Document) bool {
	x, _, _ := a.Language.Raw()
	y, _, _ := b.Language.Raw()
	return x == y
}

func (p *pair) compareWords(b align.Bead) {
	w := p.Wording
	kindsA, kindsB := make(map[segment.Span]string), make(map[segment.Span]string)
	words := 0
	for _, d := range align.Differences(p.A.doc, b.Source, p.B.doc, b.Target) {
		w.count(d)
		if d.Kind == align.WordsKept {
			continue
		}
		words += max(len(d.Source), len(d.Target))
		for _, word := range d.Source {
			kindsA[word.Span] = string(d.Kind)
		}
		kind := d.Kind
		if kind == align.WordsChanged {
			kind = align.WordsAdded
		}
		for _, word := range d.Target {
			kindsB[word.Span] = string(kind)
		}
	}
	if words > 0 {
		w.Changes = append(w.Changes, change{
			p.A.place(b.Source), p.B.place(b.Target), p.A.withWords(b.Source, kindsA), p.B.withWords(b.Target, kindsB), words,
		})
	}
}

func (w *wording) count(d align.Difference) {
	switch n := len(d.Source); d.Kind {
	case align.WordsKept:
		w.Kept += n
	case align.WordsInflected:
		w.Inflected += n
	case align.WordsMoved:
		w.Moved += n
	case align.WordsLeftOut:
		w.LeftOut += n
	case align.WordsChanged:
		w.Changed += n
	case align.WordsAdded:
		w.Added += len(d.Target)
	}
}

// mostChanged returns the links that differ in the most words, in the order of
// the text; all if most is 0.
func (w *wording) mostChanged(most int) []change {
	if most == 0 || len(w.Changes) <= most {
		return w.Changes
	}
	order := make([]int, len(w.Changes))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(w.Changes[b].Words, w.Changes[a].Words) })
	order = order[:most]
	slices.Sort(order)
	var out []change
	for _, k := range order {
		out = append(out, w.Changes[k])
	}
	return out
}

// withWords returns sentences with the words set apart that differ, by their
// place in the text.
func (v *version) withWords(r segment.Range, kinds map[segment.Span]string) []piece {
	return v.pieces(r, func(sentence int) (marks []mark) {
		s := &v.doc.Sentences[sentence]
		words := v.doc.Words(s, v.stemmer)
		for t := range segment.Tokens(s.Text) {
			if t.Kind == segment.Mark {
				continue
			}
			if kind := kinds[words[0].Span]; kind != "" {
				marks = append(marks, mark{segment.Span{Start: t.Start, End: t.End}, kind})
			}
			words = words[1:]
		}
		return marks
	})
}
