package main

import (
	"bufio"
	"cmp"
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/lang"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

func coverAll(out *bufio.Writer, files []string, opts *options) error {
	var detector lang.Detector
	for _, file := range files {
		doc, err := cli.ReadDocument(file, segment.Options{Language: *opts.lang}, &detector)
		if err != nil {
			return err
		}
		l := lexiconOf(doc.Language)
		if l == nil {
			return fmt.Errorf("%s: in %v; the built-in lexicons have %v", file, doc.Language, lexicon.Languages())
		}
		c := cover(doc, l)
		fmt.Fprintf(out, "%.2f %%  %d of %d words  %s\n", 100*c.share(), c.covered, c.words, file)
		for _, w := range c.uncovered[:min(opts.list, len(c.uncovered))] {
			fmt.Fprintf(out, "%7d  %s (%s)\n", w.count, cli.ShortWords(w.stem), cli.ShortWords(w.form))
		}
	}
	return nil
}

// lexiconOf returns the largest built-in lexicon from a language, or nil.
func lexiconOf(tag language.Tag) *lexicon.Lexicon {
	for _, other := range lexicon.Languages() {
		if l := lexicon.BuiltIn(tag, other); l != nil {
			return l
		}
	}
	return nil
}

// coverage counts the running words of a text, names and numbers left out.
type coverage struct {
	words, covered int
	uncovered      []*word // the commonest first
}

func (c *coverage) share() float64 { return float64(c.covered) / float64(max(1, c.words)) }

// word is all words of one stem.
type word struct {
	stem, form string // the form is the first that was met
	count      int
	inside     int // how many don't open a sentence
	capitals   int // how many of these have a capital
}

// isName tells whether the word has a capital more often than not where
// none is due.
func (w *word) isName() bool { return 2*w.capitals > w.inside }

func cover(doc *segment.Document, l *lexicon.Lexicon) *coverage {
	byStem := make(map[string]*word)
	stemmer := segment.NewStemmer(doc.Language)
	for i := range doc.Sentences {
		first := true
		for _, w := range doc.Words(&doc.Sentences[i], stemmer) {
			start, _ := utf8.DecodeRuneInString(w.Text)
			if !unicode.IsLetter(start) {
				continue
			}
			seen := byStem[w.Stem]
			if seen == nil {
				seen = &word{stem: w.Stem, form: w.Text}
				byStem[w.Stem] = seen
			}
			seen.count++
			if !first {
				seen.inside++
				if unicode.IsUpper(start) {
					seen.capitals++
				}
			}
			first = false
		}
	}
	c := new(coverage)
	for _, w := range byStem {
		if w.isName() {
			continue
		}
		c.words += w.count
		if l.Has(w.stem) {
			c.covered += w.count
		} else {
			c.uncovered = append(c.uncovered, w)
		}
	}
	slices.SortFunc(c.uncovered, func(a, b *word) int {
		return cmp.Or(b.count-a.count, cmp.Compare(a.stem, b.stem))
	})
	return c
}
