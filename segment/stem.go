package segment

import (
	"strings"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/hungarian"
	"github.com/kljensen/snowball/norwegian"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
	"github.com/kljensen/snowball/swedish"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// snowballs are the stemmers of Porter's Snowball family
// (https://snowballstem.org) that are to be had in Go, by base language.
var snowballs = map[string]func(string, bool) string{
	"en": english.Stem,
	"es": spanish.Stem,
	"fr": french.Stem,
	"hu": hungarian.Stem,
	"nb": norwegian.Stem,
	"nn": norwegian.Stem,
	"no": norwegian.Stem,
	"ru": russian.Stem,
	"sv": swedish.Stem,
}

// Stemmer reduces words to their stems: lower case, composed (NFC), and, in
// the languages that Snowball knows (en, es, fr, hu, nb, nn, no, ru, sv),
// without inflection. It remembers what it has stemmed, since a text repeats
// its words, and so is not safe for use by several goroutines at once.
type Stemmer struct {
	stem  func(string, bool) string
	cache map[string]string
}

// NewStemmer returns a Stemmer for the language; for one that Snowball does
// not know it folds case and composition only.
func NewStemmer(tag language.Tag) *Stemmer {
	base, _, _ := tag.Raw() // Base takes an undetermined language for English
	return &Stemmer{stem: snowballs[base.String()], cache: make(map[string]string)}
}

// Stem returns the stem of one word.
func (s *Stemmer) Stem(word string) string {
	if stem, ok := s.cache[word]; ok {
		return stem
	}
	stem := Fold(word)
	if s.stem != nil && hasLetterFirst(stem) {
		// Stop words are stemmed too: what the lexicon and the text share is
		// the stem, whatever the word.
		stem = s.stem(stem, true)
	}
	s.cache[word] = stem
	return stem
}

// Fold returns word composed (NFC), in lower case, with a straight apostrophe.
func Fold(word string) string {
	if !isASCII(word) {
		word = norm.NFC.String(word)
		word = strings.ReplaceAll(word, "’", "'")
	}
	return strings.ToLower(word)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func hasLetterFirst(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return classOf(r) == classLetter
}
