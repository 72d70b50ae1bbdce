package main

import (
	"bufio"
	"context"
	"fmt"
	"os"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// writeIndex makes an index of books and writes it, whole or not at all.
func (f *finder) writeIndex(ctx context.Context, books []string) error {
	if err := cli.CheckOutput(f.index, books...); err != nil {
		return err
	}
	progress := cli.NewProgress("indexing")
	defer progress.Clear()
	var builder align.IndexBuilder
	for done, book := range books {
		if err := ctx.Err(); err != nil {
			return err
		}
		progress.Show(done, len(books))
		if _, err := f.add(&builder, book); err != nil {
			return err
		}
	}
	return cli.WriteFile(f.index, builder.Index().Write)
}

// add reads a book, puts it into the index and returns its language.
func (f *finder) add(builder *align.IndexBuilder, book string) (language.Tag, error) {
	doc, err := cli.ReadDocument(book, segment.Options{Language: *f.bookLanguage, Layout: f.layout}, &f.detector)
	if err != nil {
		return language.Und, err
	}
	if err := builder.Add(book, doc); err != nil {
		return language.Und, fmt.Errorf("%s: %w", book, err)
	}
	return doc.Language, nil
}

func readIndex(file string) (*align.Index, error) {
	in, err := os.Open(file)
	if err != nil {
		return nil, cli.FileError(file, err)
	}
	defer in.Close()
	index, err := align.ReadIndex(bufio.NewReader(in))
	if err != nil {
		return nil, cli.FileError(file, err)
	}
	return index, nil
}
