// Edition makes an edition of a text and its translations: an e-book or a page.
//
//	edition -o memoir.epub -title "The Tide Tables" memoir.en.txt memoir.es.txt
//	edition -o candide.epub candide.fr.epub candide.en.epub candide.es.epub
//	edition -o memoir.html memoir.tmx
//
// What is read may be plain texts, web pages (.html, .htm, .xhtml), e-books (.epub)
// and TEI (.tei, .xml), in any mix; or one file with an alignment of any number of
// versions that was made before: .json, .tmx, .xlf (XLIFF) or .tei. What is written
// is known by the name: .epub or .html.
package main

import (
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/hexapla/hexapla/align/edition"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/examples/internal/versions"
)

type options struct {
	versions.Options
	output      string
	words       bool // link words too
	arranged    bool // an arrangement was asked for
	css         string
	translators []string // of the versions after the first
	edition     edition.EPUBOptions
}

func main() {
	flags := cli.Flags("edition", "[flags] -o OUT.epub|OUT.html SOURCE TARGET... | ALIGNMENT\n"+
		"SOURCE and its translations are plain text, web pages (.html), e-books (.epub) or TEI (.tei, .xml);\n"+
		"ALIGNMENT is a .json, .tmx, .xlf or .tei file.")
	var opts options
	opts.define(flags)
	cli.Main(flags, func(ctx context.Context, args []string) error {
		if len(args) == 0 {
			return cli.Usagef("no input; want the source and its translations, or one alignment, after the flags")
		}
		if opts.writer() == nil {
			return cli.Usagef("output %q; want -o with a name that ends in .epub or .html", opts.output)
		}
		if opts.words && isBook(opts.output) {
			return cli.Usagef("an e-book shows no word links; leave out -words, or want -o with a name that ends in .html")
		}
		if (opts.arranged || opts.edition.Identifier != "") && !isBook(opts.output) {
			return cli.Usagef("-arrangement and -identifier are for e-books; leave them out, or want -o with a name that ends in .epub")
		}
		return run(ctx, args, &opts)
	})
}

func (o *options) define(flags *flag.FlagSet) {
	o.Options.Define(flags)
	flags.BoolVar(&o.words, "words", false, "link words too, on a page: the word under the pointer is shown with its twins")
	flags.StringVar(&o.output, "o", "", "the edition to write, a `file` that ends in .epub or .html")
	versions.DefineEdition(flags, &o.edition.Options)
	flags.Func("translator", "`translator` of a version after the first; may be repeated, in the order of the files", func(name string) error {
		o.translators = append(o.translators, name)
		return nil
	})
	flags.StringVar(&o.css, "css", "", "a style sheet, a `file`, added to the edition's own")
	flags.StringVar(&o.edition.Identifier, "identifier", "", "the e-book's `identifier`, such as a URN; made of the text if left out")
	flags.Func("arrangement", "`how` the versions of an e-book stand: alternating, columns or popups (default alternating)", func(name string) error {
		o.arranged = true
		switch name {
		case "alternating":
			o.edition.Arrangement = edition.Alternating
		case "columns":
			o.edition.Arrangement = edition.Columns
		case "popups":
			o.edition.Arrangement = edition.Popups
		default:
			return errors.New("want alternating, columns or popups")
		}
		return nil
	})
}

func isBook(file string) bool { return strings.EqualFold(filepath.Ext(file), ".epub") }

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
	text, err := opts.text(ctx, files)
	if err != nil {
		return err
	}
	if err := opts.checkVersions(len(text.Documents)); err != nil {
		return err
	}
	opts.describe(len(text.Documents), files)
	if opts.words {
		if err := versions.LinkWords(ctx, text, &opts.edition.Options); err != nil {
			return err
		}
	}
	err = cli.WriteFile(opts.output, func(w io.Writer) error { return opts.writer()(w, text) })
	if err != nil {
		return err
	}
	cli.ShowPlace(opts.output)
	return nil
}

// text reads an alignment, or reads texts and pairs them.
func (o *options) text(ctx context.Context, files []string) (*exchange.Parallel, error) {
	if len(files) == 1 {
		text, err := readAlignment(files[0])
		if err == nil && o.edition.Title == "" {
			o.edition.Title = cli.FileTitle(files[0], text.Documents[0])
		}
		return text, err
	}
	if err := o.checkVersions(len(files)); err != nil {
		return nil, err
	}
	texts, err := o.Read(files)
	if err != nil {
		return nil, err
	}
	versions.Describe(&o.edition.Options, texts)
	return o.Pair(ctx, texts)
}

// checkVersions makes sure that the flags tell of no more versions than there are.
func (o *options) checkVersions(count int) error {
	if len(o.translators) > max(count-1, 0) {
		return cli.Usagef("-translator is there %d times for %d versions; the first has none", len(o.translators), count)
	}
	return versions.CheckNames(&o.edition.Options, count)
}

// describe fills in what is known of the versions. The date is that of the newest
// file read: the same files give the same book.
func (o *options) describe(count int, files []string) {
	for len(o.edition.Versions) < count {
		o.edition.Versions = append(o.edition.Versions, edition.Version{})
	}
	for i, name := range o.translators {
		o.edition.Versions[1+i].Translator = name
	}
	for _, file := range files {
		if info, err := os.Stat(file); err == nil && info.ModTime().After(o.edition.Modified) {
			o.edition.Modified = info.ModTime().Truncate(time.Second)
		}
	}
}
