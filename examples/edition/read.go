package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/lang"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// input says how files are read.
type input struct {
	sourceLang, targetLang *language.Tag
	lines                  bool

	detector lang.Detector
}

// readAlignment reads a file of an alignment that was made before.
func readAlignment(file string) (*exchange.Parallel, error) {
	read := alignmentReader(file)
	if read == nil {
		return nil, cli.Usagef("%s alone; want the source and its translation, or an alignment in .json, .tmx, .xlf or .tei", file)
	}
	f, err := cli.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := read(f)
	if err == nil && len(text.Documents) == 0 {
		err = exchange.ErrNoText
	}
	if err != nil {
		return nil, cli.FileError(file, err)
	}
	return text, nil
}

// alignmentReader returns what reads the kind of file, or nil.
func alignmentReader(file string) func(io.Reader) (*exchange.Parallel, error) {
	switch strings.ToLower(filepath.Ext(file)) {
	case ".json":
		return func(r io.Reader) (*exchange.Parallel, error) {
			a, err := exchange.ReadJSON(r)
			if err != nil {
				return nil, err
			}
			return exchange.Of(a), nil
		}
	case ".tmx":
		return func(r io.Reader) (*exchange.Parallel, error) { return exchange.Collect(exchange.ReadTMX(r)) }
	case ".xlf", ".xliff":
		return func(r io.Reader) (*exchange.Parallel, error) { return exchange.Collect(exchange.ReadXLIFF(r)) }
	case ".tei":
		return exchange.ReadTEI
	}
	return nil
}

// text is a file that was read.
type text struct {
	title, author string
	doc           *segment.Document
}

func (in *input) read(source, target string) (*text, *text, error) {
	s, err := in.readFile(source, *in.sourceLang)
	if err != nil {
		return nil, nil, err
	}
	t, err := in.readFile(target, *in.targetLang)
	if err != nil {
		return nil, nil, err
	}
	return s, t, nil
}

func (in *input) readFile(file string, tag language.Tag) (*text, error) {
	switch strings.ToLower(filepath.Ext(file)) {
	case ".epub":
		return in.readBook(file, tag, readEPUB)
	case ".html", ".htm", ".xhtml":
		return in.readBook(file, tag, func(f *os.File) (*exchange.Book, error) { return exchange.ReadHTML(f) })
	}
	opts := segment.Options{Language: tag}
	if in.lines {
		opts.Layout = segment.Lines
	}
	doc, err := cli.ReadDocument(file, opts, &in.detector)
	if err != nil {
		return nil, err
	}
	return &text{doc: doc}, nil
}

func readEPUB(f *os.File) (*exchange.Book, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	return exchange.ReadEPUB(f, info.Size())
}

// readBook reads a file with markup. Its language is the one given, else the one
// that it says it is in, else what the detector finds.
func (in *input) readBook(file string, tag language.Tag, read func(*os.File) (*exchange.Book, error)) (*text, error) {
	f, err := cli.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	book, err := read(f)
	if err != nil {
		return nil, cli.FileError(file, err)
	}
	if tag == language.Und {
		tag = book.Language
	}
	if tag == language.Und {
		tag = in.detector.Detect(book.Text()).Language
	}
	doc, err := book.Document(tag)
	if err != nil {
		return nil, cli.FileError(file, err)
	}
	return &text{book.Title, book.Author, doc}, nil
}
