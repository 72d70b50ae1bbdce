package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// TestRawTwinsAlign aligns the memoir as a scanner and a PDF dump give it, and
// the clean texts that they come from: the beads are the same.
func TestRawTwinsAlign(t *testing.T) {
	clean := memoirBeads(t, "memoir.en.txt", "memoir.es.txt")
	raw := memoirBeads(t, "memoir.en.ocr.txt", "memoir.es.pdf.txt")
	if diff := cmp.Diff(clean, raw); diff != "" {
		t.Errorf("beads of the raw texts (-clean +raw):\n%s", diff)
	}
}

// memoirBeads aligns two texts of testdata, and returns the sentences of each
// bead.
func memoirBeads(t *testing.T, english, spanish string) [][2]segment.Range {
	t.Helper()
	parse := func(name string, tag language.Tag) *segment.Document {
		text, err := os.ReadFile(filepath.Join("..", "..", "testdata", "memoir", name))
		if err != nil {
			t.Fatal(err)
		}
		doc, err := segment.Parse(string(text), segment.Options{Language: tag, Known: knownWords(tag)})
		if err != nil {
			t.Fatal(err)
		}
		return doc
	}
	alignment, err := align.Align(t.Context(), parse(english, language.English), parse(spanish, language.Spanish), nil)
	if err != nil {
		t.Fatal(err)
	}
	beads := make([][2]segment.Range, len(alignment.Beads))
	for i, bead := range alignment.Beads {
		beads[i] = [2]segment.Range{bead.Source, bead.Target}
	}
	return beads
}
