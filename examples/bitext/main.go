// Bitext aligns the sentences of a text and its translation.
//
//	bitext [flags] SOURCE TARGET
//	bitext [flags] -batch JOBS.tsv
//	bitext [flags] -from FORMAT -to FORMAT FILE...
//
// The answer in tsv is a bead a line: the numbers of its source sentences, a
// tab, those of its target sentences, a tab, and the probability that the bead
// is right. Numbers count from 0; an empty side is an omission or an addition.
//
//	0,1	0	0.9812
//
// With -lines each line of a text is a sentence, and the numbers are those of
// lines; else the sentences are found, and -format json tells where each is. A
// text may also be a web page (.html, .htm, .xhtml), an e-book (.epub) or TEI (.tei,
// .xml); the offsets in json are then those of the text in it, as json has it.
//
// With -passages, passages that stand elsewhere in the target are followed there.
// The beads are then in the order of the source, and cross.
//
// With -batch a line of JOBS.tsv is SOURCE, TARGET and OUTPUT, set apart by
// tabs. The pairs are aligned side by side on all cores. One that fails is
// reported and does not stop the rest; the exit status at the end is then 1.
//
// With -format the answer is in another form: json is the alignment whole; tmx,
// xliff, bisentences and moses are rows of words, of which -min-confidence
// leaves out the doubtful; tei is the texts with their links; ladder, like tsv,
// is sentence numbers; html and epub are editions to be read. Two forms are
// several files, and want -o: with -o NAME, moses is NAME.en and NAME.es, by the
// languages of the texts (NAME.en and NAME.en2 if they have the same), and xces
// is the alignment NAME beside the texts NAME.en and NAME.es.
//
// With -from nothing is aligned: an alignment is read in one form and written
// in another. FILE is one file, but two for moses, a version each, and for the
// forms of sentence numbers, tsv, ladder and xces, three: FILE SOURCE TARGET.
// To turn tsv into ladder or back FILE is enough. What the other form can't
// hold is lost. Of a tmx -source-lang and -target-lang, given both, choose two of
// the languages. tmx, xliff, bisentences and moses are turned into one another row
// by row, in memory that doesn't grow with the file; to and from other forms
// the files are held in memory.
package main

import (
	"context"
	"flag"

	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/segment"
)

const synopsis = `[flags] SOURCE TARGET, or bitext [flags] -batch JOBS.tsv,
       or bitext [flags] -from FORMAT -to FORMAT FILE...

Align the sentences of a text and its translation, or turn an alignment into
another form. A text may be plain, .html, .epub, .tei or .xml (TEI). A line of
JOBS.tsv is SOURCE, TARGET and OUTPUT, set apart by tabs.
`

func main() {
	flags := cli.Flags("bitext", synopsis)
	a := newAligner()
	var batch, output string
	flags.StringVar(&batch, "batch", "", "align the pairs that `JOBS.tsv` lists, side by side")
	flags.StringVar(&output, "o", "", "write to `FILE`, not to standard output")
	a.addFlags(flags)
	cli.Main(flags, func(ctx context.Context, args []string) error {
		if err := a.check(flags, batch == "" && output == ""); err != nil {
			return err
		}
		if a.from != nil {
			return a.convert(args, output)
		}
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
	flags.BoolVar(&a.options.NoLexicon, "no-lexicon", false, "do without the built-in lexicons")
	flags.BoolVar(&a.passages, "passages", false, "follow passages that stand elsewhere in the target; beads are in the order of the source, and cross")
	flags.BoolVar(&a.words, "words", false, "link words too (in json: the field links, a list for each bead; in html shown under the pointer)")
	flags.StringVar(&a.learned, "learned", "", "write the word pairs that the texts show to `FILE`, as a lexicon for -lexicon")
	flags.BoolFunc("lines", "each line is a sentence", func(string) error {
		a.layout = segment.Lines
		return nil
	})
	a.addFormFlags(flags)
}
