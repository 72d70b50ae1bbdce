package facts

import (
	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
)

// Fact is a number, a time, a day, a month or a name of a sentence.
type Fact struct {
	Kind Kind `json:"kind"`

	// Text is the fact as the sentence reads it.
	Text string `json:"text"`

	// Value is what it says, whatever the language. A Number is in digits with
	// a point, such as 1200 or 3.5; a Time is hours and minutes, such as 3:17,
	// of either half of the day; a Weekday is 1, Monday, to 7; a Month 1 to 12;
	// a Name is in lower case without accents.
	Value string `json:"value"`

	// Sentence is the index in Document.Sentences, and Place where the fact
	// stands in that Sentence's Text, in bytes.
	Sentence int          `json:"sentence"`
	Place    segment.Span `json:"place"`

	// Span is the place in the Document's Text. It is empty in a document built
	// by hand.
	Span segment.Span `json:"span"`
}

// Kind tells what a Fact is.
type Kind string

const (
	Number  Kind = "number"
	Time    Kind = "time"
	Weekday Kind = "weekday"
	Month   Kind = "month"
	Name    Kind = "name"
)

// Options for Of and Compare. A nil pointer and the zero value are the good
// default.
type Options struct {
	// Lexicons are used beside the built-in one, to tell names that are
	// translated, and the words for numbers and days of languages other than
	// English and Spanish.
	Lexicons []*lexicon.Lexicon

	// Least is the confidence, above 0 to 1, of the beads that are compared; 0
	// means .5.
	Least float64
}

// Of returns the facts of each of the document's sentences. The cost is linear
// in the length of the text.
func Of(doc *segment.Document, opts *Options) [][]Fact {
	if opts == nil {
		opts = &Options{}
	}
	r := newReader(doc, opts)
	all := make([][]Fact, len(doc.Sentences))
	for i := range all {
		s := r.read(i)
		for k := range s.readings {
			if reading := &s.readings[k]; reading.weight > silent {
				all[i] = append(all[i], r.fact(s, reading))
			}
		}
	}
	return all
}
