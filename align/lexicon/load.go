package lexicon

import (
	"bufio"
	"bytes"
	"cmp"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/language"
	"golang.org/x/text/transform"
)

// Bounds on what is read; what exceeds them is a ParseError with ErrTooLong.
const (
	maxLine  = 1 << 16 // bytes of a line, or of one tag or text of XML
	maxEntry = 1 << 8  // terms of one XML entry: each pairs with each of the other language
)

// LoadOptions for Load.
type LoadOptions struct {
	// Source and Target are the languages of the lexicon. Of a TMX or TBX
	// file the terms in these are taken, whatever their region (en for
	// en-GB); in the other formats the order of the fields tells which is
	// which.
	Source, Target language.Tag

	// Name is what errors call the file; empty is "lexicon".
	Name string

	// Malformed, if not nil, is called with each malformed line, which is
	// then left out; nil ends Load with the first. What makes the rest of the
	// file unreadable ends it anyway.
	Malformed func(*ParseError)
}

// Load reads a lexicon in one of four formats, and finds out which by looking
// at it:
//
//   - TSV, source<TAB>target[<TAB>weight]; without a weight it is 1. A line
//     that begins with # and has no tab is a comment.
//   - hunalign's, target @ source.
//   - a TMX or TBX glossary.
//
// Blank lines, a byte order mark (also of UTF-16) and CRLF are understood. A
// file without any entry is an empty lexicon. Errors are those of r, as they
// are, or a [*ParseError]. The file is read as a stream; the cost is that of
// [New].
func Load(r io.Reader, opts LoadOptions) (*Lexicon, error) {
	l := &loader{LoadOptions: opts, line: 1}
	l.Name = cmp.Or(l.Name, "lexicon")
	in := bufio.NewReaderSize(transform.NewReader(r, unicode.BOMOverride(transform.Nop)), maxLine)
	var err error
	if start, _ := in.Peek(maxLine / 2); bytes.HasPrefix(bytes.TrimLeft(start, " \t\r\n"), []byte("<")) {
		err = l.readXML(in)
	} else {
		err = l.readLines(in)
	}
	if err != nil {
		return nil, err
	}
	return New(opts.Source, opts.Target, l.pairs, nil, nil), nil
}

type loader struct {
	LoadOptions
	line  int
	pairs []Pair
}

// fault reports a malformed line; the error returned is to end Load, if any.
func (l *loader) fault(err error) error {
	e := &ParseError{l.Name, l.line, err}
	if l.Malformed == nil {
		return e
	}
	l.Malformed(e)
	return nil
}
