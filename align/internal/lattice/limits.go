package lattice

import (
	"cmp"
	"slices"
)

// Limits are what a reader laid down: beads that contradict it can't be. They
// must not contradict one another.
type Limits struct {
	// Required are the groups of sentences that stand in one bead, ascending
	// on both sides.
	Required []Required

	// Borders are the positions that every path passes, ascending on both
	// sides.
	Borders []Position

	// Forbidden are the target sentences that a source sentence is never in
	// one bead with.
	Forbidden map[int][]int
}

// Required is a group of sentences that stand in one bead.
type Required struct {
	Source, SourceEnd int
	Target, TargetEnd int
	Exact             bool // with no other
}

// Position lies before a source and a target sentence.
type Position struct{ Source, Target int }

// Run returns the longest run that beads must have, if those of so many
// sentences would do else.
func (m *Limits) Run(run int) int {
	if m == nil {
		return run
	}
	for _, r := range m.Required {
		for !slices.Contains(shapesOf(run), Shape{r.SourceEnd - r.Source, r.TargetEnd - r.Target}) && run < maxRun {
			run++
		}
	}
	return run
}

// HasShape tells whether there are beads of so many sentences.
func HasShape(source, target int) bool {
	return slices.Contains(shapes[:], Shape{source, target})
}

// allow tells whether a bead with both sides can be.
func (m *Limits) allow(i, j int, s Shape) bool {
	if m == nil {
		return true
	}
	end, targetEnd := i+s.Source, j+s.Target
	return m.allowBorders(i, j, end, targetEnd) && m.allowRequired(i, j, end, targetEnd) && m.allowLinks(i, j, end, targetEnd)
}

// allowBorders makes sure that the first border that is not before the bead is
// after it.
func (m *Limits) allowBorders(i, j, end, targetEnd int) bool {
	k, _ := slices.BinarySearchFunc(m.Borders, Position{i, j}, func(p, start Position) int {
		if p.Source <= start.Source && p.Target <= start.Target {
			return -1
		}
		return 1
	})
	return k == len(m.Borders) || m.Borders[k].Source >= end && m.Borders[k].Target >= targetEnd
}

// changeBack is the score of an omission straight after an addition. Elsewhere
// the other order says the same, but a border keeps the two apart, as does the
// edge of a corridor that bends.
func (l *Lattice) changeBack(i, j int) float64 {
	if l.Limits.hasBorder(i, j) || l.bends && !l.Corridor.Has(i+1, j-1) {
		return l.change
	}
	return negInf
}

func (m *Limits) hasBorder(i, j int) bool {
	if m == nil {
		return false
	}
	_, found := slices.BinarySearchFunc(m.Borders, Position{i, j}, func(p, at Position) int {
		return cmp.Or(cmp.Compare(p.Source, at.Source), cmp.Compare(p.Target, at.Target))
	})
	return found
}

// allowRequired makes sure that the bead holds each group whole or not at all.
func (m *Limits) allowRequired(i, j, end, targetEnd int) bool {
	k, _ := slices.BinarySearchFunc(m.Required, Position{i, j}, func(r Required, start Position) int {
		if r.SourceEnd <= start.Source && r.TargetEnd <= start.Target {
			return -1
		}
		return 1
	})
	for ; k < len(m.Required); k++ {
		r := m.Required[k]
		if r.Source >= end && r.Target >= targetEnd {
			return true
		}
		whole := r.Source >= i && r.SourceEnd <= end && r.Target >= j && r.TargetEnd <= targetEnd
		same := r.Source == i && r.SourceEnd == end && r.Target == j && r.TargetEnd == targetEnd
		if !whole || r.Exact && !same {
			return false
		}
	}
	return true
}

func (m *Limits) allowLinks(i, j, end, targetEnd int) bool {
	if len(m.Forbidden) == 0 {
		return true
	}
	for s := i; s < end; s++ {
		for _, t := range m.Forbidden[s] {
			if t >= j && t < targetEnd {
				return false
			}
		}
	}
	return true
}

// bar makes it impossible to leave out what is required.
func (m *Limits) bar(source, target []float64) {
	if m == nil {
		return
	}
	for _, r := range m.Required {
		for i := r.Source; i < r.SourceEnd; i++ {
			source[i] = negInf
		}
		for j := r.Target; j < r.TargetEnd; j++ {
			target[j] = negInf
		}
	}
}

// Corridor returns a corridor opened where beads are required and closed beyond
// the borders.
func (m *Limits) Corridor(c *Corridor) *Corridor {
	if m == nil {
		return c
	}
	lo, hi := slices.Clone(c.Lo), slices.Clone(c.Hi)
	open := func(i, end, j, targetEnd int) {
		for ; i <= end; i++ {
			lo[i], hi[i] = min(lo[i], int32(j)), max(hi[i], int32(targetEnd))
		}
	}
	for _, r := range m.Required {
		open(r.Source, r.SourceEnd, r.Target, r.TargetEnd)
	}
	for _, p := range m.Borders {
		open(p.Source, p.Source, p.Target, p.Target)
	}
	level(lo, hi)
	m.close(lo, hi)
	return NewCorridor(lo, hi)
}

// close cuts off what no path can reach that passes the borders.
func (m *Limits) close(lo, hi []int32) {
	from, next := int32(0), 0
	for i := range lo {
		for next < len(m.Borders) && m.Borders[next].Source < i {
			from = int32(m.Borders[next].Target)
			next++
		}
		lo[i] = max(lo[i], from)
		for _, p := range m.Borders[next:] {
			if p.Source > i {
				hi[i] = min(hi[i], int32(p.Target))
				break
			}
		}
	}
}
