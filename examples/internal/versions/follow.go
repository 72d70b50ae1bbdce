package versions

import (
	"context"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/segment"
)

// follow pairs three or more versions whose passages may stand in other orders
// than the first has them. Each is brought into the order of the first by its
// passages; the synopsis of what comes out is led back to where the sentences
// stand.
func follow(ctx context.Context, docs []*segment.Document) (*exchange.Parallel, error) {
	ordered := make([]*segment.Document, len(docs))
	orders := make([][]int, len(docs)) // by version: its sentences in the order of the first
	ordered[0] = docs[0]
	for v := 1; v < len(docs); v++ {
		progress := cli.NewProgress("looking for moved passages")
		a, err := align.Passages(ctx, docs[0], docs[v], &align.Options{Progress: progress.Show})
		progress.Clear()
		if err != nil {
			return nil, err
		}
		ordered[v], orders[v] = inOrderOf(a)
	}
	text, err := synopsis(ctx, ordered)
	if err != nil {
		return nil, err
	}
	return ledBack(text, docs, orders), nil
}

// inOrderOf returns the target with its sentences in the order of the source, and
// the number that each has in the target.
func inOrderOf(a *align.Arrangement) (*segment.Document, []int) {
	doc := &segment.Document{Language: a.Target.Language}
	order := make([]int, 0, len(a.Target.Sentences))
	for _, b := range a.Beads {
		for i := b.Target.Start; i < b.Target.End; i++ {
			order = append(order, i)
			doc.Sentences = append(doc.Sentences, a.Target.Sentences[i])
		}
	}
	return doc, order
}

// ledBack gives the rows of versions that were put in order the numbers that the
// sentences have in the versions themselves. What a row has of a version, and
// doesn't stand together there, is cut: all but the longest part gets rows of its
// own.
func ledBack(text *exchange.Parallel, docs []*segment.Document, orders [][]int) *exchange.Parallel {
	out := &exchange.Parallel{Documents: docs}
	ends := make([]int, len(docs)) // where the last row ends, for gaps
	for _, row := range text.Rows {
		kept := exchange.Row{Ranges: make([]segment.Range, len(docs)), Confidence: row.Confidence}
		var cut []exchange.Row
		for v, r := range row.Ranges {
			kept.Ranges[v] = segment.Range{Start: ends[v], End: ends[v]}
			parts := runs(r, orders[v])
			longest := 0
			for i, part := range parts {
				if part.Len() > parts[longest].Len() {
					longest = i
				}
			}
			for i, part := range parts {
				if i == longest {
					kept.Ranges[v] = part
				} else {
					cut = append(cut, alone(v, part, ends, row.Confidence))
				}
				ends[v] = part.End
			}
		}
		out.Rows = append(append(out.Rows, kept), cut...)
	}
	return out
}

// runs returns the sentences of a range as runs of those that follow one another,
// none of an empty range. Without an order all do.
func runs(r segment.Range, order []int) []segment.Range {
	var out []segment.Range
	if order == nil && r.Len() > 0 {
		return append(out, r)
	}
	for i := r.Start; i < r.End; i++ {
		number := order[i]
		if last := len(out) - 1; last >= 0 && out[last].End == number {
			out[last].End++
			continue
		}
		out = append(out, segment.Range{Start: number, End: number + 1})
	}
	return out
}

// alone is a row that one version has.
func alone(version int, r segment.Range, ends []int, confidence float64) exchange.Row {
	row := exchange.Row{Ranges: make([]segment.Range, len(ends)), Confidence: confidence}
	for v, end := range ends {
		row.Ranges[v] = segment.Range{Start: end, End: end}
	}
	row.Ranges[version] = r
	return row
}
