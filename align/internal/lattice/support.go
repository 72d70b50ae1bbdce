package lattice

import "math"

// Steps yields all beads whose posterior is at least least, those with one side
// empty among them, each where it stands; by the cell in which they end.
func (l *Lattice) Steps(least float64, yield func(Bead)) {
	l.Matches(least, yield)
	l.eachCell(func(i, j, cell int) {
		if p := l.passes(afterOmission, cell); p >= least {
			yield(Bead{i - 1, i, j, j, p})
		}
		if p := l.passes(afterAddition, cell); p >= least {
			yield(Bead{i, i, j - 1, j, p})
		}
	})
}

// passes returns the share of paths that pass a position in a state.
func (l *Lattice) passes(state, cell int) float64 {
	return math.Exp(l.forward[state][cell] + l.backward[state][cell] - l.logZ)
}

// Release lets go of all that Favour does not need: of a refined lattice what
// is left takes some hundred bytes a sentence.
func (l *Lattice) Release() {
	l.kept = make([]keptBead, 0, len(l.likely))
	for i := range l.likely {
		b := &l.likely[i]
		l.kept = append(l.kept, keptBead{b.cell, b.shape, l.match[b.shape][b.cell]})
	}
	l.evidence, l.likely, l.Model = nil, nil, nil
	l.match, l.forward, l.backward, l.reach = [len(shapes)][]float32{}, sums{}, sums{}, nil
}

// keptBead is the score of a bead of a lattice that was released.
type keptBead struct {
	cell, shape int32
	score       float32
}

// Support is what is known of a bitext from elsewhere, in the units of scores:
// what is added to that of a bead, and of each sentence left out.
type Support struct {
	Match              func(Bead) float64 // its posterior is not filled in
	Omission, Addition []float64          // by sentence
}

// Favour scores the beads of a released lattice by what supports them as well,
// and sums over all paths again.
func (l *Lattice) Favour(s *Support) {
	for k := range l.shapes {
		l.match[k] = emptied(nil, l.Corridor.Cells())
	}
	next := 0
	l.eachCell(func(i, j, cell int) {
		for ; next < len(l.kept) && int(l.kept[next].cell) == cell; next++ {
			b := &l.kept[next]
			shape := shapes[b.shape]
			l.match[b.shape][cell] = b.score + float32(s.Match(Bead{i, i + shape.Source, j, j + shape.Target, 0}))
		}
	})
	l.openS, l.extendS = plus(l.openS, s.Omission), plus(l.extendS, s.Omission)
	l.openT, l.extendT = plus(l.openT, s.Addition), plus(l.extendT, s.Addition)
	l.sum()
}

func plus(a, b []float64) []float64 {
	sum := make([]float64, len(a))
	for i := range a {
		sum[i] = a[i] + b[i]
	}
	return sum
}
