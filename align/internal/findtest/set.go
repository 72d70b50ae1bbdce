// Package findtest makes quotations out of reference alignments, to measure
// how well they are found again. It is for tests.
package findtest

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// Set is one or more reference alignments, put together.
type Set struct {
	Name           string
	Source, Target Side
	right          map[int][]int // target lines by source line
	left           map[int][]int
}

// Side is one language of a set.
type Side struct {
	Language language.Tag
	Lines    []string
}

// Document is the whole side, a sentence a line.
func (s *Side) Document(t testing.TB) *segment.Document {
	return parse(t, strings.Join(s.Lines, "\n"), segment.Options{Language: s.Language, Layout: segment.Lines})
}

// Load reads the folders of a pattern below root, each of which has a src.txt,
// tgt.txt and gold.tsv. Where there is none the test is skipped.
func Load(t testing.TB, root, pattern string, source, target language.Tag) *Set {
	t.Helper()
	folders, err := filepath.Glob(filepath.Join(root, pattern))
	if err != nil {
		t.Fatal(err)
	}
	if len(folders) == 0 {
		t.Skip("the reference sets are not at hand: nothing is " + filepath.Join(root, pattern))
	}
	s := &Set{
		Name:   pattern,
		Source: Side{Language: source},
		Target: Side{Language: target},
		right:  make(map[int][]int),
		left:   make(map[int][]int),
	}
	for _, folder := range folders {
		for _, bead := range lines(t, filepath.Join(folder, "gold.tsv")) {
			a, b, _ := strings.Cut(bead, "\t")
			s.link(numbers(a, len(s.Source.Lines)), numbers(b, len(s.Target.Lines)))
		}
		s.Source.Lines = append(s.Source.Lines, lines(t, filepath.Join(folder, "src.txt"))...)
		s.Target.Lines = append(s.Target.Lines, lines(t, filepath.Join(folder, "tgt.txt"))...)
	}
	return s
}

func (s *Set) link(source, target []int) {
	for _, i := range source {
		s.right[i] = append(s.right[i], target...)
	}
	for _, j := range target {
		s.left[j] = append(s.left[j], source...)
	}
}

// Turned is the set with its sides exchanged.
func (s *Set) Turned() *Set {
	return &Set{Name: s.Name + " turned", Source: s.Target, Target: s.Source, right: s.left, left: s.right}
}

func lines(t testing.TB, file string) []string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
}

// numbers reads a list as 3,4, and adds an offset to each.
func numbers(list string, offset int) []int {
	var out []int
	for field := range strings.SplitSeq(list, ",") {
		if n, err := strconv.Atoi(field); err == nil {
			out = append(out, n+offset)
		}
	}
	return out
}

func parse(t testing.TB, text string, opts segment.Options) *segment.Document {
	t.Helper()
	doc, err := segment.Parse(text, opts)
	if err != nil {
		t.Fatalf("%v: %q", err, text)
	}
	return doc
}

// Quotation is a passage of the source, and where its translation stands.
type Quotation struct {
	Document *segment.Document
	Start    int          // its first line in the source
	Lines    int          // how many
	Right    map[int]bool // lines of the target
}

// Quotations draws n passages of some lines, each of which has a counterpart.
func (s *Set) Quotations(t testing.TB, n, lines int, change Change, seed uint64) []Quotation {
	t.Helper()
	rng := rand.New(rand.NewPCG(0, seed))
	var drawn []Quotation
	for len(drawn) < n {
		start := rng.IntN(len(s.Source.Lines) - lines + 1)
		right, ok := s.rightOf(start, lines)
		if !ok {
			continue
		}
		opts := segment.Options{Language: s.Source.Language, Layout: segment.Lines}
		text := strings.Join(change.apply(s.Source.Lines[start:start+lines], rng), "\n")
		if change == Joined {
			opts.Layout, text = segment.Options{}.Layout, strings.ReplaceAll(text, "\n", " ")
		}
		drawn = append(drawn, Quotation{parse(t, text, opts), start, lines, right})
	}
	return drawn
}

func (s *Set) rightOf(start, lines int) (right map[int]bool, ok bool) {
	right = make(map[int]bool)
	for i := start; i < start+lines; i++ {
		if len(s.right[i]) == 0 {
			return nil, false
		}
		for _, j := range s.right[i] {
			right[j] = true
		}
	}
	return right, true
}

// Overlap is the F1 of a range of target lines and the right ones.
func (q *Quotation) Overlap(found segment.Range) float64 {
	shared := 0
	for j := found.Start; j < found.End; j++ {
		if q.Right[j] {
			shared++
		}
	}
	return 2 * float64(shared) / float64(found.Len()+len(q.Right))
}
