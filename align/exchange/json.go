package exchange

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/segment"
)

// jsonVersion is raised when a change makes older readers misread a file;
// a new optional field doesn't.
const jsonVersion = 1

// maxFile bounds, in bytes, a file that must be in memory whole: some two
// hundred times the longest novel.
const maxFile = 1 << 30

// alignmentFile is an Alignment with the version in front. The fields of the
// Alignment stand at the top level, so that a program that knows only the
// struct may unmarshal a file into it.
type alignmentFile struct {
	Version int `json:"version"`
	*align.Alignment
}

// WriteJSON writes an alignment, all of it, as one JSON object on one line: the
// fields of [align.Alignment] as encoding/json marshals them, behind the field
// "version", which is 1:
//
//	{"version":1,
//	 "source":{"language":"en",
//	           "sentences":[{"text":"…","spans":[{"start":0,"end":41}],"paragraph":0},…],
//	           "paragraphs":[{"kind":"heading","level":1,"sentences":{"start":0,"end":1}},…],
//	           "text":"…"},
//	 "target":{…},
//	 "beads":[{"source":{"start":0,"end":2},"target":{"start":0,"end":1},"confidence":0.98},…]}
//
// Spans are bytes of "text", which is the text as it was given; ranges are half
// open and count sentences from 0; "notes", "asides" and "repairs" are left out
// of a document that has none, and "links", a list of word links a bead, of an
// alignment that has none. The text must be valid UTF-8.
func WriteJSON(w io.Writer, a *align.Alignment) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	return out.Encode(alignmentFile{jsonVersion, a})
}

// ReadJSON reads an alignment as WriteJSON writes it, and gives back what was
// written, without loss. A file without "version" is taken as of version 1.
// What the file says is checked as [Parallel.Check] does, and that word links lie
// in the texts. The error is an
// [*Error]; its causes may be [ErrVersion], [ErrInconsistent] and, for a file
// of more than 1 GiB, [ErrTooLarge].
func ReadJSON(r io.Reader) (*align.Alignment, error) {
	data, err := io.ReadAll(&fileReader{r, maxFile})
	if errors.Is(err, ErrTooLarge) {
		return nil, &Error{Err: err}
	}
	if err != nil {
		return nil, err
	}
	file := alignmentFile{Version: jsonVersion, Alignment: new(align.Alignment)}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, jsonError(data, err)
	}
	if file.Version != jsonVersion {
		return nil, &Error{Err: fmt.Errorf("%w: version %d of the JSON form; this one reads version %d", ErrVersion, file.Version, jsonVersion)}
	}
	if file.Alignment == nil || file.Source == nil || file.Target == nil {
		return nil, &Error{Err: inconsistent(`no "source" or no "target"`)}
	}
	if err := Of(file.Alignment).Check(); err != nil {
		return nil, &Error{Err: err}
	}
	if err := checkLinks(file.Alignment); err != nil {
		return nil, &Error{Err: err}
	}
	return file.Alignment, nil
}

// checkLinks makes sure that there are word links for every bead, if for any,
// and that they lie in the texts.
func checkLinks(a *align.Alignment) error {
	if a.Links != nil && len(a.Links) != len(a.Beads) {
		return inconsistent("word links of %d beads for %d beads", len(a.Links), len(a.Beads))
	}
	for i, links := range a.Links {
		for _, l := range links {
			err := cmp.Or(checkSpans(a.Source, []segment.Span{l.Source}), checkSpans(a.Target, []segment.Span{l.Target}))
			if err != nil {
				return fmt.Errorf("word links of bead %d: %w", i, err)
			}
		}
	}
	return nil
}

func jsonError(data []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return &Error{Line: lineOf(data, syntax.Offset), Err: err}
	case errors.As(err, &kind):
		return &Error{Line: lineOf(data, kind.Offset), Err: fmt.Errorf("%s for %q; want a value of type %s", kind.Value, kind.Field, kind.Type)}
	}
	return &Error{Err: err}
}

func lineOf(data []byte, offset int64) int {
	line := 1
	for _, c := range data[:min(offset, int64(len(data)))] {
		if c == '\n' {
			line++
		}
	}
	return line
}
