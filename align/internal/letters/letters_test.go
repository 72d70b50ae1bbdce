package letters

import "testing"

func TestPlainReadsOtherAlphabets(t *testing.T) {
	for _, test := range []struct{ word, want, reason string }{
		{"constitución", "constitucion", "accents"},
		{"þórarinn", "thorarinn", "letters of Icelandic"},
		{"strasse", "strasse", "plain already"},
		{"straße", "strasse", "the German ß"},
		{"петербург", "peterburg", "Cyrillic"},
		{"θεσσαλία", "thessalia", "Greek, with its accents"},
	} {
		if got := Plain(test.word); got != test.want {
			t.Errorf("%s: %s, want %s: %s", test.word, got, test.want, test.reason)
		}
	}
}
