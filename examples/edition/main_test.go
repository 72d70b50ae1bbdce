package main

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/examples/internal/cli/clitest"
)

func TestMain(m *testing.M) { clitest.Main(m, main) }

const (
	english = `<html lang="en"><title>The Sea</title><meta name="author" content="E. M."><h1>The Sea</h1><p>The sea was calm that morning. My father went down to the harbour.`
	spanish = "El mar\n\nEl mar estaba en calma aquella mañana. Mi padre bajó al puerto.\n"
)

func folder(t *testing.T) string {
	t.Helper()
	return clitest.Folder(t, map[string]string{"en.html": english, "es.txt": spanish, "no.epub": "this is no e-book"})
}

func command(t *testing.T, dir string, args ...string) clitest.Result {
	t.Helper()
	return clitest.Run(t, clitest.Call{Args: args, Dir: dir})
}

// A page and a text in, an e-book out; two e-books in, another out.
func TestEBooksInAndOut(t *testing.T) {
	dir := folder(t)
	for _, args := range [][]string{
		{"-o", "one.epub", "en.html", "es.txt"},
		{"-o", "two.epub", "-arrangement", "popups", "-author", "Someone", "one.epub", "one.epub"},
	} {
		got := command(t, dir, args...)
		if got.Status != 0 || got.Stderr != "" {
			t.Fatalf("edition %q: status %d, standard error %q", args, got.Status, got.Stderr)
		}
	}
	data, err := os.ReadFile(filepath.Join(dir, "two.epub"))
	if err != nil {
		t.Fatal(err)
	}
	book, err := exchange.ReadEPUB(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if book.Title != "The Sea" || book.Author != "Someone" {
		t.Errorf("%q by %q, want the title of the page and the author of the flag", book.Title, book.Author)
	}
	if !strings.Contains(book.Text(), "Mi padre bajó al puerto.") {
		t.Errorf("the book lacks its text:\n%s", book.Text())
	}
}

// Versions of three kinds of file in, an e-book of three out.
func TestThreeVersions(t *testing.T) {
	dir := folder(t)
	if got := command(t, dir, "-o", "short.epub", "es.txt", "es.txt"); got.Status != 0 {
		t.Fatal(got.Stderr)
	}
	got := command(t, dir, "-o", "three.epub", "-arrangement", "columns", "-target-lang", "es", "-translator", "A. B.", "-translator", "C. D.", "en.html", "es.txt", "short.epub")
	if got.Status != 0 || got.Stderr != "" {
		t.Fatalf("status %d, standard error %q", got.Status, got.Stderr)
	}
	data, err := os.ReadFile(filepath.Join(dir, "three.epub"))
	if err != nil {
		t.Fatal(err)
	}
	book, err := exchange.ReadEPUB(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	title := part(t, data, "EPUB/title.xhtml")
	for _, want := range []string{"The Sea", "español</span>, translated by A. B.", "español (2)</span>, translated by C. D."} {
		if !strings.Contains(title, want) {
			t.Errorf("the title page lacks %q:\n%s", want, title)
		}
	}
	text := book.Text()
	if want := "My father went down to the harbour."; !strings.Contains(text, want) {
		t.Errorf("the book lacks %q:\n%s", want, text)
	}
	if n := strings.Count(text, "Mi padre bajó al puerto."); n < 2 {
		t.Errorf("a sentence of two versions is there %d times", n)
	}
}

// part returns a part of an e-book.
func part(t *testing.T, book []byte, name string) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	text, err := fs.ReadFile(archive, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// An alignment of three versions that was made before.
func TestAlignmentIn(t *testing.T) {
	dir := folder(t)
	const memory = `<tmx version="1.4"><header/><body><tu><tuv xml:lang="en"><seg>The sea.</seg></tuv><tuv xml:lang="es"><seg>El mar.</seg></tuv><tuv xml:lang="fr"><seg>La mer.</seg></tuv></tu></body></tmx>`
	if err := os.WriteFile(filepath.Join(dir, "sea.tmx"), []byte(memory), 0o666); err != nil {
		t.Fatal(err)
	}
	if got := command(t, dir, "-words", "-o", "linked.html", "sea.tmx"); got.Status != 0 {
		t.Fatal(got.Stderr)
	}
	if linked, err := os.ReadFile(filepath.Join(dir, "linked.html")); err != nil || !strings.Contains(string(linked), "data-linked") {
		t.Errorf("error %v, or no word links", err)
	}
	if got := command(t, dir, "-o", "out.html", "sea.tmx"); got.Status != 0 {
		t.Fatal(got.Stderr)
	}
	page, err := os.ReadFile(filepath.Join(dir, "out.html"))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(page), "data-w2") {
		t.Error("words are linked, which wasn't asked for")
	}
	for _, want := range []string{"<title>sea</title>", "The sea.", "El mar.", "La mer.", "français"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

func TestTheSameFilesGiveTheSameBook(t *testing.T) {
	dir := folder(t)
	var books [2][]byte
	for i, name := range []string{"a.epub", "b.epub"} {
		if got := command(t, dir, "-o", name, "en.html", "es.txt"); got.Status != 0 {
			t.Fatal(got.Stderr)
		}
		books[i], _ = os.ReadFile(filepath.Join(dir, name))
	}
	if len(books[0]) == 0 || !bytes.Equal(books[0], books[1]) {
		t.Error("two runs gave two books")
	}
}

func TestErrorsAreOneLineAndLeaveNoFile(t *testing.T) {
	tests := []struct {
		args   []string
		status int
		want   string // in the error
		why    string
	}{
		{[]string{"-o", "out.pdf", "en.html", "es.txt"}, 2, ".epub or .html", "a kind of file that isn't written"},
		{[]string{"-o", "out.epub", "en.html"}, 2, "or an alignment in .json", "one text"},
		{[]string{"-o", "out.epub"}, 2, "no input; want the source", "no file"},
		{[]string{"-o", "out.epub", "-translator", "A", "-translator", "B", "en.html", "es.txt"}, 2, "-translator is there 2 times", "more translators than translations"},
		{[]string{"-o", "out.epub", "-words", "en.html", "es.txt"}, 2, "leave out -words", "word links in an e-book"},
		{[]string{"-o", "out.html", "-arrangement", "columns", "en.html", "es.txt"}, 2, "-arrangement and -identifier are for e-books", "the arrangement of a page"},
		{[]string{"-o", "out.epub", "gone.tmx"}, 1, "gone.tmx: no such file", "an alignment that isn't there"},
		{[]string{"-o", "out.epub", "-arrangement", "rows", "en.html", "es.txt"}, 2, "want alternating, columns or popups", "an arrangement not known"},
		{[]string{"-o", "out.epub", "no.epub", "es.txt"}, 1, "no.epub: not an e-book", "a text that calls itself e-book"},
		{[]string{"-o", "out.epub", "gone.epub", "es.txt"}, 1, "gone.epub: no such file", "a file that isn't there"},
		{[]string{"-o", "out.html", "-css", "gone.css", "en.html", "es.txt"}, 1, "gone.css: no such file", "a style sheet that isn't there"},
	}
	for _, tt := range tests {
		dir := folder(t)
		got := command(t, dir, tt.args...)
		if got.Status != tt.status || !strings.Contains(got.Stderr, tt.want) || strings.Count(got.Stderr, "\n") != 1 || got.Stdout != "" {
			t.Errorf("%s: status %d, standard error %q; want %d and one line with %q", tt.why, got.Status, got.Stderr, tt.status, tt.want)
		}
		files, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		if len(files) != 3 {
			t.Errorf("%s: the folder holds %v", tt.why, files)
		}
	}
}
