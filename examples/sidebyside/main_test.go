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
	short   = "El mar estaba tranquilo aquella mañana. Nadie le había dicho nada.\n"
)

func folder(t *testing.T) string {
	t.Helper()
	return clitest.Folder(t, map[string]string{"en.txt": english, "es.txt": spanish, "short.txt": short, "empty.txt": " \n", "binary.txt": "a\x00b"})
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
		if n := strings.Count(string(page), ` data-w2="`); n != tt.want {
			t.Errorf("%s: %d rows with links, want %d", tt.flag, n, tt.want)
		}
	}
}

// Three versions: the language of each is detected, and what one leaves out says
// so.
func TestThreeVersions(t *testing.T) {
	dir := folder(t)
	got := clitest.Run(t, clitest.Call{Args: []string{"-words", "-name", "English", "-name", "Entera", "-name", "Breve", "-o", "out.html", "en.txt", "es.txt", "short.txt"}, Dir: dir})
	if got.Status != 0 || got.Stderr != "" {
		t.Fatalf("status %d, standard error %q", got.Status, got.Stderr)
	}
	data, err := os.ReadFile(filepath.Join(dir, "out.html"))
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	for _, want := range []string{
		"--columns:3", `<div class="c c3" lang="es"><p>El mar estaba tranquilo`, `<div class="c c3 none"><p>not in this version`,
		`aria-label="Hide Breve"`, ` data-w2="`, ` data-w3="`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

// Sentences that a version has moved stand beside those that they translate, and
// tell where they come from.
func TestPassagesAreFollowedInThreeVersions(t *testing.T) {
	const (
		voyage = "Anna Brandt was born in Bremen in 1812.\nHer father Ludwig sold ropes and anchors.\n" +
			"In 1830 she sailed to Montevideo on the Hercules.\nThe captain, Pedro Luna, taught her Spanish.\nNobody wept.\n" +
			"On 4 May 1841 Garibaldi dined at her house.\nHe left 12 red shirts behind.\nShe sent them to Manuela Rosas in Buenos Aires.\n"
		start = "Anna Brandt nació en Bremen en 1812.\nSu padre Ludwig vendía cuerdas y anclas.\n" +
			"En 1830 navegó a Montevideo en el Hercules.\nEl capitán, Pedro Luna, le enseñó español.\nNadie lloró.\n"
		end = "El 4 de mayo de 1841 Garibaldi cenó en su casa.\nDejó 12 camisas rojas.\nElla se las mandó a Manuela Rosas a Buenos Aires.\n"
	)
	dir := t.TempDir()
	for name, text := range map[string]string{"en": voyage, "es": start + end, "moved": end + start} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got := clitest.Run(t, clitest.Call{Args: []string{"-lines", "-passages", "-source-lang", "en", "-target-lang", "es", "-o", "out.html", "en", "es", "moved"}, Dir: dir})
	if got.Status != 0 || got.Stderr != "" {
		t.Fatalf("status %d, standard error %q", got.Status, got.Stderr)
	}
	page, err := os.ReadFile(filepath.Join(dir, "out.html"))
	if err != nil {
		t.Fatal(err)
	}
	_, row, _ := strings.Cut(string(page), "On 4 May 1841")
	row, _, _ = strings.Cut(row, `class="row`)
	if strings.Count(row, "Garibaldi cenó") != 2 || strings.Count(row, "moved here") != 1 {
		t.Errorf("the moved passage doesn't stand in its row, or doesn't say so:\n%s", row)
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
		{[]string{"-name", "A", "-name", "B", "-name", "C", "-o", "out.html", "en.txt", "es.txt"}, 2, "-name is there 3 times", "more names than files"},
		{[]string{"-target-lang", "es,es,fr", "-o", "out.html", "en.txt", "es.txt", "es.txt"}, 2, "names 3 languages for 2", "more languages than files"},
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
		if len(files) != 5 {
			t.Errorf("%s: the folder holds %v", tt.why, files)
		}
	}
}
