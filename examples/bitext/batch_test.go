package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/examples/internal/cli/clitest"
)

func TestBatchWritesEachPair(t *testing.T) {
	dir := clitest.Folder(t, map[string]string{
		"en": english, "es": spanish,
		"jobs": "en\tes\tone.tsv\r\n\nes\ten\ttwo.tsv\n",
	})
	if out := succeeds(t, dir, "-batch", "jobs"); out != "" {
		t.Errorf("standard output holds %q, want nothing", out)
	}
	for output, pair := range map[string][]string{"one.tsv": {"en", "es"}, "two.tsv": {"es", "en"}} {
		text, err := os.ReadFile(filepath.Join(dir, output))
		if err != nil {
			t.Fatal(err)
		}
		if want := succeeds(t, dir, pair...); string(text) != want {
			t.Errorf("%s holds %q, want what the pair alone gives, %q", output, text, want)
		}
	}
}

func TestBatchReportsWhatFailsAndDoesTheRest(t *testing.T) {
	dir := clitest.Folder(t, map[string]string{
		"en": english, "es": spanish, "empty": "",
		"jobs": strings.Join([]string{
			"en\tmissing\t1.tsv",
			"en\tes\t2.tsv",
			"en es 3.tsv",
			"empty\tes\t4.tsv",
			"es\ten\t./2.tsv",
			"en\tes\tnowhere/6.tsv",
			"es\ten\t7.tsv",
		}, "\n"),
	})
	got := bitext(t, dir, "-batch", "jobs")
	want := `bitext: jobs, line 1: missing: no such file or directory
bitext: jobs, line 3: want three fields, SOURCE, TARGET and OUTPUT, set apart by tabs
bitext: jobs, line 4: empty: there is no text: it is empty or only white space
bitext: jobs, line 5: ./2.tsv: line 2 writes this file too; want an output of its own
bitext: jobs, line 6: nowhere/6.tsv: no such file or directory; the folder nowhere does not exist: make it first
`
	if got.Status != 1 || got.Stderr != want {
		t.Errorf("status %d, standard error\n%s\nwant 1 and\n%s", got.Status, got.Stderr, want)
	}
	written, err := filepath.Glob(filepath.Join(dir, "*.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	if len(written) != 2 {
		t.Errorf("wrote %q, want 2.tsv and 7.tsv", written)
	}
}
