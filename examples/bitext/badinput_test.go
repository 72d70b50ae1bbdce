package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/examples/internal/cli/clitest"
)

func TestWhatCannotBeAlignedIsAClearError(t *testing.T) {
	dir := clitest.Folder(t, map[string]string{
		"en": english, "es": spanish,
		"empty": "", "space": " \n\t\r\n\u00a0\n", "mark": "\uFEFF\n",
		"latin1": "El mar.\nLa ma\xf1ana.\n",
		"nul":    "El mar.\x00\n",
		"utf16":  "\xff\xfeE\x00l\x00",
		"png":    "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
		"nojobs": "\n \n",
		"words":  "sea\tmar\nmorning\n",
	})
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o777); err != nil {
		t.Fatal(err)
	}
	const none = "there is no text: it is empty or only white space"
	const binary = "a NUL byte: this is a binary file, or text in UTF-16; give plain text in UTF-8"
	for _, test := range []struct {
		reason string
		args   string
		status int
		want   string
	}{
		{"an empty file", "empty es", 1, "empty: " + none},
		{"an empty translation", "en empty", 1, "empty: " + none},
		{"an empty file in lines", "-lines empty es", 1, "empty: " + none},
		{"white space alone, no-break space too", "space es", 1, "space: " + none},
		{"a byte order mark alone", "mark es", 1, "mark: " + none},
		{"a text in Latin-1", "en latin1", 1, "latin1: line 2 (byte 13): not valid UTF-8: convert the text to UTF-8 first"},
		{"a NUL byte", "en nul", 1, "nul: line 1 (byte 7): " + binary},
		{"a text in UTF-16", "en utf16", 1, "utf16: line 1 (byte 3): " + binary},
		{"a picture", "png es", 1, "png: line 3 (byte 8): " + binary},
		{"a missing file", "en missing", 1, "missing: no such file or directory"},
		{"a folder for a text", "folder es", 1, "folder: is a directory; want a file"},
		{"a folder for the output", "-o folder en es", 1, "folder: is a directory; want a file"},
		{"an output in no folder", "-o nowhere/out en es", 1, "nowhere/out: no such file or directory; the folder nowhere does not exist: make it first"},
		{"an output over a text", "-o ./es en es", 1, "./es: is one of the inputs; want another file for the output"},
		{"no jobs", "-batch nojobs", 1, "nojobs: there is no job in it; want lines of SOURCE, TARGET and OUTPUT, set apart by tabs"},
		{"a missing file of jobs", "-batch missing", 1, "missing: no such file or directory"},

		{"a missing lexicon", "-lexicon missing en es", 1, "missing: no such file or directory"},
		{"a folder for a lexicon", "-lexicon folder en es", 1, "folder: is a directory; want a file"},
		{"a malformed lexicon", "-lexicon words en es", 1, "words:2: wrong number of fields: want 2 or 3, set apart by tabs, got 1"},

		{"no arguments", "", 2, "want the flags first, then SOURCE and TARGET; got 0 arguments after the flags (see bitext -h)"},
		{"flags at the end", "en es -lines", 2, "want the flags first, then SOURCE and TARGET; got 3 arguments after the flags (see bitext -h)"},
		{"an unknown flag", "-line en es", 2, "flag provided but not defined: -line (see bitext -h)"},
		{"an unknown format", "-format xml en es", 2, `invalid value "xml" for flag -format: want tsv, json, tmx, xliff, tei, xces, ladder, bisentences, moses, html or epub (see bitext -h)`},
		{"a language by its name", "-source-lang english en es", 2, `invalid value "english" for flag -source-lang: want a BCP 47 tag such as en, es or es-MX (see bitext -h)`},
		{"a learned lexicon in place of the beads", "-learned ./out -o out en es", 2, "./out: -learned and -o write this file; want one each (see bitext -h)"},
		{"a learned lexicon in place of a version", "-learned out.es -format moses -o out en es", 2, "out.es: -learned and -o write this file; want one each (see bitext -h)"},
		{"a batch and an output", "-batch nojobs -o out", 2, "-batch takes its files from JOBS.tsv; leave out -o, -learned, SOURCE and TARGET (see bitext -h)"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			got := bitext(t, dir, strings.Fields(test.args)...)
			want := "bitext: " + test.want + "\n"
			if got.Status != test.status || got.Stderr != want || got.Stdout != "" {
				t.Errorf("status %d, standard error %q, output %q; want %d and %q", got.Status, got.Stderr, got.Stdout, test.status, want)
			}
		})
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".hexapla-*")); len(left) > 0 {
		t.Errorf("temporary files are left: %q", left)
	}
}

func TestFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here")
	}
	defer full.Close()
	dir := clitest.Folder(t, map[string]string{"en": english, "es": spanish})
	for _, test := range []struct {
		reason string
		call   clitest.Call
		want   string
	}{
		{"the output file", clitest.Call{Dir: dir, Args: []string{"-o", "/dev/full", "en", "es"}}, "/dev/full: no space left on device; make room, or choose a place that has some"},
		{"standard output", clitest.Call{Dir: dir, Args: []string{"en", "es"}, Stdout: full}, "standard output: no space left on device"},
	} {
		got := clitest.Run(t, test.call)
		want := "bitext: " + test.want + "\n"
		if got.Status != 1 || got.Stderr != want {
			t.Errorf("%s is full: status %d, standard error %q, want 1 and %q", test.reason, got.Status, got.Stderr, want)
		}
	}
	if info, err := os.Stat("/dev/full"); err != nil || info.Mode().IsRegular() {
		t.Errorf("/dev/full is a device no more: %v, %v", info, err)
	}
}

// covers checks that beads hold sentences 0 to last of each side exactly once,
// in order, and returns how many there are of each.
func covers(t *testing.T, tsv string) (source, target int) {
	t.Helper()
	beads, err := exchange.ReadTSV(strings.NewReader(tsv))
	if err != nil {
		t.Fatal(err)
	}
	for i, b := range beads {
		if b.Source.Start != source || b.Target.Start != target {
			t.Fatalf("bead %d is %v after sentences %d and %d", i, b, source, target)
		}
		source, target = b.Source.End, b.Target.End
	}
	return source, target
}

func TestWhatIsOddButTextIsAligned(t *testing.T) {
	const verse = "Line %d tells of %d ships and of the sea.\n"
	var many strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&many, verse, i, i*i)
	}
	dir := clitest.Folder(t, map[string]string{
		"en": english, "es": spanish, "many": many.String(),
		"one":      "Line 77 tells of 5929 ships and of the sea.\n",
		"crlf":     "\uFEFFThe sea was calm.\r\nIt was morning.\r\n",
		"cr":       "The sea was calm.\nIt was morning.",
		"numbers":  "1 2 3\n4 5 6\n",
		"russian":  "Море было спокойно. Отец пошёл в порт.\n",
		"oneword":  "Sea",
		"hyphens":  "---\n***\n",
		"nospaces": strings.Repeat("x", 10_000) + "\n",
	})
	for _, test := range []struct {
		reason         string
		args           string
		source, target int // sentences; -1: any number
	}{
		{"CRLF and a byte order mark count no lines", "-lines crlf cr", 2, 2},
		{"a sentence against ten thousand", "-lines one many", 1, 10_000},
		{"ten thousand against a sentence", "-lines many one", 10_000, 1},
		{"both sides one file", "en en", 5, 5},
		{"the languages the wrong way round", "-source-lang es -target-lang en en es", 5, 5},
		{"a language that neither is", "-source-lang ja -target-lang ar en es", 5, 5},
		{"no language to be detected", "-lines numbers numbers", 2, 2},
		{"a script that the detector does not know", "russian es", 2, 5},
		{"a word", "oneword es", 1, 5},
		{"marks alone", "-lines hyphens es", 2, 1},
		{"a word of 10 kB", "nospaces es", 1, 5},
	} {
		t.Run(test.reason, func(t *testing.T) {
			source, target := covers(t, succeeds(t, dir, strings.Fields(test.args)...))
			if source != test.source || target != test.target {
				t.Errorf("%d and %d sentences, want %d and %d", source, target, test.source, test.target)
			}
		})
	}
}

func TestALineOfTenMegabytes(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const size = 10 << 20
	long := strings.TrimSuffix(english, "\n") + " "
	long = strings.Repeat(long, size/len(long)+1) + "\n"
	dir := clitest.Folder(t, map[string]string{"long": long, "es": spanish})
	for _, test := range []struct{ reason, args string }{
		{"as one sentence", "-lines long es"},
		{"cut into sentences", "-source-lang en long es"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			if source, _ := covers(t, succeeds(t, dir, strings.Fields(test.args)...)); source == 0 {
				t.Error("no sentence")
			}
		})
	}
}
