package lattice

import "math"

// sums holds, for each position of the corridor and each state, the log of the
// sum over all ways to it, or on from it. Logarithms, because the ways through
// one row differ by more than a float can hold where the texts cross.
type sums [states][]float64 // by cell

func newSums(cells int) sums {
	var s sums
	for k := range s {
		s[k] = make([]float64, cells)
	}
	return s
}

var negInf = math.Inf(-1)

// negligible is the log of the share of a sum that is not worth adding.
const negligible = -30

// terms collects the logs of what is to be summed.
type terms struct {
	term [len(shapes) + 2]float64
	n    int
	most float64
}

func (t *terms) reset() { t.n, t.most = 0, negInf }

func (t *terms) add(x float64) {
	if x < t.most+negligible || x == negInf {
		return
	}
	t.term[t.n] = x
	t.n++
	t.most = max(t.most, x)
}

// sum returns the log of the sum of the terms' exponentials.
func (t *terms) sum() float64 {
	switch t.n {
	case 0:
		return negInf
	case 1:
		return t.term[0]
	}
	sum := 0.0
	for _, x := range t.term[:t.n] {
		sum += share(x - t.most)
	}
	return t.most + quickLog(sum)
}

// share returns the exponential of the difference of a term from the greatest.
func share(d float64) float64 {
	switch {
	case d == 0:
		return 1
	case d > negligible:
		return math.Exp(d)
	}
	return 0
}

// sum3 is the sum of three terms, which most sums are of.
func sum3(a, b, c float64) float64 {
	most := a
	if b > most {
		most = b
	}
	if c > most {
		most = c
	}
	if most == negInf {
		return negInf
	}
	sum := share(a-most) + share(b-most) + share(c-most)
	if sum == 1 {
		return most
	}
	return most + quickLog(sum)
}

// sumForward fills forward and reach, each position from those before it.
func (l *Lattice) sumForward() {
	c := l.Corridor
	l.forward = newSums(c.Cells())
	l.reach = make([]float64, c.Cells())
	var t terms
	l.eachCell(func(i, j, cell int) {
		match, omission, addition := negInf, negInf, negInf
		if cell == 0 {
			match = 0
		} else {
			match = l.matchTo(&t, i, j)
		}
		if c.Has(i-1, j) {
			from := c.cell(i-1, j)
			omission = sum3(
				l.forward[afterMatch][from]+l.openS[i-1],
				l.forward[afterOmission][from]+l.extendS[i-1],
				l.forward[afterAddition][from]+l.openS[i-1]+l.changeBack(i-1, j),
			)
		}
		if c.Has(i, j-1) {
			from := cell - 1
			addition = sum3(
				l.forward[afterMatch][from]+l.openT[j-1],
				l.forward[afterOmission][from]+l.openT[j-1]+l.change,
				l.forward[afterAddition][from]+l.extendT[j-1],
			)
		}
		l.forward[afterMatch][cell], l.forward[afterOmission][cell], l.forward[afterAddition][cell] = match, omission, addition
		l.reach[cell] = sum3(match, omission, addition)
	})
	l.logZ = l.reach[c.Cells()-1]
}

// matchTo sums over the beads that end at a position.
func (l *Lattice) matchTo(t *terms, i, j int) float64 {
	t.reset()
	for k, s := range l.shapes {
		if l.Corridor.Has(i-s.Source, j-s.Target) {
			from := l.Corridor.cell(i-s.Source, j-s.Target)
			t.add(l.reach[from] + float64(l.match[k][from]))
		}
	}
	return t.sum()
}

// sumBackward fills backward, each position from those after it.
func (l *Lattice) sumBackward() {
	c := l.Corridor
	l.backward = newSums(c.Cells())
	for i := len(c.Lo) - 1; i >= 0; i-- {
		for j := int(c.Hi[i]); j >= int(c.Lo[i]); j-- {
			l.sumOnward(i, j)
		}
	}
}

func (l *Lattice) sumOnward(i, j int) {
	c, b := l.Corridor, &l.backward
	cell := c.cell(i, j)
	if cell == c.Cells()-1 {
		return // all zero: nothing is left to do
	}
	var t terms
	t.reset()
	for k, s := range l.shapes {
		if score := l.match[k][cell]; score > never {
			t.add(float64(score) + b[afterMatch][c.cell(i+s.Source, j+s.Target)])
		}
	}
	match := t.sum()
	omission, addition := negInf, negInf
	if c.Has(i+1, j) {
		omission = b[afterOmission][c.cell(i+1, j)]
	}
	if c.Has(i, j+1) {
		addition = b[afterAddition][cell+1]
	}
	openS, extendS := at(l.openS, i), at(l.extendS, i)
	openT, extendT := at(l.openT, j), at(l.extendT, j)
	b[afterMatch][cell] = sum3(match, omission+openS, addition+openT)
	b[afterOmission][cell] = sum3(match, omission+extendS, addition+(openT+l.change))
	b[afterAddition][cell] = sum3(match, omission+(openS+l.changeBack(i, j)), addition+extendT)
}

// at returns the score of leaving out sentence i, of which there is none after
// the last.
func at(scores []float64, i int) float64 {
	if i < len(scores) {
		return scores[i]
	}
	return negInf
}
