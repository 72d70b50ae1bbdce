package lattice

// Corridor is the part of the plane of (source, target) positions in which a
// path is looked for: for each source position i from 0 to n, the target
// positions Lo[i] to Hi[i], both within. It starts at (0, 0) and ends at
// (n, m); Lo and Hi never fall.
type Corridor struct {
	Lo, Hi []int32
	at     []int32 // of each row's first cell
}

// NewCorridor makes a corridor of its bounds, which it keeps.
func NewCorridor(lo, hi []int32) *Corridor {
	c := &Corridor{Lo: lo, Hi: hi, at: make([]int32, len(lo)+1)}
	for i := range lo {
		c.at[i+1] = c.at[i] + hi[i] - lo[i] + 1
	}
	return c
}

// Full is the corridor that leaves nothing out.
func Full(n, m int) *Corridor {
	lo, hi := make([]int32, n+1), make([]int32, n+1)
	for i := range hi {
		hi[i] = int32(m)
	}
	return NewCorridor(lo, hi)
}

// Cells returns the number of positions in the corridor.
func (c *Corridor) Cells() int { return int(c.at[len(c.at)-1]) }

// Has tells whether a position lies in the corridor.
func (c *Corridor) Has(i, j int) bool {
	return i >= 0 && i < len(c.Lo) && int32(j) >= c.Lo[i] && int32(j) <= c.Hi[i]
}

// cell returns the index of a position that lies in the corridor.
func (c *Corridor) cell(i, j int) int { return int(c.at[i]) + j - int(c.Lo[i]) }

// columns returns, for each target position, the first and the last source
// position of the corridor.
func (c *Corridor) columns(m int) (first, last []int32) {
	first, last = make([]int32, m+1), make([]int32, m+1)
	for j := range last {
		last[j] = -1
	}
	for i := range c.Lo {
		for j := c.Lo[i]; j <= c.Hi[i]; j++ {
			if last[j] < 0 {
				first[j] = int32(i)
			}
			last[j] = int32(i)
		}
	}
	return first, last
}

// Narrow returns the part of the lattice's corridor through which all paths of
// any weight run, with a margin around it.
func (l *Lattice) Narrow() *Corridor {
	c := l.Corridor
	lo, hi := make([]int32, len(c.Lo)), make([]int32, len(c.Lo))
	for i := range lo {
		lo[i], hi[i] = c.Hi[i]+1, c.Lo[i]-1
	}
	cell := 0
	for i := range c.Lo {
		for j := c.Lo[i]; j <= c.Hi[i]; j++ {
			if l.through(cell) > leastThrough {
				lo[i], hi[i] = min(lo[i], j), max(hi[i], j)
			}
			cell++
		}
	}
	return widen(lo, hi, c)
}

const (
	// leastThrough is the log of the share of paths through a position that
	// keeps it in the corridor.
	leastThrough = -14

	// rowMargin and margin are the sentences kept free around what is left:
	// enough that each bead next to a path is still scored.
	rowMargin = 2
	margin    = 3

	// pressed is the margin where paths run along the corridor's border: what
	// they sought may lie beyond it.
	pressed = 16
)

// through returns the log of the greatest share of paths that pass a position
// in one state.
func (l *Lattice) through(cell int) float64 {
	most := negInf
	for k := range states {
		most = max(most, l.forward[k][cell]+l.backward[k][cell])
	}
	return most - l.logZ
}

// widen sets a margin around the bounds of what is left of a corridor. Rows that
// no path enters (a bead may pass over up to maxRun-1 of them) take their
// neighbours'.
func widen(lo, hi []int32, c *Corridor) *Corridor {
	n, m := len(lo), c.Hi[len(lo)-1]
	for i := range n {
		if hi[i] < lo[i] {
			lo[i], hi[i] = lo[i-1], hi[i-1]
		}
	}
	wideLo, wideHi := make([]int32, n), make([]int32, n)
	for i := range n {
		wideLo[i], wideHi[i] = lo[i]-margin, hi[i]+margin
		if lo[i] <= c.Lo[i]+1 {
			wideLo[i] = c.Lo[i] - pressed
		}
		if hi[i] >= c.Hi[i]-1 {
			wideHi[i] = c.Hi[i] + pressed
		}
	}
	level(wideLo, wideHi)
	lo, hi = make([]int32, n), make([]int32, n)
	for i := range n {
		lo[i] = max(wideLo[max(i-rowMargin, 0)], 0)
		hi[i] = min(wideHi[min(i+rowMargin, n-1)], m)
	}
	return NewCorridor(lo, hi)
}

// level widens bounds until they never fall.
func level(lo, hi []int32) {
	for i := 1; i < len(hi); i++ {
		hi[i] = max(hi[i], hi[i-1])
	}
	for i := len(lo) - 2; i >= 0; i-- {
		lo[i] = min(lo[i], lo[i+1])
	}
}
