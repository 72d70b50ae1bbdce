package align

import (
	"github.com/hexapla/hexapla/align/lexicon"
	"golang.org/x/text/language"
)

// lexicons returns those that pair the two languages, turned the right way.
func (o *Options) lexicons(source, target language.Tag) []*lexicon.Lexicon {
	var fit []*lexicon.Lexicon
	if !o.NoLexicon {
		switch {
		case sameBase(source, language.English) && sameBase(target, language.Spanish):
			fit = append(fit, lexicon.EnglishSpanish())
		case sameBase(source, language.Spanish) && sameBase(target, language.English):
			fit = append(fit, lexicon.SpanishEnglish())
		}
	}
	for _, l := range o.Lexicons {
		switch {
		case sameBase(source, l.Source) && sameBase(target, l.Target):
			fit = append(fit, l)
		case sameBase(source, l.Target) && sameBase(target, l.Source):
			fit = append(fit, l.Invert())
		}
	}
	return fit
}

func sameBase(a, b language.Tag) bool {
	x, _ := a.Base()
	y, _ := b.Base()
	return x == y
}
