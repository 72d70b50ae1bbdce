package main

import (
	"cmp"
	"slices"

	"github.com/hexapla/hexapla/align/facts"
	"github.com/hexapla/hexapla/segment"
)

// piece is a part of a text that is shown in one way.
type piece struct {
	Text string
	Kind string // how it differs; empty if it doesn't
}

// differing is a link whose sides don't tell the same numbers, days and names.
type differing struct {
	A, B         place
	TextA, TextB []piece
	Facts        []factPair
}

type factPair struct{ Kind, A, B string }

// findDiffering gathers what differs by links.
func (p *pair) findDiffering(found []facts.Difference) {
	for start := 0; start < len(found); {
		end := start
		for end < len(found) && found[end].Bead == found[start].Bead {
			end++
		}
		p.Differing = append(p.Differing, p.differing(found[start:end]))
		start = end
	}
}

func (p *pair) differing(found []facts.Difference) differing {
	b := p.arrangement.Beads[found[0].Bead]
	d := differing{A: p.A.place(b.Source), B: p.B.place(b.Target)}
	var source, target []facts.Fact
	for _, f := range found {
		one := factPair{Kind: string(f.Kind)}
		if f.Source != nil {
			one.A, source = f.Source.Text, append(source, *f.Source)
		}
		if f.Target != nil {
			one.B, target = f.Target.Text, append(target, *f.Target)
		}
		d.Facts = append(d.Facts, one)
	}
	d.TextA, d.TextB = p.A.withFacts(b.Source, source), p.B.withFacts(b.Target, target)
	return d
}

// withFacts returns sentences with some facts set apart.
func (v *version) withFacts(r segment.Range, found []facts.Fact) []piece {
	return v.pieces(r, func(sentence int) (marks []mark) {
		for _, f := range found {
			if f.Sentence == sentence {
				marks = append(marks, mark{f.Place, "fact"})
			}
		}
		return marks
	})
}

// mark is a part of a sentence's text that is to be set apart.
type mark struct {
	at   segment.Span
	kind string
}

// pieces cuts sentences at their marks. Marks of one kind with nothing but a
// space between are one.
func (v *version) pieces(r segment.Range, marksOf func(sentence int) []mark) []piece {
	var out []piece
	add := func(text, kind string) {
		if text == "" {
			return
		}
		if last := len(out) - 1; last >= 0 && out[last].Kind == kind {
			out[last].Text += text
			return
		}
		out = append(out, piece{text, kind})
	}
	for i := r.Start; i < r.End; i++ {
		text, at := v.doc.Sentences[i].Text, 0
		if i > r.Start {
			add(" ", "")
		}
		marks := marksOf(i)
		slices.SortFunc(marks, func(a, b mark) int { return cmp.Compare(a.at.Start, b.at.Start) })
		for _, m := range marks {
			between := ""
			if len(out) > 0 && out[len(out)-1].Kind == m.kind && text[at:m.at.Start] == " " {
				between = m.kind
			}
			add(text[at:m.at.Start], between)
			add(text[m.at.Start:m.at.End], m.kind)
			at = m.at.End
		}
		add(text[at:], "")
	}
	return out
}
