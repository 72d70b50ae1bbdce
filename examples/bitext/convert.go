package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// convert reads an alignment in the form a.from and writes it in a.form.
func (a *aligner) convert(files []string, output string) error {
	if len(files) == 0 {
		return cli.Usagef("no file to read; want -from %s and then %s", a.from.name, a.from.reads)
	}
	if a.from.readRows == nil {
		c, err := a.from.read(a, files)
		if err != nil {
			return err
		}
		return a.writeRead(c, files, output)
	}
	rows, err := a.from.readRows(a, files)
	if err != nil {
		return err
	}
	if a.form.writeRows != nil && areRegular(files) {
		return a.stream(rows, files, output)
	}
	text, err := exchange.Collect(rows.arranged())
	if err != nil {
		return err
	}
	return a.writeRead(&content{text: text}, files, output)
}

// writeRead writes what was read.
func (a *aligner) writeRead(c *content, files []string, output string) error {
	if c.text != nil && len(c.text.Documents) == 0 {
		return cli.FileError(files[0], exchange.ErrNoText)
	}
	c.file = files[0]
	if err := c.fits(a.form); err != nil {
		return cli.FileError(files[0], err)
	}
	names, err := a.outputs(output, c.languages(), files)
	if err != nil {
		return err
	}
	return a.write(c, names)
}

// count is an error unless there are as many files as the form is read of.
func (f *form) count(files []string, want ...int) error {
	for _, n := range want {
		if len(files) == n {
			return nil
		}
	}
	return cli.Usagef("-from %s reads %s; got %d arguments after the flags", f.name, f.reads, len(files))
}

// readFile opens a file and reads it. The error names the file.
func readFile[T any](file string, read func(io.Reader) (T, error)) (T, error) {
	f, err := cli.Open(file)
	if err != nil {
		var none T
		return none, err
	}
	defer f.Close()
	value, err := read(f)
	if err != nil {
		err = cli.FileError(file, err)
	}
	return value, err
}

// oneFile reads a form that is one file and holds its texts.
func oneFile(read func(io.Reader) (*content, error)) func(*aligner, []string) (*content, error) {
	return func(a *aligner, files []string) (*content, error) {
		if err := a.from.count(files, 1); err != nil {
			return nil, err
		}
		return readFile(files[0], read)
	}
}

func readJSON(r io.Reader) (*content, error) {
	a, err := exchange.ReadJSON(r)
	if err != nil {
		return nil, err
	}
	return aligned(a), nil
}

func readTEI(r io.Reader) (*content, error) {
	text, err := exchange.ReadTEI(r)
	return &content{text: text}, err
}

// numbersIn reads a form of sentence numbers, and the two texts if they are
// given.
func numbersIn(read func(io.Reader) ([]align.Bead, error)) func(*aligner, []string) (*content, error) {
	return func(a *aligner, files []string) (*content, error) {
		if err := a.from.count(files, 1, 3); err != nil {
			return nil, err
		}
		beads, err := readFile(files[0], read)
		if err != nil || len(files) == 1 {
			return &content{beads: beads}, err
		}
		source, target, err := a.readBoth(files[1], files[2])
		if err != nil {
			return nil, err
		}
		return joined(files[0], source, target, beads)
	}
}

// joined puts beads and the texts of which they tell together.
func joined(file string, source, target *segment.Document, beads []align.Bead) (*content, error) {
	c := aligned(&align.Alignment{Source: source, Target: target, Beads: beads})
	if err := c.text.Check(); err != nil {
		return nil, fmt.Errorf("%s: it doesn't fit the texts: %w (with -lines each line of a text is a sentence)", file, err)
	}
	return c, nil
}

// readXCES reads an alignment and its texts, which are XCES too or, if they
// aren't, have sentences that are called s1, s2 and so on.
func (a *aligner) readXCES(files []string) (*content, error) {
	if err := a.from.count(files, 3); err != nil {
		return nil, err
	}
	var texts [2]*exchange.XCESText
	for i, tag := range []language.Tag{*a.sourceLanguage, *a.targetLanguage} {
		var err error
		if texts[i], err = a.readXCESText(files[1+i], tag); err != nil {
			return nil, err
		}
	}
	beads, err := readFile(files[0], func(r io.Reader) ([]align.Bead, error) {
		return exchange.ReadXCES(r, texts[0].IDs, texts[1].IDs)
	})
	if err != nil {
		return nil, err
	}
	return joined(files[0], texts[0].Document, texts[1].Document, beads)
}

// gzipMagic begins what is packed by gzip, as OPUS has its texts.
const gzipMagic = "\x1f\x8b"

func (a *aligner) readXCESText(file string, tag language.Tag) (*exchange.XCESText, error) {
	plain, err := cli.ReadText(file)
	if err != nil {
		return nil, err
	}
	if isXML := strings.HasPrefix(strings.TrimPrefix(plain, "\uFEFF"), "<?xml"); isXML || strings.HasPrefix(plain, gzipMagic) {
		text, err := exchange.ReadXCESText(strings.NewReader(plain))
		if err != nil {
			return nil, cli.FileError(file, err)
		}
		if tag != language.Und {
			text.Document.Language = tag
		}
		return text, nil
	}
	doc, err := a.read(file, tag)
	if err != nil {
		return nil, err
	}
	text := &exchange.XCESText{Document: doc}
	for i := range doc.Sentences {
		text.IDs = append(text.IDs, fmt.Sprintf("s%d", i+1))
	}
	return text, nil
}
