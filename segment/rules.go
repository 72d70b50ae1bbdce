package segment

import (
	"strings"

	"golang.org/x/text/language"
)

// rules are what a language knows of its sentences. The words are folded.
type rules struct {
	kinds    map[string]abbrKind
	starters map[string]bool // words that start a sentence and are no names
	subjects map[string]bool // of those, the ones that can speak: “I”
	speech   map[string]bool // verbs that follow a quotation

	// ordinalDot: the language writes ordinals as a number and a dot.
	ordinalDot bool
}

// abbrKind tells how an abbreviation stands in a sentence.
type abbrKind uint8

const (
	abbrNone      abbrKind = iota
	abbrTitle              // a name follows: Dr.
	abbrInside             // never ends a sentence: e.g.
	abbrNumbering          // one before a number, else a word: no. 5
	abbrPlace              // like abbrNumbering, but no word: fig. 5, vol. II
	abbrLast               // may end a sentence: Inc.
	abbrList               // ends one if a capital follows: etc.
)

// rulesFor returns the rules of a language.
func rulesFor(tag language.Tag) *rules {
	base, _, _ := tag.Raw() // Base takes an undetermined language for English
	switch code := base.String(); code {
	case "en":
		return englishRules
	case "es":
		return spanishRules
	default:
		if ordinalDotLanguages[code] {
			return generalOrdinalRules
		}
		return generalRules
	}
}

// newRules makes rules of lists of words, each a string of words between
// spaces.
func newRules(kinds map[abbrKind]string, starters, subjects, speech string) *rules {
	r := &rules{
		kinds:    make(map[string]abbrKind),
		starters: wordSet(starters),
		subjects: wordSet(subjects),
		speech:   wordSet(speech),
	}
	for kind, words := range kinds {
		for word := range strings.FieldsSeq(words) {
			r.kinds[word] = kind
		}
	}
	return r
}

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}
