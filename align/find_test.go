package align_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/internal/findtest"
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

// What stands word for word is found, however short, and at exactly its
// sentences; where it stands more than once, everywhere.
func TestFindWordForWord(t *testing.T) {
	en, es := language.English, language.Spanish
	const proverb = "A careful printer reads every figure twice."
	twice := "It was late. " + proverb + " Nobody answered. The ink was dry. He said it again: " + proverb + " Then he went home."
	index := indexOf(t, memoirVersion(t, "en", en), memoirVersion(t, "es", es), parsed(t, twice, segment.Options{Language: en}))
	tests := []struct {
		quote string
		tag   language.Tag
		want  [][]string // what each hit holds, a sentence each
		least float64    // confidence
	}{
		{"We printed 1,200 copies.", en, [][]string{{"We printed 1,200 copies."}}, .95},
		{"we PRINTED 1200 copies", en, [][]string{{"We printed 1,200 copies."}}, .95},
		{"did not stop. We printed 1,200 copies", en, [][]string{{"did not stop.", "We printed 1,200 copies."}}, .95},
		{"habia tallado con sus propias manos", es, [][]string{{"había tallado con sus propias manos"}}, .95},
		{proverb, en, [][]string{{proverb}, {proverb}}, .7},
		{"grandfather printed copies", en, nil, 0}, // these words, but not in a row
		{"printed 1,200 cop", en, nil, 0},
	}
	for _, tt := range tests {
		hits := find(t, tt.quote, tt.tag, index, nil)
		if len(hits) != len(tt.want) {
			t.Errorf("%s: %+v, want %d hits", tt.quote, hits, len(tt.want))
			continue
		}
		for i, h := range hits {
			ok := h.Confidence >= tt.least && h.Sentences.Len() == len(tt.want[i])
			for _, part := range tt.want[i] {
				ok = ok && strings.Contains(h.Text, part)
			}
			if !ok {
				t.Errorf("%s: %+v, want %q alone with %.2f at least", tt.quote, h, tt.want[i], tt.least)
			}
		}
	}
}

// Some words of a verse, with three that are not short among them, are found
// in the verse, or where else they stand.
func TestFindFragments(t *testing.T) {
	measuring(t)
	for _, set := range []*findtest.Set{scripture(t), scripture(t).Turned()} {
		index := indexOf(t, set.Target.Document(t))
		for _, words := range []int{5, 8, 12} {
			const asked = 200
			found, among, single := 0, 0, 0
			rng := rand.New(rand.NewPCG(0, uint64(words)))
			for range asked {
				line, quote := fragment(rng, set.Target.Lines, words)
				hits := find(t, quote, set.Target.Language, index, &align.FindOptions{Most: 1000})
				at := slices.IndexFunc(hits, func(h align.Hit) bool { return h.Sentences == segment.Range{Start: line, End: line + 1} })
				found += one(at == 0)
				among += one(at >= 0)
				single += one(at == 0 && hits[0].Confidence > .95)
			}
			t.Logf("%s, %d words: first %.3f, among the hits %.3f, with confidence %.3f", set.Name, words,
				float64(found)/asked, float64(among)/asked, float64(single)/asked)
			if among < asked*94/100 {
				t.Errorf("%s, %d words: %d found of %d, want 94 of 100", set.Name, words, among, asked)
			}
		}
	}
}

// fragment draws words that stand in a row in a line.
func fragment(rng *rand.Rand, lines []string, n int) (line int, quote string) {
	for {
		line = rng.IntN(len(lines))
		words := strings.Fields(lines[line])
		if len(words) < n {
			continue
		}
		start := rng.IntN(len(words) - n + 1)
		long := 0
		for _, w := range words[start : start+n] {
			long += one(len(w) > 5)
		}
		if long >= 3 {
			return line, strings.Join(words[start:start+n], " ")
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
	long := parsed(t, strings.Repeat("The sea was calm. ", 300), segment.Options{Language: en})
	if _, err := align.Find(context.Background(), long, index, nil); !errors.Is(err, align.ErrLongQuotation) {
		t.Errorf("1,200 words: %v, want ErrLongQuotation", err)
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
	opened, err := align.OpenIndex(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		t.Fatal(err)
	}
	quote := "The Gannet, of Cardiff, had a captain who believed in print."
	want := find(t, quote, en, index, nil)
	if len(want) < 2 {
		t.Errorf("found %+v, want it in each version", want)
	}
	parsed := parsed(t, quote, segment.Options{Language: en})
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for _, x := range []*align.Index{read, opened} {
				got, err := align.Find(context.Background(), parsed, x, nil)
				if err != nil || !reflect.DeepEqual(want, got) {
					t.Errorf("found %+v once written, %+v before (%v)", got, want, err)
				}
			}
		})
	}
	group.Wait()
}

