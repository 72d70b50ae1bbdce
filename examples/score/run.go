package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"time"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/score"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// runner aligns sets of documents and scores them.
type runner struct {
	options                        align.Options
	lexicons                       *cli.Lexicons
	documents, errors, calibration bool
	passages                       bool // follow those that have moved
}

// result is what came of a set.
type result struct {
	beads   int // of the gold
	counts  score.Counts
	elapsed time.Duration
	judged  []judged
}

func (r *runner) run(ctx context.Context, out io.Writer, dirs []string) error {
	sets, err := findSets(dirs, r.documents)
	if err != nil {
		return err
	}
	table := newTable(out, sets)
	var all []judged
	for _, s := range sets {
		res, err := r.runSet(ctx, out, s)
		if err != nil {
			return err
		}
		table.add(s, res)
		all = append(all, res.judged...)
	}
	table.mean()
	if r.calibration {
		writeCalibration(out, all)
	}
	return nil
}

func (r *runner) runSet(ctx context.Context, out io.Writer, s set) (result, error) {
	var sum result
	for _, d := range s.documents {
		gold, err := readGold(filepath.Join(d.dir, "gold.tsv"))
		if err != nil {
			return sum, err
		}
		start := time.Now()
		alignment, err := r.align(ctx, d)
		if err != nil {
			return sum, err
		}
		sum.elapsed += time.Since(start)
		answer := score.Beads(alignment.Beads)
		sum.beads += len(gold)
		sum.counts = sum.counts.Plus(score.Compare(gold, answer))
		sum.judged = append(sum.judged, judge(gold, alignment.Beads)...)
		if r.errors {
			writeDifferences(out, d.name, gold, alignment)
		}
	}
	return sum, nil
}

func (r *runner) align(ctx context.Context, d document) (*align.Alignment, error) {
	source, err := readLines(d.dir, "src.txt", d.source)
	if err != nil {
		return nil, err
	}
	target, err := readLines(d.dir, "tgt.txt", d.target)
	if err != nil {
		return nil, err
	}
	options := r.options
	if options.Lexicons, err = r.lexicons.Load(d.source, d.target); err != nil {
		return nil, err
	}
	if !r.passages {
		return align.Align(ctx, source, target, &options)
	}
	arrangement, err := align.Passages(ctx, source, target, &options)
	if err != nil {
		return nil, err
	}
	return &arrangement.Alignment, nil
}

func readLines(dir, name string, tag language.Tag) (*segment.Document, error) {
	return cli.ReadDocument(filepath.Join(dir, name), segment.Options{Language: tag, Layout: segment.Lines}, nil)
}

// table writes a row a set, as the sets come.
type table struct {
	out       io.Writer
	width     int // of the names
	rows      int
	documents int
	sum       result
	strict    score.Figures // sums
	lax, link float64       // sums of F1
}

func newTable(out io.Writer, sets []set) *table {
	t := &table{out: out, width: len("mean of 00 sets")}
	for _, s := range sets {
		t.width = max(t.width, len(s.name))
	}
	fmt.Fprintf(out, "%-*s  docs   beads  strict P      R     F1  lax F1  link F1  seconds\n", t.width, "set")
	return t
}

func (t *table) add(s set, r result) {
	strict := r.counts.Strict.Figures()
	lax, link := r.counts.Lax.Figures().F1, r.counts.Link.Figures().F1
	t.row(s.name, len(s.documents), r.beads, strict, lax, link, r.elapsed)
	t.rows++
	t.documents += len(s.documents)
	t.sum.beads += r.beads
	t.sum.elapsed += r.elapsed
	t.strict.Precision += strict.Precision
	t.strict.Recall += strict.Recall
	t.strict.F1 += strict.F1
	t.lax += lax
	t.link += link
}

func (t *table) mean() {
	n := float64(t.rows)
	strict := score.Figures{Precision: t.strict.Precision / n, Recall: t.strict.Recall / n, F1: t.strict.F1 / n}
	t.row(fmt.Sprintf("mean of %d sets", t.rows), t.documents, t.sum.beads, strict, t.lax/n, t.link/n, t.sum.elapsed)
}

func (t *table) row(name string, documents, beads int, strict score.Figures, lax, link float64, elapsed time.Duration) {
	fmt.Fprintf(t.out, "%-*s  %4d  %6d     %.4f %.4f %.4f  %.4f   %.4f  %7.2f\n",
		t.width, name, documents, beads, strict.Precision, strict.Recall, strict.F1, lax, link, elapsed.Seconds())
}
