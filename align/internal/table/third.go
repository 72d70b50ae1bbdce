package table

import (
	"math"

	"github.com/hexapla/hexapla/align/internal/lattice"
)

// Third is what a third version tells of a pair: the paths from the one version
// to the third and on to the other, put together.
//
// Where both paths have a border at the same place of the third version, the
// pair has one there too, and a bead that runs across it is wrong. The third
// version may be coarser than the pair (a sentence of it may answer two of
// each), so that it tells where the pair is cut, never where it is not. And a
// sentence whose counterpart in the third version has one in the other was not
// left out. It is the consistency transformation of ProbCons (Do et al., 2005,
// Genome Research 15), with borders in the place of residues.
type Third struct {
	enter, leave       composed
	omission, addition []float32 // by sentence: how likely it is not to be one
	doubt              float64
}

// NewThird joins a pair's steps to and from a third version: from the first
// version to it and from it to the second, the versions having so many
// sentences. The cost is linear in the steps.
func NewThird(toThird, fromThird []Step, first, third, second int) *Third {
	turned, back := Turn(toThird), Turn(fromThird)
	a := newBorders(third+1, turned)
	b := newBorders(third+1, fromThird)
	return &Third{
		enter:    compose(a.enter, b.enter, first, second),
		leave:    compose(a.leave, b.leave, first, second),
		omission: kept(toThird, matched(fromThird, third), first),
		addition: kept(back, matched(turned, third), second),
		doubt:    Doubt(toThird) + Doubt(fromThird),
	}
}

// composed holds the borders between two versions that follow by way of a
// third.
type composed struct {
	rows             matrix
	ofFirst, ofOther []float32 // all at a position of one version
}

// leastBorder is the probability below which a composed border is not kept.
const leastBorder = 1e-4

func compose(a, b matrix, first, second int) composed {
	var points []point
	c := composed{ofFirst: make([]float32, first+1), ofOther: make([]float32, second+1)}
	for j := range a {
		for _, x := range a[j] {
			for _, y := range b[j] {
				if p := x.p * y.p; p > leastBorder {
					points = append(points, point{x.at, y.at, p})
					c.ofFirst[x.at] += p
					c.ofOther[y.at] += p
				}
			}
		}
	}
	c.rows = newMatrix(first+1, points)
	return c
}

// window is how far from a bead borders are looked at, in sentences: at some of
// the nearest positions the third version may have none.
const window = 3

// against returns the probability that a border runs across a bead.
func (c *composed) against(b lattice.Bead) float64 {
	above, below := float32(0), float32(0)
	for i := max(b.Source-window, 0); i <= b.Source; i++ {
		above = max(above, c.beyond(i, b.Target))
	}
	for i := b.SourceEnd; i <= min(b.SourceEnd+window, len(c.rows)-1); i++ {
		below = max(below, c.before(i, b.TargetEnd))
	}
	inside, insideOther := float32(0), float32(0)
	for i := b.Source + 1; i < b.SourceEnd; i++ {
		inside += c.ofFirst[i]
	}
	for j := b.Target + 1; j < b.TargetEnd; j++ {
		insideOther += c.ofOther[j]
	}
	return min(float64(above+below+max(inside, insideOther)), 1)
}

// beyond returns the probability of a border at source position i after target
// position j; before, of one before it.
func (c *composed) beyond(i, j int) (sum float32) {
	for _, e := range c.rows[i] {
		if int(e.at) > j {
			sum += e.p
		}
	}
	return sum
}

func (c *composed) before(i, j int) (sum float32) {
	for _, e := range c.rows[i] {
		if int(e.at) < j {
			sum += e.p
		}
	}
	return sum
}

// matched returns how likely each of n sentences of the steps' first version is
// to have a counterpart in the second.
func matched(steps []Step, n int) []float32 {
	p := make([]float32, n)
	for _, s := range steps {
		if s.DJ > 0 {
			for i := range s.DI {
				p[s.I+i] += s.P
			}
		}
	}
	return p
}

// kept returns how likely each of n sentences is to have a counterpart in a
// further version, going by its counterparts in the steps' second version and
// how likely these are to have one. Where several answer together, it is not
// known which of them does.
func kept(steps []Step, onward []float32, n int) []float32 {
	p := make([]float32, n)
	for _, s := range steps {
		if s.DI == 0 || s.DJ == 0 {
			continue
		}
		sum := float32(0)
		for j := range s.DJ {
			sum += onward[s.J+j]
		}
		for i := range s.DI {
			p[s.I+i] += s.P * sum / float32(s.DI) / float32(s.DJ)
		}
	}
	return p
}

// floor is the probability that is left to what a third version denies: it may
// be wrong, or the pair wrongly joined to it. Of .01, .05 and .1 the last keeps
// easy pairs from harm by hard ones.
const floor = 0.1

// Support weighs what third versions say of a pair with so many sentences, own
// being the doubt of the pair's own steps: the surer the way by a third version
// is beside the pair itself, the more it counts, as means are weighed by inverse
// variance. With one weight for all, easy pairs lose more to hard ones; with
// half of it, texts without a lexicon gain half as much. A second round of the
// same gains nothing.
func Support(own float64, thirds []*Third, first, second int) *lattice.Support {
	weights := make([]float64, len(thirds))
	for k, t := range thirds {
		weights[k] = own * own / (own*own + t.doubt*t.doubt)
	}
	s := &lattice.Support{
		Match: func(b lattice.Bead) float64 {
			sum := 0.0
			for k, t := range thirds {
				sum += weights[k] * logLeft(max(t.enter.against(b), t.leave.against(b)))
			}
			return sum
		},
		Omission: make([]float64, first),
		Addition: make([]float64, second),
	}
	for k, t := range thirds {
		weigh(s.Omission, t.omission, weights[k])
		weigh(s.Addition, t.addition, weights[k])
	}
	return s
}

func weigh(scores []float64, kept []float32, weight float64) {
	for i, p := range kept {
		scores[i] += weight * logLeft(float64(p))
	}
}

// logLeft is the log of what a probability leaves.
func logLeft(p float64) float64 {
	return math.Log(floor + (1-floor)*(1-min(p, 1)))
}

// What is taken for granted of a pair before its steps are seen: so many beads,
// one of them wrong.
const (
	priorBeads = 10
	priorWrong = 1
)

// Doubt returns the share of beads that the paths of a pair differ in.
func Doubt(steps []Step) float64 {
	doubt, all := float64(priorWrong), float64(priorBeads)
	for _, s := range steps {
		doubt += float64(s.P * (1 - s.P))
		all += float64(s.P)
	}
	return doubt / all
}
