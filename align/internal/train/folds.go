package main

import (
	"fmt"
	"maps"
	"slices"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/internal/lattice"
)

// crossValidate fits the weights without each part of the documents in turn,
// from nothing, and reports how all documents fare when they are not known: the
// strict F1, and the loss, which is less at the mercy of single beads: the mean
// negative log-likelihood of a gold bead, in nats. What is looked at closely
// does not depend on the weights, so that one solve serves.
func crossValidate(docs []*doc, folds int) {
	solve(docs, &lattice.DefaultWeights)
	part := parts(docs, folds)
	answers := make(map[*doc][]align.Bead)
	loss, size := make(map[string]float64), make(map[string]float64)
	for fold := range folds {
		var known, unknown []*doc
		for _, d := range docs {
			if part[d] == fold {
				unknown = append(unknown, d)
			} else {
				known = append(known, d)
			}
		}
		var w lattice.Weights
		fit(known, &w)
		for _, d := range unknown {
			d.lattice.Reweigh(&w)
			answers[d] = answer(d.lattice)
			_, logLikelihood := d.lattice.Gradient(d.held, &w)
			loss[d.set] -= logLikelihood
			size[d.set] += float64(len(d.gold))
		}
	}
	reportAnswers(docs, answers)
	mean := 0.0
	for _, set := range slices.Sorted(maps.Keys(loss)) {
		fmt.Printf("%-24s loss %.4f\n", set, loss[set]/size[set])
		mean += loss[set] / size[set] / float64(len(loss))
	}
	fmt.Printf("%-24s loss %.4f\n", "mean", mean)
}

// parts deals the documents of each set out; sets of one document go to
// different parts.
func parts(docs []*doc, folds int) map[*doc]int {
	part := make(map[*doc]int)
	next := make(map[string]int)
	for _, d := range docs {
		if _, ok := next[d.set]; !ok {
			next[d.set] = len(next)
		}
		part[d] = next[d.set] % folds
		next[d.set]++
	}
	return part
}
