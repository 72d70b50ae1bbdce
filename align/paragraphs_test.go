package align_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

var memoirPairs = []string{"en-es", "en-en.second", "en.second-es", "en-es.abridged", "en.second-es.abridged", "es-es.abridged"}

// memoirParagraphs is memoir with the paragraphs that the texts have.
func memoirParagraphs(t testing.TB, pair string) (source, target *segment.Document) {
	t.Helper()
	source, target = memoir(t, pair)
	from, to, _ := strings.Cut(pair, "-")
	takeParagraphs(t, source, memoirVersion(t, from, source.Language))
	takeParagraphs(t, target, memoirVersion(t, to, target.Language))
	return source, target
}

// takeParagraphs gives a document of lines the paragraphs of the running text,
// by what their sentences begin with.
func takeParagraphs(t testing.TB, lines, running *segment.Document) {
	t.Helper()
	lines.Paragraphs = nil
	left := running.Paragraphs
	for i := range lines.Sentences {
		s := &lines.Sentences[i]
		if len(left) > 0 {
			opening := running.Sentences[left[0].Sentences.Start].Text
			if strings.HasPrefix(s.Text, opening) || strings.HasPrefix(opening, s.Text) {
				lines.Paragraphs = append(lines.Paragraphs, segment.Paragraph{Kind: left[0].Kind, Sentences: segment.Range{Start: i, End: i}})
				left = left[1:]
			}
		}
		s.Paragraph = len(lines.Paragraphs) - 1
		lines.Paragraphs[s.Paragraph].Sentences.End = i + 1
	}
	if len(left) > 0 {
		t.Fatalf("%d paragraphs of the running text are not found in its lines", len(left))
	}
}

func TestParagraphsHelp(t *testing.T) {
	if testing.Short() {
		t.Skip("the memoir's six pairs, four times")
	}
	for _, test := range []struct {
		name  string
		align func(source, target *segment.Document) (*align.Alignment, error)
		gain  float64 // of the mean of the pairs
	}{
		{"Align", func(source, target *segment.Document) (*align.Alignment, error) {
			return align.Align(context.Background(), source, target, nil)
		}, .002},
		{"Passages", func(source, target *segment.Document) (*align.Alignment, error) {
			a, err := align.Passages(context.Background(), source, target, nil)
			if err != nil {
				return nil, err
			}
			return &a.Alignment, nil
		}, .003},
	} {
		t.Run(test.name, func(t *testing.T) {
			f1 := func(pair string, source, target *segment.Document) float64 {
				a, err := test.align(source, target)
				if err != nil {
					t.Fatal(err)
				}
				return strictF1(t, pair, a)
			}
			gain := 0.0
			for _, pair := range memoirPairs {
				source, target := memoir(t, pair)
				without := f1(pair, source, target)
				source, target = memoirParagraphs(t, pair)
				with := f1(pair, source, target)
				t.Logf("%s: F1 without paragraphs %.4f, with them %.4f", pair, without, with)
				if with < without-.004 {
					t.Errorf("%s: F1 without paragraphs %.4f, with them %.4f; want no more than a bead's loss", pair, without, with)
				}
				gain += (with - without) / float64(len(memoirPairs))
			}
			if gain < test.gain {
				t.Errorf("paragraphs gain %.4f on the mean of the pairs, want %.3f", gain, test.gain)
			}
		})
	}
}

// TestParagraphsAtOdds holds that paragraphs which tell nothing are not
// followed: each fourth sentence begins one on one side, each fifth on the
// other.
func TestParagraphsAtOdds(t *testing.T) {
	source, target := memoir(t, "en-es")
	want := strictF1(t, "en-es", mustAlign(t, source, target, nil))
	cut(source, 4)
	cut(target, 5)
	if got := strictF1(t, "en-es", mustAlign(t, source, target, nil)); got < want-.004 {
		t.Errorf("strict F1 %.4f, without paragraphs %.4f; want no more than a bead's loss", got, want)
	}
}

// cut makes paragraphs of n sentences.
func cut(doc *segment.Document, n int) {
	doc.Paragraphs = nil
	for i := range doc.Sentences {
		doc.Sentences[i].Paragraph = i / n
	}
	for chunk := range slices.Chunk(doc.Sentences, n) {
		start := chunk[0].Paragraph * n
		doc.Paragraphs = append(doc.Paragraphs, segment.Paragraph{Kind: segment.Body, Sentences: segment.Range{Start: start, End: start + len(chunk)}})
	}
}

// TestOneParagraphIsNoEvidence holds that a text without paragraphs is aligned
// as if its other side had none either.
func TestOneParagraphIsNoEvidence(t *testing.T) {
	source, target := memoir(t, "en-es")
	want := mustAlign(t, source, target, nil)
	takeParagraphs(t, target, memoirVersion(t, "es", language.Spanish))
	got := mustAlign(t, source, target, nil)
	if !slices.Equal(got.Beads, want.Beads) {
		t.Error("paragraphs of the target alone change the beads")
	}
}
