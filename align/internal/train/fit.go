package main

import (
	"math"

	"github.com/hexapla/hexapla/align/internal/lattice"
)

// The climb (Kingma & Ba, 2015, "Adam"): steps, the length of the first, and how
// fast the two running means forget.
const (
	steps      = 150
	firstStep  = 0.3
	forgetMean = 0.8
	forgetVar  = 0.95

	// towardsZero is the pull of each weight towards 0.
	towardsZero = 1e-2
)

// fit climbs the conditional log-likelihood of the gold.
func fit(docs []*doc, w *lattice.Weights) {
	var mean, variance lattice.Weights
	for step := 1; step <= steps; step++ {
		g := gradient(docs, w)
		left := 1 - float64(step)/(steps+1)
		for k := range w {
			if g[k] == 0 {
				continue // no document has the feature
			}
			x := g[k] - towardsZero*w[k]
			mean[k] = forgetMean*mean[k] + (1-forgetMean)*x
			variance[k] = forgetVar*variance[k] + (1-forgetVar)*x*x
			m := mean[k] / (1 - math.Pow(forgetMean, float64(step)))
			v := variance[k] / (1 - math.Pow(forgetVar, float64(step)))
			w[k] += firstStep * left * m / (math.Sqrt(v) + 1e-8)
		}
	}
}

func gradient(docs []*doc, w *lattice.Weights) lattice.Weights {
	size := make(map[string]float64)
	for _, d := range docs {
		size[d.set] += float64(len(d.gold))
	}
	parts := make(map[*doc]*lattice.Weights, len(docs))
	for _, d := range docs {
		parts[d] = new(lattice.Weights)
	}
	parallel(docs, func(d *doc) { *parts[d], _ = d.lattice.Gradient(d.held, w) })
	var sum lattice.Weights
	for _, d := range docs { // in order, for the same sum each time
		share := 1 / math.Sqrt(size[d.set]) / float64(len(docs))
		for k, x := range parts[d] {
			sum[k] += share * x
		}
	}
	return sum
}
