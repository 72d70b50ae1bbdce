package blocks

import (
	"context"
	"slices"
)

// passages returns the chain of passages that keep the order, and those that
// are out of it, both by source.
func (p *peeler) passages(ctx context.Context) (chain, moved []rect, err error) {
	chain, rest := split(p.kept, p.moved)
	for _, r := range joinedUp(rest, chain) {
		if r.iEnd-r.i < leastRun || r.jEnd-r.j < leastRun {
			continue
		}
		odds, err := p.oddsOf(ctx, p.stretched(r))
		if err != nil {
			return nil, nil, err
		}
		if odds >= leastOdds {
			moved = append(moved, r)
		}
	}
	for k := range moved {
		if moved[k], err = p.grown(ctx, moved[k], chain, moved); err != nil {
			return nil, nil, err
		}
	}
	moved, err = p.bridged(ctx, chain, moved)
	return chain, moved, err
}

// joinedUp makes one passage of those that follow one another on both sides
// with none of the chain between.
func joinedUp(rest, chain []rect) []rect {
	var out []rect
	for _, r := range rest {
		if n := len(out); n > 0 {
			between := rect{out[n-1].iEnd, r.i, out[n-1].jEnd, r.j}
			if near(between) && len(within(chain, between)) == 0 {
				out[n-1].iEnd, out[n-1].jEnd = r.iEnd, r.jEnd
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

// near tells whether what is between two passages is little enough for them to
// be one.
func near(between rect) bool {
	height, width := between.iEnd-between.i, between.jEnd-between.j
	return height >= 0 && width >= 0 && height <= reach && width <= reach
}

// within returns the passages of a chain that have sentences in a rectangle's
// source or target. An empty range has those that it lies inside of.
func within(chain []rect, r rect) []rect {
	first, _ := slices.BinarySearchFunc(chain, r, func(a, b rect) int {
		if a.iEnd <= b.i && a.jEnd <= b.j {
			return -1
		}
		return 1
	})
	var found []rect
	for _, c := range chain[first:] {
		if c.i >= r.iEnd && c.j >= r.jEnd {
			break
		}
		if c.clashes(r) {
			found = append(found, c)
		}
	}
	return found
}

// grown returns a passage with what its neighbourhood has of it, if that speaks
// for it more than for what it would displace.
func (p *peeler) grown(ctx context.Context, r rect, chain, moved []rect) (rect, error) {
	wide := p.stretched(r)
	seen, err := p.lookAt(ctx, wide)
	if err != nil {
		return r, err
	}
	g := r
	for _, found := range seen.runs {
		g.i, g.iEnd = min(g.i, wide.i+found.i), max(g.iEnd, wide.i+found.iEnd)
		g.j, g.jEnd = min(g.j, wide.j+found.j), max(g.jEnd, wide.j+found.jEnd)
	}
	if g == r || slices.ContainsFunc(moved, func(m rect) bool { return m != r && m.clashes(g) }) {
		return r, nil
	}
	before, err := p.oddsOf(ctx, r)
	if err != nil {
		return r, err
	}
	displaced, err := p.sumOdds(ctx, within(chain, g))
	if err != nil || seen.odds-before < displaced {
		return r, err
	}
	return g, nil
}

// sumOdds adds up what speaks for each of some passages.
func (p *peeler) sumOdds(ctx context.Context, passages []rect) (float64, error) {
	sum := 0.0
	for _, r := range passages {
		odds, err := p.oddsOf(ctx, r)
		if err != nil {
			return 0, err
		}
		sum += max(odds, 0)
	}
	return sum, nil
}

// bridged makes one passage of two that follow one another, if what is between
// speaks for it more than for what it would displace.
func (p *peeler) bridged(ctx context.Context, chain, moved []rect) ([]rect, error) {
	var whole []rect
	for _, r := range moved {
		if n := len(whole); n > 0 {
			bridges, err := p.bridges(ctx, rect{whole[n-1].iEnd, r.i, whole[n-1].jEnd, r.j}, chain, moved)
			if err != nil {
				return nil, err
			}
			if bridges {
				whole[n-1].iEnd, whole[n-1].jEnd = r.iEnd, r.jEnd
				continue
			}
		}
		whole = append(whole, r)
	}
	return slices.DeleteFunc(whole, func(r rect) bool { return nested(r, whole) }), nil
}

// bridges tells whether what lies between two passages makes them one.
func (p *peeler) bridges(ctx context.Context, between rect, chain, moved []rect) (bool, error) {
	if !near(between) {
		return false, nil
	}
	gain, err := p.oddsOf(ctx, between)
	if err != nil {
		return false, err
	}
	others := within(chain, between)
	for _, m := range moved {
		if m.clashes(between) {
			others = append(others, m)
		}
	}
	displaced, err := p.sumOdds(ctx, others)
	return gain >= displaced, err
}

// nested tells whether a passage lies within another.
func nested(r rect, all []rect) bool {
	for _, other := range all {
		if other != r && other.j <= r.j && r.jEnd <= other.jEnd {
			return true
		}
	}
	return false
}
