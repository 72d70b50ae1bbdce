package lexicon

import (
	"errors"
	"fmt"
)

// What can be wrong with a line of a lexicon file: causes of a [ParseError].
var (
	ErrFormat   = errors.New("not a lexicon: want lines of source<TAB>target[<TAB>weight] or target @ source, or a TMX or TBX glossary")
	ErrFields   = errors.New("wrong number of fields")
	ErrEmpty    = errors.New("a word is missing")
	ErrWeight   = errors.New("bad weight: want a number above 0")
	ErrEncoding = errors.New("not UTF-8 text")
	ErrTooLong  = errors.New("too long")
	ErrXML      = errors.New("broken XML")
	ErrLanguage = errors.New("no entry in both languages")
)

// ParseError tells where a lexicon file is malformed, and how.
type ParseError struct {
	Name string // of the file, as the caller gave it
	Line int    // counted from 1; of XML, the line where the entry or fault was met
	Err  error  // wraps one of the causes above
}

func (e *ParseError) Error() string {
	return fmt.Sprintf("%s:%d: %v", e.Name, e.Line, e.Err)
}

func (e *ParseError) Unwrap() error { return e.Err }
