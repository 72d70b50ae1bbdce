package main

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"text/tabwriter"
	"time"
	"unicode"

	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// segmentation scores the sentence boundaries of package segment and writes a
// table, a row a file. A file is either paragraphs with their sentences
// (.jsonl) or cases with the sentences expected (.json); the first two letters
// of its name, or a part of it between dots, give the language.
func segmentation(w io.Writer, files []string) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "file\tprecision\trecall\tF1\texact\tMB/s\t")
	for _, file := range files {
		row, err := segmentationRow(file)
		if err != nil {
			return err
		}
		fmt.Fprintln(table, row)
	}
	return table.Flush()
}

func segmentationRow(file string) (string, error) {
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	tag := languageInName(name)
	if filepath.Ext(file) == ".json" {
		exact, total, err := exactCases(file, tag)
		return fmt.Sprintf("%s\t\t\t\t%d of %d\t\t", name, exact, total), err
	}
	counts, err := countBoundaries(file, tag)
	if err != nil {
		return "", err
	}
	p, r, f := counts.scores()
	speed := float64(counts.bytes) / 1e6 / counts.elapsed.Seconds()
	return fmt.Sprintf("%s\t%.1f\t%.1f\t%.1f\t\t%.0f\t", name, 100*p, 100*r, 100*f, speed), nil
}

// languageInName finds the language in a name such as en_gum or
// golden-rules.es.
func languageInName(name string) language.Tag {
	for _, part := range strings.FieldsFunc(name, func(r rune) bool { return r == '.' || r == '_' }) {
		if tag, err := language.Parse(part); err == nil && len(part) == 2 {
			return tag
		}
	}
	return language.Und
}

// boundaryCounts are sums over the paragraphs of a file.
type boundaryCounts struct {
	right, answered, gold int
	bytes                 int
	elapsed               time.Duration
}

func (c boundaryCounts) scores() (precision, recall, f1 float64) {
	if c.right == 0 {
		return 0, 0, 0
	}
	precision = float64(c.right) / float64(c.answered)
	recall = float64(c.right) / float64(c.gold)
	return precision, recall, 2 * precision * recall / (precision + recall)
}

// countBoundaries compares the boundaries inside each paragraph of a .jsonl
// file with those of package segment.
func countBoundaries(file string, tag language.Tag) (boundaryCounts, error) {
	var counts boundaryCounts
	text, err := cli.ReadText(file)
	if err != nil {
		return counts, err
	}
	n := 0
	for line := range strings.Lines(text) {
		n++
		var paragraph struct {
			Text  string   `json:"text"`
			Sents []string `json:"sents"`
		}
		if err := json.Unmarshal([]byte(line), &paragraph); err != nil {
			return counts, fmt.Errorf("%s:%d: %w; want a line a paragraph: {\"text\": …, \"sents\": […]}", file, n, err)
		}
		start := time.Now()
		doc, err := segment.Parse(paragraph.Text, segment.Options{Language: tag})
		counts.elapsed += time.Since(start)
		if err != nil {
			return counts, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		counts.bytes += len(paragraph.Text)
		gold := boundaries(paragraph.Sents)
		counts.gold += len(gold)
		found := boundariesOf(doc)
		counts.answered += len(found)
		for place := range found {
			if gold[place] {
				counts.right++
			}
		}
	}
	if n == 0 {
		return counts, fmt.Errorf("%s: there is no paragraph in it", file)
	}
	return counts, nil
}

// exactCases counts the cases of a .json file whose sentences are all as
// expected.
func exactCases(file string, tag language.Tag) (exact, total int, err error) {
	text, err := cli.ReadText(file)
	if err != nil {
		return 0, 0, err
	}
	var cases []struct {
		Input    string   `json:"input"`
		Expected []string `json:"expected"`
	}
	if err := json.Unmarshal([]byte(text), &cases); err != nil {
		return 0, 0, fmt.Errorf("%s: %w; want a list of {\"input\": …, \"expected\": […]}", file, err)
	}
	for _, c := range cases {
		answer, err := sentencesOf(c.Input, tag)
		if err != nil {
			return 0, 0, fmt.Errorf("%s: %w", file, err)
		}
		if strings.Join(answer, "\n") == strings.Join(c.Expected, "\n") {
			exact++
		}
	}
	return exact, len(cases), nil
}

func sentencesOf(text string, tag language.Tag) ([]string, error) {
	doc, err := segment.Parse(text, segment.Options{Language: tag})
	if err != nil {
		return nil, err
	}
	sentences := make([]string, len(doc.Sentences))
	for i := range doc.Sentences {
		sentences[i] = doc.Sentences[i].Text
	}
	return sentences, nil
}

// boundariesOf returns the places between a document's sentences in its text as
// it was given, whatever was repaired in them.
func boundariesOf(doc *segment.Document) map[int]bool {
	places := make(map[int]bool)
	count, place := 0, 0
	for i := range doc.Sentences {
		start := doc.Sentences[i].Spans[0].Start
		count += visible(doc.Text[place:start])
		place = start
		if i > 0 {
			places[count] = true
		}
	}
	return places
}

// boundaries returns the places between sentences, each as the number of
// visible characters before it.
func boundaries(sentences []string) map[int]bool {
	places := make(map[int]bool)
	count := 0
	for i, sentence := range sentences {
		if i > 0 {
			places[count] = true
		}
		count += visible(sentence)
	}
	return places
}

// visible counts the characters that are no white space.
func visible(s string) int {
	count := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			count++
		}
	}
	return count
}
