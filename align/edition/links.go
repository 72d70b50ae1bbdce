package edition

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/segment"
)

// checkLinks makes sure that a version with word links has a list of them for
// every row.
func (b *book) checkLinks() error {
	for v := range b.versions {
		links := b.versions[v].links
		if links == nil {
			continue
		}
		if v == 0 {
			return fmt.Errorf("%w: word links of the first version; those of a version lead to the first", exchange.ErrInconsistent)
		}
		if len(links) != len(b.Rows) {
			return fmt.Errorf("%w: word links of %d rows for %d rows", exchange.ErrInconsistent, len(links), len(b.Rows))
		}
	}
	return nil
}

// linked tells whether any version has word links.
func (b *book) linked() bool {
	return slices.ContainsFunc(b.versions, func(v version) bool { return v.links != nil })
}

// wordLinks returns the links of a row between the first version and another as
// the script reads them: for each the place and the length of the word in the
// first version and of the one in the other, in visible characters of the row's cells, all set apart by spaces. No
// element is made for a word, and white space and the marks of notes, which a
// page may have otherwise, don't count.
func (b *book) wordLinks(row, other int) string {
	if b.versions[other].links == nil {
		return ""
	}
	links := b.versions[other].links[row]
	versions := [2]int{0, other}
	var sides [2]map[int]int
	for side, v := range versions {
		offsets := make([]int, 0, 2*len(links))
		for _, l := range links {
			span := linkSide(l, side)
			offsets = append(offsets, span.Start, span.End)
		}
		slices.Sort(offsets)
		sides[side] = visiblePlaces(b.versions[v].doc, b.Rows[row].Ranges[v], slices.Compact(offsets))
	}
	var out []byte
	for _, l := range links {
		var places [2]segment.Span
		for side := range places {
			span := linkSide(l, side)
			places[side] = segment.Span{Start: sides[side][span.Start], End: sides[side][span.End]}
		}
		if places[0].End <= places[0].Start || places[1].End <= places[1].Start {
			continue // not in the sentences of this row
		}
		for _, p := range places {
			if len(out) > 0 {
				out = append(out, ' ')
			}
			out = strconv.AppendInt(out, int64(p.Start), 10)
			out = append(out, ' ')
			out = strconv.AppendInt(out, int64(p.End-p.Start), 10)
		}
	}
	return string(out)
}

func linkSide(l align.WordLink, side int) segment.Span {
	if side == 0 {
		return l.Source
	}
	return l.Target
}

// visiblePlaces returns, for byte offsets of a document's text in ascending
// order, how many visible characters the reading text of some sentences has
// before each.
func visiblePlaces(doc *segment.Document, r segment.Range, offsets []int) map[int]int {
	places := make(map[int]int, len(offsets))
	shown := 0 // in the sentences before
	for i := r.Start; i < r.End; i++ {
		s := &doc.Sentences[i]
		total, read := visible(s.Text), 0
		for _, span := range s.Spans {
			at := span.Start
			for len(offsets) > 0 && offsets[0] < span.End {
				end := max(at, offsets[0])
				read += visibleRead(doc, segment.Span{Start: at, End: end})
				places[offsets[0]] = shown + min(read, total)
				at = end
				offsets = offsets[1:]
			}
			read += visibleRead(doc, segment.Span{Start: at, End: span.End})
		}
		shown += total
	}
	for _, offset := range offsets {
		places[offset] = shown
	}
	return places
}
