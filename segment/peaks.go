package segment

// peaks answers which of the things at the places before some place has most
// points, in time logarithmic in the number of places (Fenwick's tree, of
// maxima; Software: Practice and Experience 24, 1994).
type peaks struct {
	things []int
	points []float64
}

func newPeaks(places int) *peaks {
	p := &peaks{make([]int, places+1), make([]float64, places+1)}
	for i := range p.things {
		p.things[i] = -1
	}
	return p
}

// raise puts a thing at a place.
func (p *peaks) raise(place, thing int, points float64) {
	for i := place + 1; i < len(p.things); i += i & -i {
		if p.things[i] < 0 || points > p.points[i] {
			p.things[i], p.points[i] = thing, points
		}
	}
}

// before returns the best thing at the places before one, or -1.
func (p *peaks) before(place int) int {
	best, points := -1, 0.0
	for i := place; i > 0; i -= i & -i {
		if p.things[i] >= 0 && (best < 0 || p.points[i] > points) {
			best, points = p.things[i], p.points[i]
		}
	}
	return best
}
