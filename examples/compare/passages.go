package main

import (
	"cmp"
	"slices"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/segment"
)

// gaps is what one version has and another lacks.
type gaps struct {
	Title string
	Long  []gap // of Least sentences or more
	Short []gap
	Least int
	Total int // sentences of all
	Brief int // and of the short ones
}

// gap is a run of sentences that the other version lacks.
type gap struct {
	At         place
	Before     place // in the other version, where it would stand
	Confidence float64
}

func (p *pair) findGaps(least int) {
	p.Omitted = gaps{Title: "Left out by " + p.B.Name, Least: least}
	p.Added = gaps{Title: "Added by " + p.B.Name, Least: least}
	for _, g := range p.arrangement.Gaps() {
		if g.Source.Len() > 0 {
			p.Omitted.add(gap{p.A.place(g.Source), p.B.place(g.Target), g.Confidence})
		} else {
			p.Added.add(gap{p.B.place(g.Target), p.A.place(g.Source), g.Confidence})
		}
	}
}

func (g *gaps) add(one gap) {
	g.Total += one.At.Sentences
	if one.At.Sentences >= g.Least {
		g.Long = append(g.Long, one)
		return
	}
	g.Short = append(g.Short, one)
	g.Brief += one.At.Sentences
}

// moved is a passage that B has elsewhere.
type moved struct {
	From, To place
	Home     place // in B, where it would stand in the order of A
}

func (p *pair) findMoved() {
	for _, m := range p.arrangement.Passages {
		if m.Moved {
			p.Moved = append(p.Moved, moved{
				p.A.place(m.Source), p.B.place(m.Target), p.B.place(segment.Range{Start: m.Home, End: m.Home}),
			})
		}
	}
}

// doubtful is a link that may be wrong.
type doubtful struct {
	Confidence float64
	A, B       place

	TextA, TextB []piece
}

const (
	// sure is the confidence from which a link is not in doubt, and mostDoubtful
	// the number of those that are told of.
	sure         = 0.9
	mostDoubtful = 10
)

// findDoubtful finds the links that are the least certain.
func (p *pair) findDoubtful() {
	var beads []align.Bead
	for _, b := range p.arrangement.Beads {
		if b.Source.Len() == 0 || b.Target.Len() == 0 {
			continue
		}
		p.Links++
		if b.Confidence < sure {
			beads = append(beads, b)
		}
	}
	slices.SortStableFunc(beads, func(a, b align.Bead) int { return cmp.Compare(a.Confidence, b.Confidence) })
	for _, b := range beads[:min(mostDoubtful, len(beads))] {
		p.Doubtful = append(p.Doubtful, doubtful{
			b.Confidence, p.A.place(b.Source), p.B.place(b.Target), p.A.withFacts(b.Source, nil), p.B.withFacts(b.Target, nil),
		})
	}
}

// lacking is a passage that some of the versions have.
type lacking struct {
	Have, Lack []*version
	At         place // in the first that has it
}

// findLacking finds the runs of rows that the same versions lack. What is only
// moved is there.
func (r *report) findLacking(s *align.Synopsis, least int) {
	elsewhere := r.movedSentences()
	for start := 0; start < len(s.Rows); {
		lack := r.lackOf(s.Rows[start], elsewhere)
		end := start + 1
		for end < len(s.Rows) && slices.Equal(lack, r.lackOf(s.Rows[end], elsewhere)) {
			end++
		}
		r.addLacking(s.Rows[start:end], lack, least)
		start = end
	}
}

// movedSentences marks, for each version beside the first, the sentences of
// passages that stand elsewhere in the other.
func (r *report) movedSentences() (marks []movedMarks) {
	for _, p := range r.Pairs {
		m := movedMarks{make([]bool, p.A.Sentences), make([]bool, p.B.Sentences)}
		for _, passage := range p.arrangement.Passages {
			if passage.Moved {
				markAll(m.first, passage.Source)
				markAll(m.other, passage.Target)
			}
		}
		marks = append(marks, m)
	}
	return marks
}

type movedMarks struct{ first, other []bool }

func markAll(marks []bool, r segment.Range) {
	for i := r.Start; i < r.End; i++ {
		marks[i] = true
	}
}

// lackOf tells which versions lack a row. One that is there only because a
// version has it at another place than the first is told of where the first has
// it.
func (r *report) lackOf(row align.Row, elsewhere []movedMarks) []bool {
	lack := make([]bool, len(r.Versions))
	for v, cell := range row.Cells {
		lack[v] = cell.Sentences.Len() == 0
	}
	first := row.Cells[0].Sentences
	for k, m := range elsewhere {
		other := row.Cells[k+1].Sentences
		switch {
		case first.Len() > 0 && other.Len() == 0 && m.first[first.Start]:
			lack[k+1] = false
		case first.Len() == 0 && other.Len() > 0 && m.other[other.Start]:
			return make([]bool, len(r.Versions))
		}
	}
	return lack
}

func (r *report) addLacking(rows []align.Row, lack []bool, least int) {
	one := lacking{}
	longest := 0
	for v, lacks := range lack {
		if lacks {
			one.Lack = append(one.Lack, r.Versions[v])
			continue
		}
		one.Have = append(one.Have, r.Versions[v])
		sentences := segment.Range{Start: rows[0].Cells[v].Sentences.Start, End: rows[len(rows)-1].Cells[v].Sentences.End}
		if longest = max(longest, sentences.Len()); one.At.Version == nil && sentences.Len() > 0 {
			one.At = r.Versions[v].place(sentences)
		}
	}
	if len(one.Lack) > 0 && longest >= least {
		r.Lacking = append(r.Lacking, &one)
	}
}
