package align_test

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

func bead(s, sEnd, t, tEnd int, confidence float64) align.Bead {
	return align.Bead{Source: segment.Range{Start: s, End: sEnd}, Target: segment.Range{Start: t, End: tEnd}, Confidence: confidence}
}

func TestGaps(t *testing.T) {
	for _, test := range []struct {
		name   string
		reason string
		beads  []align.Bead
		want   []align.Gap
	}{
		{
			name:   "nothing left out",
			reason: "doubt about what belongs together is not a gap",
			beads:  []align.Bead{bead(0, 1, 0, 1, 0.3), bead(1, 3, 1, 2, 0.4)},
		},
		{
			name:   "made by hand",
			reason: "beads without any confidence are taken as sure",
			beads:  []align.Bead{bead(0, 1, 0, 1, 0), bead(1, 3, 1, 1, 0), bead(3, 4, 1, 2, 0)},
			want:   []align.Gap{{Source: segment.Range{Start: 1, End: 3}, Target: segment.Range{Start: 1, End: 1}, Confidence: 1}},
		},
		{
			name:   "a stray bead",
			reason: "one doubtful bead in a missing chapter leaves it one gap",
			beads: []align.Bead{
				bead(0, 1, 0, 1, 1),
				bead(1, 2, 1, 1, 1), bead(2, 3, 1, 1, 1), bead(3, 4, 1, 2, 0.5), bead(4, 5, 2, 2, 1), bead(5, 6, 2, 2, 0.5),
				bead(6, 7, 2, 3, 1),
			},
			want: []align.Gap{{Source: segment.Range{Start: 1, End: 6}, Target: segment.Range{Start: 1, End: 1}, Confidence: 0.8}},
		},
		{
			name:   "a sentence that was kept",
			reason: "a bead that is sure parts two gaps, however long they are",
			beads: []align.Bead{
				bead(0, 1, 0, 0, 1), bead(1, 2, 0, 0, 1), bead(2, 3, 0, 1, 0.9), bead(3, 4, 1, 1, 1), bead(4, 5, 1, 1, 1),
			},
			want: []align.Gap{
				{Source: segment.Range{Start: 0, End: 2}, Target: segment.Range{Start: 0, End: 0}, Confidence: 1},
				{Source: segment.Range{Start: 3, End: 5}, Target: segment.Range{Start: 1, End: 1}, Confidence: 1},
			},
		},
		{
			name:   "both sides",
			reason: "an omission and an addition at one place are a gap each",
			beads: []align.Bead{
				bead(0, 1, 0, 1, 1), bead(1, 2, 1, 1, 1), bead(2, 2, 1, 2, 1), bead(2, 3, 2, 2, 1), bead(3, 4, 2, 3, 1),
			},
			want: []align.Gap{
				{Source: segment.Range{Start: 1, End: 3}, Target: segment.Range{Start: 1, End: 1}, Confidence: 1},
				{Source: segment.Range{Start: 2, End: 2}, Target: segment.Range{Start: 1, End: 2}, Confidence: 1},
			},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := align.Alignment{Beads: test.beads}
			if diff := cmp.Diff(test.want, a.Gaps()); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.reason, diff)
			}
		})
	}
}

// TestGapsOfTexts measures the gaps of three sentences or more: each of the
// gold's must be reported as one, and nothing else.
func TestGapsOfTexts(t *testing.T) {
	memoir := filepath.Join("..", "testdata", "gold")
	for _, test := range []struct {
		dir            string
		source, target language.Tag
		crossing       bool // where the gold crosses, the place of a gap is a matter of taste
	}{
		{filepath.Join(memoir, "en-es.abridged"), language.English, language.Spanish, true},
		{filepath.Join(memoir, "es-es.abridged"), language.Spanish, language.Spanish, true},
		{filepath.Join(shared, "bible-en-es", "gap2000"), language.English, language.Spanish, false},
		{filepath.Join(shared, "bible-en-es", "front300"), language.English, language.Spanish, false},
		{filepath.Join(shared, "bible-en-es", "excerpt"), language.English, language.Spanish, false},
		{filepath.Join(shared, "bible-en-es", "n5000"), language.English, language.Spanish, false},
		{filepath.Join(shared, "news-en-es", "block"), language.English, language.Spanish, false},
		{filepath.Join(shared, "news-en-es", "junk"), language.English, language.Spanish, false},
	} {
		t.Run(test.dir, func(t *testing.T) {
			for _, dir := range documents(t, test.dir) {
				p := readPair(t, dir, test.source, test.target)
				gold := &align.Alignment{Beads: p.gold}
				compareGaps(t, dir, gold.Gaps(), arranged(t, p).Gaps(), test.crossing)
			}
		})
	}
}

// documents lists the folders at or right below dir that hold a gold alignment.
func documents(t testing.TB, dir string) []string {
	t.Helper()
	var found []string
	for _, pattern := range []string{"gold.tsv", filepath.Join("*", "gold.tsv")} {
		files, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			found = append(found, filepath.Dir(f))
		}
	}
	if len(found) == 0 {
		t.Skip("no reference alignments at " + dir)
	}
	return found
}

func compareGaps(t *testing.T, name string, gold, got []align.Gap, anyPlace bool) {
	t.Helper()
	for _, g := range long(gold) {
		if !hasGap(got, g, anyPlace) {
			t.Errorf("%s: gap %v not found in %v", name, g, long(got))
		}
	}
	for _, g := range long(got) {
		if !hasGap(gold, g, anyPlace) {
			t.Errorf("%s: gap %v is none; there are %v", name, g, long(gold))
		}
	}
}

func long(gaps []align.Gap) (out []align.Gap) {
	for _, g := range gaps {
		if g.Len() >= 3 {
			out = append(out, g)
		}
	}
	return out
}

// hasGap tells whether there is a gap that is g but for two sentences at either
// end, which are often retold in part.
func hasGap(gaps []align.Gap, g align.Gap, anyPlace bool) bool {
	near := func(a, b segment.Range) bool {
		return anyPlace && a.Len() == 0 && b.Len() == 0 ||
			max(a.Start-b.Start, b.Start-a.Start, a.End-b.End, b.End-a.End) <= 2
	}
	return slices.ContainsFunc(gaps, func(x align.Gap) bool { return near(x.Source, g.Source) && near(x.Target, g.Target) })
}

func TestCoverage(t *testing.T) {
	source := lines(t, "Eight!..\nSixteen letters.\nEight!..", language.English)
	target := lines(t, "Eight!..\nEight!..", language.Spanish)
	a := &align.Alignment{Source: source, Target: target, Beads: []align.Bead{
		bead(0, 1, 0, 1, 1), bead(1, 2, 1, 1, 0.5), bead(2, 3, 1, 2, 1),
	}}
	if s, tt := a.Coverage(); s != 0.75 || tt != 1 {
		t.Errorf("%v and %v; want half of the gap's sixteen letters of 32 missing, and none", s, tt)
	}
	empty := &align.Alignment{Source: &segment.Document{}, Target: &segment.Document{}}
	if s, tt := empty.Coverage(); s != 1 || tt != 1 {
		t.Errorf("%v and %v of nothing; want 1", s, tt)
	}
}
