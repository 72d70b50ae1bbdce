package lattice

// Breaks are the positions between two sentences that no bead may span, by
// position; nil if there are none on a side.
type Breaks struct{ Source, Target []bool }

// within tells whether a break parts the sentences of a bead.
func (b *Breaks) within(i, j int, s Shape) bool {
	return anyTrue(b.Source, i, s.Source) || anyTrue(b.Target, j, s.Target)
}

// anyTrue looks at the positions inside a run of sentences.
func anyTrue(breaks []bool, start, run int) bool {
	if breaks == nil {
		return false
	}
	for k := 1; k < run; k++ {
		if breaks[start+k] {
			return true
		}
	}
	return false
}

// At tells whether there is a break at a position, on either side.
func (b *Breaks) At(i, j int) bool {
	return b.Source != nil && b.Source[i] || b.Target != nil && b.Target[j]
}
