package exchange

import (
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"golang.org/x/text/language"
)

const (
	xliffNamespace  = "urn:oasis:names:tc:xliff:document:2.0"
	xliffConfidence = "confidence" // category of the note that holds it
)

// WriteXLIFF writes two versions in XLIFF 2.0, which translators' tools read: a
// unit a <unit> with one <segment>, the confidence as a <note>. It is an error
// if a unit hasn't two texts.
//
// A side that is left out is empty. Characters that XML can't hold are written
// as the form has it, with <cp>, and so are not lost; bounds of sentences inside
// a unit are.
func WriteXLIFF(w io.Writer, units iter.Seq2[Unit, error], source, target language.Tag) error {
	x := newXMLWriter(w)
	x.raw(xml.Header,
		`<xliff xmlns="`, xliffNamespace, `" version="2.0" srcLang="`, source.String(), `" trgLang="`, target.String(), `">`, "\n",
		`<file id="f1">`, "\n")
	number := 0
	for u, err := range units {
		if err == nil && len(u.Texts) != 2 {
			err = fmt.Errorf("%d versions; this form holds two", len(u.Texts))
		}
		if err != nil {
			return err
		}
		number++
		x.raw(`<unit id="u`, number, `">`)
		if isTold(u.Confidence) {
			x.raw(`<notes><note category="`, xliffConfidence, `">`, probability(u.Confidence), `</note></notes>`)
		}
		x.raw(`<segment><source>`)
		x.xliffText(u.Texts[0].String())
		x.raw(`</source><target>`)
		x.xliffText(u.Texts[1].String())
		x.raw("</target></segment></unit>\n")
	}
	if number == 0 {
		return fmt.Errorf("no unit; an XLIFF file holds one at least")
	}
	x.raw("</file>\n</xliff>\n")
	return x.Flush()
}

func (x xmlWriter) xliffText(s string) {
	for s != "" {
		i := strings.IndexFunc(s, func(r rune) bool { return r < ' ' && r != '\t' && r != '\n' && r != '\r' })
		if i < 0 {
			i = len(s)
		}
		x.text(s[:i])
		if i < len(s) {
			fmt.Fprintf(x, `<cp hex="%04X"/>`, s[i])
			i++
		}
		s = s[i:]
	}
}

// ReadXLIFF reads an XLIFF file, 2 or the older 1.x that most translators' tools
// still write, unit by unit, in memory that doesn't grow with the file. The
// segments of a unit are its sentences. Inline codes and matches out of translation
// memories are left out; the text that codes stand around is kept. An error, an
// [*Error] that names the line, is the last that is yielded.
func ReadXLIFF(r io.Reader) iter.Seq2[Unit, error] {
	return func(yield func(Unit, error) bool) {
		x, err := openXLIFF(r)
		if err != nil {
			yield(Unit{}, err)
			return
		}
		x.each(x.unit, yield)
	}
}

// xliffReader reads units in the languages that the file, or the part of it that
// is being read, says.
type xliffReader struct {
	*xmlReader
	languages [2]language.Tag
}

func openXLIFF(r io.Reader) (*xliffReader, error) {
	inner, err := newXMLReader(r)
	if err != nil {
		return nil, err
	}
	x := &xliffReader{xmlReader: inner}
	root, err := x.root("xliff")
	if err != nil {
		return nil, err
	}
	version := attr(root, "version")
	if !strings.HasPrefix(version, "2.") && !strings.HasPrefix(version, "1.") {
		return nil, x.errorf("version %q; want XLIFF 1 or 2", version)
	}
	return x, x.setLanguages(attr(root, "srcLang"), attr(root, "trgLang"))
}

func (x *xliffReader) setLanguages(names ...string) (err error) {
	for i, name := range names {
		if x.languages[i], err = x.tag(name); err != nil {
			return err
		}
	}
	return nil
}

// unit reads an element, if it is a unit.
func (x *xliffReader) unit(start xml.StartElement) (u Unit, ok bool, err error) {
	switch start.Name.Local {
	case "file":
		if attr(start, "source-language") != "" { // of XLIFF 1
			err = x.setLanguages(attr(start, "source-language"), attr(start, "target-language"))
		}
		return u, false, err
	case "unit", "trans-unit":
		u, err = x.xliffUnit(x.languages)
		return u, true, err
	}
	return u, false, nil
}

func (x *xmlReader) xliffUnit(languages [2]language.Tag) (Unit, error) {
	u := Unit{Texts: []Text{{Language: languages[0]}, {Language: languages[1]}}}
	size := 0
	side := func(t *Text) error {
		text, err := x.xliffContent()
		if err != nil {
			return err
		}
		if size += len(text); size > maxToken {
			return x.errorf("%w: a unit of more than %d MiB", ErrTooLarge, maxToken>>20)
		}
		if text != "" {
			t.Sentences = append(t.Sentences, text)
		}
		return nil
	}
	err := x.within(func(start xml.StartElement) error {
		switch start.Name.Local {
		case "note":
			return x.xliffNote(start, &u)
		case "source":
			return side(&u.Texts[0])
		case "target":
			return side(&u.Texts[1])
		case "originalData", "matches", "glossary", "alt-trans", "seg-source":
			return x.skip()
		}
		return nil
	})
	return u, err
}

func (x *xmlReader) xliffNote(start xml.StartElement, u *Unit) error {
	value, err := x.text(nil)
	if err != nil || attr(start, "category") != xliffConfidence {
		return err
	}
	u.Confidence, err = x.confidence(value)
	return err
}

// xliffContent reads the text of a source or target. Its white space is folded;
// the characters of <cp> are not.
func (x *xmlReader) xliffContent() (string, error) {
	text, err := x.textWith(func(b *strings.Builder, start xml.StartElement) error {
		switch name := start.Name.Local; {
		case inlineCode(name):
			return x.skip()
		case name == "cp":
			code, err := strconv.ParseUint(attr(start, "hex"), 16, 21)
			if err != nil {
				return x.errorf("character %q; want a code in hexadecimal", attr(start, "hex"))
			}
			b.WriteRune(rune(code))
		}
		return nil
	})
	return oneLine(text), err
}
