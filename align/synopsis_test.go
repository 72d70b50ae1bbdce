package align_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/score"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// memoirVersions returns the four versions of the test account.
func memoirVersions(t testing.TB) []*segment.Document {
	t.Helper()
	english, spanish := memoir(t, "en-es")
	second, abridged := memoir(t, "en.second-es.abridged")
	return []*segment.Document{english, second, spanish, abridged}
}

func mustSynopsize(t testing.TB, docs ...*segment.Document) *align.Synopsis {
	t.Helper()
	s, err := align.Synopsize(context.Background(), docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	checkRows(t, s)
	return s
}

// checkRows makes sure that each version's cells follow one another from its
// first sentence to its last, and that the pairs cover it too.
func checkRows(t testing.TB, s *align.Synopsis) {
	t.Helper()
	next := make([]int, len(s.Documents))
	for r, row := range s.Rows {
		if len(row.Cells) != len(s.Documents) {
			t.Fatalf("row %d has %d cells of %d versions", r, len(row.Cells), len(s.Documents))
		}
		filled := false
		for v, c := range row.Cells {
			if c.Sentences.Start != next[v] || c.Sentences.End < c.Sentences.Start {
				t.Fatalf("row %d, version %d: sentences %v; want from %d on", r, v, c.Sentences, next[v])
			}
			if !(c.Confidence >= 0 && c.Confidence <= 1) {
				t.Fatalf("row %d, version %d: confidence %v", r, v, c.Confidence)
			}
			next[v] = c.Sentences.End
			filled = filled || c.Sentences.Len() > 0
		}
		if !filled {
			t.Fatalf("row %d is empty", r)
		}
	}
	for v, d := range s.Documents {
		if next[v] != len(d.Sentences) {
			t.Fatalf("version %d: rows end at sentence %d of %d", v, next[v], len(d.Sentences))
		}
	}
	for i := range s.Documents {
		for j := range s.Documents {
			if i != j {
				checkCover(t, s.Pair(i, j))
			}
		}
	}
}

func strictF1(t testing.TB, pair string, a *align.Alignment) float64 {
	t.Helper()
	file, err := os.Open(filepath.Join(gold, pair, "gold.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	want, err := score.ReadBeads(file)
	if err != nil {
		t.Fatal(err)
	}
	return score.Compare(want, score.Beads(a.Beads)).Strict.Figures().F1
}

// TestThirdVersionsHelp holds that the pairs of a synopsis are better on the
// mean than each aligned alone, none of them worse, and the hardest much better.
func TestThirdVersionsHelp(t *testing.T) {
	s := mustSynopsize(t, memoirVersions(t)...)
	pairs := []struct {
		pair          string
		source, other int
		gain          float64
		reason        string
	}{
		{"en-en.second", 0, 1, 0, "hardly a bead is wrong alone"},
		{"en-es", 0, 2, 0, "close and with a lexicon: the easiest is not to be harmed"},
		{"en-es.abridged", 0, 3, 0, "its errors are the moved passages, which the others have too"},
		{"en.second-es", 1, 2, .003, "the first English version helps"},
		{"en.second-es.abridged", 1, 3, 0, "both free"},
		{"es-es.abridged", 2, 3, .01, "the hardest pair"},
	}
	mean := 0.0
	for _, test := range pairs {
		pair := s.Pair(test.source, test.other)
		alone := mustAlign(t, pair.Source, pair.Target, nil)
		before, after := strictF1(t, test.pair, alone), strictF1(t, test.pair, pair)
		t.Logf("%s: F1 alone %.4f, in the synopsis %.4f", test.pair, before, after)
		if after < before+test.gain {
			t.Errorf("%s: F1 alone %.4f, in the synopsis %.4f; want a gain of %.3f at least: %s", test.pair, before, after, test.gain, test.reason)
		}
		mean += (after - before) / float64(len(pairs))
	}
	if mean < .005 {
		t.Errorf("the synopsis gains %.4f on the mean of the pairs, want .005 at least", mean)
	}
}

func TestSynopsisOfTwoIsTheirAlignment(t *testing.T) {
	source, target := memoir(t, "en-es")
	s := mustSynopsize(t, source, target)
	a := mustAlign(t, source, target, nil)
	if diff := cmp.Diff(a.Beads, s.Pair(0, 1).Beads); diff != "" {
		t.Errorf("pair and alignment differ:\n%s", diff)
	}
	if len(s.Rows) != len(a.Beads) {
		t.Errorf("%d rows of %d beads", len(s.Rows), len(a.Beads))
	}
}

func TestRowsOfTheMemoir(t *testing.T) {
	s := mustSynopsize(t, memoirVersions(t)...)
	english, abridged := 0, 3
	alone := 0
	for _, row := range s.Rows {
		if row.Cells[english].Sentences.Len() > 0 && row.Cells[abridged].Sentences.Len() == 0 {
			alone++
		}
	}
	if len(s.Rows) < 250 || len(s.Rows) > 310 {
		t.Errorf("%d rows; the gold alignments of all pairs, put together, have 273", len(s.Rows))
	}
	if alone < 40 || alone > 80 {
		t.Errorf("the abridged version lacks %d rows; want about 60", alone)
	}
}

func TestAddKeepsTheRows(t *testing.T) {
	docs := memoirVersions(t)
	three := mustSynopsize(t, docs[:3]...)
	four, err := three.Add(context.Background(), docs[3], nil)
	if err != nil {
		t.Fatal(err)
	}
	checkRows(t, four)
	kept := 0
	for _, row := range four.Rows {
		if kept < len(three.Rows) && cmp.Equal(row.Cells[:3], three.Rows[kept].Cells) {
			kept++
		} else if row.Cells[3].Sentences.Len() == 0 {
			t.Fatalf("new row %v without the new version", row)
		}
	}
	if kept != len(three.Rows) {
		t.Errorf("%d rows of %d are kept as they were, in order", kept, len(three.Rows))
	}
	mean := 0.0
	for v, pair := range []string{"en-es.abridged", "en.second-es.abridged", "es-es.abridged"} {
		a := four.Pair(v, 3)
		alone := mustAlign(t, a.Source, a.Target, nil)
		before, after := strictF1(t, pair, alone), strictF1(t, pair, a)
		t.Logf("%s: F1 alone %.4f, added %.4f", pair, before, after)
		if after < before-.012 {
			t.Errorf("%s: F1 alone %.4f, added %.4f", pair, before, after)
		}
		mean += (after - before) / 3
	}
	if mean < .004 {
		t.Errorf("adding gains %.4f on the mean of the pairs, want .004 at least", mean)
	}
}

func TestSynopsisOfAnyTexts(t *testing.T) {
	for _, test := range []struct {
		name   string
		texts  []string
		reason string
	}{
		{"one sentence each", []string{"Hello.", "Hola.", "Bonjour."}, "the smallest"},
		{"an empty version", []string{"One.\nTwo.\n", "", "Uno.\nDos.\n"}, "nothing to pair it with"},
		{"all empty", []string{"", "", ""}, "no rows"},
		{"nothing in common", []string{"One.\nTwo.\n", "Mar.\n", "Bleu.\nRouge.\nVert.\n"}, "all evidence is length"},
		{"the same thrice", []string{"a\nb\nc\n", "a\nb\nc\n", "a\nb\nc\n"}, "no doubt at all"},
		{"nine versions", []string{"a\nb", "a\nb", "a", "b", "a\nb", "a\nc\nb", "a\nb", "a\nb", "a b"}, "more than are compared pair by pair"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var docs []*segment.Document
			for k, text := range test.texts {
				if text == "" {
					docs = append(docs, &segment.Document{})
					continue
				}
				docs = append(docs, lines(t, text, []language.Tag{language.English, language.Spanish, language.French}[k%3]))
			}
			s := mustSynopsize(t, docs...)
			more, err := s.Add(context.Background(), docs[0], nil)
			if err != nil {
				t.Fatal(err)
			}
			checkRows(t, more)
		})
	}
	if _, err := align.Synopsize(context.Background(), []*segment.Document{{}}, nil); err == nil {
		t.Error("a synopsis of one version is no error")
	}
}

func TestSynopsisIsTheSameOnAnyNumberOfCores(t *testing.T) {
	docs := memoirVersions(t)
	many := mustSynopsize(t, docs...)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := mustSynopsize(t, docs...)
	if diff := cmp.Diff(many.Rows, one.Rows); diff != "" {
		t.Errorf("rows on many cores and on one differ:\n%s", diff)
	}
	if diff := cmp.Diff(many.Pairs, one.Pairs); diff != "" {
		t.Errorf("pairs on many cores and on one differ:\n%s", diff)
	}
}

func TestSynopsisStopsWhenTold(t *testing.T) {
	docs := memoirVersions(t)
	last := 0
	ctx, cancel := context.WithCancel(context.Background())
	opts := &align.Options{Progress: func(done, total int) {
		if done != last+1 || total != 12 {
			t.Errorf("progress %d of %d after %d; want 12 steps, one by one", done, total, last)
		}
		last = done
	}}
	if _, err := align.Synopsize(ctx, docs, opts); err != nil || last != 12 {
		t.Errorf("error %v after %d steps", err, last)
	}
	opts.Progress = func(int, int) { cancel() }
	if _, err := align.Synopsize(ctx, docs, opts); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
}

func TestSynopsisIsJSONBothWays(t *testing.T) {
	checkJSON(t, mustSynopsize(t, memoirVersions(t)...))
}

func FuzzSynopsize(f *testing.F) {
	f.Add("One.\nTwo.\n", "Uno.\nDos.\n", "One two.\n", "Zwei.\n")
	f.Add("a\n\n\n1,5\n", "¿?\n", "", "a\nb\na\nb")
	f.Fuzz(func(t *testing.T, a, b, c, added string) {
		if len(a)+len(b)+len(c)+len(added) > 2000 {
			return
		}
		tags := []language.Tag{language.English, language.Spanish, language.English, language.German}
		var docs []*segment.Document
		for k, text := range []string{a, b, c, added} {
			doc, err := segment.Parse(text, segment.Options{Language: tags[k], Layout: segment.Lines})
			if err != nil {
				return
			}
			docs = append(docs, doc)
		}
		s := mustSynopsize(t, docs[:3]...)
		more, err := s.Add(context.Background(), docs[3], nil)
		if err != nil {
			t.Fatal(err)
		}
		checkRows(t, more)
	})
}

func ExampleSynopsize() {
	var docs []*segment.Document
	for _, version := range []struct {
		language language.Tag
		text     string
	}{
		{language.English, "The sea was calm that morning. My father went down to the harbour and waited. Nobody came."},
		{language.Spanish, "El mar estaba en calma aquella mañana. Mi padre bajó al puerto. Esperó. No vino nadie."},
		{language.English, "That morning the sea lay calm. My father walked to the harbour. There he waited. It was cold. Nobody came."},
	} {
		doc, err := segment.Parse(version.text, segment.Options{Language: version.language})
		if err != nil {
			fmt.Println(err)
			return
		}
		docs = append(docs, doc)
	}
	synopsis, err := align.Synopsize(context.Background(), docs, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, row := range synopsis.Rows {
		fmt.Println("row", i+1)
		for v, cell := range row.Cells {
			for _, s := range docs[v].Sentences[cell.Sentences.Start:cell.Sentences.End] {
				fmt.Printf("  %d: %s\n", v, s.Text)
			}
		}
	}
	// What the first English version joins is two beads of the other two.
	for _, bead := range synopsis.Pair(1, 2).Beads {
		fmt.Println(bead.Source, bead.Target)
	}
	// Output:
	// row 1
	//   0: The sea was calm that morning.
	//   1: El mar estaba en calma aquella mañana.
	//   2: That morning the sea lay calm.
	// row 2
	//   0: My father went down to the harbour and waited.
	//   1: Mi padre bajó al puerto.
	//   1: Esperó.
	//   2: My father walked to the harbour.
	//   2: There he waited.
	// row 3
	//   2: It was cold.
	// row 4
	//   0: Nobody came.
	//   1: No vino nadie.
	//   2: Nobody came.
	// {0 1} {0 1}
	// {1 2} {1 2}
	// {2 3} {2 3}
	// {3 3} {3 4}
	// {3 4} {4 5}
}
