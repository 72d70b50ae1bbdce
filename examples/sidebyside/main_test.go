package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/examples/internal/cli/clitest"
)

func TestMain(m *testing.M) { clitest.Main(m, main) }

const (
	english = "The sea was calm that morning. My father went down to the harbour. Nobody had told him.\n"
	spanish = "El mar estaba en calma aquella mañana. Mi padre bajó al puerto. Nadie se lo había dicho.\n"
)

func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"en.txt": english, "es.txt": spanish, "empty.txt": " \n", "binary.txt": "a\x00b"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestWritesThePageAndSaysWhere(t *testing.T) {
	dir := folder(t)
	got := clitest.Run(t, clitest.Call{Args: []string{"-title", "The <sea>", "-o", "out.html", "en.txt", "es.txt"}, Dir: dir})
	if got.Status != 0 || got.Stderr != "" {
		t.Fatalf("status %d, standard error %q", got.Status, got.Stderr)
	}
	file := strings.TrimSuffix(got.Stdout, "\n")
	if !filepath.IsAbs(file) {
		t.Errorf("the page is said to be at %q, want an absolute name", file)
	}
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"<title>The &lt;sea&gt;</title>", `lang="en"><p>The sea was calm that morning.</p>`, `lang="es"><p>El mar estaba`} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

func TestWordsAreLinkedWhereAsked(t *testing.T) {
	for _, tt := range []struct {
		flag string
		want int // rows with links
	}{{"-words", 3}, {"-words=false", 0}} {
		dir := folder(t)
		got := clitest.Run(t, clitest.Call{Args: []string{tt.flag, "-o", "out.html", "en.txt", "es.txt"}, Dir: dir})
		if got.Status != 0 || got.Stderr != "" {
			t.Fatalf("%s: status %d, standard error %q", tt.flag, got.Status, got.Stderr)
		}
		page, err := os.ReadFile(filepath.Join(dir, "out.html"))
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(page), ` data-w="`); n != tt.want {
			t.Errorf("%s: %d rows with links, want %d", tt.flag, n, tt.want)
		}
	}
}

func TestErrorsAreOneLineAndLeaveNoFile(t *testing.T) {
	tests := []struct {
		args   []string
		status int
		want   string // in the error
		why    string
	}{
		{[]string{"en.txt", "es.txt"}, 2, "-o OUT.html", "no output named"},
		{[]string{"-o", "out.html", "en.txt"}, 2, "want two", "one file"},
		{[]string{"-source-lang", "??", "-o", "out.html", "en.txt", "es.txt"}, 2, "BCP 47", "a language that is none"},
		{[]string{"-o", "out.html", "en.txt", "gone.txt"}, 1, "gone.txt: no such file", "a file that isn't there"},
		{[]string{"-o", "out.html", "en.txt", "empty.txt"}, 1, "empty.txt: there is no text", "a file of nothing"},
		{[]string{"-o", "out.html", "binary.txt", "es.txt"}, 1, "binary.txt: line 1 (byte 1): a NUL byte", "a binary file"},
		{[]string{"-o", "en.txt", "en.txt", "es.txt"}, 1, "one of the inputs", "an input as output"},
		{[]string{"-o", "gone/out.html", "en.txt", "es.txt"}, 1, "gone/out.html: no such file", "a folder that isn't there"},
	}
	for _, tt := range tests {
		dir := folder(t)
		got := clitest.Run(t, clitest.Call{Args: tt.args, Dir: dir})
		if got.Status != tt.status || !strings.Contains(got.Stderr, tt.want) || strings.Count(got.Stderr, "\n") != 1 || got.Stdout != "" {
			t.Errorf("%s: status %d, standard error %q; want %d and one line with %q", tt.why, got.Status, got.Stderr, tt.status, tt.want)
		}
		files, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		if len(files) != 4 {
			t.Errorf("%s: the folder holds %v", tt.why, files)
		}
	}
}
