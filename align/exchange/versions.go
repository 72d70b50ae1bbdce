package exchange

import (
	"iter"

	"golang.org/x/text/language"
)

// versionKey tells the texts of a unit apart: a unit may have several in one
// language, such as two translations.
type versionKey struct {
	language language.Tag
	place    int // among the texts of the unit in this language
}

// Versions reads a stream to its end and returns the languages of the versions
// in it, in the order in which they are met: a language twice if any unit has
// two texts in it. It is what [Collect] would make documents of, found in memory
// that doesn't grow with the stream. An error of the stream ends it and is
// returned.
func Versions(units iter.Seq2[Unit, error]) ([]language.Tag, error) {
	var versions []language.Tag
	known := make(map[versionKey]bool)
	for u, err := range units {
		if err != nil {
			return nil, err
		}
		places := make(map[language.Tag]int, len(u.Texts))
		for _, t := range u.Texts {
			key := versionKey{t.Language, places[t.Language]}
			places[t.Language]++
			if !known[key] {
				known[key] = true
				versions = append(versions, t.Language)
			}
		}
	}
	return versions, nil
}

// Arrange gives every unit of a stream one text for each of some versions, in
// their order: a translation memory need not have its languages in the same order
// in every unit, nor all of them, and the forms of one file a version, or of two
// versions, need that. Texts in other languages are left out, and so are units
// that have none left.
//
// A text belongs to the version in its very language or, if there is none, to one
// that differs from it by naming no region, or by naming one where the text
// doesn't: en takes en-GB. Of several texts in a unit that belong to it, a version
// takes the first, and the same language once more the second.
func Arrange(units iter.Seq2[Unit, error], versions ...language.Tag) iter.Seq2[Unit, error] {
	return func(yield func(Unit, error) bool) {
		a := arranger{versions: versions, known: make(map[versionKey]int)}
		for u, err := range units {
			if err != nil {
				yield(Unit{}, err)
				return
			}
			if arranged, some := a.unit(u); some && !yield(arranged, nil) {
				return
			}
		}
	}
}

type arranger struct {
	versions []language.Tag
	known    map[versionKey]int // the versions of texts met so far, -1 for none
}

// unit arranges a unit, and tells whether there is anything left in it.
func (a *arranger) unit(u Unit) (out Unit, some bool) {
	out = Unit{Texts: make([]Text, len(a.versions)), Confidence: u.Confidence}
	for v, tag := range a.versions {
		out.Texts[v].Language = tag
	}
	places := make(map[language.Tag]int, len(u.Texts))
	taken := make([]bool, len(a.versions))
	for _, t := range u.Texts {
		v := a.version(versionKey{t.Language, places[t.Language]})
		places[t.Language]++
		if v < 0 || taken[v] {
			continue
		}
		taken[v] = true
		out.Texts[v].Sentences = t.Sentences
		some = some || len(t.Sentences) > 0
	}
	return out, some
}

func (a *arranger) version(key versionKey) int {
	v, known := a.known[key]
	if !known {
		if v = a.find(key, func(tag language.Tag) bool { return tag == key.language }); v < 0 {
			v = a.find(key, func(tag language.Tag) bool { return covers(tag, key.language) || covers(key.language, tag) })
		}
		a.known[key] = v
	}
	return v
}

// find returns the version of a key's place among those that fit.
func (a *arranger) find(key versionKey, fits func(language.Tag) bool) int {
	place := 0
	for v, tag := range a.versions {
		if !fits(tag) {
			continue
		}
		if place == key.place {
			return v
		}
		place++
	}
	return -1
}

// covers tells whether a language names no region, and the other is the same but
// for that.
func covers(wide, narrow language.Tag) bool {
	base, script, region := wide.Raw()
	otherBase, otherScript, _ := narrow.Raw()
	return region == language.Region{} && base == otherBase && script == otherScript
}
