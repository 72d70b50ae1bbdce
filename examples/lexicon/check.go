package main

import (
	"bufio"
	"errors"
	"fmt"

	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"golang.org/x/text/language"
)

func checkAll(out *bufio.Writer, files []string, opts *options) error {
	if *opts.sourceLang == language.Und || *opts.targetLang == language.Und {
		return cli.Usagef("-check needs -source-lang and -target-lang")
	}
	faults := 0
	for _, file := range files {
		n, err := check(out, file, opts)
		if err != nil {
			return err
		}
		faults += n
	}
	if faults > 0 {
		return fmt.Errorf("malformed lines: %d", faults)
	}
	return nil
}

// check writes what is wrong with a lexicon, and returns how many lines are.
func check(out *bufio.Writer, file string, opts *options) (faults int, err error) {
	f, err := cli.Open(file)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	l, err := lexicon.Load(f, lexicon.LoadOptions{
		Source: *opts.sourceLang,
		Target: *opts.targetLang,
		Name:   file,
		Malformed: func(e *lexicon.ParseError) {
			fmt.Fprintln(out, e)
			faults++
		},
	})
	if malformed := (*lexicon.ParseError)(nil); err != nil && !errors.As(err, &malformed) {
		err = cli.FileError(file, err)
	}
	if err != nil {
		return faults, err
	}
	fmt.Fprintf(out, "%s: %d pairs\n", file, len(l.Pairs()))
	return faults, nil
}
