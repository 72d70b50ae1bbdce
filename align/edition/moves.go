package edition

import (
	"slices"
	"strconv"

	"github.com/hexapla/hexapla/align/exchange"
)

// moves are the passages that a version has at another place than the first
// version has them.
type moves struct {
	// after is, for each row that is out of its version's order, the row after
	// which the version has it, or -1 if it comes before all others.
	after map[int]int

	// here are, for each row, those that its version has after it.
	here map[int][]int
}

// findMoves takes as moved the fewest sentences that leave the others of a
// version in order.
func findMoves(rows []exchange.Row, version int) moves {
	m := moves{make(map[int]int), make(map[int][]int)}
	var order []int // rows with this version, in the order of the first version
	for i, row := range rows {
		if row.Ranges[version].Len() > 0 {
			order = append(order, i)
		}
	}
	start := func(row int) int { return rows[row].Ranges[version].Start }
	byStart := func(a, b int) int { return start(a) - start(b) }
	if slices.IsSortedFunc(order, byStart) {
		return m
	}
	kept := heaviestRise(order, start, func(row int) int { return rows[row].Ranges[version].Len() })
	slices.SortFunc(order, byStart)
	last := -1
	for _, row := range order {
		if kept[row] {
			last = row
			continue
		}
		m.after[row] = last
		m.here[last] = append(m.here[last], row)
	}
	return m
}

// heaviestRise returns the rows of the rising subsequence with the greatest sum
// of weights. It is the textbook dynamic program with a Fenwick tree over the
// ranks for the best sum so far, O(n log n).
func heaviestRise(rows []int, value, weight func(row int) int) map[int]bool {
	ranks := slices.Clone(rows)
	slices.SortFunc(ranks, func(a, b int) int { return value(a) - value(b) })
	rankOf := make(map[int]int, len(rows))
	for rank, row := range ranks {
		rankOf[row] = rank + 1
	}

	type end struct{ sum, row int } // the best subsequence that ends with row
	tree := make([]end, len(rows)+1)
	before := make(map[int]int, len(rows))
	best := end{row: -1}
	for _, row := range rows {
		previous := end{row: -1}
		for i := rankOf[row] - 1; i > 0; i &= i - 1 {
			if tree[i].sum > previous.sum {
				previous = tree[i]
			}
		}
		before[row] = previous.row
		here := end{previous.sum + weight(row), row}
		for i := rankOf[row]; i < len(tree); i += i & -i {
			if here.sum > tree[i].sum {
				tree[i] = here
			}
		}
		if here.sum > best.sum {
			best = here
		}
	}
	kept := make(map[int]bool, len(rows))
	for row := best.row; row >= 0; row = before[row] {
		kept[row] = true
	}
	return kept
}

// movedHere says of a passage, where it begins, that it stands elsewhere in its
// own version.
func (b *book) movedHere(m *markup, row, v int) {
	after, moved := b.moves[v].after[row]
	if !moved || b.moves[v].goesOn(row) {
		return
	}
	b.movedLink(m, max(after, 0), b.words.MovedHere)
}

// goesOn tells whether a row belongs to the same moved passage as the one before.
func (m *moves) goesOn(row int) bool {
	after, moved := m.after[row]
	before, movedBefore := m.after[row-1]
	return moved && movedBefore && after == before
}

// movedAway says where the passages are that a version has after this row.
func (b *book) movedAway(m *markup, row, v int) {
	here := b.moves[v].here[row]
	if row == 0 {
		here = append(here[:len(here):len(here)], b.moves[v].here[-1]...)
	}
	for _, moved := range here {
		if b.moves[v].goesOn(moved) {
			continue // one link for a passage of several rows
		}
		b.movedLink(m, moved, b.words.MovedAway)
	}
}

func (b *book) movedLink(m *markup, row int, label string) {
	tag := b.words.Tag.String()
	m.raw(`<p class="moved" lang="`, tag, `"`)
	if b.xhtml {
		m.raw(` xml:lang="`, tag, `"`)
	}
	m.raw(`><a href="`, b.rowLink(row), `">↕ `)
	m.text(label)
	m.raw("</a></p>\n")
}

// rowLink returns the way to a row.
func (b *book) rowLink(row int) string {
	link := "#row" + strconv.Itoa(row+1)
	if b.files != nil {
		return b.files[row] + link
	}
	return link
}
