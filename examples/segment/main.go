// Segment cleans a raw text and cuts it into sentences.
//
//	segment [-lang es] [-format lines|json] [-notes] [-report] FILE
//
// It writes the running text, a sentence a line and an empty line between
// paragraphs: page numbers, running heads, footnotes and site matter lifted
// out, broken words and lost letters repaired. With -notes the notes follow
// after a line of three dashes, each as its number, a tab and its text. With
// -format json it writes the whole Document: every sentence and note with its
// place in FILE, and every repair.
//
// With -report it writes what was done instead: first counts, then a line for
// each repair and each piece lifted out, with its place in FILE as line and
// byte, its kind, what the file has and what is read. A question mark after
// the kind marks what is doubtful and was left as it is.
//
// What is a word is asked of the text first, and in English and Spanish of the
// library's own lexicon.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"

	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/lang"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

const synopsis = `[flags] FILE

Write the clean running text of FILE, a sentence a line and an empty line
between paragraphs.
`

// command is what the flags ask for.
type command struct {
	tag    *language.Tag
	format string
	notes  bool
	report bool
	output string
}

func main() {
	flags := cli.Flags("segment", synopsis)
	var c command
	c.addFlags(flags)
	cli.Main(flags, func(_ context.Context, args []string) error {
		if len(args) != 1 {
			return cli.Usagef("want the flags first, then one FILE; got %d arguments after the flags", len(args))
		}
		if c.format != "lines" && c.format != "json" {
			return cli.Usagef("-format %s: want lines or json", c.format)
		}
		return c.run(args[0])
	})
}

func (c *command) addFlags(flags *flag.FlagSet) {
	c.tag = cli.LanguageFlag(flags, "lang", "language of FILE")
	flags.StringVar(&c.format, "format", "lines", "`form` of the output: lines or json")
	flags.BoolVar(&c.notes, "notes", false, "write the notes after the text")
	flags.BoolVar(&c.report, "report", false, "write what was repaired and lifted out, and counts, and not the text")
	flags.StringVar(&c.output, "o", "", "write to `FILE`, not to standard output")
}

func (c *command) run(file string) error {
	if err := cli.CheckOutput(c.output, file); err != nil {
		return err
	}
	text, err := cli.ReadText(file)
	if err != nil {
		return err
	}
	if *c.tag == language.Und {
		*c.tag = new(lang.Detector).Detect(text).Language
	}
	doc, err := segment.Parse(text, segment.Options{Language: *c.tag, Known: knownWords(*c.tag)})
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return cli.WriteFile(c.output, func(w io.Writer) error {
		switch {
		case c.format == "json" && c.report:
			return writeJSON(w, doc.Report())
		case c.format == "json":
			return writeJSON(w, doc)
		case c.report:
			return writeReport(w, doc)
		}
		return writeLines(w, doc, c.notes)
	})
}

// knownWords returns what tells the words of a language by the built-in
// lexicon: those whose stem it has. It is nil for a language that has none.
func knownWords(tag language.Tag) func(string) bool {
	var words *lexicon.Lexicon
	switch base, _, _ := tag.Raw(); base.String() {
	case "en":
		words = lexicon.EnglishSpanish()
	case "es":
		words = lexicon.SpanishEnglish()
	default:
		return nil
	}
	stemmer := segment.NewStemmer(tag)
	return func(word string) bool { return words.Has(stemmer.Stem(word)) }
}

func writeJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(value)
}

// writeLines writes a sentence a line.
func writeLines(w io.Writer, doc *segment.Document, notes bool) error {
	for i, p := range doc.Paragraphs {
		if i > 0 {
			fmt.Fprintln(w)
		}
		for _, s := range doc.Sentences[p.Sentences.Start:p.Sentences.End] {
			fmt.Fprintln(w, s.Text)
		}
	}
	if !notes || len(doc.Notes) == 0 {
		return nil
	}
	fmt.Fprintln(w, "\n---")
	for _, note := range doc.Notes {
		fmt.Fprint(w, note.Number, "\t")
		for i, s := range note.Sentences {
			if i > 0 {
				fmt.Fprint(w, " ")
			}
			fmt.Fprint(w, s.Text)
		}
		fmt.Fprintln(w)
	}
	return nil
}
