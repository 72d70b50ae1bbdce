package edition

import (
	"math/rand/v2"
	"testing"
)

func TestHeaviestRise(t *testing.T) {
	for seed := range uint64(200) {
		random := rand.New(rand.NewPCG(seed, 1))
		n := 1 + random.IntN(9)
		values, rows := random.Perm(n), make([]int, n)
		weights := make([]int, n)
		for i := range rows {
			rows[i], weights[i] = i, 1+random.IntN(4)
		}
		kept := heaviestRise(rows, func(row int) int { return values[row] }, func(row int) int { return weights[row] })
		sum, last := 0, -1
		for _, row := range rows {
			if !kept[row] {
				continue
			}
			if values[row] < last {
				t.Fatalf("seed %d: %v of %v doesn't rise", seed, kept, values)
			}
			sum, last = sum+weights[row], values[row]
		}
		if best := bestRise(values, weights); sum != best {
			t.Fatalf("seed %d: weight %d of %v, want %d", seed, sum, values, best)
		}
	}
}

// bestRise tries all subsequences.
func bestRise(values, weights []int) int {
	best := 0
	for set := range 1 << len(values) {
		sum, last := 0, -1
		for i, v := range values {
			if set>>i&1 == 0 {
				continue
			}
			if v < last {
				sum = 0
				break
			}
			sum, last = sum+weights[i], v
		}
		best = max(best, sum)
	}
	return best
}
