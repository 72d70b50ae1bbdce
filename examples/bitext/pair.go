package main

import (
	"context"
	"io"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/lang"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// job names the files of a pair; an empty output is standard output.
type job struct{ source, target, output string }

// aligner is what the flags ask for. It is not changed once they are read, and
// aligns any number of pairs at once.
type aligner struct {
	layout                         segment.Layout
	sourceLanguage, targetLanguage *language.Tag // und: detected
	detector                       lang.Detector
	lexicons                       *cli.Lexicons
	options                        align.Options
	words                          bool   // link words too
	learned                        string // file for the learned lexicon, or empty
	format                         func(io.Writer, *align.Alignment) error
}

var formats = map[string]func(io.Writer, *align.Alignment) error{
	"tsv":  func(w io.Writer, a *align.Alignment) error { return exchange.WriteTSV(w, a.Beads) },
	"json": exchange.WriteJSON,
}

func (a *aligner) pair(ctx context.Context, j job, progress func(done, total int)) error {
	if a.learned != "" {
		if err := cli.CheckOutput(a.learned, j.source, j.target, j.output); err != nil {
			return err
		}
	}
	if err := cli.CheckOutput(j.output, j.source, j.target); err != nil {
		return err
	}
	source, err := a.read(j.source, *a.sourceLanguage)
	if err != nil {
		return err
	}
	target, err := a.read(j.target, *a.targetLanguage)
	if err != nil {
		return err
	}
	options := a.options
	options.Progress = progress
	if options.Lexicons, err = a.lexicons.Load(source.Language, target.Language); err != nil {
		return err
	}
	alignment, err := align.Align(ctx, source, target, &options)
	if err != nil {
		return err
	}
	if err := a.learn(ctx, alignment, &options); err != nil {
		return err
	}
	return cli.WriteFile(j.output, func(w io.Writer) error { return a.format(w, alignment) })
}

// leastLinks is the number of times that a pair of words must have been linked
// to stand in the learned lexicon: once may be chance.
const leastLinks = 2

// learn adds the word links to the alignment and writes the learned lexicon,
// where they are asked for.
func (a *aligner) learn(ctx context.Context, alignment *align.Alignment, options *align.Options) error {
	if !a.words && a.learned == "" {
		return nil
	}
	learned, err := align.Learn(ctx, alignment, options)
	if err != nil {
		return err
	}
	if a.words {
		alignment.Links = learned.Links()
	}
	if a.learned == "" {
		return nil
	}
	return cli.WriteFile(a.learned, learned.Lexicon(leastLinks).Write)
}

func (a *aligner) read(file string, tag language.Tag) (*segment.Document, error) {
	return cli.ReadDocument(file, segment.Options{Language: tag, Layout: a.layout}, &a.detector)
}
