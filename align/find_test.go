package align_test

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

func indexOf(t testing.TB, docs ...*segment.Document) *align.Index {
	t.Helper()
	var b align.IndexBuilder
	for i, doc := range docs {
		if err := b.Add("book "+strconv.Itoa(i), doc); err != nil {
			t.Fatal(err)
		}
	}
	return b.Index()
}

func memoirVersion(t testing.TB, name string, tag language.Tag) *segment.Document {
	t.Helper()
	text, err := os.ReadFile("../testdata/memoir/memoir." + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	return parsed(t, string(text), segment.Options{Language: tag})
}

func parsed(t testing.TB, text string, opts segment.Options) *segment.Document {
	t.Helper()
	doc, err := segment.Parse(text, opts)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func find(t testing.TB, quote string, tag language.Tag, in *align.Index, opts *align.FindOptions) []align.Hit {
	t.Helper()
	hits, err := align.Find(context.Background(), parsed(t, quote, segment.Options{Language: tag}), in, opts)
	if err != nil {
		t.Fatal(err)
	}
	return hits
}

func TestFindInTheMemoir(t *testing.T) {
	en, es := language.English, language.Spanish
	index := indexOf(t, memoirVersion(t, "en", en), memoirVersion(t, "es", es), memoirVersion(t, "es.pdf", es))
	tests := []struct {
		quote string
		tag   language.Tag
		want  []string // one of the hits has it
		why   string
	}{
		{"We printed 1,200 copies. In every one of them, on page 12, the tide came in at 8:17.", en,
			[]string{"Tiramos 1200 ejemplares", "We printed 1,200 copies"}, "translation and original, whatever shelf they are on"},
		{"Sobre la puerta, en unas letras que mi abuelo había tallado con sus propias manos en 1889, se leía MARCHENA E HIJO, IMPRESORES.", es,
			[]string{"MARCHENA & SON, PRINTERS"}, "from Spanish"},
		{"My grandfather's letters over the door, cut in 1889, read: Marchena & Son, Printers.", en,
			[]string{"MARCHENA"}, "in other words"},
		{"He never finished anything on a Thursday and kept two camels behind the mill.", en, nil, "it is not there"},
		{"La comisión aprobó el presupuesto de la Unión Europea para la agricultura.", es, nil, "nor this"},
	}
	for _, tt := range tests {
		hits := find(t, tt.quote, tt.tag, index, nil)
		if tt.want == nil && len(hits) > 0 {
			t.Errorf("%s: %q with %.2f, want nothing", tt.why, hits[0].Text, hits[0].Confidence)
		}
		for _, want := range tt.want {
			if !slices.ContainsFunc(hits, func(h align.Hit) bool { return strings.Contains(h.Text, want) }) {
				t.Errorf("%s: %+v, want one with %q", tt.why, hits, want)
			}
		}
	}
}

// A hit is what its numbers say: of the right book, at the right bytes.
func TestHitsPointIntoTheirDocument(t *testing.T) {
	doc := memoirVersion(t, "es.pdf", language.Spanish)
	other := parsed(t, "Nada que ver. Otra cosa.", segment.Options{Language: language.Spanish})
	index := indexOf(t, other, doc)
	hits := find(t, "We printed 1,200 copies. In every one of them, on page 12, the tide came in at 8:17.", language.English, index, nil)
	if len(hits) == 0 {
		t.Fatal("nothing was found")
	}
	h := hits[0]
	if h.Document != 1 || h.Name != "book 1" {
		t.Errorf("document %d, %q; want 1, book 1", h.Document, h.Name)
	}
	var text []string
	var spans []segment.Span
	for _, s := range doc.Sentences[h.Sentences.Start:h.Sentences.End] {
		text = append(text, s.Text)
		spans = append(spans, s.Spans...)
	}
	if want := strings.Join(text, " "); h.Text != want {
		t.Errorf("text %q, want %q", h.Text, want)
	}
	if !reflect.DeepEqual(h.Spans, spans) {
		t.Errorf("spans %v, want %v", h.Spans, spans)
	}
}

func TestFindOptions(t *testing.T) {
	en, es := language.English, language.Spanish
	index := indexOf(t, memoirVersion(t, "es", es))
	const nothing = "The committee approved the budget."
	if hits := find(t, nothing, en, index, &align.FindOptions{Least: -1, Most: 3}); len(hits) != 3 {
		t.Errorf("%d guesses, want 3", len(hits))
	}
	if hits := find(t, "???", en, index, nil); hits != nil {
		t.Errorf("marks alone: %+v", hits)
	}
	if hits := find(t, nothing, en, indexOf(t), nil); hits != nil {
		t.Errorf("an empty index: %+v", hits)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := align.Find(ctx, parsed(t, nothing, segment.Options{Language: en}), index, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// An index that was written and read finds the same, and writes the same bytes.
func TestIndexFile(t *testing.T) {
	en, es := language.English, language.Spanish
	docs := []*segment.Document{memoirVersion(t, "es", es), memoirVersion(t, "en.second", en), memoirVersion(t, "es.abridged", es)}
	var file, again bytes.Buffer
	index := indexOf(t, docs...)
	if err := index.Write(&file); err != nil {
		t.Fatal(err)
	}
	if err := indexOf(t, docs...).Write(&again); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(file.Bytes(), again.Bytes()) {
		t.Error("the same documents give other bytes")
	}
	read, err := align.ReadIndex(bytes.NewReader(file.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if got := read.Documents(); !slices.Equal(got, index.Documents()) {
		t.Errorf("documents %q", got)
	}
	quote := "The Gannet, of Cardiff, had a captain who believed in print."
	want, got := find(t, quote, en, index, nil), find(t, quote, en, read, nil)
	if len(want) < 2 || !reflect.DeepEqual(want, got) {
		t.Errorf("found %+v once read, %+v before", got, want)
	}
	for _, bad := range []struct {
		file []byte
		want error
		why  string
	}{
		{nil, align.ErrIndexFormat, "empty"},
		{[]byte("Once upon a time there was a text."), align.ErrIndexFormat, "a text"},
		{append([]byte("hexapla index\n\xFE"), file.Bytes()[15:]...), align.ErrIndexVersion, "of the future"},
		{file.Bytes()[:file.Len()/2], align.ErrIndexDamaged, "half of it"},
		{append(slices.Clone(file.Bytes()), 0), align.ErrIndexDamaged, "too long"},
		{flipped(file.Bytes(), file.Len()/3), align.ErrIndexDamaged, "a bit changed"},
	} {
		if _, err := align.ReadIndex(bytes.NewReader(bad.file)); !errors.Is(err, bad.want) {
			t.Errorf("%s: %v, want %v", bad.why, err, bad.want)
		}
	}
}

func flipped(file []byte, at int) []byte {
	file = slices.Clone(file)
	file[at] ^= 4
	return file
}

// quoted is a reference set, of which passages are quoted and looked for.
type quoted struct {
	source, target []string
	right          map[int][]int // by source line
}

func quotedSet(t testing.TB, pattern string) *quoted {
	t.Helper()
	folders, err := filepath.Glob(filepath.Join("../../shared/gold", pattern))
	if err != nil {
		t.Fatal(err)
	}
	if len(folders) == 0 {
		t.Skip("the reference sets are not at hand: no ../shared/gold/" + pattern)
	}
	q := &quoted{right: make(map[int][]int)}
	for _, folder := range folders {
		read := func(name string) []string {
			text, err := os.ReadFile(filepath.Join(folder, name))
			if err != nil {
				t.Fatal(err)
			}
			return strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
		}
		for _, bead := range read("gold.tsv") {
			source, target, _ := strings.Cut(bead, "\t")
			for _, i := range numbers(source) {
				for _, j := range numbers(target) {
					q.right[i+len(q.source)] = append(q.right[i+len(q.source)], j+len(q.target))
				}
			}
		}
		q.source = append(q.source, read("src.txt")...)
		q.target = append(q.target, read("tgt.txt")...)
	}
	return q
}

func numbers(list string) []int {
	var out []int
	for field := range strings.SplitSeq(list, ",") {
		if n, err := strconv.Atoi(field); err == nil {
			out = append(out, n)
		}
	}
	return out
}

// quotations returns the first lines of n passages of two lines, each of which
// has a counterpart.
func (q *quoted) quotations(n int) []int {
	rng := rand.New(rand.NewPCG(0, 1))
	var starts []int
	for len(starts) < n {
		if i := rng.IntN(len(q.source) - 1); len(q.right[i]) > 0 && len(q.right[i+1]) > 0 {
			starts = append(starts, i)
		}
	}
	return starts
}

func (q *quoted) quote(t testing.TB, i int) *segment.Document {
	return parsed(t, q.source[i]+"\n"+q.source[i+1], segment.Options{Language: language.English, Layout: segment.Lines})
}

func (q *quoted) index(t testing.TB, tag language.Tag) *align.Index {
	return indexOf(t, parsed(t, strings.Join(q.target, "\n"), segment.Options{Language: tag, Layout: segment.Lines}))
}

// found tells of 200 quotations how many are found, how many at the right
// place, and of how many the best guess is right, however unsure.
func (q *quoted) found(t testing.TB, in *align.Index) (any, right, guessed int) {
	for _, i := range q.quotations(200) {
		hits, err := align.Find(context.Background(), q.quote(t, i), in, &align.FindOptions{Least: -1, Most: 1})
		if err != nil {
			t.Fatal(err)
		}
		if len(hits) == 0 {
			continue
		}
		inFirst := func(j int) bool { return j >= hits[0].Sentences.Start && j < hits[0].Sentences.End }
		isRight := slices.ContainsFunc(slices.Concat(q.right[i], q.right[i+1]), inFirst)
		if isRight {
			guessed++
		}
		if hits[0].Confidence >= align.DefaultLeast {
			any++
			if isRight {
				right++
			}
		}
	}
	return any, right, guessed
}

// The shares are what was measured, less some two of a hundred for the draw.
func TestFindWhatIsThere(t *testing.T) {
	for _, set := range []struct {
		name           string
		tag            language.Tag
		found, guessed float64 // shares
	}{
		{"bible-en-es/n30000", language.Spanish, .80, .88},
		{"candide-en-es/*", language.Spanish, .80, .91},
		{"news-en-es/p15/*", language.Spanish, .98, .98},
		{"bible-en-en/n2000", language.English, .97, .97},
		{"novels-en-fr/*", language.French, .14, .38},
	} {
		t.Run(set.name, func(t *testing.T) {
			q := quotedSet(t, set.name)
			index := q.index(t, set.tag)
			_, found, guessed := q.found(t, index)
			t.Logf("right and first: %d of 200 found, %d guessed", found, guessed)
			if float64(found) < 200*set.found || float64(guessed) < 200*set.guessed {
				t.Errorf("right and first: %d of 200 found, %d guessed; want shares of %.2f, %.2f", found, guessed, set.found, set.guessed)
			}
		})
	}
}

func TestFindNothingWhereThereIsNothing(t *testing.T) {
	bible := quotedSet(t, "bible-en-es/n30000")
	index := bible.index(t, language.Spanish)
	for _, other := range []string{"candide-en-es/*", "news-en-es/p15/*"} {
		any, _, _ := quotedSet(t, other).found(t, index)
		t.Logf("%s: %d of 200 found", other, any)
		if any > 4 {
			t.Errorf("%s: %d of 200 are found in the bible, want 4 at most", other, any)
		}
	}
}

// BenchmarkIndex shows how fast an index is made of a text of 3.9 MB, and how
// large it is, on file with its text.
func BenchmarkIndex(b *testing.B) {
	q := quotedSet(b, "bible-en-es/n30000")
	text := strings.Join(q.target, "\n")
	doc := parsed(b, text, segment.Options{Language: language.Spanish, Layout: segment.Lines})
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	var file bytes.Buffer
	for b.Loop() {
		file.Reset()
		if err := indexOf(b, doc).Write(&file); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(file.Len())/float64(len(text)), "file-bytes/text-byte")
}

func BenchmarkReadIndex(b *testing.B) {
	q := quotedSet(b, "bible-en-es/n30000")
	var file bytes.Buffer
	if err := q.index(b, language.Spanish).Write(&file); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(file.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := align.ReadIndex(bytes.NewReader(file.Bytes())); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFind looks for two verses in a bible, and in an index of twenty.
func BenchmarkFind(b *testing.B) {
	q := quotedSet(b, "bible-en-es/n30000")
	doc := parsed(b, strings.Join(q.target, "\n"), segment.Options{Language: language.Spanish, Layout: segment.Lines})
	for _, copies := range []int{1, 20} {
		b.Run("bibles="+strconv.Itoa(copies), func(b *testing.B) {
			index := indexOf(b, slices.Repeat([]*segment.Document{doc}, copies)...)
			starts := q.quotations(50)
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if _, err := align.Find(b.Context(), q.quote(b, starts[i%len(starts)]), index, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
