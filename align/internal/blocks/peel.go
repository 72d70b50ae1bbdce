package blocks

import (
	"cmp"
	"context"
	"slices"

	"github.com/hexapla/hexapla/align/internal/anchor"
	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/lattice"
	"github.com/hexapla/hexapla/align/internal/trans"
)

const (
	// doubtful is the mean confidence below which a stretch of the main path is
	// searched for something better. With .8 one of the memoir's passages is
	// lost; .9 takes longer and finds no more.
	doubtful = 0.85

	// mostPeels bounds the number of times that what is left over is searched.
	// The texts of the sets are done after about six.
	mostPeels = 12

	// leastOdds is the log of the odds from which a passage is taken for moved,
	// and leastRun the number of its sentences. In the abridged memoir and the
	// Bible chance stays below 8; passages of six sentences that were moved
	// have 11 to 43.
	leastOdds = 10
	leastRun  = 2

	// stretch is how many sentences on each side of a passage speak for it too:
	// the main path may hold some of them by chance.
	stretch = 3
)

// sparse is the log of how much rarer a counterpart is among sentences left over
// than in a text, by which the weights of peeling differ. With 0 the paths fill
// up with chance; with 2 what is found stays the same; with 5 one of the six
// passages moved in the memoir's abridged version is lost.
const sparse = 3

var (
	coarseWeights  = lattice.CoarseWeights.Sparse(sparse)
	refinedWeights = lattice.DefaultWeights.Sparse(sparse)
)

// peeler takes passage after passage off what the main path leaves over.
type peeler struct {
	lattice        *lattice.Lattice
	linker         *lattice.Linker
	source, target []bool // sentences left over
	kept           []rect // of the main path, in order
	moved          []rect // off it
	looks          map[rect]look
}

// look is what was seen of a part of the plane by itself.
type look struct {
	odds float64 // the log of how much likelier it is that its sentences answer one another than that none has a counterpart
	runs []rect  // in the part's own numbers
}

// peel finds the passages of which the texts are made, those on the main path
// first.
func peel(ctx context.Context, l *lattice.Lattice, main []lattice.Bead) (*peeler, error) {
	p := &peeler{
		lattice: l,
		linker:  lattice.NewLinker(l.Source, l.Target, l.Model),
		source:  leftOver(main, l.Source.Len()),
		target:  leftOver(flipped(main), l.Target.Len()),
		looks:   make(map[rect]look),
	}
	for _, b := range main {
		if matches(b) && !p.source[b.Source] && !p.target[b.Target] {
			p.kept = append(p.kept, rectOf(b))
		}
	}
	for range mostPeels {
		found, err := p.peelChains(ctx)
		if err != nil {
			return nil, err
		}
		if !found {
			break
		}
	}
	for range mostPeels {
		found, err := p.peelOnce(ctx)
		if err != nil {
			return nil, err
		}
		if !found {
			break
		}
	}
	return p, nil
}

// leftOver marks the source sentences in stretches that the path leaves out or
// doubts.
func leftOver(path []lattice.Bead, n int) []bool {
	scores := make([]float64, len(path))
	for k, b := range path {
		p := b.Posterior
		if b.Target == b.TargetEnd {
			p = 1 - p
		}
		const sure = 1e-6
		scores[k] = float64(b.SourceEnd-b.Source) * (doubtful - p) / max(1-p, sure)
	}
	marks := make([]bool, n)
	for _, s := range segments(scores) {
		for i := path[s.start].Source; i < path[s.end-1].SourceEnd; i++ {
			marks[i] = true
		}
	}
	return marks
}

// peelChains looks at each chain of seeds among what is left over by itself, if
// that is too much to be looked at whole: where a text is rearranged wholesale,
// no order has a narrow corridor.
func (p *peeler) peelChains(ctx context.Context) (bool, error) {
	source, target := listed(p.source), listed(p.target)
	if anchor.IsWhole(len(source), len(target)) {
		return false, nil
	}
	before := len(p.kept) + len(p.moved)
	chains := anchor.Local(p.lattice.Source.Pick(source), p.lattice.Target.Pick(target), p.linker.Rows())
	for _, c := range chains {
		err := p.peelLists(ctx,
			p.stillLeft(p.source, source[max(c.I-reach, 0):min(c.IEnd+reach, len(source))]),
			p.stillLeft(p.target, target[max(c.J-reach, 0):min(c.JEnd+reach, len(target))]),
			anchor.Narrow)
		if err != nil {
			return false, err
		}
	}
	return len(p.kept)+len(p.moved) > before, nil
}

// stillLeft returns the numbers that are still marked.
func (p *peeler) stillLeft(marks []bool, numbers []int32) []int32 {
	var left []int32
	for _, i := range numbers {
		if marks[i] {
			left = append(left, i)
		}
	}
	return left
}

// peelOnce aligns all that is left over, and tells whether it found a passage
// there.
func (p *peeler) peelOnce(ctx context.Context) (bool, error) {
	before := len(p.kept) + len(p.moved)
	err := p.peelLists(ctx, listed(p.source), listed(p.target), anchor.Corridor)
	return len(p.kept)+len(p.moved) > before, err
}

