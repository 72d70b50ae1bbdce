package exchange

import (
	"fmt"
	"iter"
	"strings"

	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// Unit is one row of a text in several versions, with its words and without its
// place: what a translation memory holds.
type Unit struct {
	Texts []Text

	// Confidence is the probability, 0 to 1, that the texts belong together; 0
	// also if it isn't known.
	Confidence float64
}

// Text is what one version says in a Unit.
type Text struct {
	Language language.Tag

	// Sentences of the text, none if the version leaves the Unit out.
	Sentences []string
}

// String returns the sentences as one line, a space between them.
func (t Text) String() string {
	if len(t.Sentences) == 1 {
		return t.Sentences[0]
	}
	return strings.Join(t.Sentences, " ")
}

// Units returns the rows of p as a stream that never fails. Every Unit has a
// Text for every version, in the order of p.Documents. A sentence without words,
// such as the blank line of a text in lines, is left out.
//
// The rows must be as [Parallel.Check] wants them.
func (p *Parallel) Units() iter.Seq2[Unit, error] {
	return func(yield func(Unit, error) bool) {
		for _, row := range p.Rows {
			u := Unit{Texts: make([]Text, len(row.Ranges)), Confidence: row.Confidence}
			for i, r := range row.Ranges {
				u.Texts[i].Language = p.Documents[i].Language
				for _, s := range p.Documents[i].Sentences[r.Start:r.End] {
					if s.Text != "" {
						u.Texts[i].Sentences = append(u.Texts[i].Sentences, s.Text)
					}
				}
			}
			if !yield(u, nil) {
				return
			}
		}
	}
}

// Collect puts a stream of units together to a text. Of each version it makes a
// document of one paragraph, a sentence a line. A version is known by its
// language or, if a unit has several texts in one language, by its language and
// its place among them; the versions come in the order in which they are met.
// An error of the stream ends it and is returned. The cause is [ErrTooLarge] if
// rows times versions are more than 64 million.
func Collect(units iter.Seq2[Unit, error]) (*Parallel, error) {
	var c collector
	for u, err := range units {
		if err != nil {
			return nil, err
		}
		c.add(u)
		if len(c.rows)*len(c.versions) > maxCells {
			return nil, &Error{Err: errCells}
		}
	}
	return c.parallel(), nil
}

// maxCells bounds rows times versions: a small file can claim to have many of
// both. The Bible in 1,000 versions has half as many.
const maxCells = 64 << 20

var errCells = fmt.Errorf("%w: rows times versions are more than %d million", ErrTooLarge, maxCells>>20)

type collector struct {
	versions []*collected
	byKey    map[versionKey]*collected
	rows     []Row
}

type collected struct {
	number int
	builder
}

func (c *collector) add(u Unit) {
	row := Row{Ranges: make([]segment.Range, len(c.versions)), Confidence: u.Confidence}
	for i, v := range c.versions {
		end := v.count()
		row.Ranges[i] = segment.Range{Start: end, End: end}
	}
	places := make(map[language.Tag]int, len(u.Texts))
	empty := true
	for _, t := range u.Texts {
		v := c.version(versionKey{t.Language, places[t.Language]})
		places[t.Language]++
		if v.number == len(row.Ranges) {
			row.Ranges = append(row.Ranges, segment.Range{})
		}
		for _, s := range t.Sentences {
			v.line(s)
		}
		row.Ranges[v.number].End = v.count()
		empty = empty && row.Ranges[v.number].Len() == 0
	}
	if !empty {
		c.rows = append(c.rows, row)
	}
}

func (c *collector) version(key versionKey) *collected {
	v := c.byKey[key]
	if v == nil {
		v = &collected{number: len(c.versions)}
		v.doc.Language = key.language
		if c.byKey == nil {
			c.byKey = make(map[versionKey]*collected)
		}
		c.byKey[key] = v
		c.versions = append(c.versions, v)
	}
	return v
}

func (c *collector) parallel() *Parallel {
	p := &Parallel{Rows: c.rows}
	for _, v := range c.versions {
		p.Documents = append(p.Documents, v.document())
	}
	// Rows from before a version was met lack it.
	for i := range p.Rows {
		for len(p.Rows[i].Ranges) < len(p.Documents) {
			p.Rows[i].Ranges = append(p.Rows[i].Ranges, segment.Range{})
		}
	}
	return p
}

// oneLine turns every run of white space into one space, and bytes that aren't
// UTF-8 into the replacement character. Spaces of a kind of their own, such as
// those that don't break before a French colon, stay as they are.
func oneLine(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	if strings.TrimSpace(s) == "" {
		return ""
	}
	return strings.Join(strings.FieldsFunc(s, foldable), " ")
}

// foldable holds for space, tab and whatever ends a line.
func foldable(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// Confident leaves out the units that have less than a given confidence, and so
// those of which it isn't known.
func Confident(units iter.Seq2[Unit, error], least float64) iter.Seq2[Unit, error] {
	return func(yield func(Unit, error) bool) {
		for u, err := range units {
			if err == nil && u.Confidence < least {
				continue
			}
			if !yield(u, err) {
				return
			}
		}
	}
}
