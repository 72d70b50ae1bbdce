package align

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hexapla/hexapla/align/internal/lattice"
)

// Constraints are what a reader lays down about an alignment. What [Align]
// returns keeps to all of them.
type Constraints struct {
	// Anchors are sentences that stand in one bead. Two that cross contradict
	// one another, though one bead might hold all four: Fixed says so.
	Anchors []SentencePair `json:"anchors,omitempty"`

	// Forbidden are sentences that stand in no bead together.
	Forbidden []SentencePair `json:"forbidden,omitempty"`

	// Fixed are beads that stand as they are, of shapes that Align finds by
	// itself; their Confidence is not read. One with an empty side leaves its
	// sentences out at that place, one by one.
	Fixed []Bead `json:"fixed,omitempty"`

	// Borders are hard: nothing before the source sentence is in one bead with
	// anything from the target sentence on, and the other way round. The
	// chapters of two versions start so. A border may stand at the end.
	Borders []SentencePair `json:"borders,omitempty"`
}

// SentencePair is a sentence of each side, by its number.
type SentencePair struct {
	Source int `json:"source"`
	Target int `json:"target"`
}

// ConstraintError tells which constraints can't be kept, and why.
type ConstraintError struct {
	Constraints []string // such as "anchor 3-4", "fixed bead [3,5)-[4,5)"
	Reason      string
}

func (e *ConstraintError) Error() string {
	return "constraints: " + strings.Join(e.Constraints, ", ") + ": " + e.Reason
}

func contradict(reason string, names ...string) error {
	return &ConstraintError{Constraints: slices.Compact(names), Reason: reason}
}

// limits returns the constraints as the lattice takes them: anchors that share
// a sentence, or overlap, as one group. Once groups and borders are in order and
// of a shape that beads have, there is an alignment that keeps them all. The
// cost is that of sorting them.
func (c *Constraints) limits(sources, targets int) (*lattice.Limits, error) {
	if c == nil {
		return nil, nil
	}
	if err := c.inRange(sources, targets); err != nil {
		return nil, err
	}
	groups, err := c.groups()
	if err != nil {
		return nil, err
	}
	borders, err := c.borders()
	if err != nil {
		return nil, err
	}
	if err := separate(groups, borders); err != nil {
		return nil, err
	}
	if err := c.allowed(groups); err != nil {
		return nil, err
	}
	m := &lattice.Limits{Forbidden: make(map[int][]int)}
	for _, g := range groups {
		m.Required = append(m.Required, g.Required)
	}
	for _, b := range borders {
		m.Borders = append(m.Borders, b.Position)
	}
	for _, p := range c.Forbidden {
		m.Forbidden[p.Source] = append(m.Forbidden[p.Source], p.Target)
	}
	return m, nil
}

func (p SentencePair) name(kind string) string {
	return fmt.Sprintf("%s %d-%d", kind, p.Source, p.Target)
}

func (b Bead) name() string {
	return fmt.Sprintf("fixed bead [%d,%d)-[%d,%d)", b.Source.Start, b.Source.End, b.Target.Start, b.Target.End)
}

func (c *Constraints) inRange(sources, targets int) error {
	reason := fmt.Sprintf("the texts have %d and %d sentences", sources, targets)
	check := func(kind string, pairs []SentencePair, past int) error {
		for _, p := range pairs {
			if p.Source < 0 || p.Source >= sources+past || p.Target < 0 || p.Target >= targets+past {
				return contradict(reason, p.name(kind))
			}
		}
		return nil
	}
	for _, b := range c.Fixed {
		s, t := b.Source, b.Target
		if s.Start < 0 || s.End < s.Start || s.End > sources || t.Start < 0 || t.End < t.Start || t.End > targets {
			return contradict(reason, b.name())
		}
	}
	return cmp.Or(check("anchor", c.Anchors, 0), check("forbidden link", c.Forbidden, 0), check("border", c.Borders, 1))
}

// group is a required bead, with the constraints it comes from.
type group struct {
	lattice.Required
	names []string
	fixed *Bead // if one of them is
}

