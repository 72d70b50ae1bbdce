package anchor

import (
	"cmp"
	"math"
	"slices"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/trans"
)

// Rect is a part of the plane, half open.
type Rect struct{ I, IEnd, J, JEnd int }

// IsWhole tells whether two texts of so many sentences are looked at whole.
func IsWhole(n, m int) bool { return (n+1)*(m+1) <= wholeArea }

// Local returns what the chains of seeds span that run along a diagonal, in
// whatever order they stand, the heaviest first. Of two chains that share a
// seed the heavier one has it. It is how long reads are placed on a genome (Li,
// 2018, "Minimap2"), with a break at every jump.
func Local(source, target *corpus.Side, links *trans.Rows) []Rect {
	f := newFinder(source, target, links)
	seeds := f.seeds(rect{0, source.Len(), 0, target.Len()})
	score, from := alongDiagonals(seeds)
	order := make([]int32, len(seeds))
	for k := range order {
		order[k] = int32(k)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(score[b], score[a]) })
	used := make([]bool, len(seeds))
	var found []Rect
	for _, end := range order {
		r, weight := walk(seeds, from, used, end)
		if weight >= leastRun {
			found = append(found, r)
		}
	}
	return found
}

// alongDiagonals returns the weight of the best chain that ends in each seed,
// without a jump, and the seed before it, or -1.
func alongDiagonals(seeds []seed) (score []float64, from []int32) {
	score, from = make([]float64, len(seeds)), make([]int32, len(seeds))
	for k, s := range seeds {
		from[k] = -1
		for p := k - 1; p >= 0 && p >= k-lookBack; p-- {
			q := seeds[p]
			if q.i >= s.i || q.j >= s.j || s.i-q.i > farthest || s.j-q.j > farthest || bends(q, s) {
				continue
			}
			off := math.Abs(float64(s.i-q.i) - float64(s.j-q.j))
			if total := score[p] - slant*math.Log2(1+off); total > score[k] {
				score[k], from[k] = total, int32(p)
			}
		}
		score[k] += float64(s.weight)
	}
	return score, from
}

// farthest is how many sentences two seeds of a local chain are apart at most.
const farthest = 100

// walk takes the seeds of a chain from its end, until it meets one that is
// taken.
func walk(seeds []seed, from []int32, used []bool, end int32) (r Rect, weight float64) {
	for k := end; k >= 0 && !used[k]; k = from[k] {
		s := seeds[k]
		if weight == 0 {
			r.IEnd, r.JEnd = int(s.i)+1, int(s.j)+1
		}
		r.I, r.J = int(s.i), int(s.j)
		weight += float64(s.weight)
		used[k] = true
	}
	return r, weight
}
