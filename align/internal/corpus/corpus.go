// Package corpus turns the two documents of a bitext into numbers: each
// sentence a run of type ids, each type a stem.
package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hexapla/hexapla/segment"
)

// Side is one document of a bitext.
type Side struct {
	Types  []Type
	Tokens []int32 // type ids, sentence after sentence
	Starts []int32 // of each sentence in Tokens, and the end of the last
	Chars  []int32 // letters and digits of each sentence
	Shapes []Shape // what the marks of each sentence tell
}

// Type is a distinct token of a side.
type Type struct {
	Stem  string
	Form  string // the folded form it was first seen in
	Kind  segment.TokenKind
	Count int32 // tokens of the type
	Name  bool  // more often with a capital inside a sentence than without
}

// Shape is what is seen of a sentence without reading its words.
type Shape struct {
	End    Ending // how it ends
	Open   bool   // it begins in lower case, as if cut off from the one before
	Speech bool   // it begins with a quotation mark or dash
}

// Ending is the mark that ends a sentence, quotation marks and brackets aside.
type Ending uint8

const (
	NoStop      Ending = iota // a letter or digit: a heading, a broken line
	FullStop                  // . or …
	Question                  // ?
	Exclamation               // !
	Pause                     // , ; : or a dash
)

// Len returns the number of sentences.
func (s *Side) Len() int { return len(s.Starts) - 1 }

// Sentence returns the type ids of sentence i.
func (s *Side) Sentence(i int) []int32 { return s.Tokens[s.Starts[i]:s.Starts[i+1]] }

// Run returns the type ids of sentences start to end.
func (s *Side) Run(start, end int32) []int32 { return s.Tokens[s.Starts[start]:s.Starts[end]] }

// New reads a document.
func New(doc *segment.Document) *Side {
	b := builder{
		side:    &Side{Starts: []int32{0}},
		stemmer: segment.NewStemmer(doc.Language),
		ids:     make(map[string]int32),
		forms:   make(map[string]int32),
	}
	for i := range doc.Sentences {
		b.add(doc.Sentences[i].Text)
	}
	for id, capitals := range b.capitals {
		b.side.Types[id].Name = 2*capitals > b.inside[id]
	}
	return b.side
}

type builder struct {
	side    *Side
	stemmer *segment.Stemmer
	ids     map[string]int32 // by stem, marks included
	forms   map[string]int32 // by the form as it stands in the text

	capitals, inside []int32 // tokens with a capital, and all, that don't open a sentence
}

func (b *builder) add(text string) {
	s := b.side
	chars := int32(0)
	opened := false
	for token := range segment.Tokens(text) {
		form := text[token.Start:token.End]
		id, ok := b.forms[form]
		if !ok {
			id = b.intern(form, token.Kind)
			b.forms[form] = id
		}
		if token.Kind != segment.Mark {
			chars += int32(utf8.RuneCountInString(form))
		}
		if id < 0 {
			continue
		}
		s.Tokens = append(s.Tokens, id)
		s.Types[id].Count++
		if token.Kind == segment.Letters {
			if opened {
				b.inside[id]++
				if first, _ := utf8.DecodeRuneInString(form); unicode.IsUpper(first) {
					b.capitals[id]++
				}
			}
			opened = true
		}
	}
	s.Starts = append(s.Starts, int32(len(s.Tokens)))
	s.Chars = append(s.Chars, chars)
	s.Shapes = append(s.Shapes, shapeOf(text))
}

// intern returns the id of a form's type, or -1 for a mark that tells nothing.
func (b *builder) intern(form string, kind segment.TokenKind) int32 {
	stem := form
	switch kind {
	case segment.Letters:
		stem = b.stemmer.Stem(form)
	case segment.Number:
		stem = digits(form)
	case segment.Mark:
		if stem = meaning(form); stem == "" {
			return -1
		}
	}
	if id, ok := b.ids[stem]; ok {
		return id
	}
	id := int32(len(b.side.Types))
	b.ids[stem] = id
	folded := stem
	if kind == segment.Letters {
		folded = segment.Fold(form)
	}
	b.side.Types = append(b.side.Types, Type{Stem: stem, Form: folded, Kind: kind})
	b.capitals = append(b.capitals, 0)
	b.inside = append(b.inside, 0)
	return id
}

// digits returns the digits of a number alone: 1,200 and 1.200, 3.5 and 3,5,
// 18th and 18.º are each the same number in two languages.
func digits(form string) string {
	number := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, form)
	if len(number) == len(form) {
		return form
	}
	return number
}

// marks that translations tend to keep, under one name for each meaning.
// Commas and full stops are everywhere; opening ¿ and ¡ repeat what the
// closing marks say.
var marks = map[rune]string{
	'?': "?", '؟': "?", '？': "?", ';': ";",
	'!': "!", '！': "!",
	':': ":", '：': ":",
	'(': "(", ')': ")", '[': "(", ']': ")",
	'"': `"`, '“': `"`, '”': `"`, '„': `"`, '«': `"`, '»': `"`,
	'—': "-", '–': "-", '-': "",
	'…': "…",
	'%': "%", '$': "$", '€': "€", '£': "£", '&': "&", '§': "§",
}

func meaning(form string) string {
	r, size := utf8.DecodeRuneInString(form)
	if r == '.' && len(form) >= 3 {
		return "…"
	}
	if r == '-' && len(form) > size {
		return "-"
	}
	return marks[r]
}

func shapeOf(text string) Shape {
	var shape Shape
	for i, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			shape.Open = unicode.IsLower(r)
			break
		}
		if i == 0 && (meaning(string(r)) == `"` || meaning(string(r)) == "-" || r == '-') {
			shape.Speech = true
		}
	}
	shape.End = endingOf(text)
	return shape
}

func endingOf(text string) Ending {
	for len(text) > 0 {
		r, size := utf8.DecodeLastRuneInString(text)
		switch {
		case r == '.' || r == '…' || r == '。':
			return FullStop
		case r == '?' || r == '？' || r == '؟':
			return Question
		case r == '!' || r == '！':
			return Exclamation
		case r == ',' || r == ';' || r == ':' || r == '—' || r == '–' || r == '-':
			return Pause
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return NoStop
		}
		text = text[:len(text)-size]
	}
	return NoStop
}
