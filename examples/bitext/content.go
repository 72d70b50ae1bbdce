package main

import (
	"fmt"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/exchange"
	"golang.org/x/text/language"
)

// content is what bitext writes: an alignment that was made or read. It has a
// text or, if no more than sentence numbers were read, beads.
type content struct {
	text      *exchange.Parallel
	alignment *align.Alignment // the text with its word links, or nil
	beads     []align.Bead     // if text is nil
	file      string           // that was read, or the source
}

func aligned(a *align.Alignment) *content {
	return &content{text: exchange.Of(a), alignment: a}
}

// languages returns those of the versions, none if there is no text.
func (c *content) languages() []language.Tag {
	if c.text == nil {
		return nil
	}
	tags := make([]language.Tag, len(c.text.Documents))
	for i, doc := range c.text.Documents {
		tags[i] = doc.Language
	}
	return tags
}

// pairs returns the beads. There must be two versions.
func (c *content) pairs() ([]align.Bead, error) {
	if c.text == nil {
		return c.beads, nil
	}
	a, err := c.whole()
	if err != nil {
		return nil, err
	}
	return a.Beads, nil
}

// whole returns the alignment. There must be a text of two versions.
func (c *content) whole() (*align.Alignment, error) {
	if c.alignment != nil {
		return c.alignment, nil
	}
	return c.text.Alignment()
}

// fits tells why a form can't hold the content, or returns nil.
func (c *content) fits(f *form) error {
	if c.text == nil && !f.numbers {
		return fmt.Errorf("%s holds the words of the texts, and there are only sentence numbers; give the texts too, after the file: FILE SOURCE TARGET", f.name)
	}
	if c.text == nil {
		return nil
	}
	return f.holds(len(c.text.Documents))
}

// holds tells why a form can't hold a number of versions, or returns nil.
func (f *form) holds(versions int) error {
	if versions == 2 || f.many {
		return nil
	}
	return fmt.Errorf("%d versions, and %s holds two; want one of %s", versions, f.name, formNames(func(f *form) bool { return f.many }))
}
