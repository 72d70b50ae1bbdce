package score

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// maxLine is the longest line of a gold file, in bytes: a bead of a million
// sentences.
const maxLine = 1 << 23

// ReadBeads reads a reference alignment, or an answer: a bead a line, the
// sentence numbers of each side from 0 set apart by commas, the sides by a tab.
// Further fields, such as a confidence, are left unread, and blank lines are
// skipped. The error names the line.
func ReadBeads(r io.Reader) ([]Bead, error) {
	var beads []Bead
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	number := 0
	for lines.Scan() {
		number++
		line := strings.TrimSuffix(lines.Text(), "\r")
		if strings.TrimSpace(line) == "" {
			continue
		}
		b, err := readBead(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		beads = append(beads, b)
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		return nil, fmt.Errorf("line %d: longer than %d bytes; want a bead a line", number+1, maxLine)
	} else if err != nil {
		return nil, fmt.Errorf("line %d: %w", number+1, err)
	}
	return beads, nil
}

func readBead(line string) (b Bead, err error) {
	fields := strings.Split(line, "\t")
	if len(fields) < 2 {
		return b, fmt.Errorf("no tab; want source numbers, a tab, target numbers")
	}
	if b.Source, err = readNumbers(fields[0]); err != nil {
		return b, err
	}
	b.Target, err = readNumbers(fields[1])
	return b, err
}

func readNumbers(field string) ([]int, error) {
	if field == "" {
		return nil, nil
	}
	var numbers []int
	for part := range strings.SplitSeq(field, ",") {
		n, err := strconv.Atoi(part)
		if err != nil || n < 0 {
			return nil, fmt.Errorf("sentence number %.20q; want whole numbers from 0, set apart by commas", part)
		}
		numbers = append(numbers, n)
	}
	return numbers, nil
}
