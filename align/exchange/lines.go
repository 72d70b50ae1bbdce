package exchange

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/hexapla/hexapla/segment"
)

// maxLine bounds a line, in bytes. The longest sentence of the corpora this
// was tried on has 4 kB; a line of 16 MB is not a sentence.
const maxLine = 16 << 20

type line struct {
	text   string
	number int // from 1
}

// lines yields the lines of a file, unpacked and in UTF-8, without their ends, LF or
// CRLF, and without a byte order mark. It stops after an error, such as one that a
// line is no text.
func lines(r io.Reader) iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		r, err := plain(r)
		if err != nil {
			yield(line{}, err)
			return
		}
		scanner := bufio.NewScanner(r)
		scanner.Buffer(nil, maxLine)
		number := 0
		for scanner.Scan() {
			number++
			text := scanner.Text()
			if err := checkText(text); err != nil {
				yield(line{}, &Error{Line: number, Err: err})
				return
			}
			if !yield(line{text, number}, nil) {
				return
			}
		}
		if err := scanner.Err(); errors.Is(err, bufio.ErrTooLong) {
			err = fmt.Errorf("%w: a line of more than %d MiB", ErrTooLarge, maxLine>>20)
			yield(line{}, &Error{Line: number + 1, Err: err})
		} else if errors.Is(err, ErrTooLarge) {
			yield(line{}, &Error{Line: number, Err: err})
		} else if err != nil {
			yield(line{}, err)
		}
	}
}

// checkText tells why a line is no text in UTF-8, or returns nil.
func checkText(text string) error {
	switch {
	case strings.IndexByte(text, 0) >= 0:
		return segment.ErrBinary
	case !utf8.ValidString(text):
		return segment.ErrNotUTF8
	}
	return nil
}

// fileReader fails after a number of bytes that no honest file has.
type fileReader struct {
	r    io.Reader
	left int
}

func (f *fileReader) Read(p []byte) (int, error) {
	n, err := f.r.Read(p)
	if f.left -= n; f.left < 0 {
		return n, fmt.Errorf("%w: a file of more than %d MiB", ErrTooLarge, maxFile>>20)
	}
	return n, err
}
