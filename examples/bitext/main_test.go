package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/examples/internal/cli/clitest"
)

func TestMain(m *testing.M) { clitest.Main(m, main) }

const (
	english = "The sea was calm that morning. My father went down to the harbour. " +
		"Did he know what was waiting for him there? Nobody had told him. In 1936 few people asked.\n"
	spanish = "El mar estaba en calma aquella mañana. Mi padre bajó al puerto. " +
		"¿Sabía lo que le esperaba allí? Nadie se lo había dicho. En 1936 pocos preguntaban.\n"
)

func bitext(t *testing.T, dir string, args ...string) clitest.Result {
	t.Helper()
	return clitest.Run(t, clitest.Call{Args: args, Dir: dir})
}

// succeeds runs bitext and returns what it wrote to standard output.
func succeeds(t *testing.T, dir string, args ...string) string {
	t.Helper()
	got := bitext(t, dir, args...)
	if got.Status != 0 || got.Stderr != "" {
		t.Fatalf("bitext %q: status %d, standard error %q", args, got.Status, got.Stderr)
	}
	return got.Stdout
}

func TestTSVIsABeadALine(t *testing.T) {
	dir := clitest.Folder(t, map[string]string{"en": english, "es": spanish})
	beads, err := exchange.ReadTSV(strings.NewReader(succeeds(t, dir, "en", "es")))
	if err != nil {
		t.Fatal(err)
	}
	if len(beads) != 5 {
		t.Fatalf("%d beads, want 5: %v", len(beads), beads)
	}
	for i, b := range beads {
		if b.Source.Start != i || b.Source.Len() != 1 || b.Target != b.Source {
			t.Errorf("bead %d is %v, want one sentence on each side", i, b)
		}
	}
}

func TestJSONIsTheAlignmentAndItsSpansSliceTheFile(t *testing.T) {
	dir := clitest.Folder(t, map[string]string{
		"en": "\uFEFF" + strings.ReplaceAll(english, ". ", ".\r\n\r\n"),
		"es": spanish,
	})
	var a align.Alignment
	if err := json.Unmarshal([]byte(succeeds(t, dir, "-format", "json", "en", "es")), &a); err != nil {
		t.Fatal(err)
	}
	if got := a.Source.Language.String() + " " + a.Target.Language.String(); got != "en es" {
		t.Errorf("languages detected are %s, want en es", got)
	}
	text, err := os.ReadFile(filepath.Join(dir, "en"))
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Source.Sentences) != 5 || len(a.Beads) != 5 {
		t.Fatalf("%d sentences and %d beads, want 5 of each", len(a.Source.Sentences), len(a.Beads))
	}
	for _, s := range a.Source.Sentences {
		span := s.Spans[0]
		if got := string(text[span.Start:span.End]); got != s.Text {
			t.Errorf("the file at %v holds %q, want %q", span, got, s.Text)
		}
	}
}

func TestLinesCountsLinesFromZero(t *testing.T) {
	dir := clitest.Folder(t, map[string]string{
		"en": "The sea was calm. It was morning.\n\nMy father went down to the harbour.\n",
		"es": "El mar estaba en calma. Era por la mañana.\n\nMi padre bajó al puerto.\n",
	})
	answer := succeeds(t, dir, "-lines", "-source-lang", "en", "-target-lang", "es-MX", "en", "es")
	beads, err := exchange.ReadTSV(strings.NewReader(answer))
	if err != nil {
		t.Fatal(err)
	}
	source, target := 0, 0
	for _, b := range beads {
		source += b.Source.Len()
		target += b.Target.Len()
	}
	if source != 3 || target != 3 {
		t.Errorf("%d and %d sentences in\n%s\nwant 3 and 3, the blank line being one", source, target, answer)
	}
}

func TestALexiconOfOnesOwnIsUsed(t *testing.T) {
	dir := clitest.Folder(t, map[string]string{
		"en": english, "es": spanish,
		"tsv":      "sea\tmar\nmorning\tmañana\nharbour\tpuerto\n",
		"hunalign": "padre @ father\nnadie @ nobody\n",
	})
	confidence := func(args ...string) (sum float64) {
		answer := succeeds(t, dir, append(args, "-no-lexicon", "en", "es")...)
		beads, err := exchange.ReadTSV(strings.NewReader(answer))
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range beads {
			sum += b.Confidence
		}
		return sum / float64(len(beads))
	}
	none, one, both := confidence(), confidence("-lexicon", "tsv"), confidence("-lexicon", "tsv", "-lexicon", "hunalign")
	if !(none < one && one < both) {
		t.Errorf("mean confidence %.4f without a lexicon, %.4f with one, %.4f with two; want it to rise", none, one, both)
	}
}

func TestOutputFile(t *testing.T) {
	dir := clitest.Folder(t, map[string]string{"en": english, "es": spanish})
	if out := succeeds(t, dir, "-o", "out.tsv", "en", "es"); out != "" {
		t.Errorf("standard output holds %q, want nothing", out)
	}
	text, err := os.ReadFile(filepath.Join(dir, "out.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	if want := succeeds(t, dir, "en", "es"); string(text) != want {
		t.Errorf("the file holds %q, want what standard output gets, %q", text, want)
	}
}

func TestSameBytesOnRepeatAndOnOneCore(t *testing.T) {
	memoir, err := filepath.Abs("../../testdata/memoir")
	if err != nil {
		t.Fatal(err)
	}
	args := []string{"-format", "json", "memoir.en.txt", "memoir.es.txt"}
	first := succeeds(t, memoir, args...)
	if second := succeeds(t, memoir, args...); second != first {
		t.Error("the second run gave other bytes")
	}
	one := clitest.Run(t, clitest.Call{Args: args, Dir: memoir, Env: []string{"GOMAXPROCS=1"}})
	if one.Stdout != first {
		t.Error("GOMAXPROCS=1 gave other bytes")
	}
}
