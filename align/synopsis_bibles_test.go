package align_test

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/score"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// deuteronomy is the verse of n30000 at which n2000 starts, by the lines of
// either side; verses is how many of it follow.
const (
	deuteronomyEN, deuteronomyES = 4764, 4855
	verses                       = 2000
)

// bibles returns eight versions of about 2,000 verses: Darby's, the New Heart
// English, the Basic English and the Reina-Valera Bible, and a copy of each
// in which one line in ten is joined to the next and one in thirty left out.
func bibles(t testing.TB) []*segment.Document {
	t.Helper()
	darby, heart := setTexts(t, "bible-en-en/n2000")
	basic, valera := setTexts(t, "bible-en-es/n30000")
	basic = basic[deuteronomyEN : deuteronomyEN+verses]
	valera = valera[deuteronomyES : deuteronomyES+verses]
	en, es := language.English, language.Spanish
	document := func(text []string, tag language.Tag) *segment.Document {
		return lines(t, strings.Join(text, "\n"), tag)
	}
	rng := rand.New(rand.NewPCG(1, 2))
	return []*segment.Document{
		document(darby, en), document(heart, en), document(basic, en), document(valera, es),
		document(perturb(rng, darby), en), document(perturb(rng, heart), en),
		document(perturb(rng, basic), en), document(perturb(rng, valera), es),
	}
}

func perturb(rng *rand.Rand, text []string) []string {
	var out []string
	for i := 0; i < len(text); i++ {
		switch k := rng.IntN(30); {
		case k == 0:
		case k < 4 && i+1 < len(text):
			out = append(out, text[i]+" "+text[i+1])
			i++
		default:
			out = append(out, text[i])
		}
	}
	return out
}

// setTexts reads a set of the reference alignments, which are not part of the
// project.
func setTexts(t testing.TB, set string) (source, target []string) {
	t.Helper()
	read := func(name string) []string {
		text, err := os.ReadFile(filepath.Join("..", "..", "shared", "gold", set, name))
		if err != nil {
			t.Skipf("the reference alignments are not at hand: %v", err)
		}
		return strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	}
	return read("src.txt"), read("tgt.txt")
}

func TestEightVersions(t *testing.T) {
	if testing.Short() {
		t.Skip("28 pairs of 2,000 verses")
	}
	docs := bibles(t)
	start := time.Now()
	s := mustSynopsize(t, docs...)
	t.Logf("%d rows in %v", len(s.Rows), time.Since(start))
	want := setBeads(t, "bible-en-en/n2000")
	f1 := func(a *align.Alignment) float64 {
		return score.Compare(want, score.Beads(a.Beads)).Strict.Figures().F1
	}
	before, after := f1(mustAlign(t, docs[0], docs[1], nil)), f1(s.Pair(0, 1))
	t.Logf("F1 alone %.4f, in the synopsis %.4f", before, after)
	if after < before-.002 {
		t.Errorf("F1 alone %.4f, in the synopsis %.4f", before, after)
	}
}

// TestAHardPairIsHelped takes the lexicon away: of four Bibles the English ones
// are then the only easy pairs.
func TestAHardPairIsHelped(t *testing.T) {
	const some = 100
	docs := bibles(t)[:4]
	for k, d := range docs {
		docs[k] = &segment.Document{Language: d.Language, Text: d.Text, Sentences: d.Sentences[:some], Paragraphs: d.Paragraphs}
	}
	opts := &align.Options{NoLexicon: true}
	s, err := align.Synopsize(context.Background(), docs, opts)
	if err != nil {
		t.Fatal(err)
	}
	var want []score.Bead
	for _, b := range setBeads(t, "bible-en-es/n30000") {
		if b, ok := shift(b, deuteronomyEN, deuteronomyES, some); ok {
			want = append(want, b)
		}
	}
	f1 := func(a *align.Alignment) float64 {
		return score.Compare(want, score.Beads(a.Beads)).Strict.Figures().F1
	}
	before, after := f1(mustAlign(t, docs[2], docs[3], opts)), f1(s.Pair(2, 3))
	t.Logf("F1 alone %.4f, in the synopsis %.4f", before, after)
	if after < before+.01 {
		t.Errorf("F1 alone %.4f, in the synopsis %.4f", before, after)
	}
}

// shift returns a bead by the sentences of an excerpt, if it lies in it.
func shift(b score.Bead, source, target, length int) (score.Bead, bool) {
	within := true
	moved := func(numbers []int, by int) (out []int) {
		for _, n := range numbers {
			out = append(out, n-by)
			within = within && n >= by && n < by+length
		}
		return out
	}
	b = score.Bead{Source: moved(b.Source, source), Target: moved(b.Target, target)}
	return b, within
}

func setBeads(t testing.TB, set string) []score.Bead {
	t.Helper()
	file, err := os.Open(filepath.Join("..", "..", "shared", "gold", set, "gold.tsv"))
	if err != nil {
		t.Skipf("the reference alignments are not at hand: %v", err)
	}
	defer file.Close()
	beads, err := score.ReadBeads(file)
	if err != nil {
		t.Fatal(err)
	}
	return beads
}

// BenchmarkSynopsize puts the memoir's four versions and eight Bibles into a
// table.
func BenchmarkSynopsize(b *testing.B) {
	b.Run("memoir", func(b *testing.B) { synopsize(b, memoirVersions(b)) })
	b.Run("bibles", func(b *testing.B) { synopsize(b, bibles(b)) })
}

func synopsize(b *testing.B, docs []*segment.Document) {
	sentences := 0
	for _, d := range docs {
		sentences += len(d.Sentences)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := align.Synopsize(context.Background(), docs, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(sentences)*float64(b.N)/b.Elapsed().Seconds(), "sentences/s")
}
