package lexicon

import (
	_ "embed"
	"sync"

	"golang.org/x/text/language"
)

// The tables are the built-in lexicons, stemmed and numbered: see
// encode_test.go for how each is made of the files in the folder of its name.
// Reading those of eng-spa and stemming their words took 220 ms and 50 MB; the
// table takes some 13 ms and 13 MB. Compressed it would be half of its 2.2 MB,
// but take 10 ms more.
//
//go:generate go test -run TestTable -update
var (
	//go:embed eng-spa.table
	englishSpanishTable string
	//go:embed eng-fra.table
	englishFrenchTable string
	//go:embed eng-deu.table
	englishGermanTable string
	//go:embed eng-isl.table
	englishIcelandicTable string
)

// The built-in lexicons, the one between English and Spanish large, the others
// of the commonest words. Each is made on the first call.
var (
	EnglishSpanish   = sync.OnceValue(func() *Lexicon { return decode(language.Spanish, englishSpanishTable) })
	EnglishFrench    = sync.OnceValue(func() *Lexicon { return decode(language.French, englishFrenchTable) })
	EnglishGerman    = sync.OnceValue(func() *Lexicon { return decode(language.German, englishGermanTable) })
	EnglishIcelandic = sync.OnceValue(func() *Lexicon { return decode(language.Icelandic, englishIcelandicTable) })
)

// SpanishEnglish returns EnglishSpanish the other way round.
var SpanishEnglish = sync.OnceValue(func() *Lexicon { return EnglishSpanish().Invert() })

// Languages are those of the built-in lexicons: English, and the others, each
// of which has a lexicon with English.
var Languages = []language.Tag{language.English, language.Spanish, language.French, language.German, language.Icelandic}

// BuiltIn returns the built-in lexicon between two languages, or nil if there is
// none. It is not made until one is asked for that there is.
func BuiltIn(source, target language.Tag) *Lexicon {
	switch {
	case SameLanguage(source, language.English):
		if l := fromEnglish(target); l != nil {
			return l()
		}
	case SameLanguage(target, language.English):
		if l := fromEnglish(source); l != nil {
			return l().Invert()
		}
	}
	return nil
}

// fromEnglish returns what makes the lexicon from English to a language, or nil.
func fromEnglish(target language.Tag) func() *Lexicon {
	switch {
	case SameLanguage(target, language.Spanish):
		return EnglishSpanish
	case SameLanguage(target, language.French):
		return EnglishFrench
	case SameLanguage(target, language.German):
		return EnglishGerman
	case SameLanguage(target, language.Icelandic):
		return EnglishIcelandic
	}
	return nil
}

// builtinSide returns the built-in words of a language, or nil.
func builtinSide(tag language.Tag) *side {
	if SameLanguage(tag, language.English) {
		return EnglishSpanish().source
	}
	if l := fromEnglish(tag); l != nil {
		return l().target
	}
	return nil
}

// decode reads a table of English and another language: all numbers are uvarints, and the strings are left
// where they are.
func decode(target language.Tag, text string) *Lexicon {
	d := decoder{text}
	l := &Lexicon{Source: language.English, Target: target, source: d.side(), target: d.side()}
	pairs := make([]wordPair, d.number())
	source := int32(0)
	for i := range pairs {
		source += d.number()
		pairs[i] = wordPair{source, d.number(), rankWeight(int(d.number()))}
	}
	connect(l.source, l.target, pairs)
	l.pairs = sync.OnceValue(func() []Pair {
		out := make([]Pair, len(pairs))
		for i, p := range pairs {
			out[i] = Pair{l.source.words[p.source], l.target.words[p.target], p.weight}
		}
		return out
	})
	return l
}

// rankWeight is the weight of a translation by its place among a word's.
func rankWeight(rank int) float64 { return 1 / float64(1+rank) }

type decoder struct{ rest string }

func (d *decoder) number() int32 {
	n, shift := int32(0), 0
	for i := 0; ; i++ {
		b := d.rest[i]
		n |= int32(b&0x7F) << shift
		if b < 0x80 {
			d.rest = d.rest[i+1:]
			return n
		}
		shift += 7
	}
}

func (d *decoder) strings() []string {
	list := make([]string, d.number())
	lengths := decoder{d.text()}
	text := d.text()
	for i := range list {
		n := lengths.number()
		list[i], text = text[:n], text[n:]
	}
	return list
}

func (d *decoder) text() string {
	n := d.number()
	text := d.rest[:n]
	d.rest = d.rest[n:]
	return text
}

func (d *decoder) side() *side {
	s := &side{words: d.strings(), keys: d.strings()}
	s.keyOf = make([]int32, len(s.words))
	for i := range s.keyOf {
		s.keyOf[i] = d.number()
	}
	forms := make([]form, d.number())
	lemma := int32(0)
	for i := range forms {
		lemma += d.number()
		forms[i] = form{lemma, d.number()}
	}
	s.setForms(forms)
	return s
}
