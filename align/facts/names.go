package facts

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// nameType is a word that may be a name, in all places of a text.
type nameType struct {
	fold     string
	capitals int // inside sentences
	lower    int

	translations   map[string]bool // stems of the other language; nil until asked for
	seen, answered int             // in beads that are compared
}

const (
	// leastName is the number of letters of a name. Shorter ones are answered by
	// other short ones too often: UN and ONU.
	leastName = 3

	// titleShare is the share of capitals within a line from which it is in
	// those of a title, and nounShare that from which a language is one that
	// gives them to nouns; fewer words than nounWords don't tell.
	titleShare = 0.6
	nounShare  = 0.25
	nounWords  = 500
)

// findNames counts how the words of a document are written.
func (r *reader) findNames() {
	capitals, words := 0, 0
	for i := range r.doc.Sentences {
		tokens := r.tokens(r.doc.Sentences[i].Text)
		if r.inTitleCase(i, tokens) {
			continue
		}
		for k := range tokens {
			t := &tokens[k]
			if t.Kind != segment.Letters {
				continue
			}
			capital := isCapital(t.text)
			inside := !opens(tokens, k)
			if capital && !inside {
				continue
			}
			n := r.nameType(t.fold)
			words++
			if capital {
				n.capitals++
				capitals++
			} else {
				n.lower++
			}
		}
	}
	r.nouns = words >= nounWords && float64(capitals) > nounShare*float64(words)
}

func (r *reader) nameType(fold string) *nameType {
	fold = withoutPossessive(fold)
	n := r.names[fold]
	if n == nil {
		n = &nameType{fold: fold}
		r.names[fold] = n
	}
	return n
}

func withoutPossessive(fold string) string {
	return strings.TrimSuffix(strings.TrimSuffix(fold, "s'"), "'s")
}

// inTitleCase tells whether the capitals of a sentence tell nothing.
func (r *reader) inTitleCase(i int, tokens []token) bool {
	p := r.doc.Sentences[i].Paragraph
	if p < len(r.doc.Paragraphs) && r.doc.Paragraphs[p].Kind == segment.Heading {
		return true
	}
	capitals, words := 0, 0
	for k := range tokens {
		if tokens[k].Kind == segment.Letters && k > 0 {
			words++
			if isCapital(tokens[k].text) {
				capitals++
			}
		}
	}
	return words > 2 && float64(capitals) >= titleShare*float64(words)
}

// opens tells whether a token may have its capital for opening a sentence: it
// is the first, or stands after a mark that may end one.
func opens(tokens []token, k int) bool {
	if k == 0 {
		return true
	}
	before := tokens[k-1]
	return before.Kind == segment.Mark && before.text != "," && before.text != "-" && before.text != "&"
}

// nameAt reads a word of a name.
func (r *reader) nameAt(s *sentence, k int) (reading, bool) {
	t := &s.tokens[k]
	if t.Kind != segment.Letters || !isCapital(t.text) || utf8.RuneCountInString(t.fold) < leastName {
		return reading{}, false
	}
	n := r.nameType(t.fold)
	if n.capitals == 0 || n.lower >= n.capitals || r.isWord(t) {
		return reading{}, false
	}
	if s.is(k+1, ".") && k+2 < len(s.tokens) {
		return reading{}, false // an abbreviation: Sen. Smith
	}
	found := reading{start: k, end: k + 1, name: n, weight: plain}
	if r.nouns || s.title || strings.ToUpper(t.text) == t.text {
		found.weight = silent
	}
	return found, true
}

// isWord tells whether a lexicon knows a word, and not as a name.
func (r *reader) isWord(t *token) bool {
	if known := builtIn()[baseOf(r.doc.Language)]; known != nil {
		if known.names[withoutPossessive(t.fold)] {
			return false
		}
		if known.words.Has(r.stemmer.Stem(t.text)) {
			return true
		}
	}
	return false
}

// vocabulary is what the built-in lexicon knows of a language.
type vocabulary struct {
	words *lexicon.Lexicon
	names map[string]bool // words that have capitals in both languages
}

var builtIn = sync.OnceValue(func() map[string]*vocabulary {
	en := &vocabulary{lexicon.EnglishSpanish(), make(map[string]bool)}
	es := &vocabulary{lexicon.SpanishEnglish(), make(map[string]bool)}
	for _, p := range en.words.Pairs() {
		if isCapital(p.Source) && isCapital(p.Target) {
			en.names[fold(p.Source)], es.names[fold(p.Target)] = true, true
		}
	}
	return map[string]*vocabulary{"en": en, "es": es}
})

func baseOf(tag language.Tag) string {
	base, _, _ := tag.Raw() // Base takes an undetermined language for English
	return base.String()
}
