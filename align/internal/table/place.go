package table

import "slices"

// Placement tells where a further version stands in a finished table.
type Placement struct {
	// Enter and Leave are its positions at each cut: up to Enter stands in the
	// row before, from Leave on in the row after; what is between is its own.
	Enter, Leave []int32

	// Rows and Own are the probabilities, 0 to 1, of its part of each row, and
	// of each of its sentences to be its own.
	Rows, Own []float64
}

// Place finds the place of a version with so many sentences in the table of
// these cuts, by its steps from each of the table's versions; those of versions
// that it was not aligned with are nil. Each version votes on the cuts next to
// which it has something. The answer is the heaviest chain of such borders that
// never falls. The cost is that of sorting them.
func Place(cuts []Cut, steps [][]Step, length int) *Placement {
	b := newBallot(cuts, steps, length)
	slots := b.heaviest()
	last := len(cuts) - 1
	p := &Placement{
		Enter: make([]int32, len(cuts)),
		Leave: make([]int32, len(cuts)),
		Rows:  make([]float64, last),
		Own:   make([]float64, length),
	}
	// A border that nobody knows of is set as late as can be: a sentence that
	// answers two rows stands in the first.
	next := int32(length)
	for r := last; r >= 0; r-- {
		enter, leave := slots[2*r], slots[2*r+1]
		switch {
		case leave == unknown && enter == unknown:
			enter, leave = next, next
		case leave == unknown:
			leave = enter
		case enter == unknown:
			enter = leave
		}
		p.Enter[r], p.Leave[r], next = enter, leave, enter
	}
	for r := range p.Rows {
		p.Rows[r] = float64(min(b.slots.get(int32(2*r+1), p.Leave[r]), b.slots.get(int32(2*r+2), p.Enter[r+1]), 1))
	}
	b.own(p.Own, steps)
	return p
}

// unknown is the position of a border that was not found.
const unknown = -1

// ballot holds the votes on the borders: slot 2r is where the version enters cut
// r, slot 2r+1 where it leaves it.
type ballot struct {
	slots  matrix
	length int
}

func newBallot(cuts []Cut, steps [][]Step, length int) *ballot {
	last := len(cuts) - 1
	points := []point{{0, 0, 1}, {int32(2*last + 1), int32(length), 1}}
	voters := make([]float32, 2*len(cuts))
	vote := func(slot int, row []entry) {
		voters[slot]++
		for _, e := range row {
			points = append(points, point{int32(slot), e.at, e.p})
		}
	}
	for u, s := range steps {
		if s == nil {
			continue
		}
		n := int(cuts[last].At[u])
		b := newBorders(n+1, s)
		for r := range cuts {
			if r > 0 && cuts[r-1].At[u] < cuts[r].At[u] {
				vote(2*r, b.enter[cuts[r].At[u]])
			}
			if r < last && cuts[r].At[u] < cuts[r+1].At[u] {
				vote(2*r+1, b.leave[cuts[r].At[u]])
			}
		}
	}
	b := &ballot{newMatrix(2*len(cuts), points), length}
	for slot, row := range b.slots {
		for k := range row {
			row[k].p /= max(voters[slot], 1)
		}
	}
	return b
}

// heaviest returns the position in each slot, or unknown, of the chain of most
// weight whose positions never fall.
func (b *ballot) heaviest() []int32 {
	var links []link
	best := newPrefixMax(b.length + 1)
	for slot, row := range b.slots {
		first := len(links)
		for _, e := range row {
			before := best.until(e.at)
			links = append(links, link{slot, e.at, before.weight + float64(e.p), before.link})
		}
		for k := first; k < len(links); k++ {
			best.raise(links[k].at, leader{links[k].weight, k})
		}
	}
	slots := slices.Repeat([]int32{unknown}, len(b.slots))
	for k := best.until(int32(b.length)).link; k >= 0; k = links[k].from {
		slots[links[k].slot] = links[k].at
	}
	return slots
}

// link is the end of a chain.
type link struct {
	slot   int
	at     int32
	weight float64 // of the chain
	from   int     // the link before, or -1
}

// own fills the mean probability of each sentence to be in no other version.
func (b *ballot) own(p []float64, steps [][]Step) {
	voters := 0.0
	for _, s := range steps {
		if s == nil {
			continue
		}
		voters++
		for _, step := range s {
			if step.DI == 0 {
				for k := range step.DJ {
					p[step.J+k] += float64(step.P)
				}
			}
		}
	}
	for k := range p {
		p[k] = min(p[k]/max(voters, 1), 1)
	}
}

// leader is the heaviest chain that ends at or before a position.
type leader struct {
	weight float64
	link   int
}

// prefixMax finds the leader up to any position (Fenwick, 1994, "A new data
// structure for cumulative frequency tables", with maxima in the place of sums).
type prefixMax []leader

func newPrefixMax(n int) prefixMax {
	return slices.Repeat(prefixMax{{0, -1}}, n+1)
}

func (m prefixMax) until(at int32) leader {
	best := leader{0, -1}
	for k := at + 1; k > 0; k -= k & -k {
		if m[k].weight > best.weight {
			best = m[k]
		}
	}
	return best
}

func (m prefixMax) raise(at int32, l leader) {
	for k := at + 1; int(k) < len(m); k += k & -k {
		if l.weight > m[k].weight {
			m[k] = l
		}
	}
}
