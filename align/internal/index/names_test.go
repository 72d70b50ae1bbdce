package index

import (
	"strings"
	"testing"

	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

func TestNamesSoundAlike(t *testing.T) {
	var b Builder
	const text = "Allí vio a Nabucodonosor. Allí vio a Josué. Allí vio a Toledo y a Ana. Allí vio nabos y joyas."
	doc, err := segment.Parse(text, segment.Options{Language: language.Spanish})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Add("names", doc); err != nil {
		t.Fatal(err)
	}
	shelf := b.Index().Shelves[0]
	for _, test := range []struct{ name, want, why string }{
		{"nebuchadnezzar", "nabucodonosor", "vowels differ, ch is c, zz is s"},
		{"joshua", "josu", "h is nothing"},
		{"toledo", "toled", "the same but for the stem"},
		{"madrid", "", "nothing like it"},
		{"nabo", "", "alike is no name"},
		{"", "", "no letters"},
		{strings.Repeat("na", 50), "", "longer than any name"},
		{"ñandú", "", "letters that are not ASCII"},
	} {
		best, most := "", 0.0
		shelf.Names(test.name, func(id int32, alike float64) {
			if alike > most {
				best, most = shelf.Types[id].Stem, alike
			}
		})
		if best != test.want {
			t.Errorf("%s: %q sounds like %q, want %q", test.why, test.name, best, test.want)
		}
	}
}
