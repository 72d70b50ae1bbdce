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
var SpanishEnglish = inverse(EnglishSpanish)

// withEnglish are the built-in lexicons by the language beside English, the
// largest first.
var withEnglish = []struct {
	language language.Tag
	from, to func() *Lexicon // from English and to it
}{
	{language.Spanish, EnglishSpanish, SpanishEnglish},
	{language.French, EnglishFrench, inverse(EnglishFrench)},
	{language.German, EnglishGerman, inverse(EnglishGerman)},
	{language.Icelandic, EnglishIcelandic, inverse(EnglishIcelandic)},
}

func inverse(of func() *Lexicon) func() *Lexicon {
	return sync.OnceValue(func() *Lexicon { return of().Invert() })
}

// Languages returns those of the built-in lexicons: English, and the others, each
// of which has a lexicon with English, that with the largest first.
func Languages() []language.Tag {
	tags := []language.Tag{language.English}
	for _, l := range withEnglish {
		tags = append(tags, l.language)
	}
	return tags
}

// BuiltIn returns the built-in lexicon between two languages, turned the right
// way, or nil if there is none. The first call that finds one makes it, in 5 to
// 20 ms.
func BuiltIn(source, target language.Tag) *Lexicon {
	for _, l := range withEnglish {
		switch {
		case SameLanguage(source, language.English) && SameLanguage(target, l.language):
			return l.from()
		case SameLanguage(source, l.language) && SameLanguage(target, language.English):
			return l.to()
		}
	}
	return nil
}

// builtInSide returns the built-in words of a language, those of English from
// the largest lexicon, or nil.
func builtInSide(tag language.Tag) *side {
	if SameLanguage(tag, language.English) {
		return EnglishSpanish().source
	}
	if l := BuiltIn(language.English, tag); l != nil {
		return l.target
	}
	return nil
}

// decode reads a table of English and another language: all numbers are
// uvarints, and the strings are left where they are.
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
