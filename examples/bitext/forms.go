package main

import (
	"io"
	"iter"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/edition"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"golang.org/x/text/language"
)

// form is a form of files, known to -format, -from and -to by its name.
type form struct {
	name string

	numbers bool // no more than sentence numbers
	many    bool // any number of versions, not just two
	links   bool // word links too
	unsure  bool // no confidence

	// parts returns the names of the files that an output has, one a version
	// among them; nil if the output is one file.
	parts func(name string, languages []language.Tag) []string

	// write writes the content; writeRows writes that of a form of rows on their
	// own, one by one. A form has one of the two.
	write     func(files []io.Writer, o *output) error
	writeRows func(files []io.Writer, units iter.Seq2[exchange.Unit, error], versions []language.Tag) error

	// read reads an alignment, and readRows rows on their own, out of files that
	// are as reads says. A form that is written only has neither.
	read     func(a *aligner, files []string) (*content, error)
	readRows func(a *aligner, files []string) (*rowFiles, error)
	reads    string
}

// output is what is written, and where to.
type output struct {
	*content
	files []string // empty for standard output, if it is one file
}

// allForms returns the forms in the order in which they are shown.
func allForms() []*form {
	return []*form{
		{name: "tsv", numbers: true, write: ofBeads(exchange.WriteTSV),
			read: numbersIn(exchange.ReadTSV), reads: "FILE or FILE SOURCE TARGET"},
		{name: "json", links: true, write: writeJSON,
			read: oneFile(readJSON), reads: "FILE"},
		{name: "tmx", many: true, writeRows: writeTMX,
			readRows: (*aligner).readTMX, reads: "FILE"},
		{name: "xliff", writeRows: writeXLIFF,
			readRows: (*aligner).readXLIFF, reads: "FILE"},
		{name: "tei", many: true, write: writeTEI,
			read: oneFile(readTEI), reads: "FILE"},
		{name: "xces", parts: besideVersions, write: writeXCES,
			read: (*aligner).readXCES, reads: "FILE SOURCE TARGET"},
		{name: "ladder", numbers: true, write: ofBeads(exchange.WriteLadder),
			read: numbersIn(exchange.ReadLadder), reads: "FILE or FILE SOURCE TARGET"},
		{name: "bisentences", writeRows: writeBisentences,
			readRows: (*aligner).readBisentences, reads: "FILE"},
		{name: "moses", many: true, unsure: true, parts: perVersion, writeRows: writeMoses,
			readRows: (*aligner).readMoses, reads: "SOURCE TARGET"},
		{name: "html", many: true, links: true, write: writeHTML},
		{name: "epub", many: true, write: writeEPUB},
	}
}

// formNames lists the forms of a kind.
func formNames(kind func(*form) bool) string {
	var names []string
	for _, f := range allForms() {
		if kind(f) {
			names = append(names, f.name)
		}
	}
	return enumerate(names, "or")
}

// enumerate joins two words or more: "a, b or c".
func enumerate(words []string, last string) string {
	n := len(words) - 1
	return strings.Join(words[:n], ", ") + " " + last + " " + words[n]
}

func formNamed(name string, kind func(*form) bool) (*form, error) {
	for _, f := range allForms() {
		if f.name == name && kind(f) {
			return f, nil
		}
	}
	return nil, cli.Usagef("want %s", formNames(kind))
}

func isRead(f *form) bool { return f.read != nil || f.readRows != nil }
func anyForm(*form) bool  { return true }

// perVersion names a file for each version: NAME.en and NAME.es, and NAME.en2
// for a second version in English.
func perVersion(name string, languages []language.Tag) []string {
	used := make(map[language.Tag]int)
	var files []string
	for _, tag := range languages {
		file := name + "." + tag.String()
		if used[tag]++; used[tag] > 1 {
			file += strconv.Itoa(used[tag])
		}
		files = append(files, file)
	}
	return files
}

func besideVersions(name string, languages []language.Tag) []string {
	return append([]string{name}, perVersion(name, languages)...)
}

func ofBeads(write func(io.Writer, []align.Bead) error) func([]io.Writer, *output) error {
	return func(files []io.Writer, o *output) error {
		beads, err := o.pairs()
		if err != nil {
			return err
		}
		return write(files[0], beads)
	}
}

func writeJSON(files []io.Writer, o *output) error {
	a, err := o.whole()
	if err != nil {
		return err
	}
	return exchange.WriteJSON(files[0], a)
}

func writeTMX(files []io.Writer, units iter.Seq2[exchange.Unit, error], versions []language.Tag) error {
	return exchange.WriteTMX(files[0], units, versions[0])
}

func writeXLIFF(files []io.Writer, units iter.Seq2[exchange.Unit, error], versions []language.Tag) error {
	return exchange.WriteXLIFF(files[0], units, versions[0], versions[1])
}

func writeTEI(files []io.Writer, o *output) error {
	return exchange.WriteTEI(files[0], o.text, cli.BaseName(o.file))
}

// writeXCES writes the alignment and the two texts that it points into.
func writeXCES(files []io.Writer, o *output) error {
	beads, err := o.pairs()
	if err != nil {
		return err
	}
	names := exchange.XCESFiles{Source: filepath.Base(o.files[1]), Target: filepath.Base(o.files[2])}
	if err := exchange.WriteXCES(files[0], beads, names); err != nil {
		return err
	}
	for i, doc := range o.text.Documents {
		if err := exchange.WriteXCESText(files[1+i], doc); err != nil {
			return err
		}
	}
	return nil
}

func writeBisentences(files []io.Writer, units iter.Seq2[exchange.Unit, error], _ []language.Tag) error {
	return exchange.WriteBisentences(files[0], units)
}

func writeMoses(files []io.Writer, units iter.Seq2[exchange.Unit, error], _ []language.Tag) error {
	return exchange.WriteMoses(units, files...)
}

func writeHTML(files []io.Writer, o *output) error {
	opts := &edition.Options{Title: cli.FileTitle(o.file, o.text.Documents[0])}
	if o.alignment != nil {
		opts.Versions = []edition.Version{{}, {Links: o.alignment.Links}}
	}
	return edition.WriteHTML(files[0], o.text, opts)
}

func writeEPUB(files []io.Writer, o *output) error {
	opts := edition.Options{Title: cli.FileTitle(o.file, o.text.Documents[0])}
	return edition.WriteEPUB(files[0], o.text, &edition.EPUBOptions{Options: opts})
}
