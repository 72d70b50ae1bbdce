package segment

// Word is a word or number of a sentence.
type Word struct {
	// Text is the word as the sentence reads it.
	Text string `json:"text"`

	// Stem is the word's stem, see [Stemmer]. A number is its own stem.
	Stem string `json:"stem"`

	// Span is the word's place in the Document's Text, from its first byte to
	// its last; where the word is broken at the end of a line or page, what
	// stands between its pieces lies inside.
	Span Span `json:"span"`
}

// Words returns the words and numbers of the sentence, in order; punctuation is
// left out. The sentence must be one of the document's, or of its notes. The
// stemmer is the one for the document's language, and may be kept for the next
// call.
//
// In a Document built by hand, whose sentences are not what its Text reads at
// their Spans, the words have no place: their Span is empty.
func (d *Document) Words(s *Sentence, stemmer *Stemmer) []Word {
	var words []Word
	reading := d.reading(s)
	for token := range Tokens(s.Text) {
		if token.Kind == Mark {
			continue
		}
		text := s.Text[token.Start:token.End]
		word := Word{Text: text, Stem: stemmer.Stem(text)}
		if reading.text == s.Text {
			word.Span = reading.source(token.Start, token.End)
		}
		words = append(words, word)
	}
	return words
}
