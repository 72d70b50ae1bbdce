package search

import (
	"context"
	"os"
	"reflect"
	"testing"

	"github.com/hexapla/hexapla/align/internal/index"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// Whatever is asked, the answer is in order, without overlaps, inside one book,
// and the same each time.
func TestFoundIsInOrder(t *testing.T) {
	var b index.Builder
	for range 2 {
		if err := b.Add("memoir", memoir(t, "es", language.Spanish)); err != nil {
			t.Fatal(err)
		}
	}
	x := b.Index()
	help := func(shelf language.Tag) Help { return helpFor(language.English, shelf) }
	english := memoir(t, "en", language.English)
	for start := 0; start+2 < len(english.Sentences); start += 7 {
		quote := &segment.Document{Language: language.English, Sentences: english.Sentences[start : start+2]}
		found, err := Find(context.Background(), quote, x, help)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Find(context.Background(), quote, x, help)
		if err != nil || !reflect.DeepEqual(found, again) {
			t.Fatalf("sentence %d: another answer the second time (%v)", start, err)
		}
		for i, f := range found {
			if first, end := x.Shelves[0].BookOf(f.First); f.First < first || f.End > end || f.First >= f.End {
				t.Errorf("sentence %d: %d to %d is in no book", start, f.First, f.End)
			}
			if !(f.Confidence >= 0 && f.Confidence <= 1) || i > 0 && f.Confidence > found[i-1].Confidence {
				t.Errorf("sentence %d: confidence %v at place %d", start, f.Confidence, i)
			}
			for _, other := range found[:i] {
				if f.First < other.End && other.First < f.End {
					t.Errorf("sentence %d: %v and %v overlap", start, f, other)
				}
			}
		}
	}
}

func TestOccurrences(t *testing.T) {
	texts := []string{"It's late, Inés said.", "Late? It is late.", "“Its late,” he said, and: late.", "¡…!"}
	tests := []struct {
		quote string
		want  []segment.Range
	}{
		{"its late", []segment.Range{{Start: 0, End: 1}, {Start: 2, End: 3}}},
		{"late Ines", []segment.Range{{Start: 0, End: 1}}},
		{"SAID: late!", []segment.Range{{Start: 0, End: 2}}},
		{"is late", []segment.Range{{Start: 1, End: 2}}},
		{"ate it", nil},
		{"late its late", []segment.Range{{Start: 1, End: 3}}},
		{"he said and late", []segment.Range{{Start: 2, End: 3}}},
	}
	for _, tt := range tests {
		quote := newPlainText(tt.quote)
		if got := occurrences(quote.text, texts); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.quote, got, tt.want)
		}
	}
}

func memoir(t *testing.T, version string, tag language.Tag) *segment.Document {
	t.Helper()
	text, err := os.ReadFile("../../../testdata/memoir/memoir." + version + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := segment.Parse(string(text), segment.Options{Language: tag})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestAtLeastKeepsTheHighest(t *testing.T) {
	var places []place
	for i := range int32(1000) {
		places = append(places, place{i, float32(i % 100)})
	}
	kept := atLeast(places, 50)
	if len(kept) < 50 || len(kept) > 100 {
		t.Fatalf("%d places kept of 1000, want 50 and a few", len(kept))
	}
	for _, p := range kept {
		if p.votes < 95 {
			t.Errorf("a place with %v votes was kept", p.votes)
		}
	}
}
