package main

import (
	"context"
	"path/filepath"
	"slices"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/examples/internal/versions"
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
	words                          bool    // link words too
	passages                       bool    // follow passages that have moved
	learned                        string  // file for the learned lexicon, or empty
	from                           *form   // of an alignment that is made; nil: to be made
	form                           *form   // to be written
	least                          float64 // confidence of the rows to be written
}

func (a *aligner) pair(ctx context.Context, j job, progress func(done, total int)) error {
	if err := cli.CheckOutput(a.learned, j.source, j.target); err != nil {
		return err
	}
	source, target, err := a.readBoth(j.source, j.target)
	if err != nil {
		return err
	}
	outputs, err := a.outputs(j.output, []language.Tag{source.Language, target.Language}, []string{j.source, j.target})
	if err != nil {
		return err
	}
	if a.learned != "" && slices.ContainsFunc(outputs, func(file string) bool { return filepath.Clean(file) == filepath.Clean(a.learned) }) {
		return cli.Usagef("%s: -learned and -o write this file; want one each", a.learned)
	}
	options := a.options
	options.Progress = progress
	if options.Lexicons, err = a.lexicons.Load(source.Language, target.Language); err != nil {
		return err
	}
	alignment, err := a.align(ctx, source, target, &options)
	if err != nil {
		return err
	}
	if err := a.learn(ctx, alignment, &options); err != nil {
		return err
	}
	c := aligned(alignment)
	c.file = j.source
	return a.write(c, outputs)
}

func (a *aligner) align(ctx context.Context, source, target *segment.Document, options *align.Options) (*align.Alignment, error) {
	if !a.passages {
		return align.Align(ctx, source, target, options)
	}
	arrangement, err := align.Passages(ctx, source, target, options)
	if err != nil {
		return nil, err
	}
	return &arrangement.Alignment, nil
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

func (a *aligner) readBoth(source, target string) (s, t *segment.Document, err error) {
	if s, err = a.read(source, *a.sourceLanguage); err != nil {
		return nil, nil, err
	}
	if t, err = a.read(target, *a.targetLanguage); err != nil {
		return nil, nil, err
	}
	return s, t, nil
}

func (a *aligner) read(file string, tag language.Tag) (*segment.Document, error) {
	text, err := versions.ReadText(file, segment.Options{Language: tag, Layout: a.layout}, &a.detector)
	return text.Document, err
}
