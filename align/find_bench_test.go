package align_test

import (
	"bytes"
	"cmp"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/internal/findtest"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// BenchmarkIndex shows how fast an index is made of a text of 3.9 MB, and how
// large it is, on file with its text.
func BenchmarkIndex(b *testing.B) {
	doc := scripture(b).Target.Document(b)
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	var file bytes.Buffer
	for b.Loop() {
		file.Reset()
		if err := indexOf(b, doc).Write(&file); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(file.Len())/float64(len(doc.Text)), "file-bytes/text-byte")
}

// BenchmarkAdd shows how fast a document, cut into sentences already, is added.
func BenchmarkAdd(b *testing.B) {
	doc := scripture(b).Target.Document(b)
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		var builder align.IndexBuilder
		if err := builder.Add("bible", doc); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkExtend adds a sentence to an index of a text of 3.9 MB; against it
// stands making the index anew from the text.
func BenchmarkExtend(b *testing.B) {
	set := scripture(b)
	more := parsed(b, "Y nada más.", segment.Options{Language: language.Spanish})
	index := indexOf(b, set.Target.Document(b))
	b.Run("extend", func(b *testing.B) {
		for b.Loop() {
			builder, err := index.Extend()
			if err == nil {
				err = builder.Add("more", more)
			}
			if err != nil {
				b.Fatal(err)
			}
			builder.Index()
		}
	})
	b.Run("anew", func(b *testing.B) {
		for b.Loop() {
			indexOf(b, set.Target.Document(b), more)
		}
	})
}

func BenchmarkOpenIndex(b *testing.B) {
	var file bytes.Buffer
	if err := indexOf(b, scripture(b).Target.Document(b)).Write(&file); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(file.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := align.OpenIndex(bytes.NewReader(file.Bytes()), int64(file.Len())); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFind looks for two verses in a bible.
func BenchmarkFind(b *testing.B) {
	set := scripture(b)
	findEach(b, indexOf(b, set.Target.Document(b)), set)
}

func findEach(b *testing.B, in *align.Index, set *findtest.Set) {
	quotations := set.Quotations(b, 50, 2, findtest.None, 1)
	// The first search makes tables that the others use.
	if _, err := align.Find(b.Context(), quotations[0].Document, in, nil); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if _, err := align.Find(b.Context(), quotations[i%len(quotations)].Document, in, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLibrary looks for verses in a bible among many other books, in an
// index on disk, and tells what the index costs: build-MB/s with the cutting into
// sentences, file bytes a byte of text, the time to open it and the heap after,
// the time of the first search and the median and the longest of the others.
//
// The books are made up, each of 150 KB, a short novel. Their sentences are those of a bible,
// news and Candide, in runs of 30 from all over; of their rarer words each is
// put for another about as frequent, other ones in each book, and one in thirty
// gets an ending that no other book has. So no book is like another, and the
// vocabulary grows as that of real books does.
func BenchmarkLibrary(b *testing.B) {
	set := scripture(b)
	stock := newStock(slices.Concat(set.Target.Lines,
		findtest.Load(b, shared, "news-en-es/p15/*", language.English, language.Spanish).Target.Lines,
		findtest.Load(b, shared, "candide-en-es/*", language.English, language.Spanish).Target.Lines))
	for _, books := range []int{1, 30, 1000} {
		b.Run("books="+strconv.Itoa(books), func(b *testing.B) {
			l := library(b, set, stock, books)
			quotations := set.Quotations(b, 50, 2, findtest.None, 1)
			before := heap()
			start := time.Now()
			index, err := align.OpenIndex(l.file, l.size)
			if err != nil {
				b.Fatal(err)
			}
			opened := time.Since(start)
			held := heap() - before
			var took []time.Duration
			right := 0
			search := func(q *findtest.Quotation) {
				start := time.Now()
				hits, err := align.Find(b.Context(), q.Document, index, nil)
				if err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(start))
				if len(hits) > 0 && hits[0].Document == 0 && q.Overlap(hits[0].Sentences) > 0 {
					right++
				}
			}
			for i := range quotations {
				search(&quotations[i])
			}
			first := took[0]
			slices.Sort(took)
			for i := 0; b.Loop(); i++ {
				if _, err := align.Find(b.Context(), quotations[i%len(quotations)].Document, index, nil); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(l.rate, "build-MB/s")
			b.ReportMetric(float64(l.size)/float64(l.text), "file-bytes/text-byte")
			b.ReportMetric(float64(opened.Milliseconds()), "open-ms")
			b.ReportMetric(float64(held)/(1<<20), "open-MB")
			b.ReportMetric(float64(heap()-before)/(1<<20), "used-MB")
			b.ReportMetric(float64(first.Milliseconds()), "first-ms")
			b.ReportMetric(float64(took[len(took)/2].Milliseconds()), "median-ms")
			b.ReportMetric(float64(took[len(took)-2].Milliseconds()), "longest-ms")
			b.ReportMetric(float64(right)/float64(len(quotations)), "right-first")
			runtime.KeepAlive(index)
		})
	}
}

func heap() int64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapAlloc)
}

const bookSize = 150_000 // bytes

// shelved is an index of many books on disk.
type shelved struct {
	file       *os.File
	size, text int64   // bytes
	rate       float64 // of its making, MB of text a second
}

// library writes an index of a bible and made-up books.
func library(b *testing.B, set *findtest.Set, stock *stock, books int) (l shelved) {
	start := time.Now()
	var builder align.IndexBuilder
	var writing time.Duration
	for i := range books {
		begun := time.Now()
		content := strings.Join(set.Target.Lines, "\n")
		if i > 0 {
			content = stock.book(uint64(i), bookSize)
		}
		writing += time.Since(begun)
		l.text += int64(len(content))
		doc := parsed(b, content, segment.Options{Language: language.Spanish, Layout: segment.Lines})
		if err := builder.Add("book "+strconv.Itoa(i), doc); err != nil {
			b.Fatal(err)
		}
	}
	file, err := os.Create(filepath.Join(b.TempDir(), "index"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { file.Close() })
	if err := builder.Index().Write(file); err != nil {
		b.Fatal(err)
	}
	l.rate = float64(l.text) / 1e6 / (time.Since(start) - writing).Seconds()
	info, err := file.Stat()
	if err != nil {
		b.Fatal(err)
	}
	l.file, l.size = file, info.Size()
	return l
}

// stock is what books are made up of.
type stock struct {
	lines [][]string // words of each
	rare  []string   // words, by frequency
	rank  map[string]int
}

func newStock(lines []string) *stock {
	const common = 200 // and more times in the stock
	s := &stock{rank: make(map[string]int)}
	count := make(map[string]int)
	for _, line := range lines {
		words := strings.Fields(line)
		s.lines = append(s.lines, words)
		for _, w := range words {
			count[w]++
		}
	}
	for _, w := range slices.Sorted(maps.Keys(count)) {
		if count[w] < common {
			s.rare = append(s.rare, w)
		}
	}
	slices.SortStableFunc(s.rare, func(a, b string) int { return cmp.Compare(count[a], count[b]) })
	for i, w := range s.rare {
		s.rank[w] = i
	}
	return s
}

// book makes up a book of about a size.
func (s *stock) book(seed uint64, size int) string {
	const run, near, coined = 30, 1000, 30
	rng := rand.New(rand.NewPCG(seed, 0))
	shift := 1 + rng.IntN(near)
	ending := string(rune('a'+rng.IntN(26))) + string(rune('a'+seed%26)) + string(rune('a'+seed/26%26))
	var b strings.Builder
	for b.Len() < size {
		at := rng.IntN(len(s.lines) - run)
		for _, words := range s.lines[at : at+run] {
			for i, w := range words {
				if i > 0 {
					b.WriteByte(' ')
				}
				rank, rare := s.rank[w]
				if !rare {
					b.WriteString(w)
					continue
				}
				b.WriteString(s.rare[(rank+shift)%len(s.rare)])
				if rng.IntN(coined) == 0 {
					b.WriteString(ending)
				}
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}
