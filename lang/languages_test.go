package lang

import (
	"testing"

	"github.com/pemistahl/lingua-go"
	"golang.org/x/text/language"
)

func TestEveryLanguageOfLinguaIsReachable(t *testing.T) {
	seen := make(map[lingua.Language]bool)
	for base := range linguaLanguages() {
		l, tables, err := lookUp(language.Make(base.String()))
		if err != nil {
			t.Errorf("%v: %v", base, err)
		}
		if len(tables) == 0 {
			t.Errorf("%v: script %q has no table", base, linguaScript(base))
		}
		seen[l] = true
	}
	for _, l := range lingua.AllLanguages() {
		if !seen[l] {
			t.Errorf("no tag finds %v", l)
		}
	}
}

func TestLookUp(t *testing.T) {
	tests := []struct {
		tag    string
		want   lingua.Language
		reason string
	}{
		{"es", lingua.Spanish, "plain"},
		{"es-MX", lingua.Spanish, "the region does not matter"},
		{"es-Latn", lingua.Spanish, "its own script, said aloud"},
		{"iw", lingua.Hebrew, "the old code of Hebrew"},
		{"tl", lingua.Tagalog, "x/text calls it Filipino"},
		{"no", lingua.Bokmal, "Norwegian without a norm"},
		{"nn", lingua.Nynorsk, "the other norm"},
		{"zh-Hant", lingua.Chinese, "both Chinese scripts are Han"},
		{"sr-Latn", lingua.Unknown, "lingua reads Serbian in Cyrillic only"},
		{"mn-Mong", lingua.Unknown, "lingua reads Mongolian in Cyrillic only"},
		{"gl", lingua.Unknown, "Galician is not among the 75"},
		{"und", lingua.Unknown, "no language at all"},
		{"und-ES", lingua.Unknown, "a country is not a language"},
	}
	for _, tt := range tests {
		got, _, err := lookUp(language.Make(tt.tag))
		if got != tt.want || (err != nil) != (tt.want == lingua.Unknown) {
			t.Errorf("lookUp(%s) = %v, %v; want %v (%s)", tt.tag, got, err, tt.want, tt.reason)
		}
	}
}
