// Compare tells how versions of a text differ: two, or more, in any mix of
// languages.
//
//	compare memoir.en.txt memoir.es.txt
//	compare -o report.html first.txt second.txt third.txt
//
// The report says how much of each version is found in the others, what is left
// out and added and where, which passages have moved, which numbers, days and
// names differ between sentences that answer one another, and which links are
// the least certain. Of versions in one language it tells the words kept, changed
// and moved. Each version is compared with the first; of three and more a
// synopsis tells which of them have a passage.
//
// The report is plain text on standard output, or with -o a page.
package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/lang"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

const synopsis = `[flags] FILE FILE...

Tell how versions of a text differ. The first file is the one that each of the
others is compared with.
`

type options struct {
	languages []language.Tag // of the files; detected if there are fewer
	layout    segment.Layout
	least     int // sentences of a gap that is shown
	most      int // entries of a list on the terminal
	output    string
}

func main() {
	flags := cli.Flags("compare", synopsis)
	var opts options
	opts.define(flags)
	cli.Main(flags, func(ctx context.Context, args []string) error {
		switch {
		case len(args) < 2:
			return cli.Usagef("want two files or more after the flags; got %d", len(args))
		case len(opts.languages) > 0 && len(opts.languages) != len(args):
			return cli.Usagef("-lang has %d languages, and there are %d files; want one each", len(opts.languages), len(args))
		case opts.least < 1 || opts.most < 0:
			return cli.Usagef("want -gap of at least 1, and -n of at least 0")
		}
		return opts.run(ctx, args)
	})
}

func (o *options) define(flags *flag.FlagSet) {
	flags.Func("lang", "languages of the files in their order, as BCP 47 `tags` set apart by commas: en,es; detected if left out", o.setLanguages)
	flags.BoolFunc("lines", "each line of the files is a sentence", func(string) error {
		o.layout = segment.Lines
		return nil
	})
	flags.IntVar(&o.least, "gap", 3, "show each gap of this `number` of sentences or more, and count the others")
	flags.IntVar(&o.most, "n", 20, "on the terminal show this `number` of entries of a list at most; 0 means all")
	flags.StringVar(&o.output, "o", "", "write the report as a page of HTML, a `file`")
}

func (o *options) setLanguages(list string) error {
	o.languages = nil
	for name := range strings.SplitSeq(list, ",") {
		tag, err := language.Parse(strings.TrimSpace(name))
		if err != nil || tag == language.Und {
			return errors.New("want BCP 47 tags set apart by commas, such as en,es")
		}
		o.languages = append(o.languages, tag)
	}
	return nil
}

func (o *options) run(ctx context.Context, files []string) error {
	if err := cli.CheckOutput(o.output, files...); err != nil {
		return err
	}
	docs, err := o.read(files)
	if err != nil {
		return err
	}
	r, err := newReport(ctx, files, docs, o)
	if err != nil {
		return err
	}
	if o.output == "" {
		out := bufio.NewWriter(os.Stdout)
		r.writeText(out, o.most)
		if err := out.Flush(); err != nil {
			return cli.FileError("standard output", err)
		}
		return nil
	}
	if err := cli.WriteFile(o.output, func(w io.Writer) error { return r.writeHTML(w) }); err != nil {
		return err
	}
	cli.ShowPlace(o.output)
	return nil
}

func (o *options) read(files []string) ([]*segment.Document, error) {
	var detector lang.Detector
	docs := make([]*segment.Document, len(files))
	for k, file := range files {
		opts := segment.Options{Layout: o.layout}
		if o.languages != nil {
			opts.Language = o.languages[k]
		}
		doc, err := cli.ReadDocument(file, opts, &detector)
		if err != nil {
			return nil, err
		}
		if len(doc.Sentences) == 0 {
			return nil, fmt.Errorf("%s: there is no sentence in it; want a text", file)
		}
		docs[k] = doc
	}
	return docs, nil
}
