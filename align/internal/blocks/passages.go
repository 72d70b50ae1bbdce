package blocks

import "github.com/hexapla/hexapla/align/internal/lattice"

// passagesOf shares the beads of the reordered texts out to the pieces, with
// their places in the target as it is.
func passagesOf(pieces []piece, beads []lattice.Bead) []Passage {
	passages := make([]Passage, len(pieces))
	ends := make([]int, len(pieces)) // of each piece, in the reordered target
	at := 0
	for k, p := range pieces {
		at += p.end - p.start
		ends[k] = at
	}
	k := 0
	for _, b := range beads {
		for k+1 < len(pieces) && goesOn(pieces, ends, k, b) {
			k++
		}
		shift := pieces[k].end - ends[k]
		b.Target += shift
		b.TargetEnd += shift
		passages[k].Beads = append(passages[k].Beads, b)
	}
	source := 0
	for k, p := range pieces {
		q := &passages[k]
		q.Moved, q.Home = p.moved, p.home
		q.Target, q.TargetEnd = p.start, p.end
		q.Source = source
		if n := len(q.Beads); n > 0 {
			source = q.Beads[n-1].SourceEnd
		}
		q.SourceEnd = source
	}
	return passages
}

// goesOn tells whether a bead stands after piece k. Between two pieces, source
// sentences left out are not counted to one that moved.
func goesOn(pieces []piece, ends []int, k int, b lattice.Bead) bool {
	if b.Target != ends[k] {
		return b.Target > ends[k]
	}
	return b.TargetEnd > ends[k] || pieces[k].moved && !pieces[k+1].moved
}
