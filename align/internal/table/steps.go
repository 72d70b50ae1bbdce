// Package table joins the alignments of pairs of versions into one table: what
// third versions tell of a pair (third.go), the cuts that go through all
// versions (cuts.go), and where a further version stands in a finished table
// (place.go).
package table

import (
	"slices"

	"github.com/hexapla/hexapla/align/internal/lattice"
)

// Step is a bead of a pair of versions as a step of its paths, with the share of
// them that take it: from sentence I of the one and J of the other, over DI and
// DJ sentences.
type Step struct {
	I, J   int32
	DI, DJ int32
	P      float32
}

// leastStep is the posterior below which a step is not worth keeping.
const leastStep = 1e-3

// Steps reads a lattice.
func Steps(l *lattice.Lattice) []Step {
	var steps []Step
	l.Steps(leastStep, func(b lattice.Bead) {
		steps = append(steps, NewStep(b))
	})
	return steps
}

// NewStep returns a bead as a step.
func NewStep(b lattice.Bead) Step {
	return Step{
		I: int32(b.Source), J: int32(b.Target),
		DI: int32(b.SourceEnd - b.Source), DJ: int32(b.TargetEnd - b.Target),
		P: float32(b.Posterior),
	}
}

// Turn returns the steps of the same pair, the other version first.
func Turn(steps []Step) []Step {
	turned := make([]Step, len(steps))
	for k, s := range steps {
		turned[k] = Step{s.J, s.I, s.DJ, s.DI, s.P}
	}
	return turned
}

// entry is a position of a version, with a probability.
type entry struct {
	at int32
	p  float32
}

// matrix holds entries by the position of another version, in order.
type matrix [][]entry

// point is an entry of a matrix to be.
type point struct {
	row, at int32
	p       float32
}

// newMatrix adds up points, in any order, to a matrix of so many rows.
func newMatrix(rows int, points []point) matrix {
	slices.SortStableFunc(points, func(a, b point) int {
		if a.row != b.row {
			return int(a.row - b.row)
		}
		return int(a.at - b.at)
	})
	m := make(matrix, rows)
	entries := make([]entry, 0, len(points))
	for k := 0; k < len(points); {
		row, start := points[k].row, len(entries)
		for ; k < len(points) && points[k].row == row; k++ {
			p := points[k]
			if n := len(entries); n > start && entries[n-1].at == p.at {
				entries[n-1].p += p.p
			} else {
				entries = append(entries, entry{p.at, p.p})
			}
		}
		m[row] = entries[start:len(entries):len(entries)]
	}
	return m
}

// get returns the entry of a row at a position.
func (m matrix) get(row, at int32) float32 {
	for _, e := range m[row] {
		if e.at == at {
			return e.p
		}
	}
	return 0
}

// borders tells where a version is cut at the positions of a middle one, n in
// number: enter at the place that the paths come to first, leave at that which
// they leave it from. The two differ where the version has something that the
// middle one lacks.
type borders struct{ enter, leave matrix }

// newBorders reads steps whose first version is the middle one.
func newBorders(n int, steps []Step) borders {
	enter := []point{{0, 0, 1}}
	var leave []point
	end := int32(0)
	for _, s := range steps {
		end = max(end, s.J+s.DJ)
		if s.DI > 0 {
			leave = append(leave, point{s.I, s.J, s.P})
			enter = append(enter, point{s.I + s.DI, s.J + s.DJ, s.P})
		}
	}
	leave = append(leave, point{int32(n - 1), end, 1})
	return borders{newMatrix(n, enter), newMatrix(n, leave)}
}

// newNodes returns the share of paths that pass each pair of positions, by the
// first version's, of which there are n.
func newNodes(n int, steps []Step) matrix {
	points := []point{{0, 0, 1}}
	for _, s := range steps {
		points = append(points, point{s.I + s.DI, s.J + s.DJ, s.P})
	}
	return newMatrix(n, points)
}
