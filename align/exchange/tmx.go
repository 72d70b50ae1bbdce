package exchange

import (
	"encoding/xml"
	"io"
	"iter"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// The kind of TMX property that holds a unit's confidence. Names that begin
// with x- are free for tools to use.
const tmxConfidence = "x-confidence"

// maxVersions bounds the versions of one unit. There are some 3,000 of the
// Bible, the most of any text.
const maxVersions = 4096

// WriteTMX writes a translation memory in TMX 1.4b: a unit a <tu>, a version a
// <tuv>, the sentences of a version in one <seg>. The confidence is a property,
// <prop type="x-confidence">. source is the language of the original; und says
// that any version may be.
//
// A version that leaves a unit out has an empty <seg> there. Bounds of sentences
// inside a <seg>, and characters that XML can't hold, are lost. An error of the
// stream ends the file at once and is returned.
func WriteTMX(w io.Writer, units iter.Seq2[Unit, error], source language.Tag) error {
	x := newXMLWriter(w)
	sourceLang := "*all*"
	if source != language.Und {
		sourceLang = source.String()
	}
	x.raw(xml.Header,
		`<tmx version="1.4">`, "\n",
		`<header creationtool="Hexapla" creationtoolversion="1" segtype="sentence" o-tmf="Hexapla"`,
		` adminlang="en" srclang="`, sourceLang, `" datatype="plaintext"/>`, "\n<body>\n")
	for u, err := range units {
		if err != nil {
			return err
		}
		x.raw("<tu>\n")
		if isTold(u.Confidence) {
			x.raw(`<prop type="`, tmxConfidence, `">`, probability(u.Confidence), "</prop>\n")
		}
		for _, t := range u.Texts {
			x.raw(`<tuv xml:lang="`, t.Language.String(), `"><seg>`)
			x.text(t.String())
			x.raw("</seg></tuv>\n")
		}
		x.raw("</tu>\n")
	}
	x.raw("</body>\n</tmx>\n")
	return x.Flush()
}

// ReadTMX reads a translation memory in TMX 1.1 to 1.4b, in UTF-8 or UTF-16,
// unit by unit, in memory that doesn't grow with the file. The text in the source's
// language, if the file tells it, is the first of its unit. Each <seg> is one
// sentence; of the markup in it the codes are left out and the text that they
// stand around is kept. A unit's confidence is what WriteTMX wrote, else 0. An
// error, an [*Error] that names the line, is the last that is yielded.
func ReadTMX(r io.Reader) iter.Seq2[Unit, error] {
	return func(yield func(Unit, error) bool) {
		inner, err := newXMLReader(r)
		if err == nil {
			_, err = inner.root("tmx")
		}
		if err != nil {
			yield(Unit{}, err)
			return
		}
		x := &tmxReader{xmlReader: inner}
		x.each(x.element, yield)
	}
}

type tmxReader struct {
	*xmlReader
	source language.Tag // und if any language may be
}

// element reads an element, if it is a unit.
func (x *tmxReader) element(start xml.StartElement) (u Unit, ok bool, err error) {
	switch start.Name.Local {
	case "header":
		x.source, err = x.sourceLanguage(start)
		return u, false, err
	case "tu":
		source, err := x.sourceLanguage(start)
		if err != nil {
			return u, false, err
		}
		if source == language.Und {
			source = x.source
		}
		u, err = x.tu()
		sourceFirst(u.Texts, source)
		return u, true, err
	}
	return u, false, nil
}

func (x *tmxReader) sourceLanguage(e xml.StartElement) (language.Tag, error) {
	name := attr(e, "srclang")
	if strings.EqualFold(name, "*all*") {
		return language.Und, nil
	}
	return x.tag(name)
}

// sourceFirst moves the first text in a language before the others.
func sourceFirst(texts []Text, source language.Tag) {
	i := slices.IndexFunc(texts, func(t Text) bool { return t.Language == source })
	if source == language.Und || i <= 0 {
		return
	}
	first := texts[i]
	copy(texts[1:], texts[:i])
	texts[0] = first
}

// tu reads the translation unit whose start was the last token.
func (x *xmlReader) tu() (u Unit, err error) {
	err = x.within(func(start xml.StartElement) error {
		switch start.Name.Local {
		case "tuv":
			t, err := x.tuv(attr(start, "lang"))
			if err != nil {
				return err
			}
			if u.Texts = append(u.Texts, t); len(u.Texts) > maxVersions {
				return x.errorf("%w: more than %d versions in a unit", ErrTooLarge, maxVersions)
			}
		case "prop":
			value, err := x.text(nil)
			if err != nil || attr(start, "type") != tmxConfidence {
				return err
			}
			u.Confidence, err = x.confidence(value)
			return err
		}
		return nil
	})
	return u, err
}

func (x *xmlReader) tuv(lang string) (t Text, err error) {
	if t.Language, err = x.tag(lang); err != nil {
		return t, err
	}
	err = x.within(func(start xml.StartElement) error {
		if start.Name.Local != "seg" {
			return nil
		}
		seg, err := x.text(inlineCode)
		if err != nil {
			return err
		}
		if seg = oneLine(seg); seg != "" {
			t.Sentences = []string{seg} // there is one by the form
		}
		return nil
	})
	return t, err
}

// inlineCode holds for the elements inside a text, of TMX and of XLIFF 1, that hold
// codes of the original's markup, and no text.
func inlineCode(name string) bool {
	switch name {
	case "bpt", "ept", "it", "ph", "ut":
		return true
	}
	return false
}
