// Score tells how good alignments are.
//
//	score GOLD ANSWER [GOLD ANSWER ...]
//	score -run [flags] DIR...
//	score -segmentation FILE...
//
// The first form compares answers with reference alignments, both in the form
// that bitext writes, and adds the counts up.
//
// With -run it aligns the documents found in or below each DIR and compares
// them with their gold. A document is a folder that holds src.txt, tgt.txt, a
// sentence a line, and gold.tsv; its languages are the last two parts of the
// name of a folder above it, or its own, such as news-en-es. The documents
// side by side in one folder are a set, and a set is a row: documents, gold
// beads, strict precision, recall and F1, lax F1, link F1, and the seconds
// that cutting and aligning took. Documents whose own names end in their
// languages are each a set. The last row is the mean over the sets.
//
// With -segmentation it scores the sentence boundaries of package segment.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/hexapla/hexapla/align/score"
	"github.com/hexapla/hexapla/examples/internal/cli"
)

const synopsis = `GOLD ANSWER [GOLD ANSWER ...], or score -run [flags] DIR..., or score -segmentation FILE...

Compare alignments with reference ones; or align the documents below each DIR
and compare them with their gold; or score the boundaries of sentences.
`

func main() {
	flags := cli.Flags("score", synopsis)
	var r runner
	run := flags.Bool("run", false, "align and score the documents in or below each DIR")
	segments := flags.Bool("segmentation", false, "score the sentence boundaries of package segment against FILEs")
	flags.BoolVar(&r.documents, "documents", false, "as -run, with a row for each document")
	flags.BoolVar(&r.errors, "errors", false, "as -run, and list the beads that differ, with their texts")
	flags.BoolVar(&r.calibration, "calibration", false, "as -run, and tell how well confidences foretell what is right")
	flags.BoolVar(&r.passages, "passages", false, "with -run, follow passages that stand elsewhere in the target")
	r.lexicons = cli.LexiconFlag(flags)
	flags.BoolVar(&r.options.NoLexicon, "no-lexicon", false, "with -run, do without the built-in lexicons")
	cli.Main(flags, func(ctx context.Context, args []string) error {
		running := *run || r.documents || r.errors || r.calibration
		out := &output{to: os.Stdout}
		var err error
		switch {
		case len(args) == 0:
			return cli.Usagef("no arguments; want GOLD and ANSWER, or -run and folders, or -segmentation and files")
		case *segments && running:
			return cli.Usagef("-segmentation aligns nothing; want it alone, or -run and the like")
		case *segments:
			err = segmentation(out, args)
		case running:
			err = r.run(ctx, out, args)
		case len(args)%2 != 0:
			return cli.Usagef("%d files; want pairs of GOLD and ANSWER", len(args))
		default:
			err = compareFiles(out, args)
		}
		if out.err != nil {
			return cli.FileError("standard output", out.err)
		}
		return err
	})
}

// output remembers what kept it from writing. It holds nothing back, so that the
// row of a set is seen before the next is aligned.
type output struct {
	to  io.Writer
	err error
}

func (o *output) Write(p []byte) (int, error) {
	n, err := o.to.Write(p)
	if o.err == nil {
		o.err = err
	}
	return n, err
}

// compareFiles takes pairs of GOLD and ANSWER and adds their counts up.
func compareFiles(out io.Writer, files []string) error {
	var counts score.Counts
	for len(files) > 0 {
		gold, err := readGold(files[0])
		if err != nil {
			return err
		}
		answer, err := readBeads(files[1])
		if err != nil {
			return err
		}
		counts = counts.Plus(score.Compare(gold, answer))
		files = files[2:]
	}
	fmt.Fprintln(out, "         precision  recall      F1")
	for _, row := range []struct {
		name    string
		measure score.Measure
	}{{"strict", counts.Strict}, {"lax", counts.Lax}, {"link", counts.Link}} {
		f := row.measure.Figures()
		fmt.Fprintf(out, "%-6s      %.4f  %.4f  %.4f\n", row.name, f.Precision, f.Recall, f.F1)
	}
	return nil
}

// readGold reads a reference alignment, which is not empty as an answer may be.
func readGold(file string) ([]score.Bead, error) {
	gold, err := readBeads(file)
	if err == nil && len(gold) == 0 {
		return nil, fmt.Errorf("%s: there is no bead in it; want a reference alignment", file)
	}
	return gold, err
}

func readBeads(file string) ([]score.Bead, error) {
	text, err := cli.ReadText(file)
	if err != nil {
		return nil, err
	}
	beads, err := score.ReadBeads(strings.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return beads, nil
}
