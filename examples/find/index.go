package main

import (
	"context"
	"fmt"
	"os"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// writeIndex makes an index of books, or adds them to the one that there is, and
// writes it, whole or not at all.
func (f *finder) writeIndex(ctx context.Context, books []string) error {
	if err := cli.CheckOutput(f.index, books...); err != nil {
		return err
	}
	progress := cli.NewProgress("indexing")
	defer progress.Clear()
	builder := new(align.IndexBuilder)
	if f.add {
		var err error
		if builder, err = extendIndex(f.index); err != nil {
			return err
		}
	}
	for done, book := range books {
		if err := ctx.Err(); err != nil {
			return err
		}
		progress.Show(done, len(books))
		if _, err := f.addBook(builder, book); err != nil {
			return err
		}
	}
	return cli.WriteFile(f.index, builder.Index().Write)
}

// extendIndex reads an index that is to hold more.
func extendIndex(file string) (*align.IndexBuilder, error) {
	in, err := cli.Open(file)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	index, err := align.ReadIndex(in) // not OpenIndex: the file is to be replaced
	if err != nil {
		return nil, cli.FileError(file, err)
	}
	builder, err := index.Extend()
	if err != nil {
		return nil, cli.FileError(file, err)
	}
	return builder, nil
}

// addBook reads a book, puts it into the index and returns its language.
func (f *finder) addBook(builder *align.IndexBuilder, book string) (language.Tag, error) {
	doc, err := cli.ReadDocument(book, segment.Options{Language: *f.bookLanguage, Layout: f.layout}, &f.detector)
	if err != nil {
		return language.Und, err
	}
	if err := builder.Add(book, doc); err != nil {
		return language.Und, fmt.Errorf("%s: %w", book, err)
	}
	return doc.Language, nil
}

// openIndex opens an index, and the file that it needs as long as it is used.
func openIndex(file string) (*align.Index, *os.File, error) {
	in, err := cli.Open(file)
	if err != nil {
		return nil, nil, err
	}
	index, err := readIndex(in)
	if err != nil {
		in.Close()
		return nil, nil, cli.FileError(file, err)
	}
	return index, in, nil
}

func readIndex(in *os.File) (*align.Index, error) {
	info, err := in.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return align.ReadIndex(in) // a pipe has no size
	}
	return align.OpenIndex(in, info.Size())
}
