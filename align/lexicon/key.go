package lexicon

import (
	"strings"

	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// Key returns the stems of a word or phrase, set apart by spaces: what entries
// are found by.
func Key(text string, stemmer *segment.Stemmer) string {
	var key []byte
	first := ""
	for token := range segment.Tokens(text) {
		if token.Kind == segment.Mark {
			continue
		}
		stem := stemmer.Stem(text[token.Start:token.End])
		switch {
		case stem == "":
		case first == "":
			first = stem
		default:
			if key == nil {
				key = append(key, first...)
			}
			key = append(append(key, ' '), stem...)
		}
	}
	if key == nil {
		return first
	}
	return string(key)
}

// phraseKey is Key, but that a Spanish phrase which begins with a reflexive
// infinitive is keyed without the pronoun: in a sentence darse cuenta reads se
// dio cuenta, the pronoun before the verb.
func phraseKey(text string, tag language.Tag, stemmer *segment.Stemmer) string {
	first, rest, phrase := strings.Cut(text, " ")
	if phrase && isReflexive(first) && SameLanguage(tag, language.Spanish) {
		text = strings.TrimSuffix(first, "se") + " " + rest
	}
	return Key(text, stemmer)
}

func isReflexive(verb string) bool {
	for _, ending := range []string{"arse", "erse", "irse", "írse"} {
		if strings.HasSuffix(verb, ending) {
			return true
		}
	}
	return false
}
