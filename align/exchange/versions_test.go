package exchange_test

import (
	"fmt"
	"iter"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align/exchange"
	"golang.org/x/text/language"
)

// units makes a stream of units, each as "en:The sea.|es:El mar.".
func units(lines ...string) iter.Seq2[exchange.Unit, error] {
	return func(yield func(exchange.Unit, error) bool) {
		for _, line := range lines {
			var u exchange.Unit
			for text := range strings.SplitSeq(line, "|") {
				tag, words, _ := strings.Cut(text, ":")
				t := exchange.Text{Language: language.MustParse(tag)}
				if words != "" {
					t.Sentences = []string{words}
				}
				u.Texts = append(u.Texts, t)
			}
			if !yield(u, nil) {
				return
			}
		}
	}
}

func TestArrange(t *testing.T) {
	tests := []struct {
		units    []string
		versions string
		want     string
		why      string
	}{
		{[]string{"en:a|es:b", "es:d|en:c"}, "en es", "a|b c|d", "units have their languages in any order"},
		{[]string{"en:a|es:b|fr:c", "en:d"}, "fr en", "c|a |d", "some languages, of which a unit may lack one"},
		{[]string{"en:a", "es:b"}, "es", "b", "a unit without any of them is left out"},
		{[]string{"en-US:a|es-MX:b"}, "en es", "a|b", "a language stands for its regions"},
		{[]string{"en:a|es:b"}, "en-GB es-ES", "a|b", "and a region for its language"},
		{[]string{"en-US:a|en-GB:b"}, "en-GB en-US", "b|a", "but the very same goes first"},
		{[]string{"pt-PT:a"}, "pt-BR", "", "one region is not the other"},
		{[]string{"en:a|en:b", "en:c"}, "en en", "a|b c|", "a language twice is two versions"},
		{[]string{"en:|es:"}, "en es", "", "nothing said in either"},
	}
	for _, tt := range tests {
		var versions []language.Tag
		for name := range strings.FieldsSeq(tt.versions) {
			versions = append(versions, language.MustParse(name))
		}
		var got []string
		for _, u := range all(t, exchange.Arrange(units(tt.units...), versions...)) {
			var texts []string
			for v, text := range u.Texts {
				if text.Language != versions[v] {
					t.Errorf("%s: text %d is in %v, want %v", tt.why, v+1, text.Language, versions[v])
				}
				texts = append(texts, text.String())
			}
			got = append(got, strings.Join(texts, "|"))
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
}

func TestVersions(t *testing.T) {
	got, err := exchange.Versions(units("es:a", "en:b|en:c|es:d", "fr:e"))
	if err != nil || fmt.Sprint(got) != "[es en en fr]" {
		t.Errorf("versions %v, error %v; want es, en, en and fr", got, err)
	}
}

// Spaces that are there for the setting of lines come through; lines don't.
func TestSpacesOfTheirOwnKindAreKept(t *testing.T) {
	var en, fr strings.Builder
	in := units("en:a\tb\u2028c\u0085d\ne", "fr:«\u00A0oui\u202F!\u00A0»|en:x")
	if err := exchange.WriteMoses(exchange.Arrange(in, language.English, language.French), &en, &fr); err != nil {
		t.Fatal(err)
	}
	if en.String() != "x\n" || fr.String() != "«\u00A0oui\u202F!\u00A0»\n" {
		t.Errorf("lines %q and %q", en.String(), fr.String())
	}
	var alone strings.Builder
	if err := exchange.WriteMoses(exchange.Arrange(in, language.English), &alone); err != nil {
		t.Fatal(err)
	}
	if want := "a b c d e\nx\n"; alone.String() != want {
		t.Errorf("lines %q, want %q", alone.String(), want)
	}
}
