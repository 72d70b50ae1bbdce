package exchange

import "github.com/hexapla/hexapla/segment"

// completed returns rows with one more for every sentence that none of them has:
// other programs leave out of their links what they found no answer to. It stands
// after the row with the sentence before it. counts are the sentences of each
// version.
func completed(rows []Row, counts []int) []Row {
	rowOf := make([][]int, len(counts)) // by version and sentence: 1 + its row
	missing := 0
	for v, count := range counts {
		rowOf[v] = make([]int, count)
		missing += count
	}
	for i, row := range rows {
		for v, r := range row.Ranges {
			for s := max(r.Start, 0); s < min(r.End, counts[v]); s++ {
				if rowOf[v][s] == 0 {
					missing--
				}
				rowOf[v][s] = i + 1
			}
		}
	}
	if missing == 0 {
		return rows
	}
	after := make([][]Row, len(rows)+1)
	for v := range counts {
		last := 0
		for s, at := range rowOf[v] {
			if at > 0 {
				last = at
				continue
			}
			after[last] = append(after[last], single(rows, last, v, s, len(counts)))
		}
	}
	out := append(make([]Row, 0, len(rows)+missing), after[0]...)
	for i, row := range rows {
		out = append(append(out, row), after[i+1]...)
	}
	return out
}

// single is a row of one sentence of one version, after the first rows of some.
func single(rows []Row, after, version, sentence, versions int) Row {
	row := Row{Ranges: make([]segment.Range, versions)}
	if after > 0 {
		for v, r := range rows[after-1].Ranges {
			row.Ranges[v] = segment.Range{Start: r.End, End: r.End}
		}
	}
	row.Ranges[version] = segment.Range{Start: sentence, End: sentence + 1}
	return row
}
