// Sidebyside makes a page of a text and its translations, the versions side by
// side.
//
//	sidebyside -o page.html memoir.en.txt memoir.es.txt
//	sidebyside -o page.html memoir.en.txt memoir.es.txt memoir.es.abridged.txt
//
// The versions are plain texts, web pages (.html, .htm, .xhtml), e-books (.epub)
// or TEI (.tei, .xml), in any mix. The page is one HTML file that opens in any browser and
// prints as a book of facing pages.
package main

import (
	"context"
	"flag"
	"io"

	"github.com/hexapla/hexapla/align/edition"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/examples/internal/versions"
)

type options struct {
	versions.Options
	words   bool // link words too
	output  string
	edition edition.Options
}

func main() {
	flags := cli.Flags("sidebyside", "[flags] -o OUT.html SOURCE TARGET...\n"+
		"SOURCE and its translations are plain text, web pages (.html), e-books (.epub) or TEI (.tei, .xml).")
	var opts options
	opts.define(flags)
	cli.Main(flags, func(ctx context.Context, args []string) error {
		if len(args) < 2 {
			return cli.Usagef("want two files or more, the source and its translations, after the flags; got %d", len(args))
		}
		if opts.output == "" {
			return cli.Usagef("no output; want -o OUT.html")
		}
		if err := versions.CheckNames(&opts.edition, len(args)); err != nil {
			return err
		}
		return run(ctx, args, &opts)
	})
}

func (o *options) define(flags *flag.FlagSet) {
	o.Options.Define(flags)
	flags.BoolVar(&o.words, "words", false, "link words too: the word under the pointer is shown with its twins")
	flags.StringVar(&o.output, "o", "", "the page to write, a `file`")
	versions.DefineEdition(flags, &o.edition)
}

// run makes the page and says where it is.
func run(ctx context.Context, files []string, opts *options) error {
	if err := cli.CheckOutput(opts.output, files...); err != nil {
		return err
	}
	texts, err := opts.Read(files)
	if err != nil {
		return err
	}
	versions.Describe(&opts.edition, texts)
	text, err := opts.Pair(ctx, texts)
	if err != nil {
		return err
	}
	if opts.words {
		if err := versions.LinkWords(ctx, text, &opts.edition); err != nil {
			return err
		}
	}
	err = cli.WriteFile(opts.output, func(w io.Writer) error {
		return edition.WriteHTML(w, text, &opts.edition)
	})
	if err != nil {
		return err
	}
	cli.ShowPlace(opts.output)
	return nil
}