// groups returns the required beads in order.
func (c *Constraints) groups() ([]group, error) {
	var all []group
	for _, p := range c.Anchors {
		all = append(all, group{
			Required: lattice.Required{Source: p.Source, SourceEnd: p.Source + 1, Target: p.Target, TargetEnd: p.Target + 1},
			names:    []string{p.name("anchor")},
		})
	}
	for k, b := range c.Fixed {
		if b.Source.Len() > 0 && b.Target.Len() > 0 {
			all = append(all, group{
				Required: lattice.Required{Source: b.Source.Start, SourceEnd: b.Source.End, Target: b.Target.Start, TargetEnd: b.Target.End, Exact: true},
				names:    []string{b.name()},
				fixed:    &c.Fixed[k],
			})
		}
	}
	slices.SortStableFunc(all, func(a, b group) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target))
	})
	var groups []group
	for _, g := range all {
		for n := len(groups); n > 0 && groups[n-1].overlaps(&g); n-- {
			g.join(&groups[n-1])
			groups = groups[:n-1]
		}
		if n := len(groups); n > 0 && groups[n-1].Target > g.Target {
			return nil, contradict("they cross", groups[n-1].names[0], g.names[0])
		}
		groups = append(groups, g)
	}
	for i := range groups {
		if err := groups[i].check(); err != nil {
			return nil, err
		}
	}
	return groups, nil
}

func (g *group) overlaps(o *group) bool {
	return g.Source < o.SourceEnd && o.Source < g.SourceEnd || g.Target < o.TargetEnd && o.Target < g.TargetEnd
}

// join takes in a group that stands before.
func (g *group) join(before *group) {
	g.Source, g.SourceEnd = min(g.Source, before.Source), max(g.SourceEnd, before.SourceEnd)
	g.Target, g.TargetEnd = min(g.Target, before.Target), max(g.TargetEnd, before.TargetEnd)
	g.Exact = g.Exact || before.Exact
	g.names = append(slices.Clone(before.names), g.names...)
	if g.fixed == nil {
		g.fixed = before.fixed
	}
}

// check makes sure that the group can be one bead.
func (g *group) check() error {
	if f := g.fixed; f != nil && (f.Source.Start != g.Source || f.Source.End != g.SourceEnd || f.Target.Start != g.Target || f.Target.End != g.TargetEnd) {
		return contradict("they join the fixed bead with sentences outside it", g.names...)
	}
	if a, b := g.SourceEnd-g.Source, g.TargetEnd-g.Target; !lattice.HasShape(a, b) {
		return contradict(fmt.Sprintf("they need a bead of %d and %d sentences; the longest are 1-6, 2-5, 3-4, 4-3, 5-2 and 6-1", a, b), g.names...)
	}
	return nil
}

// border is a position that the alignment passes, and why.
type border struct {
	lattice.Position
	name string
}

// borders returns the positions in order: hard borders, and the ends of fixed
// beads.
func (c *Constraints) borders() ([]border, error) {
	var all []border
	for _, p := range c.Borders {
		all = append(all, border{lattice.Position{Source: p.Source, Target: p.Target}, p.name("border")})
	}
	for _, b := range c.Fixed {
		all = append(all,
			border{lattice.Position{Source: b.Source.Start, Target: b.Target.Start}, b.name()},
			border{lattice.Position{Source: b.Source.End, Target: b.Target.End}, b.name()})
	}
	slices.SortStableFunc(all, func(a, b border) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target))
	})
	for k := 1; k < len(all); k++ {
		if all[k].Target < all[k-1].Target {
			return nil, contradict("they cross", all[k-1].name, all[k].name)
		}
	}
	return all, nil
}

// separate makes sure that no border runs through a required bead.
func separate(groups []group, borders []border) error {
	k := 0
	for i := range groups {
		g := &groups[i]
		for k < len(borders) && borders[k].Source <= g.Source && borders[k].Target <= g.Target {
			k++
		}
		if k < len(borders) && (borders[k].Source < g.SourceEnd || borders[k].Target < g.TargetEnd) {
			return contradict("the border parts what is to be together", append(slices.Clone(g.names), borders[k].name)...)
		}
	}
	return nil
}

// allowed makes sure that no required bead holds a forbidden link.
func (c *Constraints) allowed(groups []group) error {
	for _, p := range c.Forbidden {
		k, _ := slices.BinarySearchFunc(groups, p.Source, func(g group, s int) int {
			if g.SourceEnd <= s {
				return -1
			}
			return 1
		})
		if k < len(groups) {
			g := &groups[k]
			if p.Source >= g.Source && p.Target >= g.Target && p.Target < g.TargetEnd {
				return contradict("what is forbidden is to be together", append(slices.Clone(g.names), p.name("forbidden link"))...)
			}
		}
	}
	return nil
}
