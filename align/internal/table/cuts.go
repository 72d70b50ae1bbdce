package table

import (
	"cmp"
	"slices"
)

// Votes are what the pairs of some versions say of where these are cut.
type Votes struct {
	lengths []int      // of the versions, in sentences
	nodes   [][]matrix // of each two that were aligned, either way round
}

// NewVotes starts a vote of versions with so many sentences.
func NewVotes(lengths []int) *Votes {
	v := &Votes{lengths, make([][]matrix, len(lengths))}
	for u := range v.nodes {
		v.nodes[u] = make([]matrix, len(lengths))
	}
	return v
}

// Add adds the steps of a pair.
func (v *Votes) Add(first, second int, steps []Step) {
	v.nodes[first][second] = newNodes(v.lengths[first]+1, steps)
	v.nodes[second][first] = newNodes(v.lengths[second]+1, Turn(steps))
}

// Cut is a position in each version, up to which they tell the same.
type Cut struct {
	At      []int32
	support float32 // mean over all pairs
}

// majority is the share of the paths to the other versions that must pass a cut,
// for each version. On the memoir's four versions .5 and .6 are alike; .4 cuts
// through sentences that are one in some version, .7 leaves passages joined.
const majority = 0.5

// Cuts returns the cuts that go through all versions, the start and the end
// among them. They are in order in each version. The cost is linear in the
// sentences of all versions and the square of the number of versions.
func (v *Votes) Cuts() []Cut {
	var found []Cut
	for pivot := range v.lengths {
		for i := range v.lengths[pivot] + 1 {
			for _, end := range []gapEnd{nearEnd, farEnd} {
				at := v.through(pivot, int32(i), end)
				if least, mean := v.support(at); least >= majority {
					found = append(found, Cut{at, mean})
				}
			}
		}
	}
	last := make([]int32, len(v.lengths))
	for k, n := range v.lengths {
		last[k] = int32(n)
	}
	found = append(found, Cut{make([]int32, len(last)), always}, Cut{last, always})
	return chain(found)
}

// always is the support of the start and the end, more than any other's.
const always = 2

// gapEnd tells which end of a passage is meant that the pivot does not have.
type gapEnd int

const (
	nearEnd gapEnd = iota
	farEnd
)

// through returns the likeliest cut at a position of the pivot. Versions that
// were not aligned with it follow those that were.
func (v *Votes) through(pivot int, i int32, end gapEnd) []int32 {
	at := make([]int32, len(v.lengths))
	known := make([]bool, len(at))
	at[pivot], known[pivot] = i, true
	for u := range at {
		if m := v.nodes[pivot][u]; m != nil {
			at[u], known[u] = likeliest(m[i], end), true
		}
	}
	direct := slices.Clone(known)
	for u := range at {
		if known[u] {
			continue
		}
		best := float32(-1)
		for w := range at {
			if m := v.nodes[w][u]; m != nil && direct[w] {
				k := likeliest(m[at[w]], end)
				if p := m.get(at[w], k); p > best {
					at[u], best = k, p
				}
			}
		}
	}
	return at
}

// likeliest returns the place that most paths pass, or the first or the last of
// several that about as many pass.
func likeliest(row []entry, end gapEnd) int32 {
	most := float32(0)
	for _, e := range row {
		most = max(most, e.p)
	}
	at := int32(0)
	for _, e := range row {
		if e.p > most/2 {
			at = e.at
			if end == nearEnd {
				break
			}
		}
	}
	return at
}

// support returns the share of the paths that pass a cut: that of the version
// whose paths to the others do so least, and that of all pairs.
func (v *Votes) support(at []int32) (least, mean float32) {
	least = 1
	sum, pairs := float32(0), float32(0)
	for u := range at {
		own, others := float32(0), float32(0)
		for w, m := range v.nodes[u] {
			if m != nil {
				own += m.get(at[u], at[w])
				others++
			}
		}
		least = min(least, own/others)
		sum, pairs = sum+own, pairs+others
	}
	return least, sum / pairs
}

// chain returns the cuts in order, without those that another with more support
// crosses. Cuts that cross are rare: each has the majority of a version's paths.
func chain(cuts []Cut) []Cut {
	slices.SortFunc(cuts, func(a, b Cut) int {
		return cmp.Or(cmp.Compare(total(a.At), total(b.At)), slices.Compare(a.At, b.At))
	})
	var kept []Cut
next:
	for _, c := range cuts {
		for n := len(kept); n > 0 && !before(kept[n-1].At, c.At); n-- {
			if kept[n-1].support >= c.support {
				continue next
			}
			kept = kept[:n-1]
		}
		kept = append(kept, c)
	}
	return kept
}

func total(at []int32) int {
	sum := 0
	for _, i := range at {
		sum += int(i)
	}
	return sum
}

// before tells whether one cut stands before another, in some version, and in
// none after it.
func before(a, b []int32) bool {
	for k := range a {
		if a[k] > b[k] {
			return false
		}
	}
	return !slices.Equal(a, b)
}

// Confidence returns, for each version, the share of its paths to the others
// that pass both cuts of a row.
func (v *Votes) Confidence(start, end Cut) []float64 {
	c := make([]float64, len(v.lengths))
	for u := range c {
		sum, others := float32(0), float32(0)
		for w, m := range v.nodes[u] {
			if m != nil {
				sum += min(m.get(start.At[u], start.At[w]), m.get(end.At[u], end.At[w]))
				others++
			}
		}
		c[u] = float64(min(sum/others, 1))
	}
	return c
}
