package main

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/facts"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/segment"
)

// report is what is told of some versions, in the order of the files.
type report struct {
	Versions []*version
	Lacking  []*lacking // of three versions or more
	Pairs    []*pair    // the first with each of the others
}

// pair is two versions beside one another.
type pair struct {
	A, B      *version
	Omitted   gaps // of A, by B
	Added     gaps // by B
	Moved     []moved
	Differing []differing
	Wording   *wording // of versions in one language, else nil
	Doubtful  []doubtful
	Links     int // beads with both sides

	arrangement *align.Arrangement
}

// newReport compares the first of the versions with the others. Of three and more
// a pair is read out of their synopsis, which knows more than two versions tell,
// unless passages of it have moved, which a synopsis can't follow.
func newReport(ctx context.Context, files []string, docs []*segment.Document, opts *options) (*report, error) {
	r := &report{}
	for k, doc := range docs {
		r.Versions = append(r.Versions, newVersion(k, name(files, k), doc))
	}
	progress := cli.NewProgress("comparing")
	defer progress.Clear()
	steps := &steps{show: progress.Show, parts: len(docs) - 1}
	var s *align.Synopsis
	if len(docs) > 2 {
		steps.parts++
		var err error
		if s, err = align.Synopsize(ctx, docs, &align.Options{Progress: steps.of}); err != nil {
			return nil, err
		}
		steps.next()
	}
	for k := 1; k < len(docs); k++ {
		a, err := align.Passages(ctx, docs[0], docs[k], &align.Options{Progress: steps.of})
		if err != nil {
			return nil, err
		}
		steps.next()
		if s != nil && len(a.Passages) == 1 {
			a.Alignment = *s.Pair(0, k)
		}
		p, err := newPair(ctx, r.Versions[0], r.Versions[k], a, opts)
		if err != nil {
			return nil, err
		}
		r.Pairs = append(r.Pairs, p)
	}
	r.share(s)
	if s != nil {
		r.findLacking(s, opts.least)
	}
	return r, nil
}

// name is that of a file, with its folder if another has it too.
func name(files []string, k int) string {
	base := filepath.Base(files[k])
	for other, file := range files {
		if other != k && filepath.Base(file) == base {
			return files[k]
		}
	}
	return base
}

// steps shows the progress of several tasks as one.
type steps struct {
	show        func(done, total int)
	parts, done int
}

func (s *steps) of(done, total int) { s.show(s.done*total+done, s.parts*total) }

func (s *steps) next() { s.done++ }

// share fills in how much of each version the others have.
func (r *report) share(s *align.Synopsis) {
	for i, v := range r.Versions {
		v.Found = make([]float64, len(r.Versions))
		v.Found[i] = 1
	}
	for i := range r.Versions {
		for j := i + 1; j < len(r.Versions); j++ {
			a := &r.Pairs[j-1].arrangement.Alignment
			if i > 0 {
				a = s.Pair(i, j)
			}
			r.Versions[i].Found[j], r.Versions[j].Found[i] = a.Coverage()
		}
	}
}

func newPair(ctx context.Context, a, b *version, found *align.Arrangement, opts *options) (*pair, error) {
	p := &pair{A: a, B: b, arrangement: found}
	p.findGaps(opts.least)
	p.findMoved()
	differences, err := facts.Compare(ctx, &found.Alignment, nil)
	if err != nil {
		return nil, err
	}
	p.findDiffering(differences)
	p.findWording()
	p.findDoubtful()
	return p, nil
}

// Same tells whether there is nothing to tell of.
func (p *pair) Same() bool {
	return p.Omitted.Total == 0 && p.Added.Total == 0 && len(p.Moved) == 0 && len(p.Differing) == 0 &&
		(p.Wording == nil || len(p.Wording.Changes) == 0)
}

// percent writes a share so that only all is 100 % and only nothing 0 %.
func percent(share float64) string {
	switch p := 100 * share; {
	case p > 99 && p < 100:
		return fmt.Sprintf("%.1f %%", min(p, 99.9))
	case p > 0 && p < 1:
		return fmt.Sprintf("%.1f %%", max(p, 0.1))
	default:
		return fmt.Sprintf("%.0f %%", p)
	}
}
