package align

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"sync"

	"github.com/hexapla/hexapla/align/internal/engine"
	"github.com/hexapla/hexapla/align/internal/lattice"
	"github.com/hexapla/hexapla/align/internal/table"
	"github.com/hexapla/hexapla/segment"
)

// comparison is the work on some pairs of versions.
type comparison struct {
	docs  []*segment.Document
	opts  *Options
	pairs []comparedPair

	// known are the steps of pairs that were settled before, and of those that
	// were aligned, by first and second version, both ways round.
	known [][][]table.Step
	done  int // steps of progress
}

// comparedPair is a pair of versions, first < second.
type comparedPair struct {
	first, second int
	lattice       *lattice.Lattice
	steps         []table.Step // with what third versions tell
	beads         []Bead
}

func newComparison(docs []*segment.Document, opts *Options) *comparison {
	c := &comparison{docs: docs, opts: opts, known: make([][][]table.Step, len(docs))}
	for k := range c.known {
		c.known[k] = make([][]table.Step, len(docs))
	}
	return c
}

const (
	// allPairs is the number of versions of which all pairs are aligned.
	allPairs = 8

	// pivots is the number of versions with which all others are aligned, if
	// there are more.
	pivots = 4
)

// plan chooses the pairs to be aligned.
func (c *comparison) plan() {
	chosen := c.pivots()
	for i := range c.docs {
		for j := i + 1; j < len(c.docs); j++ {
			if len(c.docs) <= allPairs || j == i+1 || slices.Contains(chosen, i) || slices.Contains(chosen, j) {
				c.pairs = append(c.pairs, comparedPair{first: i, second: j})
			}
		}
	}
}

// pivots returns the versions whose length is nearest the middle one: an
// abridged version, or one with another work bound in, has less to tell.
func (c *comparison) pivots() []int {
	order := make([]int, len(c.docs))
	for k := range order {
		order[k] = k
	}
	length := func(v int) int { return len(c.docs[v].Sentences) }
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(length(a), length(b)) })
	first := max(len(order)-pivots, 0) / 2
	return order[first:min(first+pivots, len(order))]
}

// run aligns all pairs, each by itself and then with what third versions tell.
func (c *comparison) run(ctx context.Context) error {
	if err := c.each(ctx, c.align); err != nil {
		return err
	}
	for k := range c.pairs {
		p := &c.pairs[k]
		c.know(p.first, p.second, p.steps)
	}
	return c.each(ctx, c.join)
}

// know takes up the steps of a pair as evidence on others.
func (c *comparison) know(first, second int, steps []table.Step) {
	c.known[first][second], c.known[second][first] = steps, table.Turn(steps)
}

// each does some work on each pair, several at once, and tells of the progress.
func (c *comparison) each(ctx context.Context, work func(context.Context, *comparedPair) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	todo := make(chan *comparedPair)
	ready := make(chan error)
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(c.pairs)) {
		wait.Go(func() {
			for p := range todo {
				ready <- work(ctx, p)
			}
		})
	}
	go func() {
		for k := range c.pairs {
			todo <- &c.pairs[k]
		}
		close(todo)
		wait.Wait()
		close(ready)
	}()
	for err := range ready {
		if err != nil {
			cancel(err)
		} else if ctx.Err() == nil {
			c.progress()
		}
	}
	return context.Cause(ctx)
}

func (c *comparison) progress() {
	c.done++
	if c.opts.Progress != nil {
		c.opts.Progress(c.done, 2*len(c.pairs))
	}
}

// align finds the steps of a pair by itself.
func (c *comparison) align(ctx context.Context, p *comparedPair) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	quiet := *c.opts
	quiet.Progress = nil
	l, err := engine.Solve(ctx, &quiet.read(c.docs[p.first], c.docs[p.second]).Task)
	if err != nil {
		return err
	}
	p.steps = table.Steps(l)
	p.beads = beads(l.Decode())
	l.Release()
	p.lattice = l
	return nil
}

// join weighs in what third versions tell of a pair.
func (c *comparison) join(ctx context.Context, p *comparedPair) error {
	first, second := len(c.docs[p.first].Sentences), len(c.docs[p.second].Sentences)
	var thirds []*table.Third
	for m := range c.docs {
		if err := ctx.Err(); err != nil {
			return err
		}
		to, from := c.known[p.first][m], c.known[m][p.second]
		if to != nil && from != nil {
			thirds = append(thirds, table.NewThird(to, from, first, len(c.docs[m].Sentences), second))
		}
	}
	if len(thirds) > 0 {
		p.lattice.Favour(table.Support(table.Doubt(p.steps), thirds, first, second))
		p.steps = table.Steps(p.lattice)
		p.beads = beads(p.lattice.Decode())
	}
	p.lattice = nil
	return nil
}

// alignments returns the pairs as a Synopsis holds them.
func (c *comparison) alignments() []VersionPair {
	out := make([]VersionPair, len(c.pairs))
	for k, p := range c.pairs {
		out[k] = VersionPair{p.first, p.second, p.beads}
	}
	return out
}
