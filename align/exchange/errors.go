package exchange

import (
	"errors"
	"fmt"
)

// Causes of an [Error], for errors.Is.
var (
	// ErrTooLarge: a line, an element or a whole file beyond the bounds that
	// keep a reader's memory in hand.
	ErrTooLarge = errors.New("too large")

	// ErrInconsistent: the parts of an alignment contradict one another, such
	// as a bead with a sentence that its document doesn't have.
	ErrInconsistent = errors.New("inconsistent alignment")

	// ErrVersion: the file is of a later version of its format than this
	// package knows.
	ErrVersion = errors.New("written by a later version of this program")
)

// Error says why a file can't be read, and where.
type Error struct {
	Line int // counted from 1; 0 if the whole file is at fault
	Err  error
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return e.Err.Error()
	}
	return fmt.Sprintf("line %d: %v", e.Line, e.Err)
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

func inconsistent(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrInconsistent, fmt.Sprintf(format, args...))
}
