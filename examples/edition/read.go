package main

import (
	"fmt"
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
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	book, err := read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if tag == language.Und {
		tag = book.Language
	}
	if tag == language.Und {
		tag = in.detector.Detect(book.Text()).Language
	}
	doc, err := book.Document(tag)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return &text{book.Title, book.Author, doc}, nil
}