// peelLists aligns some sentences, and takes the passages that stand out there.
func (p *peeler) peelLists(ctx context.Context, source, target []int32, corridor corridor) error {
	if len(source) == 0 || len(target) == 0 {
		return nil
	}
	breaks := lattice.Breaks{Source: skips(source), Target: skips(target)}
	l, err := p.solve(ctx, source, target, breaks, corridor)
	if err != nil {
		return err
	}
	for _, r := range runs(l.Decode(), breaks) {
		err := p.take(ctx, rect{
			int(source[r.i]), int(source[r.iEnd-1]) + 1,
			int(target[r.j]), int(target[r.jEnd-1]) + 1,
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// listed lists the numbers of what is marked.
func listed(marks []bool) (list []int32) {
	for i, marked := range marks {
		if marked {
			list = append(list, int32(i))
		}
	}
	return list
}

// skips marks the places in a list before which numbers are skipped, and its
// end.
func skips(list []int32) []bool {
	breaks := make([]bool, len(list)+1)
	for k := range list {
		breaks[k] = k > 0 && list[k] != list[k-1]+1 || k == 0 && list[k] > 0
	}
	breaks[len(list)] = true
	return breaks
}

// corridor finds the part of the plane to be looked at: [anchor.Corridor], or
// [anchor.Narrow] where it is likely that there is one passage.
type corridor func(source, target *corpus.Side, links *trans.Rows) *lattice.Corridor

// solve aligns a choice of the sentences, with the words and lengths learned.
func (p *peeler) solve(ctx context.Context, source, target []int32, breaks lattice.Breaks, corridor corridor) (*lattice.Lattice, error) {
	b := lattice.Bitext{
		Source: p.lattice.Source.Pick(source),
		Target: p.lattice.Target.Pick(target),
		Model:  p.lattice.Model,
		Length: p.lattice.Length,
		Breaks: breaks,
	}
	b.Corridor = corridor(b.Source, b.Target, p.linker.Rows())
	l, err := lattice.New(ctx, b, &coarseWeights)
	if err != nil {
		return nil, err
	}
	l.RefineWith(p.linker.On(b.Source, b.Target), &refinedWeights)
	return l, nil
}

// take adds a passage: to the main path if it fits there, else to those that
// moved if there is enough that speaks for it.
func (p *peeler) take(ctx context.Context, r rect) error {
	at, _ := slices.BinarySearchFunc(p.kept, r, func(a, b rect) int { return cmp.Compare(a.i, b.i) })
	if (at == 0 || p.kept[at-1].jEnd <= r.j) && (at == len(p.kept) || r.jEnd <= p.kept[at].j) {
		p.kept = slices.Insert(p.kept, at, r)
	} else {
		if r.iEnd-r.i < leastRun || r.jEnd-r.j < leastRun {
			return nil
		}
		odds, err := p.oddsOf(ctx, p.stretched(r))
		if err != nil || odds < leastOdds {
			return err
		}
		p.moved = append(p.moved, r)
	}
	for i := r.i; i < r.iEnd; i++ {
		p.source[i] = false
	}
	for j := r.j; j < r.jEnd; j++ {
		p.target[j] = false
	}
	return nil
}

// lookAt aligns a part of the plane by itself, once.
func (p *peeler) lookAt(ctx context.Context, r rect) (look, error) {
	if seen, ok := p.looks[r]; ok || r.i >= r.iEnd || r.j >= r.jEnd {
		return seen, nil
	}
	l, err := p.solve(ctx, corpus.Numbers(r.i, r.iEnd), corpus.Numbers(r.j, r.jEnd), lattice.Breaks{}, anchor.Narrow)
	if err != nil {
		return look{}, err
	}
	seen := look{l.Odds(), runs(l.Decode(), lattice.Breaks{})}
	p.looks[r] = seen
	return seen, nil
}

// oddsOf returns how much speaks for a passage.
func (p *peeler) oddsOf(ctx context.Context, r rect) (float64, error) {
	seen, err := p.lookAt(ctx, r)
	return seen.odds, err
}

// stretched is a passage with its neighbourhood, as far as no other that moved
// runs there; without, if the main path does.
func (p *peeler) stretched(r rect) rect {
	wide := rect{
		max(r.i-stretch, 0), min(r.iEnd+stretch, len(p.source)),
		max(r.j-stretch, 0), min(r.jEnd+stretch, len(p.target)),
	}
	for _, m := range p.moved {
		if m.clashes(r) {
			continue // r itself, or part of it
		}
		wide.i, wide.iEnd = clipped(wide.i, wide.iEnd, r.i, m.i, m.iEnd)
		wide.j, wide.jEnd = clipped(wide.j, wide.jEnd, r.j, m.j, m.jEnd)
	}
	at, _ := slices.BinarySearchFunc(p.kept, wide.i, func(a rect, i int) int { return cmp.Compare(a.i, i) })
	for ; at < len(p.kept) && p.kept[at].i < wide.iEnd; at++ {
		if meet(wide.j, wide.jEnd, p.kept[at].j, p.kept[at].jEnd) {
			return r
		}
	}
	return wide
}

// clipped returns the part of a range around a place in it that is clear of
// another range.
func clipped(start, end, place, other, otherEnd int) (int, int) {
	if otherEnd <= place {
		return max(start, otherEnd), end
	}
	return start, min(end, other)
}
