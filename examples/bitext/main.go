// Bitext aligns the sentences of a text and its translation.
//
//	bitext [flags] SOURCE TARGET
//	bitext [flags] -batch JOBS.tsv
//
// The answer in tsv is a bead a line: the numbers of its source sentences, a
// tab, those of its target sentences, a tab, and the probability that the bead
// is right. Numbers count from 0; an empty side is an omission or an addition.
//
//	0,1	0	0.9812
//
// With -lines each line of a text is a sentence, and the numbers are those of
// lines; else the sentences are found, and -format json tells where each is.
//
// With -batch a line of JOBS.tsv is SOURCE, TARGET and OUTPUT, set apart by
// tabs. The pairs are aligned side by side on all cores. One that fails is
// reported and does not stop the rest; the exit status at the end is then 1.
package main

import (
	"context"
	"flag"

	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/segment"
)

const synopsis = `[flags] SOURCE TARGET, or bitext [flags] -batch JOBS.tsv

Align the sentences of a text and its translation. A line of JOBS.tsv is
SOURCE, TARGET and OUTPUT, set apart by tabs.
`

func main() {
	flags := cli.Flags("bitext", synopsis)
	a := &aligner{format: formats["tsv"]}
	var batch, output string
	flags.StringVar(&batch, "batch", "", "align the pairs that `JOBS.tsv` lists, side by side")
	flags.StringVar(&output, "o", "", "write to `FILE`, not to standard output")
	a.addFlags(flags)
	cli.Main(flags, func(ctx context.Context, args []string) error {
		if batch != "" {
			if len(args) > 0 || output != "" || a.learned != "" {
				return cli.Usagef("-batch takes its files from JOBS.tsv; leave out -o, -learned, SOURCE and TARGET")
			}
			return a.batch(ctx, batch)
		}
		if len(args) != 2 {
			return cli.Usagef("want the flags first, then SOURCE and TARGET; got %d arguments after the flags", len(args))
		}
		progress := cli.NewProgress("aligning")
		defer progress.Clear()
		return a.pair(ctx, job{args[0], args[1], output}, progress.Show)
	})
}

func (a *aligner) addFlags(flags *flag.FlagSet) {
	a.sourceLanguage = cli.LanguageFlag(flags, "source-lang", "language of the source")
	a.targetLanguage = cli.LanguageFlag(flags, "target-lang", "language of the target")
	a.lexicons = cli.LexiconFlag(flags)
	flags.BoolVar(&a.options.NoLexicon, "no-lexicon", false, "do without the built-in lexicon")
	flags.BoolVar(&a.words, "words", false, "link words too (in json: the field links, a list for each bead)")
	flags.StringVar(&a.learned, "learned", "", "write the word pairs that the texts show to `FILE`, as a lexicon for -lexicon")
	flags.BoolFunc("lines", "each line is a sentence", func(string) error {
		a.layout = segment.Lines
		return nil
	})
	flags.Func("format", "`tsv or json` (tsv if left out)", func(name string) error {
		var known bool
		if a.format, known = formats[name]; !known {
			return cli.Usagef("want tsv or json")
		}
		return nil
	})
}
