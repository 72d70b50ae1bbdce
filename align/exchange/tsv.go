package exchange

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/segment"
)

// WriteTSV writes a bead a line: the numbers of its source sentences, those of
// its target sentences, and its confidence with four decimals, set apart by
// tabs. Numbers start from 0 and are set apart by commas; an omission has an
// empty second field, an addition an empty first one.
func WriteTSV(w io.Writer, beads []align.Bead) error {
	out := bufio.NewWriter(w)
	for _, b := range beads {
		writeNumbers(out, b.Source)
		out.WriteByte('\t')
		writeNumbers(out, b.Target)
		fmt.Fprintf(out, "\t%.4f\n", b.Confidence)
	}
	return out.Flush()
}

func writeNumbers(out *bufio.Writer, r segment.Range) {
	for i := r.Start; i < r.End; i++ {
		if i > r.Start {
			out.WriteByte(',')
		}
		out.WriteString(strconv.Itoa(i))
	}
}

// ReadTSV reads beads as WriteTSV writes them; the confidence may be missing,
// and is then 0. Blank lines are skipped. An empty side stands after the one
// of the bead before. The error is an [*Error] that names the line.
func ReadTSV(r io.Reader) ([]align.Bead, error) {
	var beads []align.Bead
	var last align.Bead
	for line, err := range lines(r) {
		if err != nil {
			return nil, err
		}
		if strings.TrimSpace(line.text) == "" {
			continue
		}
		b, err := parseBead(line.text, last)
		if err != nil {
			return nil, &Error{Line: line.number, Err: err}
		}
		beads = append(beads, b)
		last = b
	}
	return beads, nil
}

func parseBead(line string, last align.Bead) (b align.Bead, err error) {
	fields := strings.Split(line, "\t")
	if len(fields) != 2 && len(fields) != 3 {
		return b, fmt.Errorf("%d fields; want source numbers, target numbers and perhaps a confidence, set apart by tabs", len(fields))
	}
	if fields[0] == "" && fields[1] == "" {
		return b, fmt.Errorf("both sides are empty; a bead has a sentence on one side at least")
	}
	if b.Source, err = parseNumbers(fields[0], last.Source.End); err != nil {
		return b, err
	}
	if b.Target, err = parseNumbers(fields[1], last.Target.End); err != nil {
		return b, err
	}
	if len(fields) == 3 {
		b.Confidence, err = strconv.ParseFloat(fields[2], 64)
		if err != nil || !(b.Confidence >= 0 && b.Confidence <= 1) {
			return b, fmt.Errorf("confidence %q; want a number from 0 to 1", fields[2])
		}
	}
	return b, nil
}

// parseNumbers reads consecutive numbers, or an empty range at the place given.
func parseNumbers(field string, place int) (segment.Range, error) {
	if field == "" {
		return segment.Range{Start: place, End: place}, nil
	}
	r := segment.Range{Start: -1}
	for number := range strings.SplitSeq(field, ",") {
		n, err := strconv.Atoi(number)
		if err != nil || n < 0 {
			return r, fmt.Errorf("sentence number %q; want whole numbers from 0, set apart by commas", number)
		}
		if r.Start < 0 {
			r.Start, r.End = n, n
		}
		if n != r.End {
			return r, fmt.Errorf("sentence number %d after %d; the sentences of a bead follow one another", n, r.End-1)
		}
		r.End = n + 1
	}
	return r, nil
}
