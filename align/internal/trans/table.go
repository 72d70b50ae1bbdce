// Package trans is the translation model of a bitext: which type of one side
// translates which of the other, from what is known beforehand (prior.go) and
// from what the beads found so far show (learn.go).
package trans

// Entry is a type of the other side, with a probability, ratio or count.
type Entry struct {
	ID    int32
	Value float32
}

// Rows holds a run of entries for each type of a side.
type Rows struct {
	starts  []int32
	entries []Entry
}

// Row returns the entries of one type, ascending by ID.
func (r *Rows) Row(id int32) []Entry { return r.entries[r.starts[id]:r.starts[id+1]] }

// Len returns the number of entries in all rows.
func (r *Rows) Len() int { return len(r.entries) }

// newRows joins rows that were made apart.
func newRows(rows [][]Entry) *Rows {
	total := 0
	for _, row := range rows {
		total += len(row)
	}
	r := &Rows{
		starts:  make([]int32, 1, len(rows)+1),
		entries: make([]Entry, 0, total),
	}
	for _, row := range rows {
		r.entries = append(r.entries, row...)
		r.starts = append(r.starts, int32(len(r.entries)))
	}
	return r
}

// Links joins both directions of the model: for each source type, the mean of
// the probabilities that each target type translates it and is translated by
// it.
func (m *Model) Links(source, target []float32) *Rows {
	back := m.Backward.Transpose(len(source))
	rows := make([][]Entry, len(source))
	for s := range rows {
		f, b := m.Forward.Row(int32(s)), back.Row(int32(s))
		row := make([]Entry, 0, max(len(f), len(b)))
		for len(f) > 0 || len(b) > 0 {
			switch {
			case len(b) == 0 || len(f) > 0 && f[0].ID < b[0].ID:
				row = append(row, Entry{f[0].ID, f[0].Value * target[f[0].ID] / 2})
				f = f[1:]
			case len(f) == 0 || b[0].ID < f[0].ID:
				row = append(row, Entry{b[0].ID, b[0].Value * source[s] / 2})
				b = b[1:]
			default:
				row = append(row, Entry{f[0].ID, (f[0].Value*target[f[0].ID] + b[0].Value*source[s]) / 2})
				f, b = f[1:], b[1:]
			}
		}
		rows[s] = row
	}
	return newRows(rows)
}

// Transpose returns the same entries by the other side's types, of which there
// are n.
func (r *Rows) Transpose(n int) *Rows {
	t := &Rows{starts: make([]int32, n+1), entries: make([]Entry, len(r.entries))}
	for _, e := range r.entries {
		t.starts[e.ID+1]++
	}
	for i := range n {
		t.starts[i+1] += t.starts[i]
	}
	next := append([]int32(nil), t.starts[:n]...)
	for id := range int32(len(r.starts) - 1) {
		for _, e := range r.Row(id) {
			t.entries[next[e.ID]] = Entry{id, e.Value}
			next[e.ID]++
		}
	}
	return t
}
