package align_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/score"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// lines parses text as a sentence a line.
func lines(t testing.TB, text string, tag language.Tag) *segment.Document {
	t.Helper()
	d, err := segment.Parse(text, segment.Options{Language: tag, Layout: segment.Lines})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func linesOf(t testing.TB, file string, tag language.Tag) *segment.Document {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return lines(t, string(text), tag)
}

const gold = "../testdata/gold"

// memoir reads a pair of the test account, by the name of its folder.
func memoir(t testing.TB, pair string) (source, target *segment.Document) {
	t.Helper()
	from, to, _ := strings.Cut(pair, "-")
	tag := func(version string) language.Tag { return language.MustParse(version[:2]) }
	return linesOf(t, filepath.Join(gold, pair, "src.txt"), tag(from)), linesOf(t, filepath.Join(gold, pair, "tgt.txt"), tag(to))
}

func mustAlign(t testing.TB, source, target *segment.Document, opts *align.Options) *align.Alignment {
	t.Helper()
	a, err := align.Align(context.Background(), source, target, opts)
	if err != nil {
		t.Fatal(err)
	}
	checkCover(t, a)
	return a
}

// checkCover fails unless the beads cover both sides once, in order.
func checkCover(t testing.TB, a *align.Alignment) {
	t.Helper()
	i, j := 0, 0
	for k, b := range a.Beads {
		if b.Source.Start != i || b.Target.Start != j || b.Source.End < i || b.Target.End < j {
			t.Fatalf("bead %d is %v; want it to start at source %d, target %d", k, b, i, j)
		}
		if b.Source.Len()+b.Target.Len() == 0 {
			t.Fatalf("bead %d is empty", k)
		}
		if !(b.Confidence >= 0 && b.Confidence <= 1) {
			t.Fatalf("bead %d has confidence %v", k, b.Confidence)
		}
		i, j = b.Source.End, b.Target.End
	}
	if i != len(a.Source.Sentences) || j != len(a.Target.Sentences) {
		t.Fatalf("beads end at %d, %d; the texts have %d and %d sentences", i, j, len(a.Source.Sentences), len(a.Target.Sentences))
	}
}

func TestAlignOnTheMemoir(t *testing.T) {
	for _, test := range []struct {
		pair   string
		least  float64
		reason string
	}{
		{"en-es", .98, "a close translation, with the built-in lexicon"},
		{"en-en.second", .985, "two versions in the same language"},
		{"en.second-es", .93, "freer, more merging"},
		{"en-es.abridged", .85, "a third left out; two moved passages can't be followed"},
		{"es-es.abridged", .86, "the same within one language, with the lexicon's synonyms"},
	} {
		t.Run(test.pair, func(t *testing.T) {
			source, target := memoir(t, test.pair)
			a := mustAlign(t, source, target, nil)
			text, err := os.ReadFile(filepath.Join(gold, test.pair, "gold.tsv"))
			if err != nil {
				t.Fatal(err)
			}
			want, err := score.ReadBeads(bytes.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			f := score.Compare(want, score.Beads(a.Beads)).Strict.Figures().F1
			t.Logf("strict F1 %.4f", f)
			if f < test.least {
				t.Errorf("strict F1 is %.4f, want at least %.2f: %s", f, test.least, test.reason)
			}
		})
	}
}

func TestAlignAnyTwoTexts(t *testing.T) {
	many := strings.Repeat("The ship left at dawn.\nNobody spoke.\n", 5000)
	for _, test := range []struct {
		name, source, target string
		reason               string
	}{
		{"one and one", "Hello.", "Hola.", "the smallest"},
		{"one and many", "Hello.", many, "a side 10,000 times the other"},
		{"many and one", many, "Hola.", "the other way round"},
		{"no word", "...\n---\n", "***\n", "marks alone"},
		{"blank lines", "\n\nHello.\n\n", "Hola.\n\n\nAdiós.\n", "blank lines are sentences of a text in lines"},
		{"numbers", "1\n2\n3\n", "1\n3\n", "numbers alone"},
		{"the same word", strings.Repeat("a\n", 300), strings.Repeat("a\n", 200), "nothing to tell them apart"},
		{"long line", strings.Repeat("word ", 20000), "palabra", "one long sentence"},
		{"unlike scripts", "Hello there.\nGoodbye.\n", "你好。\n再见。\n", "no letter shared"},
	} {
		t.Run(test.name, func(t *testing.T) {
			mustAlign(t, lines(t, test.source, language.English), lines(t, test.target, language.Spanish), nil)
		})
	}
}

func TestAnEmptySideIsAllOmissions(t *testing.T) {
	empty := &segment.Document{Language: language.Spanish}
	full := lines(t, "One.\nTwo.\n", language.English)
	if a := mustAlign(t, full, empty, nil); len(a.Beads) != 2 {
		t.Errorf("beads %v, want two omissions", a.Beads)
	}
	if a := mustAlign(t, empty, full, nil); len(a.Beads) != 2 {
		t.Errorf("beads %v, want two additions", a.Beads)
	}
	if a := mustAlign(t, empty, empty, nil); len(a.Beads) != 0 {
		t.Errorf("beads %v, want none", a.Beads)
	}
}

func TestATextAgainstItself(t *testing.T) {
	source, _ := memoir(t, "en-es")
	a := mustAlign(t, source, source, nil)
	for _, b := range a.Beads {
		if b.Source != b.Target {
			t.Fatalf("bead %v of a text against itself", b)
		}
	}
}

func TestAlignIsTheSameOnAnyNumberOfCores(t *testing.T) {
	usual := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(usual)
	for _, pair := range []string{"en-es", "en-en.second"} { // of one language, with synonyms by four lexicons
		source, target := memoirParagraphs(t, pair)
		runtime.GOMAXPROCS(max(usual, 4))
		many := mustAlign(t, source, target, nil)
		runtime.GOMAXPROCS(1)
		one := mustAlign(t, source, target, nil)
		if diff := cmp.Diff(many.Beads, one.Beads); diff != "" {
			t.Errorf("%s: many cores and one differ:\n%s", pair, diff)
		}
	}
}

func TestAlignStopsWhenTold(t *testing.T) {
	source, target := memoir(t, "en-es")
	ctx, cancel := context.WithCancel(context.Background())
	steps := 0
	_, err := align.Align(ctx, source, target, &align.Options{Progress: func(done, total int) {
		if done < 1 || done > total {
			t.Errorf("progress %d of %d", done, total)
		}
		steps++
		cancel()
	}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
	if steps != 1 {
		t.Errorf("%d steps after the first had cancelled", steps-1)
	}
}

func TestNoLexiconStillAligns(t *testing.T) {
	source, target := memoir(t, "en-es")
	with := mustAlign(t, source, target, nil)
	without := mustAlign(t, source, target, &align.Options{NoLexicon: true})
	if cmp.Equal(with.Beads, without.Beads) {
		t.Error("the lexicon makes no difference; is it used?")
	}
}

func TestAlignmentIsJSONBothWays(t *testing.T) {
	source, target := memoir(t, "en-es")
	checkJSON(t, mustAlign(t, source, target, nil))
}

// checkJSON fails unless a value is read back from JSON as it was.
func checkJSON[T any](t *testing.T, value *T) {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	back := new(T)
	if err := json.Unmarshal(text, back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(value, back, cmp.Comparer(func(a, b language.Tag) bool { return a == b })); diff != "" {
		t.Errorf("read back with differences:\n%s", diff)
	}
}

func FuzzAlign(f *testing.F) {
	f.Add("One.\nTwo.\n", "Uno.\nDos.\n")
	f.Add("a\n\n\n1,5\n", "¿?\n")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 4000 {
			return
		}
		source, err := segment.Parse(a, segment.Options{Language: language.English, Layout: segment.Lines})
		if err != nil {
			return
		}
		target, err := segment.Parse(b, segment.Options{Language: language.Spanish, Layout: segment.Lines})
		if err != nil {
			return
		}
		mustAlign(t, source, target, nil)
	})
}

func ExampleAlign() {
	english := "The sea was calm that morning. My father went down to the harbour and waited. Nobody came."
	spanish := "El mar estaba en calma aquella mañana. Mi padre bajó al puerto. Esperó. No vino nadie."
	source, err := segment.Parse(english, segment.Options{Language: language.English})
	if err != nil {
		fmt.Println(err)
		return
	}
	target, err := segment.Parse(spanish, segment.Options{Language: language.Spanish})
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := align.Align(context.Background(), source, target, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, bead := range a.Beads {
		for _, s := range source.Sentences[bead.Source.Start:bead.Source.End] {
			fmt.Println("en:", s.Text)
		}
		for _, s := range target.Sentences[bead.Target.Start:bead.Target.End] {
			fmt.Println("es:", s.Text)
		}
	}
	// Output:
	// en: The sea was calm that morning.
	// es: El mar estaba en calma aquella mañana.
	// en: My father went down to the harbour and waited.
	// es: Mi padre bajó al puerto.
	// es: Esperó.
	// en: Nobody came.
	// es: No vino nadie.
}
