package lang

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pemistahl/lingua-go"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// goldDir holds the reference texts this project is measured on. They are no
// part of it, so that the tests that need them skip where they are absent.
const goldDir = "../../shared/gold"

// goldSentences returns the sentences of the reference texts in a language,
// each once, in the order of the files.
func goldSentences(t *testing.T, tag language.Tag) []string {
	t.Helper()
	if testing.Short() {
		t.Skip("accuracy is not measured with -short")
	}
	if _, err := os.Stat(goldDir); err != nil {
		t.Skipf("the reference texts are not in %s: accuracy not measured", goldDir)
	}
	side := map[language.Tag][]string{
		language.English: {"*-en-es/*/src.txt", "*-en-es/*/*/src.txt", "bible-en-en/*/*.txt"},
		language.Spanish: {"*-en-es/*/tgt.txt", "*-en-es/*/*/tgt.txt", "news-es-es/*/*/*.txt"},
	}
	var sentences []string
	seen := make(map[string]bool)
	for _, pattern := range side[tag] {
		paths, err := filepath.Glob(filepath.Join(goldDir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			if strings.Contains(path, "bible-en-es") && !strings.Contains(path, "n1000") {
				continue // more of the same Bible, to measure speed and gaps
			}
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(string(data)) {
				line = strings.TrimSpace(line)
				if line != "" && !seen[line] {
					seen[line] = true
					sentences = append(sentences, line)
				}
			}
		}
	}
	return sentences
}

// clauses cuts sentences at punctuation, to have short ones.
func clauses(sentences []string) []string {
	var cut []string
	for _, s := range sentences {
		for _, c := range strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune(`.,;:!?—()"“”«»`, c) }) {
			if c = strings.TrimSpace(c); wordCount(c) > 0 {
				cut = append(cut, c)
			}
		}
	}
	return cut
}

func wordCount(s string) int { return len(strings.FieldsFunc(s, isBorder)) }

// A tally counts errors by the number of words, 4 standing for more too.
type tally struct{ errors, all [5]int }

func (y *tally) add(sentence string, right bool) {
	n := min(wordCount(sentence), 4)
	y.all[n]++
	if !right {
		y.errors[n]++
	}
}

// accuracy is that of sentences of four words and more.
func (y *tally) accuracy() float64 { return 1 - float64(y.errors[4])/float64(y.all[4]) }

func (y *tally) log(t *testing.T, name string) {
	t.Logf("%-36s wrong of sentences with 1, 2, 3, 4+ words: %v of %v; accuracy with 4+: %.4f",
		name, y.errors[1:], y.all[1:], y.accuracy())
}

func TestAccuracyOfSentencesAlone(t *testing.T) {
	plain := lingua.NewLanguageDetectorBuilder().FromLanguages(lingua.English, lingua.Spanish).Build()
	linguas := map[language.Tag]lingua.Language{language.English: lingua.English, language.Spanish: lingua.Spanish}
	d := new(Detector)
	for _, kind := range []string{"sentences", "clauses"} {
		var theirs, ours tally
		for tag, want := range linguas {
			texts := goldSentences(t, tag)
			if kind == "clauses" {
				texts = clauses(texts)
			}
			for _, s := range texts {
				got, _ := plain.DetectLanguageOf(norm.NFC.String(s))
				theirs.add(s, got == want)
				ours.add(s, d.Detect(s).Language == tag)
			}
		}
		theirs.log(t, kind+", lingua")
		ours.log(t, kind+", Detect")
		if ours.accuracy() < theirs.accuracy() || ours.accuracy() < 0.997 {
			t.Errorf("%s: worse than lingua or than .997", kind)
		}
	}
}

// A mixture is a text in one language with stretches of another.
type mixture struct {
	sentences []string
	guest     []bool
}

// mix puts a run of guest sentences after every gap sentences of host.
func mix(host, guest []string, gap, run int) mixture {
	var m mixture
	for i, s := range host {
		m.sentences, m.guest = append(m.sentences, s), append(m.guest, false)
		if i%gap != gap-1 {
			continue
		}
		for range run {
			m.sentences, m.guest = append(m.sentences, guest[0]), append(m.guest, true)
			guest = append(guest[1:], guest[0])
		}
	}
	return m
}

func TestAccuracyInMixedTexts(t *testing.T) {
	en, es := goldSentences(t, language.English), goldSentences(t, language.Spanish)
	d := new(Detector)
	for _, kind := range []string{"sentences", "clauses"} {
		if kind == "clauses" {
			en, es = clauses(en), clauses(es)
		}
		for _, shape := range []struct {
			name     string
			gap, run int
		}{
			{"one in 8", 7, 1},
			{"3 in 23", 20, 3},
		} {
			var host, guest tally
			measureMixture(t, d, mix(en, es, shape.gap, shape.run), language.English, language.Spanish, &host, &guest)
			measureMixture(t, d, mix(es, en, shape.gap, shape.run), language.Spanish, language.English, &host, &guest)
			host.log(t, kind+", "+shape.name+", host")
			guest.log(t, kind+", "+shape.name+", guest")
			for _, y := range []tally{host, guest} {
				if kind == "sentences" && y.accuracy() < 0.997 {
					t.Errorf("%s: accuracy %.4f, want .997", shape.name, y.accuracy())
				}
			}
		}
	}
}

func measureMixture(t *testing.T, d *Detector, m mixture, hostTag, guestTag language.Tag, host, guest *tally) {
	t.Helper()
	answers, err := d.Sentences(context.Background(), m.sentences)
	if err != nil {
		t.Fatal(err)
	}
	for i, a := range answers {
		if m.guest[i] {
			guest.add(m.sentences[i], a.Language == guestTag)
		} else {
			host.add(m.sentences[i], a.Language == hostTag)
		}
	}
}
