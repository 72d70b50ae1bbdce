package main

import (
	"errors"
	"flag"
	"io"
	"slices"
	"strconv"

	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"golang.org/x/text/language"
)

const defaultForm = "tsv"

func newAligner() *aligner {
	form, err := formNamed(defaultForm, anyForm)
	if err != nil {
		panic(err) // it is one of ours
	}
	return &aligner{form: form}
}

func (a *aligner) addFormFlags(flags *flag.FlagSet) {
	setForm := func(name string) (err error) {
		a.form, err = formNamed(name, anyForm)
		return err
	}
	flags.Func("format", "the `form` to write: "+formNames(anyForm)+" ("+defaultForm+" if left out)", setForm)
	flags.Func("to", "the `form` to write, as -format", setForm)
	flags.Func("from", "read an alignment in this `form`: "+formNames(isRead), func(name string) (err error) {
		a.from, err = formNamed(name, isRead)
		return err
	})
	flags.Func("min-confidence", "leave out rows of less than this `probability`, 0 to 1 (in "+formNames(hasRows)+")", func(value string) (err error) {
		a.least, err = strconv.ParseFloat(value, 64)
		if err != nil || !(a.least >= 0 && a.least <= 1) {
			return errors.New("want a number from 0 to 1")
		}
		return nil
	})
}

func hasRows(f *form) bool  { return f.writeRows != nil }
func hasLinks(f *form) bool { return f.links }

// aligning are the flags that say how to align, and so nothing to -from.
var aligning = []string{"batch", "words", "learned", "passages", "lexicon", "no-lexicon"}

// check tells which flags don't go together, before any work is done.
func (a *aligner) check(flags *flag.FlagSet, toStandardOutput bool) error {
	var given []string
	flags.Visit(func(f *flag.Flag) { given = append(given, f.Name) })
	if a.from != nil {
		for _, name := range aligning {
			if slices.Contains(given, name) {
				return cli.Usagef("-from reads an alignment that is made; leave out -%s", name)
			}
		}
	}
	switch {
	case a.words && !a.form.links:
		return cli.Usagef("%s holds no word links; leave out -words or want -format %s", a.form.name, formNames(hasLinks))
	case slices.Contains(given, "min-confidence") && !hasRows(a.form):
		return cli.Usagef("%s holds every row; leave out -min-confidence or want -format %s", a.form.name, formNames(hasRows))
	case a.least > 0 && a.from != nil && a.from.unsure:
		return cli.Usagef("%s tells no confidence, so that -min-confidence would leave out every row", a.from.name)
	case toStandardOutput && a.form.parts != nil:
		names := a.form.parts("NAME", []language.Tag{language.English, language.Spanish})
		return cli.Usagef("%s is several files; want -o NAME, for %s", a.form.name, enumerate(names, "and"))
	}
	return nil
}

// outputs names the files of an output and makes sure that they can be written.
func (a *aligner) outputs(name string, languages []language.Tag, inputs []string) ([]string, error) {
	files := []string{name}
	if a.form.parts != nil {
		files = a.form.parts(name, languages)
	}
	for _, file := range files {
		if err := cli.CheckOutput(file, inputs...); err != nil {
			return nil, err
		}
	}
	return files, nil
}

func (a *aligner) write(c *content, files []string) error {
	return cli.WriteFiles(files, func(w []io.Writer) error {
		if a.form.writeRows != nil {
			return a.form.writeRows(w, exchange.Confident(c.text.Units(), a.least), c.languages())
		}
		return a.form.write(w, &output{c, files})
	})
}
