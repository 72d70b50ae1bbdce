package score

import (
	"path/filepath"
	"testing"
)

func TestLanguagesAreTheLastTwoPartsOfAName(t *testing.T) {
	for _, test := range []struct{ reason, name, want string }{
		{"a set", "news-en-es", "en es"},
		{"the last two, though the others are languages too", "es-de-fr", "de fr"},
		{"the languages alone", "en-is", "en is"},
		{"versions of the texts", "en.second-es.abridged", "en es"},
		{"one word", "news", ""},
		{"one language", "news-en", ""},
		{"und is none", "news-und-es", ""},
		{"words", "my-words", ""},
	} {
		got := ""
		if source, target, ok := languagesIn(test.name); ok {
			got = source.String() + " " + target.String()
		}
		if got != test.want {
			t.Errorf("%s: %s gives %q, want %q", test.reason, test.name, got, test.want)
		}
	}
}

func TestLanguagesAreThoseOfTheNearestFolder(t *testing.T) {
	root := t.TempDir()
	for _, test := range []struct{ reason, dir, folder, want string }{
		{"the folder itself", "versions/en-es.short", "versions/en-es.short", "en es"},
		{"a folder above it", "novel-en-fr/part/ch1", "novel-en-fr", "en fr"},
		{"the nearer of two", "news-en-es/back-es-en/p1", "news-en-es/back-es-en", "es en"},
		{"no folder at all", "news/p1", "", ""},
	} {
		folder, source, target, err := Languages(filepath.Join(root, test.dir))
		if test.want == "" {
			if err == nil {
				t.Errorf("%s: no error, but %s", test.reason, folder)
			}
			continue
		}
		if got := source.String() + " " + target.String(); err != nil || folder != filepath.Join(root, test.folder) || got != test.want {
			t.Errorf("%s: %s says %s (%v), want %s in %s", test.reason, folder, got, err, test.want, test.folder)
		}
	}
}
