package versions

import (
	"context"
	"errors"
	"flag"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/edition"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"golang.org/x/text/language"
)

// DefineEdition adds the flags that say what the texts themselves don't.
func DefineEdition(flags *flag.FlagSet, opts *edition.Options) {
	flags.StringVar(&opts.Title, "title", "", "`title`; the text's own or its first heading if left out")
	flags.StringVar(&opts.Author, "author", "", "`author`; the text's own if left out")
	flags.StringVar(&opts.Licence, "licence", "", "a `line` about the rights in the texts")
	flags.Func("name", "`name` of a version, as its own readers should see it; may be repeated, in the order of the files", func(name string) error {
		opts.Versions = append(opts.Versions, edition.Version{Name: name})
		return nil
	})
	flags.Func("interface", "`language` of labels and messages: en or es (default en)", func(name string) error {
		switch name {
		case "en":
			opts.Interface = language.English
		case "es":
			opts.Interface = language.Spanish
		default:
			return errors.New("want en or es")
		}
		return nil
	})
}

// CheckNames makes sure that no more versions have got names than there are.
func CheckNames(opts *edition.Options, count int) error {
	if len(opts.Versions) > count {
		return cli.Usagef("-name is there %d times for %d versions", len(opts.Versions), count)
	}
	return nil
}

// Describe fills in title and author, where they are left open, as the source
// tells them or else the first translation that does. A text without any heading
// has the name of its file for a title.
func Describe(opts *edition.Options, texts []Text) {
	for _, t := range texts {
		if opts.Title == "" {
			opts.Title = t.Title
		}
		if opts.Author == "" {
			opts.Author = t.Author
		}
	}
	if opts.Title == "" {
		opts.Title = cli.FileTitle(texts[0].File, texts[0].Document)
	}
}

// LinkWords learns which words of each version answer those of the first, and
// adds the links to the edition. The error is ctx's.
func LinkWords(ctx context.Context, text *exchange.Parallel, opts *edition.Options) error {
	for len(opts.Versions) < len(text.Documents) {
		opts.Versions = append(opts.Versions, edition.Version{})
	}
	progress := cli.NewProgress("linking words")
	defer progress.Clear()
	for v := 1; v < len(text.Documents); v++ {
		progress.Show(v-1, len(text.Documents)-1)
		var err error
		if opts.Versions[v].Links, err = wordLinks(ctx, text, v); err != nil {
			return err
		}
	}
	return nil
}

// wordLinks returns the links of a version's words to those of the first, row by
// row.
func wordLinks(ctx context.Context, text *exchange.Parallel, version int) ([][]align.WordLink, error) {
	a := &align.Alignment{Source: text.Documents[0], Target: text.Documents[version]}
	var rows []int // of the beads
	for i, row := range text.Rows {
		b := align.Bead{Source: row.Ranges[0], Target: row.Ranges[version], Confidence: row.Confidence}
		if b.Source.Len()+b.Target.Len() > 0 {
			a.Beads = append(a.Beads, b)
			rows = append(rows, i)
		}
	}
	learned, err := align.Learn(ctx, a, nil)
	if err != nil {
		return nil, err
	}
	links := make([][]align.WordLink, len(text.Rows))
	for bead, l := range learned.Links() {
		links[rows[bead]] = l
	}
	return links, nil
}
