package facts

import (
	"maps"
	"unicode"
	"unicode/utf8"

	"github.com/hexapla/hexapla/align/internal/letters"
	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// tongue is what is known of a language's numbers and days. Words are in lower
// case without accents.
type tongue struct {
	thousands rune // the separator of thousands; the other of . and , is that of decimals
	spaced    bool // thousands may be set apart by a plain space

	numbers  map[string]numberWord
	hundreds string // what joins a smaller number to hundreds and thousands: one hundred and five
	tens     string // what joins units to tens: treinta y uno
	percent  string // what stands before a hundred that is none: por ciento
	decade   string // what stands before a decade: los años treinta

	before, after map[string]float64 // minutes: half past three, las tres y media
	past, to      string             // what stands between hours and minutes

	weekdays, months map[string]int
	short            map[string]int  // months, beside a number
	doubtful         map[string]bool // months that are other words too
	capital          bool            // weekdays and months have capitals

	units map[string]*unit
}

// numberWord is a word for a number, or a part of one.
type numberWord struct {
	v      float64
	class  class
	weight weight
}

// class tells how a word makes numbers with others.
type class uint8

const (
	alone     class = iota // not at all
	unitWord               // 1 to 9
	teenWord               // 10 to 19, and others that take no unit
	tenWord                // 20 to 90: takes a unit
	hundred                // 100 to 900: takes what is smaller
	times                  // multiplies what is before it, takes what is smaller: hundred, dozen
	scaleWord              // 1,000 and more: the same
)

// tongues are those known from the start.
var tongues = map[string]*tongue{"en": english, "es": spanish}

// tongueOf returns what is known of a language, by itself or by way of lexicons
// that pair it with one that is.
func tongueOf(tag language.Tag, lexicons []*lexicon.Lexicon) *tongue {
	if t := tongues[baseOf(tag)]; t != nil {
		return t
	}
	t := &tongue{
		thousands: '.', spaced: true,
		numbers:  make(map[string]numberWord),
		weekdays: make(map[string]int), months: make(map[string]int),
	}
	for _, l := range lexicons {
		if known := l.Between(tag, language.English); known != nil {
			t.translate(known, english)
		}
		if known := l.Between(tag, language.Spanish); known != nil {
			t.translate(known, spanish)
		}
	}
	return t
}

// translate adds the words that a lexicon has for those of another language.
func (t *tongue) translate(l *lexicon.Lexicon, known *tongue) {
	for _, p := range l.Pairs() {
		word, meaning := fold(p.Source), fold(p.Target)
		addNew(t.numbers, known.numbers, word, meaning)
		if !known.capital || isCapital(p.Target) {
			addNew(t.weekdays, known.weekdays, word, meaning)
			addNew(t.months, known.months, word, meaning)
		}
	}
}

// addNew gives a word the meaning that another has, unless it has one already:
// that of a better translation.
func addNew[V any](words, known map[string]V, word, meaning string) {
	v, ok := known[meaning]
	if _, old := words[word]; ok && !old {
		words[word] = v
	}
}

// fold returns a word in lower case and plain letters.
func fold(word string) string { return letters.Plain(segment.Fold(word)) }

func isCapital(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first)
}

// days numbers names from 1.
func days(names ...string) map[string]int {
	numbers := make(map[string]int, len(names))
	for k, name := range names {
		numbers[name] = k + 1
	}
	return numbers
}

func merge(a, b map[string]int) map[string]int {
	maps.Copy(a, b)
	return a
}
