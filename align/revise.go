package align

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/hexapla/hexapla/align/internal/engine"
	"github.com/hexapla/hexapla/align/internal/lattice"
	"github.com/hexapla/hexapla/segment"
)

// Revision is an alignment that a reader corrects. It is not safe for use by
// several goroutines at once.
type Revision struct {
	alignment   *Alignment
	constraints Constraints
	local       *engine.Local
}

// errNotInOrder tells of an alignment that can't be revised.
var errNotInOrder = errors.New("the beads don't cover both texts in order; want an alignment of Align")

// Revise readies an alignment of [Align], or one that was written and read again,
// for corrections. Of the options all hold as in Align; what the alignment does
// not keep of Constraints is the first correction.
//
// It reads the texts and learns their words from the beads, once, at about a
// third of the cost of Align; each correction then takes milliseconds. The
// alignment is not changed. One whose beads all have confidence 0 is taken as
// sure. The error is ctx's, a [ConstraintError], or one that says that the beads
// don't cover both texts in order.
func Revise(ctx context.Context, a *Alignment, opts *Options) (*Revision, error) {
	if opts == nil {
		opts = &Options{}
	}
	if !a.inOrder() {
		return nil, errNotInOrder
	}
	local, err := engine.NewLocal(ctx, &opts.read(a.Source, a.Target).Task, a.path())
	if err != nil {
		return nil, err
	}
	r := &Revision{alignment: a, local: local}
	if opts.Constraints != nil {
		if _, err := r.Correct(ctx, *opts.Constraints); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// inOrder tells whether the beads cover both texts in order.
func (a *Alignment) inOrder() bool {
	at := Bead{}
	for _, b := range a.Beads {
		if b.Source.Start != at.Source.End || b.Target.Start != at.Target.End ||
			b.Source.Len() < 0 || b.Target.Len() < 0 || b.Source.Len()+b.Target.Len() == 0 {
			return false
		}
		at = b
	}
	return at.Source.End == len(a.Source.Sentences) && at.Target.End == len(a.Target.Sentences)
}

// Alignment returns the alignment as it stands. It is not changed later.
func (r *Revision) Alignment() *Alignment { return r.alignment }

// Constraints returns all constraints that hold.
func (r *Revision) Constraints() *Constraints {
	all := r.constraints.with(Constraints{})
	return &all
}

// Correct adds constraints and aligns anew what they touch: the beads that
// contradict them or are named by them, and so many around these until nothing
// changes any more. All that was laid down before is kept, and so are the beads
// further away.
//
// The result is that of aligning the whole again with all constraints, but for
// doubtful beads, as Align would learn the words a little otherwise. Measured on
// corrections toward reference alignments (TestRevisionIsLikeAligningAnew): of
// the beads to which Align then gives .9 or more, 999 of 1,000 are the same (the
// worst set: 991); of all, between 934 and 1,000. A correction of 5,000 or
// of 30,000 lines takes 4 ms (BenchmarkCorrect).
//
// If the constraints contradict one another or those before, the error is a
// [ConstraintError] that names them, and nothing has changed; so it is if ctx is
// done first.
func (r *Revision) Correct(ctx context.Context, added Constraints) (*Alignment, error) {
	all := r.constraints.with(added)
	limits, err := all.limits(len(r.alignment.Source.Sentences), len(r.alignment.Target.Sentences))
	if err != nil {
		return nil, err
	}
	c := &correction{local: r.local, limits: limits, beads: r.alignment.Beads}
	c.todo = added.touch(c.beads)
	for len(c.todo) > 0 {
		if err := c.realign(ctx); err != nil {
			return nil, err
		}
	}
	r.constraints = all
	r.alignment = &Alignment{Source: r.alignment.Source, Target: r.alignment.Target, Beads: c.beads}
	return r.alignment, nil
}

// with returns the constraints and more of them, in slices of their own.
func (c *Constraints) with(more Constraints) Constraints {
	return Constraints{
		Anchors:   slices.Concat(c.Anchors, more.Anchors),
		Forbidden: slices.Concat(c.Forbidden, more.Forbidden),
		Fixed:     slices.Concat(c.Fixed, more.Fixed),
		Borders:   slices.Concat(c.Borders, more.Borders),
	}
}

// touch returns the runs of beads that the constraints name, ascending.
func (c *Constraints) touch(beads []Bead) []segment.Range {
	if len(beads) == 0 {
		return nil
	}
	at := func(sentence int, end func(Bead) int) int {
		k, _ := slices.BinarySearchFunc(beads, sentence, func(b Bead, i int) int {
			if end(b) <= i {
				return -1
			}
			return 1
		})
		return min(k, len(beads)-1)
	}
	var touched []segment.Range
	add := func(source, target segment.Range) {
		ofSource, ofTarget := func(b Bead) int { return b.Source.End }, func(b Bead) int { return b.Target.End }
		first := min(at(source.Start, ofSource), at(target.Start, ofTarget))
		last := max(at(max(source.End-1, source.Start), ofSource), at(max(target.End-1, target.Start), ofTarget))
		touched = append(touched, segment.Range{Start: first, End: last + 1})
	}
	single := func(i int) segment.Range { return segment.Range{Start: i, End: i + 1} }
	for _, p := range slices.Concat(c.Anchors, c.Forbidden, c.Borders) {
		add(single(p.Source), single(p.Target))
	}
	for _, b := range c.Fixed {
		add(b.Source, b.Target)
	}
	slices.SortFunc(touched, func(a, b segment.Range) int { return cmp.Compare(a.End, b.End) })
	return touched
}

// correction is an alignment in which some runs of beads are to be aligned anew.
type correction struct {
	local  *engine.Local
	limits *lattice.Limits
	beads  []Bead
	todo   []segment.Range // ascending by their ends
}

const (
	// firstReach is the number of beads on each side of what is touched that are
	// aligned anew at first, and steady that of those at the ends which must
	// come out as they were; else the reach is doubled.
	firstReach = 12
	steady     = 4
)

// realign aligns the last run anew, and the beads around it that this changes.
// Another run that it meets is done with it, so that no constraint lies half
// outside.
func (c *correction) realign(ctx context.Context) error {
	touched := c.next(segment.Range{Start: len(c.beads), End: 0})
	for reach := firstReach; ; reach *= 2 {
		window := c.window(touched, reach)
		for len(c.todo) > 0 && c.todo[len(c.todo)-1].End > window.Start {
			touched = c.next(touched)
			window = c.window(touched, reach)
		}
		old := c.beads[window.Start:window.End]
		found, err := c.solve(ctx, old)
		if err != nil {
			return err
		}
		if (window.Start == 0 || sameAtStart(old, found)) && (window.End == len(c.beads) || sameAtEnd(old, found)) {
			c.beads = slices.Concat(c.beads[:window.Start], found, c.beads[window.End:])
			return nil
		}
	}
}

// next takes the last run of those that are to be done, and joins it to another.
func (c *correction) next(r segment.Range) segment.Range {
	last := c.todo[len(c.todo)-1]
	c.todo = c.todo[:len(c.todo)-1]
	return segment.Range{Start: min(r.Start, last.Start), End: max(r.End, last.End)}
}

// window is a run of beads and those around it. It starts and ends with a bead
// of both sides: omissions and additions in a row may come in any order.
func (c *correction) window(r segment.Range, reach int) segment.Range {
	r.Start, r.End = max(r.Start-reach, 0), min(r.End+reach, len(c.beads))
	for r.Start > 0 && !c.beads[r.Start].both() {
		r.Start--
	}
	for r.End < len(c.beads) && !c.beads[r.End-1].both() {
		r.End++
	}
	return r
}

// solve aligns what some beads hold.
func (c *correction) solve(ctx context.Context, old []Bead) ([]Bead, error) {
	first, last := old[0], old[len(old)-1]
	r := lattice.Rect{
		Source: first.Source.Start, SourceEnd: last.Source.End,
		Target: first.Target.Start, TargetEnd: last.Target.End,
	}
	path, err := c.local.Solve(ctx, r, c.limits.Within(r))
	return beads(path), err
}

func (b Bead) both() bool { return b.Source.Len() > 0 && b.Target.Len() > 0 }

func (b Bead) is(other Bead) bool { return b.Source == other.Source && b.Target == other.Target }

func sameAtStart(a, b []Bead) bool {
	return len(a) >= steady && len(b) >= steady && slices.EqualFunc(a[:steady], b[:steady], Bead.is)
}

func sameAtEnd(a, b []Bead) bool {
	return len(a) >= steady && len(b) >= steady && slices.EqualFunc(a[len(a)-steady:], b[len(b)-steady:], Bead.is)
}
