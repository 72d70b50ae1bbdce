package blocks

import (
	"cmp"
	"slices"

	"github.com/hexapla/hexapla/align/internal/lattice"
)

// mainWeight is how much more a sentence of the main path weighs than one that
// was found off it: the main path was the best of all that keep the order.
const mainWeight = 2

// split parts passages, disjoint on both sides, into the heaviest chain of those
// that ascend on both sides, weighed by their sentences, and the rest. Both are
// by source. The cost is n log n (Fredman, 1975, "On computing the length of
// longest increasing subsequences", with weights).
func split(main, off []rect) (chain, rest []rect) {
	all := make([]weighed, 0, len(main)+len(off))
	for _, r := range main {
		all = append(all, weighed{r, mainWeight * r.sentences()})
	}
	for _, r := range off {
		all = append(all, weighed{r, r.sentences()})
	}
	slices.SortFunc(all, func(a, b weighed) int { return cmp.Compare(a.i, b.i) })
	on := heaviest(all)
	for k, r := range all {
		if on[k] {
			chain = append(chain, r.rect)
		} else {
			rest = append(rest, r.rect)
		}
	}
	return chain, rest
}

type weighed struct {
	rect
	weight int
}

// heaviest marks the passages of the heaviest chain; all are by source.
func heaviest(all []weighed) []bool {
	ranks := rankedByTarget(all)
	tree := newPrefixBest(len(all))
	from, total := make([]int, len(all)), make([]int, len(all))
	last := -1
	for k, r := range all {
		from[k], total[k] = tree.before(ranks[k])
		total[k] += r.weight
		tree.set(ranks[k], k, total[k])
		if last < 0 || total[k] > total[last] {
			last = k
		}
	}
	on := make([]bool, len(all))
	for k := last; k >= 0; k = from[k] {
		on[k] = true
	}
	return on
}

// rankedByTarget returns the place of each passage in the order of the target.
func rankedByTarget(all []weighed) []int {
	order := make([]int, len(all))
	for k := range order {
		order[k] = k
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(all[a].j, all[b].j) })
	ranks := make([]int, len(all))
	for rank, k := range order {
		ranks[k] = rank
	}
	return ranks
}

// prefixBest answers which item of a lower rank weighs most (Fenwick's tree).
type prefixBest struct{ item, weight []int }

func newPrefixBest(n int) *prefixBest {
	t := &prefixBest{make([]int, n+1), make([]int, n+1)}
	for k := range t.item {
		t.item[k] = -1
	}
	return t
}

func (t *prefixBest) set(rank, item, weight int) {
	for x := rank + 1; x < len(t.item); x += x & -x {
		if weight > t.weight[x] {
			t.item[x], t.weight[x] = item, weight
		}
	}
}

// before returns the heaviest item below a rank, or -1, and its weight.
func (t *prefixBest) before(rank int) (item, weight int) {
	item = -1
	for x := rank; x > 0; x -= x & -x {
		if t.weight[x] > weight {
			item, weight = t.item[x], t.weight[x]
		}
	}
	return item, weight
}

// spine is what the pieces between the passages that moved hang on: the chain,
// and the beads of the main path that fit between its passages, without what
// has sentences in common with those that moved. All are by source.
func spine(chain, moved []rect, main []lattice.Bead) []rect {
	all := slices.Clone(chain)
	for _, b := range main {
		if r := rectOf(b); matches(b) && len(within(chain, r)) == 0 {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b rect) int { return cmp.Compare(a.i, b.i) })
	var out []rect
	next := rect{}
	for _, r := range all {
		if r.j >= next.jEnd && !slices.ContainsFunc(moved, r.clashes) {
			out = append(out, r)
			next = r
		}
	}
	return out
}
