package findtest

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

func TestQuotationsKnowWhereTheyStand(t *testing.T) {
	set := Load(t, "../../../testdata/gold", "en-es", language.English, language.Spanish)
	for _, s := range []*Set{set, set.Turned()} {
		for _, q := range s.Quotations(t, 20, 2, None, 1) {
			if len(q.Document.Sentences) != 2 || q.Document.Sentences[0].Text != s.Source.Lines[q.Start] {
				t.Fatalf("%s: %q is not from line %d", s.Name, q.Document.Text, q.Start)
			}
			first, end := len(s.Target.Lines), 0
			for j := range q.Right {
				first, end = min(first, j), max(end, j+1)
			}
			if got := q.Overlap(segment.Range{Start: first, End: end}); got <= 0.5 {
				t.Errorf("%s, line %d: overlap with its own place %v", s.Name, q.Start, got)
			}
			if got := q.Overlap(segment.Range{Start: end, End: end + 1}); got != 0 {
				t.Errorf("%s, line %d: overlap with what follows %v, want 0", s.Name, q.Start, got)
			}
		}
	}
}

func TestChanges(t *testing.T) {
	lines := []string{"¿Llovió el martes, o no?", "No: nevó. Fue el 3 de abril, y hacía frío en la imprenta."}
	for change, want := range map[Change][]string{
		None:      lines,
		Joined:    lines,
		Cut:       {"martes, o no?", "No: nevó. Fue el 3 de abril,"},
		Unmarked:  {"Llovió el martes o no", "No nevó Fue el 3 de abril y hacía frío en la imprenta"},
		Plain:     {"¿Llovio el martes, o no?", "No: nevo. Fue el 3 de abril, y hacia frio en la imprenta."},
		LowerCase: {"¿llovió el martes, o no?", "no: nevó. fue el 3 de abril, y hacía frío en la imprenta."},
	} {
		if got := change.apply(lines, rand.New(rand.NewPCG(1, 1))); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", change, got, want)
		}
	}
	dropped := Dropped.apply(lines, rand.New(rand.NewPCG(1, 1)))
	if a, b := len(strings.Fields(dropped[0])), len(strings.Fields(dropped[1])); a != 4 || b != 11 {
		t.Errorf("%q: %d and %d words, want 4 and 11", dropped, a, b)
	}
}
