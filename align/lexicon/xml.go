package lexicon

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/language"
)

// What an element of TMX 1.4 (LISA 2005) or TBX (ISO 30042, of 2008 and of
// 2019) is to us. The two have the same frame: entries, in them a part for
// each language, in that its terms.
type role uint8

const (
	other role = iota
	entryElement
	languageElement
	termElement
	codeElement // formatting codes inside a TMX segment: not text
)

var roles = map[string]role{
	"tu": entryElement, "termEntry": entryElement, "conceptEntry": entryElement,
	"tuv": languageElement, "langSet": languageElement, "langSec": languageElement,
	"seg": termElement, "term": termElement,
	"bpt": codeElement, "ept": codeElement, "ph": codeElement, "it": codeElement, "ut": codeElement,
}

var roots = map[string]bool{"tmx": true, "tbx": true, "martif": true}

// maxDepth is how deep elements may be nested.
const maxDepth = 100

// readXML reads TMX or TBX.
func (l *loader) readXML(in *bufio.Reader) error {
	bounded := &tokenReader{in: in}
	d := xml.NewDecoder(bounded)
	d.CharsetReader = charset
	x := entryReader{loader: l}
	for root := ""; ; {
		bounded.left = 2 * maxLine
		token, err := d.RawToken()
		l.line, _ = d.InputPos()
		switch {
		case err == io.EOF && root == "":
			return &ParseError{l.Name, l.line, ErrFormat}
		case err == io.EOF && len(x.open) > 0:
			return &ParseError{l.Name, l.line, fmt.Errorf("%w: it ends inside %s", ErrXML, x.open[len(x.open)-1])}
		case err == io.EOF:
			return x.finish()
		case errors.Is(err, ErrTooLong):
			return &ParseError{l.Name, l.line, fmt.Errorf("%w: a tag or text of more than %d bytes", ErrTooLong, maxLine)}
		case bounded.err != nil && bounded.err != io.EOF:
			return bounded.err
		case err != nil:
			return &ParseError{l.Name, l.line, fmt.Errorf("%w: %v", ErrXML, err)}
		}
		if start, ok := token.(xml.StartElement); ok && root == "" {
			if root = start.Name.Local; !roots[root] {
				return &ParseError{l.Name, l.line, fmt.Errorf("%w; its root is %.40q", ErrFormat, root)}
			}
		}
		if err := x.token(token); err != nil {
			return err
		}
	}
}

// entryReader gathers the terms of one entry.
type entryReader struct {
	*loader
	open     []string // elements
	language language.Tag
	term     strings.Builder
	inTerm   int // depth of the term element, or 0
	inCode   int // depth of the outermost code element, or 0
	terms    [2][]string
	entries  int
}

func (x *entryReader) token(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		if len(x.open) == maxDepth {
			return &ParseError{x.Name, x.line, fmt.Errorf("%w: elements nested %d deep", ErrTooLong, maxDepth)}
		}
		x.open = append(x.open, t.Name.Local)
		switch roles[t.Name.Local] {
		case entryElement:
			x.terms = [2][]string{}
		case languageElement:
			x.language = languageOf(t.Attr)
		case termElement:
			x.inTerm = len(x.open)
			x.term.Reset()
		case codeElement:
			if x.inCode == 0 {
				x.inCode = len(x.open)
			}
		}
	case xml.CharData:
		if x.inTerm > 0 && x.inCode == 0 {
			if x.term.Len()+len(t) > maxLine {
				return &ParseError{x.Name, x.line, fmt.Errorf("%w: a term of more than %d bytes", ErrTooLong, maxLine)}
			}
			x.term.Write(t)
		}
	case xml.EndElement:
		n := len(x.open)
		if n == 0 || x.open[n-1] != t.Name.Local {
			return &ParseError{x.Name, x.line, fmt.Errorf("%w: </%.40s> closes nothing", ErrXML, t.Name.Local)}
		}
		x.open = x.open[:n-1]
		switch {
		case n == x.inTerm:
			x.inTerm, x.inCode = 0, 0
			return x.endTerm()
		case n == x.inCode:
			x.inCode = 0
		case roles[t.Name.Local] == languageElement:
			x.language = language.Und
		case roles[t.Name.Local] == entryElement:
			x.endEntry()
		}
	}
	return nil
}

func languageOf(attributes []xml.Attr) language.Tag {
	for _, a := range attributes {
		// TMX before 1.4 has lang, later ones and TBX xml:lang.
		if a.Name.Local == "lang" {
			if tag, err := language.Parse(a.Value); err == nil {
				return tag
			}
		}
	}
	return language.Und
}

func (x *entryReader) endTerm() error {
	term := trim(strings.Join(strings.Fields(x.term.String()), " "))
	for i, tag := range []language.Tag{x.Source, x.Target} {
		if !SameLanguage(x.language, tag) {
			continue
		}
		if term == "" {
			return x.fault(ErrEmpty)
		}
		if strings.ContainsFunc(term, func(r rune) bool { return r < ' ' }) {
			return x.fault(ErrEncoding)
		}
		if len(x.terms[i]) == maxEntry {
			return x.fault(fmt.Errorf("%w: an entry of more than %d terms in one language", ErrTooLong, maxEntry))
		}
		x.terms[i] = append(x.terms[i], term)
	}
	return nil
}

func (x *entryReader) endEntry() {
	x.entries++
	for _, source := range x.terms[0] {
		for _, target := range x.terms[1] {
			x.pairs = append(x.pairs, Pair{source, target, 1})
		}
	}
	x.terms = [2][]string{}
}

func (x *entryReader) finish() error {
	if x.entries > 0 && len(x.pairs) == 0 {
		return &ParseError{x.Name, x.line, fmt.Errorf("%w: want %v and %v", ErrLanguage, x.Source, x.Target)}
	}
	return nil
}

// charset is asked for what an XML declaration names: a byte order mark has
// made UTF-8 of UTF-16 by then.
func charset(label string, in io.Reader) (io.Reader, error) {
	switch strings.ToLower(label) {
	case "utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii":
		return in, nil
	case "iso-8859-1", "windows-1252":
		return charmap.Windows1252.NewDecoder().Reader(in), nil
	}
	return nil, fmt.Errorf("encoding %q is not known: want UTF-8 or UTF-16", label)
}

// tokenReader gives out no more than left bytes: the decoder would gather a
// tag or text of any length.
type tokenReader struct {
	in   *bufio.Reader
	left int
	err  error
}

func (r *tokenReader) Read(p []byte) (int, error) {
	if r.left == 0 {
		return 0, ErrTooLong
	}
	n, err := r.in.Read(p[:min(len(p), r.left)])
	r.left -= n
	r.err = err
	return n, err
}

func (r *tokenReader) ReadByte() (byte, error) {
	if r.left == 0 {
		return 0, ErrTooLong
	}
	r.left--
	b, err := r.in.ReadByte()
	r.err = err
	return b, err
}
