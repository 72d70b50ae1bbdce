package main

import (
	"io"
	"iter"
	"os"

	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"golang.org/x/text/language"
)

// rowFiles are files with rows on their own, which are read one by one and, if
// need be, over again.
type rowFiles struct {
	units iter.Seq2[exchange.Unit, error] // its errors name the file

	// versions are the languages of the versions that are wanted, or that every
	// row has; nil if they must be found in the rows.
	versions []language.Tag
}

// arranged returns the rows with the versions that are wanted.
func (r *rowFiles) arranged() iter.Seq2[exchange.Unit, error] {
	if r.versions == nil {
		return r.units
	}
	return exchange.Arrange(r.units, r.versions...)
}

// stream writes rows as they are read: what is in memory doesn't grow with the
// files.
func (a *aligner) stream(rows *rowFiles, files []string, output string) error {
	if rows.versions == nil {
		versions, err := exchange.Versions(rows.units)
		if err != nil {
			return err
		}
		rows.versions = versions
	}
	if len(rows.versions) == 0 {
		return cli.FileError(files[0], exchange.ErrNoText)
	}
	if err := a.form.holds(len(rows.versions)); err != nil {
		return cli.FileError(files[0], err)
	}
	names, err := a.outputs(output, rows.versions, files)
	if err != nil {
		return err
	}
	unread := cli.FileError(files[0], exchange.ErrNoText) // why there is nothing to write
	units := func(yield func(exchange.Unit, error) bool) {
		for u, err := range rows.arranged() {
			unread = err
			if !yield(u, err) {
				return
			}
		}
	}
	err = cli.WriteFiles(names, func(w []io.Writer) error {
		err := a.form.writeRows(w, exchange.Confident(units, a.least), rows.versions)
		if unread != nil {
			return unread
		}
		return err
	})
	if unread != nil {
		return unread // it names the file that was read, and not those to be written
	}
	return err
}

// areRegular tells whether files can be read over again, as a pipe can't.
func areRegular(files []string) bool {
	for _, file := range files {
		if info, err := os.Stat(file); err != nil || !info.Mode().IsRegular() {
			return false
		}
	}
	return true
}

// unitsIn returns the rows in a file, which is opened each time that they are
// asked for.
func unitsIn(file string, read func(io.Reader) iter.Seq2[exchange.Unit, error]) iter.Seq2[exchange.Unit, error] {
	return func(yield func(exchange.Unit, error) bool) {
		f, err := cli.Open(file)
		if err != nil {
			yield(exchange.Unit{}, err)
			return
		}
		defer f.Close()
		for u, err := range read(f) {
			if err != nil {
				err = cli.FileError(file, err)
			}
			if !yield(u, err) {
				return
			}
		}
	}
}

// readTMX reads a translation memory: all of its versions, or the two that
// -source-lang and -target-lang ask for.
func (a *aligner) readTMX(files []string) (*rowFiles, error) {
	if err := a.from.count(files, 1); err != nil {
		return nil, err
	}
	rows := &rowFiles{units: unitsIn(files[0], exchange.ReadTMX)}
	if a.languagesGiven() {
		rows.versions = []language.Tag{*a.sourceLanguage, *a.targetLanguage}
	}
	return rows, nil
}

// readXLIFF reads a file of which every row has the same two versions.
func (a *aligner) readXLIFF(files []string) (*rowFiles, error) {
	if err := a.from.count(files, 1); err != nil {
		return nil, err
	}
	return &rowFiles{units: unitsIn(files[0], exchange.ReadXLIFF)}, nil
}

func (a *aligner) readBisentences(files []string) (*rowFiles, error) {
	if err := a.needLanguages(); err != nil {
		return nil, err
	}
	if err := a.from.count(files, 1); err != nil {
		return nil, err
	}
	read := func(r io.Reader) iter.Seq2[exchange.Unit, error] {
		return exchange.ReadBisentences(r, *a.sourceLanguage, *a.targetLanguage)
	}
	return &rowFiles{unitsIn(files[0], read), []language.Tag{*a.sourceLanguage, *a.targetLanguage}}, nil
}

func (a *aligner) readMoses(files []string) (*rowFiles, error) {
	if err := a.from.count(files, 2); err != nil {
		return nil, err
	}
	if err := a.needLanguages(); err != nil {
		return nil, err
	}
	versions := []language.Tag{*a.sourceLanguage, *a.targetLanguage}
	units := func(yield func(exchange.Unit, error) bool) {
		sides := make([]exchange.MosesFile, len(files))
		for i, file := range files {
			f, err := cli.Open(file)
			if err != nil {
				yield(exchange.Unit{}, err)
				return
			}
			defer f.Close()
			sides[i] = exchange.MosesFile{Language: versions[i], Lines: f}
		}
		for u, err := range exchange.ReadMoses(sides...) {
			if err != nil {
				err = cli.FileError(files[0]+" and "+files[1], err)
			}
			if !yield(u, err) {
				return
			}
		}
	}
	return &rowFiles{units, versions}, nil
}

func (a *aligner) languagesGiven() bool {
	return *a.sourceLanguage != language.Und && *a.targetLanguage != language.Und
}

// needLanguages makes sure that the languages are given, for a form that doesn't
// hold them.
func (a *aligner) needLanguages() error {
	if !a.languagesGiven() {
		return cli.Usagef("%s doesn't tell the languages; want -source-lang and -target-lang", a.from.name)
	}
	return nil
}
