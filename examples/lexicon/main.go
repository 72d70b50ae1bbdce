// Lexicon looks words up in the built-in lexicons, tells how much of a text they
// cover, and checks a lexicon of the user's own.
//
//	lexicon took 'in spite of'
//	lexicon -coverage -lang en memoir.txt
//	lexicon -check -source-lang de -target-lang fr own.tsv
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"os"
	"strings"

	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"golang.org/x/text/language"
)

type options struct {
	coverage, check        bool
	lang                   *language.Tag
	sourceLang, targetLang *language.Tag
	list                   int
}

func main() {
	flags := cli.Flags("lexicon", `[flags] WORD…
or -coverage [-lang TAG] [-list N] FILE…
or -check -source-lang TAG -target-lang TAG FILE…`)
	var opts options
	opts.define(flags)
	cli.Main(flags, func(_ context.Context, args []string) error {
		if len(args) == 0 {
			return cli.Usagef("nothing to look up; want a word or a file")
		}
		out := bufio.NewWriter(os.Stdout)
		err := run(out, args, &opts)
		if full := out.Flush(); full != nil {
			return cli.FileError("standard output", full)
		}
		return err
	})
}

func (o *options) define(flags *flag.FlagSet) {
	flags.BoolVar(&o.coverage, "coverage", false, "tell how many of the words of each FILE the built-in lexicons have")
	flags.BoolVar(&o.check, "check", false, "tell what is wrong with each FILE, a lexicon")
	o.lang = cli.LanguageFlag(flags, "lang", "with -coverage, language of FILE")
	o.sourceLang = cli.TagFlag(flags, "source-lang", "with -check, language of the lexicon's source")
	o.targetLang = cli.TagFlag(flags, "target-lang", "with -check, language of its target")
	flags.IntVar(&o.list, "list", 40, "show the `N` commonest words that are not covered")
}

func run(out *bufio.Writer, args []string, opts *options) error {
	switch {
	case opts.coverage && opts.check:
		return cli.Usagef("-coverage and -check; want one of them")
	case opts.list < 0:
		return cli.Usagef("want -list of at least 0")
	case opts.coverage:
		return coverAll(out, args, opts)
	case opts.check:
		return checkAll(out, args, opts)
	}
	for _, word := range args {
		if err := lookUp(out, word); err != nil {
			return err
		}
	}
	return nil
}

// lookUp shows the translations of a word in every lexicon that has it.
func lookUp(out *bufio.Writer, word string) error {
	found := false
	for _, other := range lexicon.Languages() {
		for _, l := range []*lexicon.Lexicon{lexicon.BuiltIn(language.English, other), lexicon.BuiltIn(other, language.English)} {
			if l != nil && showPairs(out, l, word) {
				found = true
			}
		}
	}
	if !found {
		return fmt.Errorf("%s: not a word of the lexicons, which have %v", word, lexicon.Languages())
	}
	return nil
}

// showPairs tells whether the lexicon has the word.
func showPairs(out *bufio.Writer, l *lexicon.Lexicon, word string) bool {
	pairs := l.Lookup(word)
	for i := 0; i < len(pairs); {
		head := pairs[i].Source
		var list []string
		for ; i < len(pairs) && pairs[i].Source == head; i++ {
			list = append(list, pairs[i].Target)
		}
		fmt.Fprintf(out, "%v-%v %s: %s\n", l.Source, l.Target, head, strings.Join(list, ", "))
	}
	return len(pairs) > 0
}
