package anchor

import (
	"math"
	"slices"
)

const (
	// lookBack is the number of seeds before each that are tried as its
	// predecessor on the same diagonal.
	lookBack = 60

	// slant is the cost of leaving the diagonal, for each doubling of the
	// distance in sentences.
	slant = 1.0

	// jump is the cost of going on from any seed before, however far.
	jump = 12.0

	// leastRun is the weight below which a run of seeds between two jumps or
	// bends is taken for chance.
	leastRun = 35.0

	// A chain bends where it leaves the diagonal by more than leastBend
	// sentences and a bendShare-th of the way.
	leastBend = 8
	bendShare = 4
)

// best returns the chain of highest weight, ascending on both sides, without
// the runs that chance explains.
func best(seeds []seed) []seed {
	score := make([]float64, len(seeds))
	from := make([]int32, len(seeds))
	jumped := make([]bool, len(seeds))
	tree := newPrefixMax(seeds)
	pending := 0 // the first seed of the row being read: not yet in the tree
	for k, s := range seeds {
		for seeds[pending].i < s.i {
			tree.add(pending, score[pending])
			pending++
		}
		score[k], from[k], jumped[k] = 0, -1, true
		if before, total := tree.best(s.j); before >= 0 && total-jump > 0 {
			score[k], from[k] = total-jump, int32(before)
		}
		for p := k - 1; p >= 0 && p >= k-lookBack; p-- {
			if q := seeds[p]; q.i < s.i && q.j < s.j {
				off := math.Abs(float64(s.i-q.i) - float64(s.j-q.j))
				if total := score[p] - slant*math.Log2(1+off); total > score[k] {
					score[k], from[k], jumped[k] = total, int32(p), false
				}
			}
		}
		score[k] += float64(s.weight)
	}
	return sure(trace(seeds, score, from, jumped))
}

// bends tells whether a chain leaves the diagonal between two seeds by so much
// that one of them may be there by chance.
func bends(a, b seed) bool {
	down, right := b.i-a.i, b.j-a.j
	return max(down-right, right-down) > leastBend+min(down, right)/bendShare
}

// trace returns the chain's runs, which jumps and bends part.
func trace(seeds []seed, score []float64, from []int32, jumped []bool) [][]seed {
	end := -1
	for k := range seeds {
		if end < 0 || score[k] > score[end] {
			end = k
		}
	}
	var runs [][]seed
	var run []seed
	for k := end; k >= 0; k = int(from[k]) {
		run = append(run, seeds[k])
		if jumped[k] || bends(seeds[from[k]], seeds[k]) {
			slices.Reverse(run)
			runs = append(runs, run)
			run = nil
		}
	}
	slices.Reverse(runs)
	return runs
}

func sure(runs [][]seed) []seed {
	var chain []seed
	for _, run := range runs {
		weight := float32(0)
		for _, s := range run {
			weight += s.weight
		}
		if weight >= leastRun {
			chain = append(chain, run...)
		}
	}
	return chain
}

// prefixMax answers which seed with a smaller j has the highest score
// (Fenwick's tree).
type prefixMax struct {
	seeds []seed
	node  []int32 // seed, or -1
	score []float64
}

func newPrefixMax(seeds []seed) *prefixMax {
	last := int32(0)
	for _, s := range seeds {
		last = max(last, s.j)
	}
	t := &prefixMax{seeds: seeds, node: make([]int32, last+2), score: make([]float64, last+2)}
	for k := range t.node {
		t.node[k] = -1
	}
	return t
}

func (t *prefixMax) add(k int, score float64) {
	for x := int(t.seeds[k].j) + 1; x < len(t.node); x += x & -x {
		if t.node[x] < 0 || score > t.score[x] {
			t.node[x], t.score[x] = int32(k), score
		}
	}
}

// best returns the seed with the highest score below j, or -1.
func (t *prefixMax) best(j int32) (int, float64) {
	found, score := -1, 0.0
	for x := int(j); x > 0; x -= x & -x {
		if k := t.node[x]; k >= 0 && (found < 0 || t.score[x] > score) {
			found, score = int(k), t.score[x]
		}
	}
	return found, score
}
