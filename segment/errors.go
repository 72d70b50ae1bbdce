package segment

import (
	"errors"
	"fmt"
)

// Causes of an [Error], for errors.Is.
var (
	// ErrNoText: the text is empty or holds nothing but white space.
	ErrNoText = errors.New("there is no text: it is empty or only white space")

	// ErrNotUTF8: a byte that is not valid UTF-8.
	ErrNotUTF8 = errors.New("not valid UTF-8: convert the text to UTF-8 first")

	// ErrBinary: a NUL byte, which no text holds.
	ErrBinary = errors.New("a NUL byte: this is a binary file, or text in UTF-16; give plain text in UTF-8")
)

// Error says why a text can't be parsed, and where.
type Error struct {
	Offset int   // of the first byte at fault
	Line   int   // that holds it, counted from 1; 0 if the whole text is at fault
	Err    error // one of the causes above
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return e.Err.Error()
	}
	return fmt.Sprintf("line %d (byte %d): %v", e.Line, e.Offset, e.Err)
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }
