// Package trans is the translation model of a bitext: which type of one side
// translates which of the other, from what is known beforehand (prior.go) and
// from what the beads found so far show (learn.go). Beforehand are known words
// that are alike (prior.go, cognates.go), those that a lexicon pairs (bind.go),
// and those that lexicons into a third language join (synonyms.go, cognates.go).
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

// endRow ends the row that entries were appended to.
func (r *Rows) endRow() { r.starts = append(r.starts, int32(len(r.entries))) }

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
		r.endRow()
	}
	return r
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
