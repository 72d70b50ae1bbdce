package facts_test

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/facts"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// pair is a text and its translation, a sentence a line.
type pair struct{ source, target []string }

func readPair(t testing.TB, dir string) pair {
	t.Helper()
	read := func(name string) []string {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Skipf("the texts are not at hand: %v", err)
		}
		return strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	}
	return pair{read("src.txt"), read("tgt.txt")}
}

func parse(t testing.TB, lines []string, tag language.Tag) *segment.Document {
	t.Helper()
	doc, err := segment.Parse(strings.Join(lines, "\n"), segment.Options{Language: tag, Layout: segment.Lines})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func aligned(t testing.TB, source, target *segment.Document) *align.Alignment {
	t.Helper()
	a, err := align.Align(context.Background(), source, target, nil)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// change is a fact of the target that was made another.
type change struct {
	sentence int
	kind     string
	old, new string
}

// falsified returns the target with one fact changed about every so many
// sentences, never two in neighbouring ones, of those that the source has too.
func falsified(t testing.TB, rng *rand.Rand, target []string, clean *align.Alignment, every int) ([]string, []change) {
	both := make(map[int]bool)
	for _, b := range clean.Beads {
		for i := b.Target.Start; i < b.Target.End; i++ {
			both[i] = b.Source.Len() > 0
		}
	}
	all := facts.Of(parse(t, target, language.Spanish), nil)
	names := namesOf(all)
	out := append([]string{}, target...)
	var changes []change
	for i := rng.IntN(every); i < len(out); i += 2 + rng.IntN(every) {
		if len(all[i]) == 0 || !both[i] {
			continue
		}
		f := all[i][rng.IntN(len(all[i]))]
		c := change{sentence: i, kind: string(f.Kind), old: f.Text}
		switch f.Kind {
		case facts.Number, facts.Time:
			if c.new = otherDigits(rng, f.Text); c.new == f.Text {
				c.kind = "number in words"
				c.new = otherThan(rng, f.Text, []string{"siete", "trece", "veintidós", "cuarenta y cuatro", "ochenta", "seiscientos"})
			}
		case facts.Weekday:
			c.new = otherThan(rng, f.Text, []string{"lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"})
		case facts.Month:
			c.new = otherThan(rng, f.Text, []string{"enero", "febrero", "abril", "junio", "julio", "septiembre", "noviembre", "diciembre"})
		case facts.Name:
			c.new = otherThan(rng, f.Text, names)
		}
		if strings.Contains(target[i], c.new) {
			continue
		}
		out[i] = out[i][:f.Place.Start] + c.new + out[i][f.Place.End:]
		changes = append(changes, c)
	}
	return out, changes
}

func namesOf(all [][]facts.Fact) []string {
	var names []string
	for _, sentence := range all {
		for _, f := range sentence {
			if f.Kind == facts.Name {
				names = append(names, f.Text)
			}
		}
	}
	return names
}

func otherDigits(rng *rand.Rand, text string) string {
	out := []byte(text)
	for k, c := range out {
		if c >= '0' && c <= '9' {
			out[k] = strconv.Itoa(1 + (int(c-'0')+rng.IntN(8))%9)[0]
		}
	}
	return string(out)
}

func otherThan(rng *rand.Rand, old string, list []string) string {
	for {
		if s := list[rng.IntN(len(list))]; !strings.EqualFold(s, old) {
			return s
		}
	}
}

// measure counts, over some pairs, the changes that Compare finds by kind, and
// what it reports in beads that were left as they are.
func measure(t testing.TB, pairs []pair, copies int) (found, made map[string]int, alarms, beads int) {
	found, made = make(map[string]int), make(map[string]int)
	rng := rand.New(rand.NewPCG(6, 11))
	for _, p := range pairs {
		source := parse(t, p.source, language.English)
		clean := aligned(t, source, parse(t, p.target, language.Spanish))
		alarms += len(compare(t, clean, nil))
		beads += len(clean.Beads)
		for range copies {
			text, changes := falsified(t, rng, p.target, clean, 12)
			a := aligned(t, source, parse(t, text, language.Spanish))
			differences := compare(t, a, nil)
			for _, c := range changes {
				made[c.kind]++
				if reports(a, differences, c) {
					found[c.kind]++
				} else {
					t.Logf("missed: %s for %s in %q", c.new, c.old, text[c.sentence])
				}
			}
		}
	}
	return found, made, alarms, beads
}

func reports(a *align.Alignment, differences []facts.Difference, c change) bool {
	for _, d := range differences {
		b := a.Beads[d.Bead].Target
		if b.Start <= c.sentence && c.sentence < b.End && (d.Target != nil && strings.Contains(c.new, d.Target.Text) || d.Target == nil) {
			return true
		}
	}
	return false
}

// TestDetection tells how much of what was changed is found, and how often
// something is reported where nothing was changed.
func TestDetection(t *testing.T) {
	news, err := filepath.Glob("../../../shared/gold/news-en-es/block/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name   string
		dirs   []string
		copies int
		least  map[string]float64 // share of the changes found, by kind
		most   float64            // alarms a bead
	}{
		{"memoir", []string{"../../testdata/gold/en-es"}, 10, map[string]float64{
			"number": .97, "number in words": .92, "time": .75, "weekday": .97, "month": .97, "name": .8,
		}, .005},
		{"news", news, 4, map[string]float64{
			"number": .97, "number in words": .9, "weekday": .95, "month": .95, "name": .72,
		}, .03},
	} {
		t.Run(test.name, func(t *testing.T) {
			if len(test.dirs) == 0 {
				t.Skip("the reference alignments are not at hand")
			}
			if testing.Short() {
				t.Skip("many alignments")
			}
			var pairs []pair
			for _, dir := range test.dirs {
				pairs = append(pairs, readPair(t, dir))
			}
			found, made, alarms, beads := measure(t, pairs, test.copies)
			for kind, n := range made {
				share := float64(found[kind]) / float64(n)
				t.Logf("%s: %d of %d found (%.3f)", kind, found[kind], n, share)
				if share < test.least[kind] {
					t.Errorf("%s: %.3f found, want %.2f", kind, share, test.least[kind])
				}
			}
			t.Logf("%d reports in %d beads left as they are (%.4f)", alarms, beads, float64(alarms)/float64(beads))
			if float64(alarms) > test.most*float64(beads) {
				t.Errorf("%d reports in %d beads", alarms, beads)
			}
		})
	}
}
