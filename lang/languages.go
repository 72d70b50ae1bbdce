package lang

import (
	"sync"
	"unicode"

	"github.com/pemistahl/lingua-go"
	"golang.org/x/text/language"
)

// defaultLanguages is what the zero Detector tells apart.
func defaultLanguages() []language.Tag {
	return []language.Tag{language.English, language.Spanish}
}

// linguaLanguages maps what x/text calls a language to what lingua does.
// The keys go through the canonical form of x/text, so that "iw" and "he",
// or "tl" and "fil", meet.
var linguaLanguages = sync.OnceValue(func() map[language.Base]lingua.Language {
	known := make(map[language.Base]lingua.Language)
	for _, l := range lingua.AllLanguages() {
		base, _ := language.Make(l.IsoCode639_1().String()).Base()
		known[base] = l
	}
	// lingua has both written forms of Norwegian; plain "no" is by custom Bokmål.
	known[language.MustParseBase("no")] = lingua.Bokmal
	return known
})

// scriptTables holds the characters of each ISO 15924 script that some
// language of lingua is written in.
var scriptTables = map[string]script{
	"Arab": {unicode.Arabic},
	"Armn": {unicode.Armenian},
	"Beng": {unicode.Bengali},
	"Cyrl": {unicode.Cyrillic},
	"Deva": {unicode.Devanagari},
	"Geor": {unicode.Georgian},
	"Grek": {unicode.Greek},
	"Gujr": {unicode.Gujarati},
	"Guru": {unicode.Gurmukhi},
	"Hans": {unicode.Han},
	"Hant": {unicode.Han},
	"Hebr": {unicode.Hebrew},
	"Jpan": {unicode.Hiragana, unicode.Katakana, unicode.Han},
	"Kore": {unicode.Hangul},
	"Latn": {unicode.Latin},
	"Taml": {unicode.Tamil},
	"Telu": {unicode.Telugu},
	"Thai": {unicode.Thai},
}

// linguaScript is the script in which lingua reads a language, which for all
// of its languages is the likely one.
func linguaScript(base language.Base) string {
	likely, _ := language.Make(base.String()).Script()
	return likely.String()
}

// sameScript reports whether two script codes are one to lingua.
func sameScript(a, b string) bool {
	simplify := func(s string) string {
		if s == "Hant" || s == "Hani" {
			return "Hans"
		}
		return s
	}
	return simplify(a) == simplify(b)
}

// lookUp finds the language of lingua that a tag asks for, and its letters.
func lookUp(tag language.Tag) (lingua.Language, script, error) {
	base, sure := tag.Base()
	known, ok := linguaLanguages()[base]
	if !ok || sure != language.Exact { // not exact: guessed from a region or script
		return lingua.Unknown, nil, ErrUnsupported
	}
	code := linguaScript(base)
	if asked, given := tag.Script(); given == language.Exact && !sameScript(asked.String(), code) {
		return lingua.Unknown, nil, ErrUnsupported
	}
	return known, scriptTables[code], nil
}

// checkTags returns the first error in a list of tags.
func checkTags(tags []language.Tag) error {
	seen := make(map[lingua.Language]bool)
	for i, tag := range tags {
		l, _, err := lookUp(tag)
		if err == nil && seen[l] {
			err = ErrDuplicate
		}
		if err != nil {
			return &TagError{Tag: tag, Index: i, Err: err}
		}
		seen[l] = true
	}
	if len(tags) < 2 {
		return ErrTooFew
	}
	return nil
}
