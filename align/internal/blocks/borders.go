package blocks

import (
	"cmp"
	"slices"
)

const (
	// overlap is the number of its neighbours' sentences that a piece is given
	// at either end, to see whose they are.
	overlap = 12

	// stay is what speaks for leaving a sentence out of a passage that moved,
	// as a probability, where the beads say nothing.
	stay = 0.1
)

// inTargetOrder returns the pieces by their place in the target.
func inTargetOrder(pieces []piece) []*piece {
	order := make([]*piece, len(pieces))
	for k := range pieces {
		order[k] = &pieces[k]
	}
	slices.SortFunc(order, func(a, b *piece) int { return cmp.Compare(a.start, b.start) })
	return order
}

// overlapping gives each piece sentences of its neighbours: no more than half of
// a neighbour, so that two never ask for the same.
func overlapping(pieces []piece) {
	order := inTargetOrder(pieces)
	for k := 1; k < len(order); k++ {
		a, b := order[k-1], order[k]
		b.before = min(overlap, (a.end-a.start)/2)
		a.after = min(overlap, (b.end-b.start+1)/2)
	}
}

// drawBorders sets the borders between overlapping pieces where most of the
// sentences added find a counterpart, given the probability of each to have
// none.
func drawBorders(pieces []piece, none []float64) {
	first := make(map[*piece]int, len(pieces)) // in none, of each piece's sentences
	at := 0
	for k := range pieces {
		p := &pieces[k]
		first[p] = at - (p.start - p.before)
		at += p.before + p.end - p.start + p.after
	}
	order := inTargetOrder(pieces)
	borders := make([]int, len(order))
	for k := 1; k < len(order); k++ {
		a, b := order[k-1], order[k]
		claim := func(p *piece, j int) float64 {
			if p.moved {
				return 1 - none[first[p]+j] - stay
			}
			return 1 - none[first[p]+j]
		}
		borders[k] = border(b.start-b.before, a.end+a.after, func(j int) float64 { return claim(a, j) - claim(b, j) })
	}
	for k := 1; k < len(order); k++ {
		order[k-1].end, order[k].start = borders[k], borders[k]
	}
}

// withoutEmpty returns the pieces of which something is left, overlapping no
// more.
func withoutEmpty(pieces []piece) []piece {
	var left []piece
	for _, p := range pieces {
		if p.before, p.after = 0, 0; p.start < p.end {
			left = append(left, p)
		}
	}
	return left
}

// border returns the position from start to end before which the sum of gains is
// highest.
func border(start, end int, gain func(j int) float64) int {
	best, most, sum := start, 0.0, 0.0
	for j := start; j < end; j++ {
		if sum += gain(j); sum > most {
			best, most = j+1, sum
		}
	}
	return best
}
