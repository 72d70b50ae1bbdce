// Edition makes a bilingual edition of a text and its translation: an e-book or
// a page.
//
//	edition -o memoir.epub -title "The Tide Tables" memoir.en.txt memoir.es.txt
//	edition -o candide.epub candide.en.epub candide.es.epub
//
// What is read may be plain text, a web page (.html, .htm, .xhtml) or an e-book
// (.epub). What is written is known by the name: .epub or .html.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/edition"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"golang.org/x/text/language"
)

type options struct {
	input
	output     string
	css        string
	translator string
	ui         *language.Tag
	edition    edition.EPUBOptions
}

func main() {
	flags := cli.Flags("edition", "[flags] -o OUT.epub|OUT.html SOURCE TARGET\n"+
		"SOURCE and TARGET are plain text, web pages (.html) or e-books (.epub).")
	var opts options
	opts.define(flags)
	cli.Main(flags, func(ctx context.Context, args []string) error {
		if len(args) != 2 {
			return cli.Usagef("%d files; want two: the source and its translation, after the flags", len(args))
		}
		if opts.writer() == nil {
			return cli.Usagef("output %q; want -o with a name that ends in .epub or .html", opts.output)
		}
		return run(ctx, args, &opts)
	})
}

func (o *options) define(flags *flag.FlagSet) {
	o.sourceLang = cli.LanguageFlag(flags, "source-lang", "language of SOURCE")
	o.targetLang = cli.LanguageFlag(flags, "target-lang", "language of TARGET")
	flags.BoolVar(&o.lines, "lines", false, "each line of a plain text is a sentence")
	flags.StringVar(&o.output, "o", "", "the edition to write, a `file` that ends in .epub or .html")
	flags.StringVar(&o.edition.Title, "title", "", "`title`; the book's own or the first heading if left out")
	flags.StringVar(&o.edition.Author, "author", "", "`author`; the book's own if left out")
	flags.StringVar(&o.translator, "translator", "", "`translator` of TARGET")
	flags.StringVar(&o.edition.Licence, "licence", "", "a `line` about the rights in the texts")
	flags.StringVar(&o.css, "css", "", "a style sheet, a `file`, added to the edition's own")
	flags.StringVar(&o.edition.Identifier, "identifier", "", "the e-book's `identifier`, such as a URN; made of the text if left out")
	o.ui = cli.LanguageFlag(flags, "interface", "language of labels, en or es")
	flags.Func("arrangement", "of an e-book's versions: alternating (`name`), columns or popups", func(name string) error {
		o.edition.Arrangement = edition.Arrangement(strings.TrimSuffix(name, "alternating"))
		switch o.edition.Arrangement {
		case edition.Alternating, edition.Columns, edition.Popups:
			return nil
		}
		return fmt.Errorf("want alternating, columns or popups")
	})
}

// writer returns what writes the kind of file that the output is to be, or nil.
func (o *options) writer() func(io.Writer, *exchange.Parallel) error {
	switch strings.ToLower(filepath.Ext(o.output)) {
	case ".epub":
		return func(w io.Writer, p *exchange.Parallel) error { return edition.WriteEPUB(w, p, &o.edition) }
	case ".html", ".htm":
		return func(w io.Writer, p *exchange.Parallel) error {
			return edition.WriteHTML(w, p, &o.edition.Options)
		}
	}
	return nil
}

// run makes the edition and says where it is.
func run(ctx context.Context, files []string, opts *options) error {
	if err := cli.CheckOutput(opts.output, files...); err != nil {
		return err
	}
	if opts.css != "" {
		css, err := cli.ReadText(opts.css)
		if err != nil {
			return err
		}
		opts.edition.CSS = css
	}
	source, target, err := opts.read(files[0], files[1])
	if err != nil {
		return err
	}
	opts.describe(source, files)
	progress := cli.NewProgress("aligning")
	a, err := align.Align(ctx, source.doc, target.doc, &align.Options{Progress: progress.Show})
	progress.Clear()
	if err != nil {
		return err
	}
	err = cli.WriteFile(opts.output, func(w io.Writer) error { return opts.writer()(w, exchange.Of(a)) })
	if err != nil {
		return err
	}
	place, err := filepath.Abs(opts.output)
	if err != nil {
		place = opts.output
	}
	fmt.Println(place)
	return nil
}

// describe fills in what the flags leave open. The date is that of the newest
// file read: the same files give the same book.
func (o *options) describe(source *text, files []string) {
	if o.edition.Title == "" {
		o.edition.Title = source.title
	}
	if o.edition.Author == "" {
		o.edition.Author = source.author
	}
	o.edition.Interface = *o.ui
	o.edition.Versions = []edition.Version{{}, {Translator: o.translator}}
	for _, file := range files {
		if info, err := os.Stat(file); err == nil && info.ModTime().After(o.edition.Modified) {
			o.edition.Modified = info.ModTime().Truncate(time.Second)
		}
	}
}
