package lang

import (
	"errors"
	"fmt"

	"golang.org/x/text/language"
)

var (
	// ErrUnsupported is the cause when lingua has no model of a language, or
	// has it only in another script than the tag asks for.
	ErrUnsupported = errors.New("lingua has no model of it")
	// ErrDuplicate is the cause when a tag means the same language to lingua
	// as an earlier one: it tells Spanish from English, not es-MX from es-ES.
	ErrDuplicate = errors.New("lingua cannot tell it from an earlier tag")
	// ErrTooFew is returned when only one language is asked for: with nothing
	// to tell it from, every text would be in that language.
	ErrTooFew = errors.New("lang: a detector needs at least two languages")
)

// A TagError says which of the tags given to [New] cannot be used, and why.
type TagError struct {
	Tag   language.Tag
	Index int   // place of the tag in the list, from 0
	Err   error // ErrUnsupported or ErrDuplicate
}

func (e *TagError) Error() string {
	return fmt.Sprintf("lang: language %d, %q: %v", e.Index, e.Tag, e.Err)
}

// Unwrap returns the cause.
func (e *TagError) Unwrap() error { return e.Err }
