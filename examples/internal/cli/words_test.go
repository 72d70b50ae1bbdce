package cli

import (
	"strings"
	"testing"
)

func TestShortWords(t *testing.T) {
	word := strings.Repeat("ñ", longWord-1)
	for _, test := range []struct{ text, want, reason string }{
		{"", "", "nothing"},
		{"a word " + word + "\tand " + word, "a word " + word + "\tand " + word, "words that are just short enough, many letters as they are"},
		{"a " + word + "ññ\nand more", "a " + word + "…\nand more", "a word that is too long"},
		{strings.Repeat("x", 10<<20), strings.Repeat("x", longWord-1) + "…", "a file without blanks"},
	} {
		if got := ShortWords(test.text); got != test.want {
			t.Errorf("%s: %.300q, want %.300q", test.reason, got, test.want)
		}
	}
}