// Extending an index gives the bytes of one that was built at once.
func TestExtendIndex(t *testing.T) {
	es, other := memoirVersion(t, "es", language.Spanish), memoirVersion(t, "en.second", language.English)
	builder, err := indexOf(t, es).Extend()
	if err != nil {
		t.Fatal(err)
	}
	if err := builder.Add("book 1", other); err != nil {
		t.Fatal(err)
	}
	var got, want bytes.Buffer
	if err := errors.Join(builder.Index().Write(&got), indexOf(t, es, other).Write(&want)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want.Bytes()) {
		t.Errorf("%d bytes, want the %d of an index built at once", got.Len(), want.Len())
	}
}

// What is wrong with a file is an error of its kind, when it is opened or when
// the broken part is asked for.
func TestBadIndexFiles(t *testing.T) {
	en, es := language.English, language.Spanish
	var whole bytes.Buffer
	if err := indexOf(t, memoirVersion(t, "es", es)).Write(&whole); err != nil {
		t.Fatal(err)
	}
	file := whole.Bytes()
	for _, bad := range []struct {
		file []byte
		want error
		why  string
	}{
		{nil, align.ErrIndexFormat, "empty"},
		{[]byte("Once upon a time there was a text."), align.ErrIndexFormat, "a text"},
		{append([]byte("hexapla index\n\xFE"), file[15:]...), align.ErrIndexVersion, "of the future"},
		{file[:len(file)/2], align.ErrIndexDamaged, "half of it"},
		{file[:len(file)-1], align.ErrIndexDamaged, "all but a byte"},
		{append(slices.Clone(file), 0), align.ErrIndexDamaged, "too long"},
		{flipped(file, 20), align.ErrIndexDamaged, "a bit changed in the head"},
		{flipped(file, len(file)/3), align.ErrIndexDamaged, "a bit changed in the middle"},
		{flipped(file, len(file)-10), align.ErrIndexDamaged, "a bit changed in the text"},
	} {
		index, err := align.ReadIndex(bytes.NewReader(bad.file))
		for _, quote := range []string{"We printed 1,200 copies, and on page 12 the tide came in.", "The end of the tables, the last page."} {
			if err == nil {
				doc := parsed(t, quote, segment.Options{Language: en})
				_, err = align.Find(context.Background(), doc, index, &align.FindOptions{Least: -1, Most: 500})
			}
		}
		if !errors.Is(err, bad.want) {
			t.Errorf("%s: %v, want %v", bad.why, err, bad.want)
		}
	}
}

func flipped(file []byte, at int) []byte {
	file = slices.Clone(file)
	file[at] ^= 4
	return file
}

func scripture(t testing.TB) *findtest.Set {
	return findtest.Load(t, shared, "bible-en-es/n30000", language.English, language.Spanish)
}

// measuring is for tests of a minute.
func measuring(t *testing.T) {
	if testing.Short() {
		t.Skip("some thousand quotations take a minute")
	}
}

// tally is how quotations fare.
type tally struct {
	asked int
	first int // the best guess is at the right place, however unsure
	exact int // and has exactly the right sentences
	shown int // have a hit
	right int // have a hit, and the first is at the right place
}

