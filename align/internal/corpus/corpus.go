// Package corpus turns the two documents of a bitext into numbers: each
// sentence a run of type ids, each type a stem.
package corpus

import (
	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
)

// Side is one document of a bitext.
type Side struct {
	Types  []Type
	Tokens []int32 // type ids, sentence after sentence
	Starts []int32 // of each sentence in Tokens, and the end of the last
	Chars  []int32 // letters and digits of each sentence
	Shapes []Shape // what the marks of each sentence tell

	whole int // if picked, the tokens of the text it was picked from
}

// Type is a distinct token of a side.
type Type struct {
	Stem  string
	Form  string // the folded form it was first seen in
	Kind  segment.TokenKind
	Count int32 // tokens of the type
	Name  bool  // more often with a capital inside a sentence than without

	// Bare is the stem without an elided word before it: homm of l'homme. Empty
	// if there is none.
	Bare string
}

// Len returns the number of sentences.
func (s *Side) Len() int { return len(s.Starts) - 1 }

// Sentence returns the type ids of sentence i.
func (s *Side) Sentence(i int) []int32 { return s.Tokens[s.Starts[i]:s.Starts[i+1]] }

// Run returns the type ids of sentences start to end.
func (s *Side) Run(start, end int32) []int32 { return s.Tokens[s.Starts[start]:s.Starts[end]] }

// Phrases finds the phrases that stand in a sentence, given the stems of its
// words.
type Phrases func(stems []string) []lexicon.Phrase

// New reads a document. Each phrase that is found is one more token, after its
// words; phrases may be nil.
func New(doc *segment.Document, phrases Phrases) *Side {
	side, _ := Read(doc, phrases)
	return side
}

// Read is New for those who want to know where the tokens stand.
func Read(doc *segment.Document, phrases Phrases) (*Side, *Reader) {
	b := newBuilder(doc.Language, phrases)
	for i := range doc.Sentences {
		b.add(doc.Sentences[i].Text)
		b.side.Shapes[i].Border = i > 0 && doc.Sentences[i].Paragraph != doc.Sentences[i-1].Paragraph
	}
	for id, capitals := range b.capitals {
		b.side.Types[id].Name = 2*capitals > b.inside[id]
	}
	return b.side, &Reader{b}
}

// Reader reads the sentences of a document again. It is not safe for use by
// several goroutines at once.
type Reader struct{ b *builder }

// Tokens returns the tokens of a sentence, in the order of the side's; they
// stay valid until the next call.
func (r *Reader) Tokens(text string) []Token {
	r.b.read(text)
	return r.b.tokens
}
