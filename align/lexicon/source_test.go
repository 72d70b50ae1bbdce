package lexicon

import (
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

// The alphabets. English has the accents of words that keep them (naïve,
// façade), the others those of their spelling, and forms-spanish-old.txt the
// letters of the old one.
var (
	englishWord    = regexp.MustCompile(`^[A-Za-zàâçèéêëïîñôöûü'][A-Za-zàâçèéêëïîñôöûü'. -]*$`)
	spanishWord    = regexp.MustCompile(`^[A-Za-záéíóúüñÁÉÍÓÚÜÑ][A-Za-záéíóúüñÁÉÍÓÚÜÑ'. -]*$`)
	frenchWord     = regexp.MustCompile(`^[A-Za-zàâçèéêëîïôöùûüœæÀÂÇÈÉÊËÎÏÔÙÛÜŒÆ][A-Za-zàâçèéêëîïôöùûüœæÀÂÇÈÉÊËÎÏÔÙÛÜŒÆ'. -]*$`)
	germanWord     = regexp.MustCompile(`^[A-Za-zäöüßéèàÄÖÜ][A-Za-zäöüßéèàÄÖÜ'. -]*$`)
	icelandicWord  = regexp.MustCompile(`^[A-Za-záéíóúýðþæöÁÉÍÓÚÝÐÞÆÖ][A-Za-záéíóúýðþæöÁÉÍÓÚÝÐÞÆÖ'. -]*$`)
	oldSpanishWord = regexp.MustCompile(`^[a-záéíóúüñàè]+$`)
	digits         = regexp.MustCompile(`^[0-9]+$`) // in numbers-digits.txt
)

// TestSources holds the format of the files of all folders.
func TestSources(t *testing.T) {
	words := map[string]*regexp.Regexp{"eng-spa": spanishWord, "eng-fra": frenchWord, "eng-deu": germanWord, "eng-isl": icelandicWord}
	for _, b := range builtIns {
		t.Run(b.dir, func(t *testing.T) {
			type pair struct{ source, target string }
			seen := make(map[pair]string)
			for _, f := range readSources(t, b.dir) {
				f.checkFormat(t, words[b.dir])
				if f.isForms() {
					continue
				}
				for _, e := range f.entries {
					for _, word := range e.list {
						p := pair{e.head, word}
						if other, ok := seen[p]; ok {
							t.Errorf("%s:%d: %q: %q stands in %s already", f.name, e.line, e.head, word, other)
						}
						seen[p] = f.name
					}
				}
			}
		})
	}
}

// checkFormat checks what can be said of a file by itself; word is what words of
// the language beside English look like.
func (f *sourceFile) checkFormat(t *testing.T, word *regexp.Regexp) {
	t.Helper()
	if !strings.HasPrefix(f.header, "# ") {
		t.Errorf("%s: begins with %.30q; want a comment that says what is in it", f.name, f.header)
	}
	head, target := englishWord, word
	switch {
	case strings.HasPrefix(f.name, "forms-english"):
		target = englishWord
	case f.name == "forms-spanish-old.txt":
		head, target = word, oldSpanishWord
	case f.isForms():
		head = word
	}
	isNumber := func(word string) bool { return f.name == "numbers-digits.txt" && digits.MatchString(word) }
	last := ""
	for _, e := range f.entries {
		at := fmt.Sprintf("%s:%d: ", f.name, e.line)
		if !head.MatchString(e.head) && !isNumber(e.head) {
			t.Errorf("%s%q: not a word of its language", at, e.head)
		}
		if sorted := sortKey(e.head); sorted <= last {
			t.Errorf("%s%q: out of order, or twice", at, e.head)
		} else {
			last = sorted
		}
		for i, word := range e.list {
			if !target.MatchString(word) && !isNumber(word) || strings.TrimSpace(word) != word || strings.Contains(word, "  ") {
				t.Errorf("%s%q: not a word of its language", at, word)
			}
			if slices.Contains(e.list[:i], word) {
				t.Errorf("%s%q: twice", at, word)
			}
		}
	}
}

func sortKey(word string) string { return strings.ToLower(word) + "\x00" + word }

// TestCapitals holds that only names have a capital.
func TestCapitals(t *testing.T) {
	names := make(map[string]bool)
	files := readSources(t, "eng-spa")
	for _, f := range files {
		if f.hasNames() {
			for _, e := range f.entries {
				for _, text := range append(e.list, e.head) {
					for _, word := range strings.FieldsFunc(text, notWord) {
						names[word] = true
					}
				}
			}
		}
	}
	for _, f := range files {
		if f.hasNames() || f.isForms() {
			continue
		}
		for _, e := range f.entries {
			for _, text := range append(e.list, e.head) {
				for _, word := range strings.FieldsFunc(text, notWord) {
					if strings.ToLower(word) != word && !names[word] {
						t.Errorf("%s:%d: %q: has a capital, but is no name of names-*.txt, numbers-*.txt or titles.txt", f.name, e.line, text)
					}
				}
			}
		}
	}
}

func notWord(r rune) bool { return r == ' ' || r == '-' }

func (f *sourceFile) hasNames() bool {
	return strings.HasPrefix(f.name, "names-") || strings.HasPrefix(f.name, "numbers-") || f.name == "titles.txt"
}

// bothWays returns the built-in lexicons from English and to it.
func bothWays() (all []*Lexicon) {
	for _, tag := range Languages()[1:] {
		all = append(all, BuiltIn(language.English, tag), BuiltIn(tag, language.English))
	}
	return all
}

// TestEveryWordIsFound holds that each headword and translation is found by
// its own stems, and a phrase in a sentence that is nothing but the phrase.
func TestEveryWordIsFound(t *testing.T) {
	for _, l := range bothWays() {
		for i, word := range l.source.words {
			key := l.source.keys[l.source.keyOf[i]]
			if key == "" || !l.Has(key) {
				t.Errorf("%v %q, key %q: not found", l.Source, word, key)
			}
			if !strings.Contains(key, " ") {
				continue
			}
			stems := strings.Fields(key)
			if found := l.Phrases(stems); len(found) != 1 || found[0].End-found[0].Start != len(stems) {
				t.Errorf("%v %q: phrase found as %v", l.Source, word, found)
			}
		}
	}
}

// TestCollisions flags the words that share a stem but have translations that
// don't even begin alike: universe and university, though words of one family
// too (bold, boldness). Look at what is new in testdata/collisions.txt after
// -update: an aligner that looks up by stem alone takes the words of a line
// for one; TranslationsOf tells them apart.
func TestCollisions(t *testing.T) {
	var out strings.Builder
	for _, l := range []*Lexicon{EnglishSpanish(), SpanishEnglish()} {
		byKey := make(map[int32][]int32)
		for word, key := range l.source.keyOf {
			byKey[key] = append(byKey[key], int32(word))
		}
		for _, key := range slices.Sorted(maps.Keys(byKey)) {
			var apart []string
			for _, word := range byKey[key] {
				alone := func(other int32) bool { return other != word && !alike(l, word, other) }
				if slices.ContainsFunc(byKey[key], alone) {
					apart = append(apart, l.source.words[word])
				}
			}
			if apart != nil {
				fmt.Fprintf(&out, "%v %s: %s\n", l.Source, l.source.keys[key], strings.Join(apart, ", "))
			}
		}
	}
	golden(t, "collisions.txt", out.String())
}

func alike(l *Lexicon, a, b int32) bool {
	const start = 4 // letters
	return slices.ContainsFunc(l.source.byWord().of(a), func(x link) bool {
		return slices.ContainsFunc(l.source.byWord().of(b), func(y link) bool {
			return fmt.Sprintf("%.*s", start, l.target.keys[x.to]) == fmt.Sprintf("%.*s", start, l.target.keys[y.to])
		})
	})
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := "testdata/" + name
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s is not up to date (-want +got); run go test -update and look at it:\n%s", path, diff)
	}
}

