package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/examples/internal/cli/clitest"
	"github.com/hexapla/hexapla/segment"
)

func TestMain(m *testing.M) { clitest.Main(m, main) }

// scanned is a page and a half of a book with most faults.
const scanned = `CHAPTER ONE

The pilot had left the har-
bour before dawn, and nobody but the light-
house keeper saw him go.1 "He knows the bar/' the
keeper said. The harbour was empty, and so was

1 The keeper told me this
himself.


the lighthouse by nightfall.
`

func run(t *testing.T, text string, args ...string) clitest.Result {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "book.txt"), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return clitest.Run(t, clitest.Call{Args: append(args, "book.txt"), Dir: dir})
}

func TestLines(t *testing.T) {
	got := run(t, scanned, "-lang", "en", "-notes")
	const want = `CHAPTER ONE

The pilot had left the harbour before dawn, and nobody but the lighthouse keeper saw him go.
"He knows the bar," the keeper said.
The harbour was empty, and so was the lighthouse by nightfall.

---
1	The keeper told me this himself.
`
	if got.Status != 0 || got.Stdout != want {
		t.Errorf("status %d, stderr %q, got\n%s\nwant\n%s", got.Status, got.Stderr, got.Stdout, want)
	}
}

func TestJSON(t *testing.T) {
	got := run(t, scanned, "-lang", "en", "-format", "json")
	var doc segment.Document
	if err := json.Unmarshal([]byte(got.Stdout), &doc); err != nil {
		t.Fatalf("%v: %s", err, got.Stdout)
	}
	if doc.Text != scanned || len(doc.Sentences) != 4 || len(doc.Notes) != 1 {
		t.Errorf("%d sentences, %d notes; want 4 and 1", len(doc.Sentences), len(doc.Notes))
	}
}

func TestReport(t *testing.T) {
	got := run(t, scanned, "-lang", "en", "-report")
	for _, want := range []string{
		"sentences               4",
		"line-hyphen             2",
		"5\t109\tnote-mark\t\"1\" -> \"\"",
		"note\t\"1\" (marked in sentence 1)",
		"quote\t\"/'\" -> \",\\\"\"",
	} {
		if !strings.Contains(got.Stdout, want) {
			t.Errorf("the report lacks %q:\n%s", want, got.Stdout)
		}
	}
}

// TestKnownWords asks the lexicon for words that the text has but once.
func TestKnownWords(t *testing.T) {
	const text = "The keeper and his wifewere late, and they were in the har-\nbour with the boats. They were the keepers of the light, and the boats were old.\n"
	got := run(t, text, "-lang", "en", "-report")
	if want := "spacing\t\"wifewere\" -> \"wife were\""; !strings.Contains(got.Stdout, want) {
		t.Errorf("the report lacks %q:\n%s%s", want, got.Stdout, got.Stderr)
	}
}

func TestBadCalls(t *testing.T) {
	for _, test := range []struct {
		reason string
		text   string
		args   []string
		status int
		stderr string
	}{
		{"an unknown format", scanned, []string{"-lang", "en", "-format", "xml"}, 2, "want lines or json"},
		{"two files", scanned, []string{"-lang", "en", "other.txt"}, 2, "want the flags first"},
		{"nothing to read", " \n", []string{"-lang", "en"}, 1, "there is no text"},
		{"a binary file", "a\x00b", []string{"-lang", "en"}, 1, "NUL byte"},
		{"another encoding", "caf\xe9", []string{"-lang", "en"}, 1, "line 1 (byte 3)"},
	} {
		got := run(t, test.text, test.args...)
		if got.Status != test.status || !strings.Contains(got.Stderr, test.stderr) {
			t.Errorf("%s: status %d, stderr %q; want %d, %q", test.reason, got.Status, got.Stderr, test.status, test.stderr)
		}
	}
}
