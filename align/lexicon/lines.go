package lexicon

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// readLines reads TSV or hunalign's format. The first line that has entries
// tells which.
func (l *loader) readLines(in *bufio.Reader) error {
	var parse func(string) (Pair, error)
	for ; ; l.line++ {
		line, err := in.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) {
			if err := l.fault(fmt.Errorf("%w: a line of more than %d bytes", ErrTooLong, maxLine)); err != nil {
				return err
			}
			for errors.Is(err, bufio.ErrBufferFull) {
				_, err = in.ReadSlice('\n')
			}
			line = nil
		}
		if err != nil && err != io.EOF {
			return err
		}
		if text, fault := clean(line); fault != nil {
			if err := l.fault(fault); err != nil {
				return err
			}
		} else if text != "" && !(text[0] == '#' && !strings.Contains(text, "\t")) {
			if parse == nil {
				if parse = formatOf(text); parse == nil {
					return &ParseError{l.Name, l.line, ErrFormat}
				}
			}
			if p, fault := parse(text); fault == nil {
				l.pairs = append(l.pairs, p)
			} else if err := l.fault(fault); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
	}
}

func clean(line []byte) (string, error) {
	line = bytes.TrimRight(line, "\r\n")
	if !utf8.Valid(line) {
		return "", ErrEncoding
	}
	if i := bytes.IndexFunc(line, func(r rune) bool { return r < ' ' && r != '\t' }); i >= 0 {
		return "", fmt.Errorf("%w: it has a control character, %#02x", ErrEncoding, line[i])
	}
	text := string(line)
	if trim(text) == "" {
		return "", nil
	}
	return text, nil
}

// trim takes space off both ends of a field, and byte order marks: files that
// were put together have some inside.
func trim(field string) string {
	return strings.TrimFunc(field, func(r rune) bool { return r == '\uFEFF' || unicode.IsSpace(r) })
}

func formatOf(line string) func(string) (Pair, error) {
	switch {
	case strings.Contains(line, "\t"):
		return parseTSV
	case strings.Contains(line, " @ "):
		return parseHunalign
	}
	return nil
}

func parseTSV(line string) (Pair, error) {
	fields := strings.Split(line, "\t")
	p := Pair{Weight: 1}
	if len(fields) < 2 || len(fields) > 3 {
		return p, fmt.Errorf("%w: want 2 or 3, set apart by tabs, got %d", ErrFields, len(fields))
	}
	p.Source, p.Target = trim(fields[0]), trim(fields[1])
	if p.Source == "" || p.Target == "" {
		return p, ErrEmpty
	}
	if len(fields) == 3 {
		weight, err := strconv.ParseFloat(trim(fields[2]), 64)
		// A share is made of float32s.
		if err != nil || !(weight > 0) || float32(weight) == 0 || weight > math.MaxFloat32/(1<<20) {
			return p, fmt.Errorf("%w, got %q", ErrWeight, fields[2])
		}
		p.Weight = weight
	}
	return p, nil
}

func parseHunalign(line string) (Pair, error) {
	target, source, ok := strings.Cut(line, " @ ")
	if !ok || strings.Contains(source, " @ ") {
		return Pair{}, fmt.Errorf("%w: want target @ source", ErrFields)
	}
	p := Pair{trim(source), trim(target), 1}
	if p.Source == "" || p.Target == "" {
		return p, ErrEmpty
	}
	return p, nil
}
