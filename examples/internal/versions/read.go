// Package versions reads the versions of a text and pairs them row by row, for
// the commands that make a page or a book of them.
package versions

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"

	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/lang"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// Options say how files are read and paired.
type Options struct {
	sourceLanguage  *language.Tag
	targetLanguages []language.Tag // one for all, or one each; none: detected
	lines           bool           // each line of a plain text is a sentence
	passages        bool           // follow passages that have moved

	detector lang.Detector
}

// Define adds the flags that set the options.
func (o *Options) Define(flags *flag.FlagSet) {
	o.sourceLanguage = cli.LanguageFlag(flags, "source-lang", "language of SOURCE")
	flags.Func("target-lang", "language of TARGET, as -source-lang; of several, `tags` with commas between, such as es,fr", func(value string) error {
		o.targetLanguages = nil
		for name := range strings.SplitSeq(value, ",") {
			tag, err := language.Parse(name)
			if err != nil || tag == language.Und {
				return errors.New("want BCP 47 tags such as en or es-MX, with commas between")
			}
			o.targetLanguages = append(o.targetLanguages, tag)
		}
		return nil
	})
	flags.BoolVar(&o.lines, "lines", false, "each line of a plain text is a sentence")
	flags.BoolVar(&o.passages, "passages", false, "follow passages that a translation has moved elsewhere")
}

// Text is a version that was read.
type Text struct {
	File          string
	Title, Author string // that the file tells; a plain text tells none
	Document      *segment.Document
}

// Read reads a source and its translations: plain texts, web pages (.html, .htm,
// .xhtml), e-books (.epub) and TEI (.tei, .xml). An error is one line that names the file.
func (o *Options) Read(files []string) ([]Text, error) {
	tags, err := o.languages(len(files))
	if err != nil {
		return nil, err
	}
	texts := make([]Text, len(files))
	for i, file := range files {
		opts := segment.Options{Language: tags[i]}
		if o.lines {
			opts.Layout = segment.Lines
		}
		if texts[i], err = ReadText(file, opts, &o.detector); err != nil {
			return nil, err
		}
	}
	return texts, nil
}

// languages returns that of each of a number of files, und where it is to be
// detected.
func (o *Options) languages(files int) ([]language.Tag, error) {
	tags := make([]language.Tag, files)
	tags[0] = *o.sourceLanguage
	targets := tags[1:]
	switch len(o.targetLanguages) {
	case 0:
	case 1:
		for i := range targets {
			targets[i] = o.targetLanguages[0]
		}
	case len(targets):
		copy(targets, o.targetLanguages)
	default:
		return nil, cli.Usagef("-target-lang names %d languages for %d translations; want one, or one for each", len(o.targetLanguages), len(targets))
	}
	return tags, nil
}

// ReadText reads a text as [Options.Read] does. If opts names no language it is the
// one that the file says it is in, else what the detector finds.
func ReadText(file string, opts segment.Options, detector *lang.Detector) (Text, error) {
	switch strings.ToLower(filepath.Ext(file)) {
	case ".epub":
		return readBook(file, opts.Language, detector, readEPUB)
	case ".html", ".htm", ".xhtml":
		return readBook(file, opts.Language, detector, func(f *os.File) (*exchange.Book, error) { return exchange.ReadHTML(f) })
	case ".tei", ".xml":
		return readBook(file, opts.Language, detector, func(f *os.File) (*exchange.Book, error) { return exchange.ReadTEIText(f) })
	}
	doc, err := cli.ReadDocument(file, opts, detector)
	if err != nil {
		return Text{}, err
	}
	return Text{File: file, Document: doc}, nil
}

func readEPUB(f *os.File) (*exchange.Book, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	return exchange.ReadEPUB(f, info.Size())
}

// readBook reads a file with markup.
func readBook(file string, tag language.Tag, detector *lang.Detector, read func(*os.File) (*exchange.Book, error)) (Text, error) {
	f, err := cli.Open(file)
	if err != nil {
		return Text{}, err
	}
	defer f.Close()
	book, err := read(f)
	if err != nil {
		return Text{}, cli.FileError(file, err)
	}
	if tag == language.Und {
		tag = book.Language
	}
	if tag == language.Und {
		tag = detector.Detect(book.Text()).Language
	}
	doc, err := book.Document(tag)
	if err != nil {
		return Text{}, cli.FileError(file, err)
	}
	return Text{file, book.Title, book.Author, doc}, nil
}
