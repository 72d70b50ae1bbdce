package segment

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// Layout tells how a text is laid out.
type Layout string

const (
	// Prose is running text, in any of the ways in which books, pages and
	// dumps lay it out. It is the default.
	Prose Layout = ""

	// Lines is a sentence a line. Every line is a sentence, blank ones
	// included, so that sentence numbers are line numbers (from 0). A blank
	// line also ends a paragraph.
	Lines Layout = "lines"
)

// Options for Parse. The zero value is the good default.
type Options struct {
	// Language of the text. English and Spanish have rules of their own; all
	// others, and the zero Tag, share general ones.
	Language language.Tag

	// Layout of the text; Prose if empty.
	Layout Layout

	// Keep names the faults that are not to be repaired. With zero, all are.
	// It has no say in a text in Lines.
	Keep Faults

	// Known reports whether a word, in lower case, is one of the language. It
	// helps to decide on words that are broken or run together and on lost
	// letters, for which the words of the text itself come first. If it is nil,
	// they decide alone. It need not know every form of a word.
	Known func(word string) bool
}

// Parse cuts a text into paragraphs and sentences. The cost is linear in its
// length.
//
// The text must be UTF-8 without NUL bytes and must hold more than white
// space; else the error is an [*Error] that says where, and why.
func Parse(text string, opts Options) (*Document, error) {
	if err := check(text); err != nil {
		return nil, err
	}
	if opts.Layout == Lines {
		return parseLines(text, opts.Language), nil
	}
	return parseProse(text, opts), nil
}

// byteOrderMark stands at the start of some UTF-8 files, and means nothing.
const byteOrderMark = "\uFEFF"

func check(text string) error {
	if nul := strings.IndexByte(text, 0); nul >= 0 {
		return errorAt(text, nul, ErrBinary)
	}
	if !utf8.ValidString(text) {
		return errorAt(text, invalidAt(text), ErrNotUTF8)
	}
	if strings.TrimSpace(strings.TrimPrefix(text, byteOrderMark)) == "" {
		return &Error{Err: ErrNoText}
	}
	return nil
}

func errorAt(text string, offset int, cause error) error {
	return &Error{
		Offset: offset,
		Line:   1 + strings.Count(text[:offset], "\n"),
		Err:    cause,
	}
}

func invalidAt(text string) int {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}
