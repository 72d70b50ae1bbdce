package segment

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// rules are what a language knows of its sentences. The words are folded.
type rules struct {
	kinds    map[string]abbrKind
	starters map[string]bool // words that start a sentence and are no names
	subjects map[string]bool // of those, the ones that can speak: “I”
	surnames map[string]bool // of the starters, those that are names all the same: May
	articles map[string]bool // no initial of a name follows these: “the letter B.” does
	speech   map[string]bool // verbs that follow a quotation
	moments  map[string]bool // with a capital, these follow a time: 5 p.m. Monday
	exclaims map[string]bool // names that end with an exclamation mark: Yahoo!

	greetings, farewells map[string]bool // the words that start and end a letter

	runOns    []string        // words that hardly any other word starts or ends with
	afterDash map[string]bool // words that end no compound

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
	abbrTime               // after a time: p.m.
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

// words are the lists that rules are made of, each a string of words between
// spaces.
type words struct {
	kinds                                                             map[abbrKind]string
	starters, subjects, surnames, articles, speech, moments, exclaims string
	greetings, farewells, runOns, afterDash                           string
}

func newRules(w words) *rules {
	r := &rules{
		kinds:     make(map[string]abbrKind),
		starters:  wordSet(w.starters),
		subjects:  wordSet(w.subjects),
		surnames:  wordSet(w.surnames),
		articles:  wordSet(w.articles),
		speech:    wordSet(w.speech),
		moments:   wordSet(w.moments),
		exclaims:  wordSet(w.exclaims),
		greetings: wordSet(w.greetings),
		farewells: wordSet(w.farewells),
		runOns:    strings.Fields(w.runOns),
		afterDash: wordSet(w.afterDash),
	}
	for kind, list := range w.kinds {
		for word := range strings.FieldsSeq(list) {
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

// has reports whether a set has a word, in whatever case. It is set[Fold(word)]
// without a new string for each word.
func has(set map[string]bool, word string) bool {
	var folded [32]byte
	if len(word) > len(folded) {
		return set[Fold(word)]
	}
	const latin1 = 0xC3 // the first byte of á and most other letters of Western languages
	for i := range len(word) {
		switch b := word[i]; {
		case b >= 'A' && b <= 'Z':
			folded[i] = b + ('a' - 'A')
		case b < utf8.RuneSelf || b == latin1:
			folded[i] = b
		case i == 0 || word[i-1] != latin1:
			return set[Fold(word)]
		case b <= 0x9E && b != 0x97: // À to Þ, but for ×
			folded[i] = b + 0x20
		default:
			folded[i] = b
		}
	}
	return set[string(folded[:len(word)])]
}