// TestSize holds what the package promises of the built-in lexicons.
func TestSize(t *testing.T) {
	lemmas := func(s *side) (n int) {
		for key := range s.keys {
			if !strings.Contains(s.keys[key], " ") && len(s.links.of(int32(key))) > 0 {
				n++
			}
		}
		return n
	}
	least := map[string]struct{ pairs, stems int }{
		"eng-spa": {20000, 9000},
		"eng-fra": {15000, 5000},
		"eng-deu": {15000, 5000},
		"eng-isl": {10000, 4000},
	}
	for _, b := range builtIns {
		l := BuiltIn(language.English, b.target)
		english, other := lemmas(l.source), lemmas(l.target)
		t.Logf("%s: %d pairs; of single words %d English stems, %d of the other side", b.dir, len(l.Pairs()), english, other)
		if want := least[b.dir]; len(l.Pairs()) < want.pairs || min(english, other) < want.stems {
			t.Errorf("%s: want %d pairs and %d stems a side at least", b.dir, want.pairs, want.stems)
		}
	}
}

// TestLanguages holds that Languages tells of every built-in lexicon.
func TestLanguages(t *testing.T) {
	for _, b := range builtIns {
		if !slices.Contains(Languages(), b.target) {
			t.Errorf("%s: %v is not among Languages", b.dir, b.target)
		}
	}
	for _, tag := range Languages()[1:] {
		for _, way := range [][2]language.Tag{{language.English, tag}, {tag, language.English}} {
			l := BuiltIn(way[0], way[1])
			if l == nil || l.Source != way[0] || l.Target != way[1] {
				t.Fatalf("%v-%v: no lexicon, or not this one", way[0], way[1])
			}
			if l != BuiltIn(way[0], way[1]) {
				t.Errorf("%v-%v: a second lexicon is made", way[0], way[1])
			}
		}
	}
	if l := BuiltIn(language.English, language.English); l != nil {
		t.Errorf("a lexicon %v-%v", l.Source, l.Target)
	}
	if l := BuiltIn(language.French, language.German); l != nil {
		t.Errorf("a lexicon %v-%v", l.Source, l.Target)
	}
}
