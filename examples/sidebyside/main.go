// Sidebyside makes a bilingual page of a text and its translation.
//
//	sidebyside -o page.html memoir.en.txt memoir.es.txt
//
// The page is one HTML file that opens in any browser and prints as a book of
// facing pages.
package main

import (
	"context"
	"flag"
	"io"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/edition"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/lang"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

type options struct {
	sourceLang, targetLang *language.Tag
	lines                  bool
	words                  bool // link words too
	output                 string
	edition                edition.Options
}

func main() {
	flags := cli.Flags("sidebyside", "[flags] -o OUT.html SOURCE TARGET")
	var opts options
	opts.define(flags)
	cli.Main(flags, func(ctx context.Context, args []string) error {
		if len(args) != 2 {
			return cli.Usagef("want two files, the source and its translation, after the flags; got %d", len(args))
		}
		if opts.output == "" {
			return cli.Usagef("no output; want -o OUT.html")
		}
		return run(ctx, args[0], args[1], &opts)
	})
}

func (o *options) define(flags *flag.FlagSet) {
	o.sourceLang = cli.LanguageFlag(flags, "source-lang", "language of SOURCE")
	o.targetLang = cli.LanguageFlag(flags, "target-lang", "language of TARGET")
	flags.BoolVar(&o.lines, "lines", false, "each line of the files is a sentence")
	flags.BoolVar(&o.words, "words", false, "link words too: the word under the pointer is shown with its twin")
	flags.StringVar(&o.output, "o", "", "the page to write, a `file`")
	flags.StringVar(&o.edition.Title, "title", "", "`title` of the page; the first heading if left out")
	flags.StringVar(&o.edition.Author, "author", "", "`author` of the text")
}

// run makes the page and says where it is.
func run(ctx context.Context, source, target string, opts *options) error {
	if err := cli.CheckOutput(opts.output, source, target); err != nil {
		return err
	}
	a, err := alignFiles(ctx, source, target, opts)
	if err != nil {
		return err
	}
	opts.edition.Links = a.Links
	err = cli.WriteFile(opts.output, func(w io.Writer) error {
		return edition.WriteHTML(w, exchange.Of(a), &opts.edition)
	})
	if err != nil {
		return err
	}
	cli.ShowPlace(opts.output)
	return nil
}

func alignFiles(ctx context.Context, source, target string, opts *options) (*align.Alignment, error) {
	var layout segment.Layout
	if opts.lines {
		layout = segment.Lines
	}
	var detector lang.Detector
	sourceDoc, err := cli.ReadDocument(source, segment.Options{Language: *opts.sourceLang, Layout: layout}, &detector)
	if err != nil {
		return nil, err
	}
	targetDoc, err := cli.ReadDocument(target, segment.Options{Language: *opts.targetLang, Layout: layout}, &detector)
	if err != nil {
		return nil, err
	}
	progress := cli.NewProgress("aligning")
	defer progress.Clear()
	a, err := align.Align(ctx, sourceDoc, targetDoc, &align.Options{Progress: progress.Show})
	if err != nil || !opts.words {
		return a, err
	}
	learned, err := align.Learn(ctx, a, nil)
	if err != nil {
		return nil, err
	}
	a.Links = learned.Links()
	return a, nil
}
