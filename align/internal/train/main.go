// Command train fits the weights of the lattice to reference alignments:
//
//	go run ./align/internal/train [-rounds N] [-start FILE] DIR…
//	go run ./align/internal/train -folds N DIR…
//
// Below each DIR it takes every folder that holds src.txt, tgt.txt (a sentence a
// line) and gold.tsv (a bead a line); the languages are the last two parts of
// the nearest folder name above that ends in -xx-yy. It prints the strict F1 of
// each set, climbs the conditional log-likelihood of the gold beads in the
// weights of the second step, prints the figures again, and at the end the
// weights as Go source for lattice/weights.go. With -rounds 0 it only measures.
// With -folds it tells how documents fare that the weights were not fitted to.
//
// Each set counts by the square root of its size, so that none drowns the
// others. A weight is drawn towards 0 a little (L2), no more than needed for
// those that sets without omissions leave undecided.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"runtime"
	"strings"
	"sync"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/internal/engine"
	"github.com/hexapla/hexapla/align/internal/lattice"
	"github.com/hexapla/hexapla/align/score"
	"github.com/hexapla/hexapla/segment"
)

func main() {
	log.SetFlags(0)
	rounds := flag.Int("rounds", 2, "times to solve and fit")
	start := flag.String("start", "", "file of weights to start from, as this command prints them")
	folds := flag.Int("folds", 0, "instead, fit without each of N parts of the documents, and measure on it")
	flag.Parse()
	docs, err := load(flag.Args())
	if err != nil {
		log.Fatal(err)
	}
	if *folds > 0 {
		crossValidate(docs, *folds)
		return
	}
	w := lattice.DefaultWeights
	if *start != "" {
		if err := readWeights(*start, &w); err != nil {
			log.Fatal(err)
		}
	}
	for round := 0; ; round++ {
		solve(docs, &w)
		report(docs)
		if round == *rounds {
			break
		}
		fit(docs, &w)
	}
	if *rounds > 0 {
		for k, x := range w {
			fmt.Printf("\t%s: %.3f,\n", lattice.Names[k], x)
		}
	}
}

func readWeights(file string, w *lattice.Weights) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	values := make(map[string]float64)
	for line := range strings.Lines(string(text)) {
		var value float64
		name, rest, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		if _, err := fmt.Sscanf(rest, "%g,", &value); err != nil {
			return fmt.Errorf("%s: %q: %w", file, line, err)
		}
		values[name] = value
	}
	for k, name := range lattice.Names {
		w[k] = values[name]
	}
	return nil
}

func solve(docs []*doc, w *lattice.Weights) {
	parallel(docs, func(d *doc) {
		d.task.Weights = w
		l, err := engine.Solve(context.Background(), &d.task)
		if err != nil {
			log.Fatal(err)
		}
		d.lattice = l
	})
}

// parallel calls f for each document, on all cores.
func parallel(docs []*doc, f func(*doc)) {
	next := make(chan *doc)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for d := range next {
				f(d)
			}
		})
	}
	for _, d := range docs {
		next <- d
	}
	close(next)
	wait.Wait()
}

func report(docs []*doc) {
	answers := make(map[*doc][]align.Bead)
	for _, d := range docs {
		answers[d] = answer(d.lattice)
	}
	reportAnswers(docs, answers)
}

func reportAnswers(docs []*doc, answers map[*doc][]align.Bead) {
	var names []string
	sets := make(map[string]score.Counts)
	for _, d := range docs {
		if _, ok := sets[d.set]; !ok {
			names = append(names, d.set)
		}
		sets[d.set] = sets[d.set].Plus(score.Compare(d.gold, score.Beads(answers[d])))
	}
	mean := 0.0
	for _, name := range names {
		f := sets[name].Strict.Figures()
		mean += f.F1 / float64(len(names))
		fmt.Printf("%-24s P %.4f  R %.4f  F1 %.4f\n", name, f.Precision, f.Recall, f.F1)
	}
	fmt.Printf("%-24s                      F1 %.4f\n", "mean", mean)
}

func answer(l *lattice.Lattice) []align.Bead {
	var beads []align.Bead
	for _, b := range l.Decode() {
		beads = append(beads, align.Bead{
			Source: segment.Range{Start: b.Source, End: b.SourceEnd},
			Target: segment.Range{Start: b.Target, End: b.TargetEnd},
		})
	}
	return beads
}
