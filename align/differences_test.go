package align_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// compare returns the differences of two lines, one a line.
func compare(t testing.TB, tag language.Tag, a, b string) []string {
	t.Helper()
	source, target := lines(t, a, tag), lines(t, b, tag)
	var out []string
	for _, d := range align.Differences(source, whole(source), target, whole(target)) {
		out = append(out, show(d))
	}
	return out
}

func whole(d *segment.Document) segment.Range { return segment.Range{End: len(d.Sentences)} }

func show(d align.Difference) string {
	text := func(words []segment.Word) string {
		var out []string
		for _, w := range words {
			out = append(out, w.Text)
		}
		return strings.Join(out, " ")
	}
	s := string(d.Kind) + ": " + text(d.Source)
	if d.Kind != align.WordsKept {
		s += " | " + text(d.Target)
	}
	return s
}

func TestDifferences(t *testing.T) {
	for _, test := range []struct {
		source, target string
		want           []string
		reason         string
	}{
		{"The sea was calm.", "the sea was calm", []string{"kept: The sea was calm"}, "capitals and stops are no difference"},
		{"He walked to the harbour.", "He walks to the harbour.", []string{"kept: He", "inflected: walked | walks", "kept: to the harbour"}, "one stem"},
		{"He saw a boat.", "He saw a ship.", []string{"kept: He saw a", "changed: boat | ship"}, "a word for a word"},
		{"He waited there for hours.", "He waited for hours.", []string{"kept: He waited", "left-out: there | ", "kept: for hours"}, "a word less"},
		{"He waited.", "There he waited long.", []string{"added:  | There", "kept: He waited", "added:  | long"}, "at both ends"},
		{"That morning the sea was calm.", "The sea was calm that morning.", []string{"moved: That morning | that morning", "kept: the sea was calm"}, "moved across what is longer"},
		{"1,200 men came.", "12,000 men came.", []string{"changed: 1,200 | 12,000", "kept: men came"}, "a number is a word"},
		{"Nobody of note came by.", "No one, if of old, drew near.", []string{"changed: Nobody of note came by | No one if of old drew near"}, "a particle amid changes is part of them"},
		{"One.", "!", []string{"left-out: One | "}, "no word on the other side"},
		{"the cat the dog", "the dog", []string{"left-out: the cat | ", "kept: the dog"}, "of two alike, what stands together"},
	} {
		t.Run(test.source, func(t *testing.T) {
			if diff := cmp.Diff(test.want, compare(t, language.English, test.source, test.target)); diff != "" {
				t.Errorf("%s:\n%s", test.reason, diff)
			}
		})
	}
}

// FuzzDifferences holds that every word of both sides is told of once.
func FuzzDifferences(f *testing.F) {
	f.Add("The sea was calm that morning.", "That morning the sea lay calm.")
	f.Add("a a b a", "b a a a a")
	f.Add("one two three four one two", "one two one two three four")
	f.Fuzz(func(t *testing.T, a, b string) {
		parse := func(text string) *segment.Document {
			d, err := segment.Parse(text, segment.Options{Language: language.English, Layout: segment.Lines})
			if err != nil {
				return &segment.Document{}
			}
			return d
		}
		source, target := parse(a), parse(b)
		left, right := counts(source), counts(target)
		for _, d := range align.Differences(source, whole(source), target, whole(target)) {
			for _, w := range d.Source {
				left[w]--
			}
			for _, w := range d.Target {
				right[w]--
			}
			if both := len(d.Source) > 0 && len(d.Target) > 0; both == (d.Kind == align.WordsLeftOut || d.Kind == align.WordsAdded) {
				t.Errorf("%v with %d and %d words", d.Kind, len(d.Source), len(d.Target))
			}
		}
		for _, words := range []map[segment.Word]int{left, right} {
			for w, n := range words {
				if n != 0 {
					t.Errorf("%q is told of %d times too few", w.Text, n)
				}
			}
		}
	})
}

func counts(d *segment.Document) map[segment.Word]int {
	n := make(map[segment.Word]int)
	stemmer := segment.NewStemmer(d.Language)
	for i := range d.Sentences {
		for _, w := range d.Words(&d.Sentences[i], stemmer) {
			n[w]++
		}
	}
	return n
}

func ExampleDifferences() {
	parse := func(text string) *segment.Document {
		doc, err := segment.Parse(text, segment.Options{Language: language.English})
		if err != nil {
			panic(err)
		}
		return doc
	}
	a := parse("My father went down to the harbour that morning and waited.")
	b := parse("That morning my father walked to the harbour and was waiting.")
	for _, d := range align.Differences(a, segment.Range{Start: 0, End: 1}, b, segment.Range{Start: 0, End: 1}) {
		fmt.Print(d.Kind, ":")
		for _, w := range d.Source {
			fmt.Print(" ", w.Text)
		}
		fmt.Print(" |")
		for _, w := range d.Target {
			fmt.Print(" ", w.Text)
		}
		fmt.Println()
	}
	// Output:
	// kept: My father | my father
	// changed: went down | walked
	// kept: to the harbour | to the harbour
	// moved: that morning | That morning
	// kept: and | and
	// added: | was
	// inflected: waited | waiting
}

func BenchmarkDifferences(b *testing.B) {
	source, target := memoir(b, "en-en.second")
	words := 0
	for _, n := range counts(source) {
		words += n
	}
	b.ReportAllocs()
	for b.Loop() {
		for i := range min(len(source.Sentences), len(target.Sentences)) {
			r := segment.Range{Start: i, End: i + 1}
			align.Differences(source, r, target, r)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// TestDifferencesOfHugePassages holds the cost in bounds where passages are none:
// words that come again and again on both sides, and more words than a table of
// them against one another could hold.
func TestDifferencesOfHugePassages(t *testing.T) {
	tables, chairs := strings.Repeat("table ", 1500), strings.Repeat("chair ", 1500)
	start := time.Now()
	got := compare(t, language.English, tables+chairs, chairs+tables)
	if took := time.Since(start); len(got) != 2 || took > 3*time.Second { // ten times what it takes; cubic cost takes 7 s
		t.Errorf("%d differences after %v; want 2, soon", len(got), took)
	}
	const words = 1 << 18
	same := strings.Repeat("sea ", words)
	want := []string{"kept: " + strings.TrimSpace(same), "changed: boat | ship", "kept: was here"}
	if diff := cmp.Diff(want, compare(t, language.English, same+"boat was here", same+"ship was here")); diff != "" {
		t.Errorf("%d words a side differ otherwise", words)
	}
}
