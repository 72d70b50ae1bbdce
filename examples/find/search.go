package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

var errNothing = errors.New("nothing found")

func (f *finder) searchBook(ctx context.Context, book, quote string) error {
	q, err := f.readQuote(quote)
	if err != nil {
		return err
	}
	var builder align.IndexBuilder
	tag, err := f.addBook(&builder, book)
	if err != nil {
		return err
	}
	return f.search(ctx, q, builder.Index(), tag)
}

func (f *finder) searchIndex(ctx context.Context, quote string) error {
	q, err := f.readQuote(quote)
	if err != nil {
		return err
	}
	index, file, err := openIndex(f.index)
	if err != nil {
		return err
	}
	defer file.Close()
	return f.search(ctx, q, index, *f.bookLanguage)
}

// readQuote reads a quotation out of the command line, or a file.
func (f *finder) readQuote(quote string) (*segment.Document, error) {
	opts := segment.Options{Language: *f.quoteLanguage}
	if file, ok := strings.CutPrefix(quote, "@"); ok {
		return cli.ReadDocument(file, opts, &f.detector)
	}
	if opts.Language == language.Und {
		opts.Language = f.detector.Detect(quote).Language
	}
	doc, err := segment.Parse(quote, opts)
	if err != nil {
		return nil, fmt.Errorf("the quotation: %w", err)
	}
	return doc, nil
}

// search shows what it finds. The lexicons of the user's are for books in the
// given language.
func (f *finder) search(ctx context.Context, quote *segment.Document, index *align.Index, book language.Tag) error {
	var err error
	if f.options.Lexicons, err = f.lexicons.Load(quote.Language, book); err != nil {
		return err
	}
	hits, err := align.Find(ctx, quote, index, &f.options)
	if err != nil {
		return err
	}
	if len(hits) == 0 {
		return errNothing
	}
	out := bufio.NewWriter(os.Stdout)
	show(out, hits, len(index.Documents()) > 1)
	if err := out.Flush(); err != nil {
		return cli.FileError("standard output", err)
	}
	return nil
}

// show writes a line for each hit.
func show(out io.Writer, hits []align.Hit, named bool) {
	for _, h := range hits {
		if named {
			fmt.Fprintf(out, "%s\t", oneLine(h.Name))
		}
		start, end := bounds(h.Spans)
		fmt.Fprintf(out, "%d\t%d\t%.4f\t%s\n", start, end, h.Confidence, oneLine(h.Text))
	}
}

// bounds returns where the first of the spans starts and the last ends.
func bounds(spans []segment.Span) (start, end int) {
	if len(spans) == 0 {
		return 0, 0
	}
	return spans[0].Start, spans[len(spans)-1].End
}

// oneLine keeps a text to its field.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' {
			return ' '
		}
		return r
	}, text)
}
