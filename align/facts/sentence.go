package facts

import (
	"github.com/hexapla/hexapla/segment"
)

// token is a word, number or mark of a sentence.
type token struct {
	segment.Token
	text, fold string
}

// sentence is one that is being read.
type sentence struct {
	*tongue
	number   int // in the document
	text     string
	tokens   []token
	title    bool // in the capitals of a title
	readings []reading
	words    []segment.Word // in the document; nil until asked for
}

// reader reads the facts of a document's sentences.
type reader struct {
	doc     *segment.Document
	tongue  *tongue
	stemmer *segment.Stemmer
	folds   map[string]string
	names   map[string]*nameType
	nouns   bool // the language gives capitals to nouns
}

func newReader(doc *segment.Document, opts *Options) *reader {
	r := &reader{
		doc:     doc,
		tongue:  tongueOf(doc.Language, opts.Lexicons),
		stemmer: segment.NewStemmer(doc.Language),
		folds:   make(map[string]string),
		names:   make(map[string]*nameType),
	}
	r.findNames()
	return r
}

// tokens cuts a sentence into its tokens.
func (r *reader) tokens(text string) []token {
	var tokens []token
	for t := range segment.Tokens(text) {
		word := text[t.Start:t.End]
		folded, ok := r.folds[word]
		if !ok {
			folded = fold(word)
			r.folds[word] = folded
		}
		tokens = append(tokens, token{t, word, folded})
	}
	return tokens
}

// read reads a sentence of the document.
func (r *reader) read(i int) *sentence {
	s := &sentence{tongue: r.tongue, number: i, text: r.doc.Sentences[i].Text}
	s.tokens = r.tokens(s.text)
	s.title = r.inTitleCase(i, s.tokens)
	for k := 0; k < len(s.tokens); {
		reading, ok := s.numberAt(k)
		if !ok {
			reading, ok = s.dayAt(k)
		}
		if !ok {
			reading, ok = r.nameAt(s, k)
		}
		if !ok {
			k++
			continue
		}
		s.readings = append(s.readings, reading)
		k = reading.end
	}
	s.tellTimes()
	return s
}

// fact returns a reading as it is told of.
func (r *reader) fact(s *sentence, found *reading) Fact {
	first, last := s.tokens[found.start], s.tokens[found.end-1]
	f := Fact{
		Kind: Name, Sentence: s.number,
		Place: segment.Span{Start: first.Start, End: last.End},
		Text:  s.text[first.Start:last.End],
	}
	if len(found.values) > 0 {
		f.Kind, f.Value = kinds[found.values[0].sort], found.values[0].String()
	} else {
		f.Value = fold(f.Text)
	}
	f.Span = r.span(s, found)
	return f
}

// span is the place of a reading in the document's text.
func (r *reader) span(s *sentence, found *reading) segment.Span {
	if s.words == nil {
		s.words = make([]segment.Word, len(s.tokens)) // none for marks
		words := r.doc.Words(&r.doc.Sentences[s.number], r.stemmer)
		for k := range s.tokens {
			if s.tokens[k].Kind != segment.Mark {
				s.words[k], words = words[0], words[1:]
			}
		}
	}
	return segment.Span{Start: s.words[found.start].Span.Start, End: s.words[found.end-1].Span.End}
}

// is tells whether a token is a certain word; there is none outside of the
// sentence, and no word that is empty.
func (s *sentence) is(k int, word string) bool {
	return word != "" && k >= 0 && k < len(s.tokens) && s.tokens[k].fold == word
}

func (s *sentence) isNumber(k int) bool {
	return k >= 0 && k < len(s.tokens) && s.tokens[k].Kind == segment.Number
}

// gap is what lies between a token and the one before it: white space, if
// anything.
func (s *sentence) gap(k int) string { return s.text[s.tokens[k-1].End:s.tokens[k].Start] }