// asked looks for the quotations in an index of the set's target.
func asked(t testing.TB, in *align.Index, quotations []findtest.Quotation) tally {
	t.Helper()
	c := tally{asked: len(quotations)}
	for _, q := range quotations {
		hits, err := align.Find(context.Background(), q.Document, in, &align.FindOptions{Least: -1, Most: 1})
		if err != nil {
			t.Fatal(err)
		}
		if len(hits) == 0 {
			continue
		}
		overlap := q.Overlap(hits[0].Sentences)
		shown := hits[0].Confidence >= align.DefaultLeast
		c.first += one(overlap > 0)
		c.exact += one(overlap == 1)
		c.shown += one(shown)
		c.right += one(shown && overlap > 0)
	}
	return c
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

func (c tally) share(n int) float64 { return float64(n) / float64(c.asked) }

func (c tally) log(t testing.TB, what string) {
	t.Logf("%-50s %d asked: right place first %.3f, exactly %.3f; shown %.3f, shown and right %.3f",
		what, c.asked, c.share(c.first), c.share(c.exact), c.share(c.shown), c.share(c.right))
}

// The shares are what was measured, less some two of a hundred for the draw.
func TestFindWhatIsThere(t *testing.T) {
	measuring(t)
	en, es, fr := language.English, language.Spanish, language.French
	de, is := language.German, language.Icelandic
	for _, set := range []struct {
		pattern        string
		source, target language.Tag
		turned         bool
		first, right   float64 // least shares
	}{
		{"bible-en-es/n30000", en, es, false, .92, .84},
		{"bible-en-es/n30000", en, es, true, .92, .82},
		{"candide-en-es/*", en, es, false, .88, .82},
		{"candide-en-es/*", en, es, true, .95, .88},
		{"news-en-es/p15/*", en, es, false, .97, .95},
		{"news-en-es/p15/*", en, es, true, .97, .95},
		{"news-es-es/p15/*", es, es, false, .97, .95},
		{"bible-en-en/n2000", en, en, false, .97, .95},
		{"novels-en-fr/*", en, fr, false, .92, .88},
		{"novels-en-fr/*", en, fr, true, .90, .84},
		{"textberg-dev-de-fr/*", de, fr, false, .93, .89},
		{"textberg-dev-de-fr/*", de, fr, true, .93, .88},
		{"parice-en-is/*", en, is, false, .86, .76},
		{"parice-en-is/*", en, is, true, .88, .73},
	} {
		q := findtest.Load(t, shared, set.pattern, set.source, set.target)
		if set.turned {
			q = q.Turned()
		}
		index := indexOf(t, q.Target.Document(t))
		for _, lines := range []int{2, 1, 3} {
			if lines != 2 && !testing.Verbose() {
				continue // only told of
			}
			n := 40
			if lines == 2 {
				n = 200
			}
			c := asked(t, index, q.Quotations(t, n, lines, findtest.None, 1))
			c.log(t, fmt.Sprintf("%s, %d lines", q.Name, lines))
			if lines == 2 && (c.share(c.first) < set.first || c.share(c.right) < set.right) {
				t.Errorf("%s: right place first %.3f, shown and right %.3f; want %.2f, %.2f",
					q.Name, c.share(c.first), c.share(c.right), set.first, set.right)
			}
		}
	}
}

// What people do to a quotation costs little.
func TestFindWhatIsMisquoted(t *testing.T) {
	measuring(t)
	for _, q := range []*findtest.Set{scripture(t), scripture(t).Turned()} {
		index := indexOf(t, q.Target.Document(t))
		for _, change := range findtest.Changes[1:] {
			least := .80
			if change == findtest.Cut {
				least = .45 // half of it is left
			}
			c := asked(t, index, q.Quotations(t, 50, 2, change, 2))
			c.log(t, q.Name+", "+string(change))
			if c.share(c.first) < least {
				t.Errorf("%s, %s: right place first %.2f, want %.2f", q.Name, change, c.share(c.first), least)
			}
		}
	}
}

func TestFindNothingWhereThereIsNothing(t *testing.T) {
	measuring(t)
	en, es, fr := language.English, language.Spanish, language.French
	candide := findtest.Load(t, shared, "candide-en-es/*", en, es)
	news := findtest.Load(t, shared, "news-en-es/p15/*", en, es)
	novels := findtest.Load(t, shared, "novels-en-fr/*", en, fr)
	for _, in := range []struct {
		set     *findtest.Set
		foreign []*findtest.Set
	}{
		{scripture(t), []*findtest.Set{candide, news, novels}},
		{scripture(t).Turned(), []*findtest.Set{candide.Turned(), news.Turned()}},
	} {
		index := indexOf(t, in.set.Target.Document(t))
		for _, foreign := range in.foreign {
			for lines := 1; lines <= 2; lines++ {
				c := asked(t, index, foreign.Quotations(t, 100*lines, lines, findtest.None, 3))
				t.Logf("%s in %s, %d lines: %.3f of %d found", foreign.Name, in.set.Name, lines, c.share(c.shown), c.asked)
				if c.share(c.shown) > .02 {
					t.Errorf("%s in %s, %d lines: %.3f found, want .02 at most", foreign.Name, in.set.Name, lines, c.share(c.shown))
				}
			}
		}
	}
}
