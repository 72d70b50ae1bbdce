package segment

import (
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// TestKnown: what the text cannot tell, the words of the language may.
func TestKnown(t *testing.T) {
	words := wordSet("well known harbour café wife keeper the of were")
	known := func(word string) bool { return words[word] }
	const raw = "The keeper and his wifewere in the caf6 by the har-\nbour, and they were old, and the two were late. They\nwere the keepers of the light.\n"
	for _, test := range []struct {
		reason string
		known  func(string) bool
		want   string // part of the first sentence
	}{
		{"the text alone", nil, "wifewere in the caf6 by the harbour"},
		{"with the language", known, "wife were in the café by the harbour"},
	} {
		doc := parse(t, raw, Options{Language: language.English, Known: test.known})
		if first := doc.Sentences[0].Text; !strings.Contains(first, test.want) {
			t.Errorf("%s: %q, want %q: %+v", test.reason, first, test.want, doc.Repairs)
		}
	}
}
