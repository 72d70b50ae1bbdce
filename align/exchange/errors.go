package exchange

import (
	"errors"
	"fmt"
)

// Causes of an [Error], for errors.Is. A line that is no text in UTF-8 has
// [segment.ErrNotUTF8] or [segment.ErrBinary].
var (
	// ErrTooLarge: a line, an element or a whole file beyond the bounds that
	// keep a reader's memory in hand.
	ErrTooLarge = errors.New("too large")

	// ErrInconsistent: the parts of an alignment contradict one another, such
	// as a bead with a sentence that its document doesn't have.
	ErrInconsistent = errors.New("inconsistent alignment")

	// ErrNoText: an e-book or a page in which there is nothing to read.
	ErrNoText = errors.New("there is no text")

	// ErrProtected: an e-book whose text is encrypted.
	ErrProtected = errors.New("the book is protected: its text is encrypted")

	// ErrVersion: the file is of a later version of its format than this
	// package knows.
	ErrVersion = errors.New("written by a later version of this program")
)

// Error says why a file can't be read, and where.
type Error struct {
	Part string // of an e-book that is at fault, empty for other files
	Line int    // counted from 1; 0 if the whole file or part is at fault
	Err  error
}

func (e *Error) Error() string {
	text := e.Err.Error()
	if e.Line > 0 {
		text = fmt.Sprintf("line %d: %s", e.Line, text)
	}
	if e.Part != "" {
		text = e.Part + ": " + text
	}
	return text
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

func inconsistent(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrInconsistent, fmt.Sprintf(format, args...))
}
