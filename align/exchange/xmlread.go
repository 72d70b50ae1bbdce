package exchange

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

const (
	// maxDepth bounds how deep elements may be nested. None of the forms needs
	// more than twenty.
	maxDepth = 256

	// maxToken bounds a tag, a comment or a piece of text, in bytes.
	maxToken = 16 << 20
)

// xmlReader reads an XML file token by token within bounds. Entities other than
// XML's own five are an error, so that none can expand; a document type is
// passed over and never fetched.
type xmlReader struct {
	*xml.Decoder
	bound *boundedReader
	depth int
}

func newXMLReader(r io.Reader) (*xmlReader, error) {
	r, err := plain(r)
	if err != nil {
		return nil, err
	}
	bound := &boundedReader{r: bufio.NewReader(r)}
	d := xml.NewDecoder(bound)
	d.CharsetReader = charset
	return &xmlReader{Decoder: d, bound: bound}, nil
}

// boundedReader fails if more than maxToken bytes are read for one token.
type boundedReader struct {
	r    *bufio.Reader
	used int
}

// ReadByte makes the decoder take a boundedReader as it is, without a buffer of
// its own.
func (b *boundedReader) ReadByte() (byte, error) {
	if b.used++; b.used > maxToken {
		return 0, fmt.Errorf("%w: a tag or a text of more than %d MiB", ErrTooLarge, maxToken>>20)
	}
	return b.r.ReadByte()
}

func (b *boundedReader) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if b.used += n; b.used > maxToken {
		return n, fmt.Errorf("%w: a tag or a text of more than %d MiB", ErrTooLarge, maxToken>>20)
	}
	return n, err
}

// next returns the next token, and io.EOF after the last. It is valid until the
// next call.
func (x *xmlReader) next() (xml.Token, error) {
	x.bound.used = 0
	token, err := x.Token()
	if err != nil {
		if err == io.EOF {
			return nil, err
		}
		return nil, x.wrap(err)
	}
	switch token.(type) {
	case xml.StartElement:
		if x.depth++; x.depth > maxDepth {
			return nil, x.wrap(fmt.Errorf("%w: elements nested more than %d deep", ErrTooLarge, maxDepth))
		}
	case xml.EndElement:
		x.depth--
	}
	return token, nil
}

// wrap adds the line to an error.
func (x *xmlReader) wrap(err error) error {
	var known *Error
	if errors.As(err, &known) {
		return err
	}
	line, _ := x.InputPos()
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return &Error{Line: syntax.Line, Err: fmt.Errorf("not well-formed XML: %s", syntax.Msg)}
	}
	return &Error{Line: line, Err: err}
}

func (x *xmlReader) errorf(format string, args ...any) error {
	return x.wrap(fmt.Errorf(format, args...))
}

// root reads up to the root element, which must have one of the names given.
func (x *xmlReader) root(names ...string) (xml.StartElement, error) {
	for {
		token, err := x.next()
		if err == io.EOF {
			return xml.StartElement{}, &Error{Err: fmt.Errorf("no element at all; want <%s>", names[0])}
		}
		if err != nil {
			return xml.StartElement{}, err
		}
		if start, ok := token.(xml.StartElement); ok {
			if !slices.Contains(names, start.Name.Local) {
				return start, x.errorf("the root element is <%s>; want <%s>", start.Name.Local, names[0])
			}
			return start, nil
		}
	}
}

// each yields the units that read finds in the file. It is called for every
// element whose start was the last token, and must read to its end if it is a
// unit.
func (x *xmlReader) each(read func(xml.StartElement) (u Unit, ok bool, err error), yield func(Unit, error) bool) {
	for {
		token, err := x.next()
		if err == io.EOF {
			return
		}
		if err != nil {
			yield(Unit{}, err)
			return
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		u, ok, err := read(start)
		if (ok || err != nil) && !yield(u, err) || err != nil {
			return
		}
	}
}

// within calls do for every element inside the one whose start was the last
// token, unless a call before it has read it.
func (x *xmlReader) within(do func(xml.StartElement) error) error {
	for depth := x.depth; x.depth >= depth; {
		token, err := x.next()
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok {
			if err := do(start); err != nil {
				return err
			}
		}
	}
	return nil
}

// confidence reads what an element says of its unit's confidence.
func (x *xmlReader) confidence(value string) (float64, error) {
	p, ok := parseProbability(value)
	if !ok {
		return 0, x.errorf("confidence %q; want a number from 0 to 1", value)
	}
	return p, nil
}

// skip passes over the rest of the element whose start was the last token.
func (x *xmlReader) skip() error {
	for depth := x.depth; x.depth >= depth; {
		if _, err := x.next(); err != nil {
			return err
		}
	}
	return nil
}

// text returns all text inside the element whose start was the last token,
// without that of the elements that leave tells to leave out.
func (x *xmlReader) text(leave func(name string) bool) (string, error) {
	return x.textWith(func(_ *strings.Builder, start xml.StartElement) error {
		if leave != nil && leave(start.Name.Local) {
			return x.skip()
		}
		return nil
	})
}

// textWith is text with a function for the elements inside, which may skip one
// or write in its place.
func (x *xmlReader) textWith(element func(*strings.Builder, xml.StartElement) error) (string, error) {
	var b strings.Builder
	for depth := x.depth; x.depth >= depth; {
		token, err := x.next()
		if err != nil {
			return "", err
		}
		switch token := token.(type) {
		case xml.CharData:
			b.Write(token)
		case xml.StartElement:
			if err := element(&b, token); err != nil {
				return "", err
			}
		}
		if b.Len() > maxToken {
			return "", x.errorf("%w: a text of more than %d MiB", ErrTooLarge, maxToken>>20)
		}
	}
	return b.String(), nil
}

// attr returns the attribute of a name, in any name space or none.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// tag reads a language; an empty one is und.
func (x *xmlReader) tag(value string) (language.Tag, error) {
	tag, err := parseLanguage(value)
	if err != nil {
		return tag, x.wrap(err)
	}
	return tag, nil
}

// parseLanguage reads a language; an empty one is und. A region or another part
// that isn't known, as some programs make up, is left out.
func parseLanguage(value string) (language.Tag, error) {
	if value == "" {
		return language.Und, nil
	}
	tag, err := language.Parse(value)
	var unknown language.ValueError
	if base, _, _ := tag.Raw(); errors.As(err, &unknown) && base.String() != "und" {
		err = nil
	}
	if err != nil {
		return tag, fmt.Errorf("language %q; want a BCP 47 tag such as en or es-MX", value)
	}
	return tag, nil
}
