// Find looks for a quotation in a book, in the book's language or another.
//
//	find [flags] BOOK QUOTE
//	find [flags] -index FILE QUOTE
//	find [flags] -build -index FILE BOOK...
//	find [flags] -add -index FILE BOOK...
//
// QUOTE is a text of a few sentences, or @FILE, a file that holds one. Each
// place where the book has it is a line, the best first: the byte offsets in
// the book at which it starts and ends, the probability that it is right, and
// what it reads there.
//
//	51023	51217	0.9934	Tiramos 1200 ejemplares. En todos ellos, ...
//
// With -build an index of any number of books, of one language or of several,
// is made and written to FILE; with -add more books are put into it. With -index
// alone it is searched, and the books themselves are no longer needed. If it
// holds several, each line begins with the name of the book, as it was given
// when the index was built, and a tab.
//
// The languages are detected unless they are given. A short quotation gives a
// detector little to go by: -lang is then the better choice. A -lexicon of yours
// needs -book-lang beside -index, since an index may hold many languages.
//
// The exit status is 0 if something was found (or an index built), 2 after
// wrong usage, and 1 if nothing was found, which is said on standard error, or
// after a failure.
package main

import (
	"context"
	"flag"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/lang"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

const synopsis = `[flags] BOOK QUOTE, or find [flags] -index FILE QUOTE, or find [flags] -build|-add -index FILE BOOK...

Look for a quotation in a book or in an index of many. QUOTE is a text, or
@FILE. A place where it is found is a line START<TAB>END<TAB>CONFIDENCE<TAB>TEXT,
with byte offsets into the book. The exit status is 1 if nothing is found.
`

// finder is what the flags ask for.
type finder struct {
	quoteLanguage, bookLanguage *language.Tag // und: detected
	detector                    lang.Detector
	lexicons                    *cli.Lexicons
	layout                      segment.Layout
	index                       string // file
	build, add                  bool   // the index is to be made, or to hold more
	ownLexicon                  bool
	options                     align.FindOptions
}

func main() {
	flags := cli.Flags("find", synopsis)
	f := &finder{}
	f.quoteLanguage = cli.LanguageFlag(flags, "lang", "language of QUOTE")
	f.bookLanguage = cli.LanguageFlag(flags, "book-lang", "language of BOOK")
	f.lexicons = cli.LexiconFlag(flags)
	flags.StringVar(&f.index, "index", "", "search the index in `FILE`, or with -build or -add write it")
	flags.BoolVar(&f.build, "build", false, "make an index of the books")
	flags.BoolVar(&f.add, "add", false, "put the books into the index that there is")
	flags.BoolVar(&f.options.NoLexicon, "no-lexicon", false, "do without the built-in lexicons")
	flags.Float64Var(&f.options.Least, "least", align.DefaultLeast, "show places of this `confidence` and more, above 0 to 1")
	flags.IntVar(&f.options.Most, "n", align.DefaultMost, "show this `number` of places at most")
	flags.BoolFunc("lines", "each line of a book is a sentence", func(string) error {
		f.layout = segment.Lines
		return nil
	})
	cli.Main(flags, func(ctx context.Context, args []string) error {
		flags.Visit(func(set *flag.Flag) { f.ownLexicon = f.ownLexicon || set.Name == "lexicon" })
		return f.run(ctx, args)
	})
}

func (f *finder) run(ctx context.Context, args []string) error {
	if f.options.Most < 1 || !(f.options.Least > 0 && f.options.Least <= 1) {
		return cli.Usagef("want -n of at least 1 and -least above 0 to 1")
	}
	switch {
	case f.build && f.add:
		return cli.Usagef("-build makes an index, -add puts books into one that there is; want one of them")
	case (f.build || f.add) && f.index == "":
		return cli.Usagef("-build and -add need -index FILE, the file to write")
	case (f.build || f.add) && len(args) == 0:
		return cli.Usagef("no books; want their files after the flags")
	case f.build || f.add:
		return f.writeIndex(ctx, args)
	case f.index != "" && len(args) != 1:
		return cli.Usagef("%d arguments; want one with -index: the quotation, after the flags", len(args))
	case f.index != "" && *f.bookLanguage == language.Und && f.ownLexicon:
		return cli.Usagef("-lexicon with -index needs -book-lang, the language of the books it is for")
	case f.index != "":
		return f.searchIndex(ctx, args[0])
	case len(args) != 2:
		return cli.Usagef("%d arguments; want two: a book and a quotation, after the flags", len(args))
	}
	return f.searchBook(ctx, args[0], args[1])
}
