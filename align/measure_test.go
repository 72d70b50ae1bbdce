package align_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/score"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// shared is a folder of reference alignments that is not part of the project;
// what is measured on them is skipped where it is absent.
const shared = "../../shared/gold"

type pair struct {
	source, target *segment.Document
	gold           []align.Bead
}

func readPair(t testing.TB, dir string, source, target language.Tag) pair {
	t.Helper()
	p := pair{source: readSide(t, dir, "src.txt", source), target: readSide(t, dir, "tgt.txt", target)}
	file, err := os.Open(filepath.Join(dir, "gold.tsv"))
	if err != nil {
		t.Skip(err)
	}
	defer file.Close()
	beads, err := score.ReadBeads(file)
	if err != nil {
		t.Fatal(err)
	}
	p.gold = ranges(beads)
	return p
}

func readSide(t testing.TB, dir, name string, tag language.Tag) *segment.Document {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Skip(err)
	}
	d, err := segment.Parse(string(text), segment.Options{Language: tag, Layout: segment.Lines})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// ranges turns gold beads into those of an alignment, all sure; an empty side
// stands after the last bead before it.
func ranges(beads []score.Bead) []align.Bead {
	out := make([]align.Bead, len(beads))
	var last align.Bead
	for k, b := range beads {
		last = align.Bead{Source: after(b.Source, last.Source), Target: after(b.Target, last.Target), Confidence: 1}
		out[k] = last
	}
	return out
}

func after(numbers []int, last segment.Range) segment.Range {
	if len(numbers) == 0 {
		return segment.Range{Start: last.End, End: last.End}
	}
	return segment.Range{Start: numbers[0], End: numbers[len(numbers)-1] + 1}
}

func aligned(t testing.TB, p pair) *align.Alignment {
	t.Helper()
	a, err := align.Align(context.Background(), p.source, p.target, nil)
	if err != nil {
		t.Fatal(err)
	}
	return a
}
