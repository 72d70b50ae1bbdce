package main

import (
	"slices"
	"strings"

	"github.com/hexapla/hexapla/segment"
)

// version is one of the texts.
type version struct {
	Number    int // from 1
	Name      string
	Lang      string
	Sentences int
	Words     int
	Found     []float64 // the share of it that each version has

	doc     *segment.Document
	stemmer *segment.Stemmer
	lines   []int // where the lines of the text start
}

func newVersion(k int, name string, doc *segment.Document) *version {
	v := &version{
		Number: k + 1, Name: printable(name), Lang: doc.Language.String(), Sentences: len(doc.Sentences),
		doc: doc, stemmer: segment.NewStemmer(doc.Language), lines: []int{0},
	}
	for i := range len(doc.Text) {
		if doc.Text[i] == '\n' {
			v.lines = append(v.lines, i+1)
		}
	}
	for i := range doc.Sentences {
		for t := range segment.Tokens(doc.Sentences[i].Text) {
			if t.Kind != segment.Mark {
				v.Words++
			}
		}
	}
	return v
}

// place is a run of sentences, or the sentence before which something stands.
type place struct {
	Version   *version
	Line      int // of the file, from 1, at which it starts
	Sentences int
	Start     string // its first words
	Rest      string // the others
	End       bool   // it is the end of the text
}

// firstWords is the number of words by which a passage is known.
const firstWords = 12

func (v *version) place(r segment.Range) place {
	p := place{Version: v, Sentences: r.Len(), End: r.Start >= len(v.doc.Sentences)}
	if p.End {
		p.Line = len(v.lines)
		return p
	}
	p.Line = v.line(r.Start)
	p.Start, p.Rest = firstOf(v.text(segment.Range{Start: r.Start, End: max(r.End, r.Start+1)}))
	return p
}

// firstOf cuts the first words off a text.
func firstOf(text string) (first, rest string) {
	words := strings.Fields(text)
	if len(words) <= firstWords {
		return text, ""
	}
	return strings.Join(words[:firstWords], " "), strings.Join(words[firstWords:], " ")
}

// line returns the line at which a sentence starts. A blank line of a text in
// lines has no place of its own; it takes that of the sentence before.
func (v *version) line(sentence int) int {
	for ; sentence >= 0; sentence-- {
		if spans := v.doc.Sentences[sentence].Spans; len(spans) > 0 {
			k, found := slices.BinarySearch(v.lines, spans[0].Start)
			if found {
				k++
			}
			return k
		}
	}
	return 1
}

// text returns what some sentences read.
func (v *version) text(r segment.Range) string {
	var texts []string
	for _, s := range v.doc.Sentences[r.Start:r.End] {
		texts = append(texts, s.Text)
	}
	return strings.Join(texts, " ")
}
