package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/examples/internal/cli/clitest"
)

func TestMain(m *testing.M) { clitest.Main(m, main) }

const quote = "We printed 1,200 copies. In every one of them, on page 12, the tide came in at 8:17."

// books is a folder with the memoir in English and Spanish.
func books(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, version := range map[string]string{"en.txt": "en", "es.txt": "es", "pdf.txt": "es.pdf"} {
		text, err := os.ReadFile("../../testdata/memoir/memoir." + version + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		write(t, dir, name, string(text))
	}
	write(t, dir, "quote.txt", quote)
	write(t, dir, "empty.txt", " \n")
	return dir
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func run(t *testing.T, dir string, args ...string) clitest.Result {
	t.Helper()
	return clitest.Run(t, clitest.Call{Args: args, Dir: dir})
}

// first takes apart the first line of an answer.
func first(t *testing.T, got clitest.Result, fields int) []string {
	t.Helper()
	if got.Status != 0 || got.Stderr != "" {
		t.Fatalf("status %d, standard error %q", got.Status, got.Stderr)
	}
	line, _, ended := strings.Cut(got.Stdout, "\n")
	if list := strings.Split(line, "\t"); ended && len(list) == fields {
		return list
	}
	t.Fatalf("%q is no line of %d fields", line, fields)
	return nil
}

func TestFindsAQuotationInABook(t *testing.T) {
	dir := books(t)
	book, err := os.ReadFile(filepath.Join(dir, "es.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"-lang", "en", "es.txt", quote},
		{"-lang", "en", "-book-lang", "es", "es.txt", "@quote.txt"},
	} {
		line := first(t, run(t, dir, args...), 4)
		start, err1 := strconv.Atoi(line[0])
		end, err2 := strconv.Atoi(line[1])
		if err1 != nil || err2 != nil || start < 0 || end > len(book) || start >= end {
			t.Fatalf("%q: offsets %q, %q", args, line[0], line[1])
		}
		if at := string(book[start:end]); !strings.Contains(at, "Tiramos 1200 ejemplares") {
			t.Errorf("%q: the book has %q at the offsets", args, at)
		}
		if confidence, err := strconv.ParseFloat(line[2], 64); err != nil || confidence < 0.5 || confidence > 1 {
			t.Errorf("%q: confidence %q", args, line[2])
		}
		if !strings.Contains(line[3], "en la página 12") {
			t.Errorf("%q: text %q", args, line[3])
		}
	}
}

func TestFindsInAnIndexWithoutTheBooks(t *testing.T) {
	dir := books(t)
	if got := run(t, dir, "-build", "-index", "books.index", "en.txt", "es.txt"); got.Status != 0 || got.Stdout+got.Stderr != "" {
		t.Fatalf("building: %+v", got)
	}
	direct := run(t, dir, "-lang", "en", "es.txt", quote)
	for _, name := range []string{"en.txt", "es.txt"} {
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	got := run(t, dir, "-lang", "en", "-index", "books.index", quote)
	first(t, got, 5)
	for _, want := range []string{"en.txt\t", "es.txt\t" + strings.Join(first(t, direct, 4)[:2], "\t")} {
		if !strings.Contains("\n"+got.Stdout, "\n"+want) {
			t.Errorf("no line of\n%sbegins with %q", got.Stdout, want)
		}
	}
	if again := run(t, dir, "-lang", "en", "-index", "books.index", quote); again != got {
		t.Errorf("asked again, it answers %+v, before %+v", again, got)
	}
}

// Books that are added are found, and the file is that of all books at once.
func TestAddsToAnIndex(t *testing.T) {
	dir := books(t)
	for _, args := range [][]string{
		{"-build", "-index", "one.index", "en.txt", "es.txt", "pdf.txt"},
		{"-build", "-index", "two.index", "en.txt"},
		{"-add", "-index", "two.index", "es.txt", "pdf.txt"},
	} {
		if got := run(t, dir, args...); got.Status != 0 || got.Stdout+got.Stderr != "" {
			t.Fatalf("%q: %+v", args, got)
		}
	}
	one, err1 := os.ReadFile(filepath.Join(dir, "one.index"))
	two, err2 := os.ReadFile(filepath.Join(dir, "two.index"))
	if err1 != nil || err2 != nil || !bytes.Equal(one, two) {
		t.Errorf("%d and %d bytes, want the same (%v, %v)", len(one), len(two), err1, err2)
	}
	got := run(t, dir, "-lang", "en", "-index", "two.index", quote)
	first(t, got, 5)
	for _, name := range []string{"en.txt\t", "es.txt\t", "pdf.txt\t"} {
		if !strings.Contains("\n"+got.Stdout, "\n"+name) {
			t.Errorf("no line begins with %q in\n%s", name, got.Stdout)
		}
	}
}

// The offsets of each line slice to its text, but for white space.
func TestOffsetsSliceToTheText(t *testing.T) {
	dir := books(t)
	for _, book := range []string{"en.txt", "es.txt"} {
		content, err := os.ReadFile(filepath.Join(dir, book))
		if err != nil {
			t.Fatal(err)
		}
		got := run(t, dir, "-lang", "en", "-least", "0.0001", book, quote)
		lines := strings.Split(strings.TrimSuffix(got.Stdout, "\n"), "\n")
		if len(lines) < 3 {
			t.Fatalf("%s: %+v, want several lines", book, got)
		}
		for _, line := range lines {
			fields := strings.Split(line, "\t")
			start, err1 := strconv.Atoi(fields[0])
			end, err2 := strconv.Atoi(fields[1])
			if err1 != nil || err2 != nil || start < 0 || end > len(content) || start > end {
				t.Fatalf("%s: %q has no offsets", book, line)
			}
			at := strings.Join(strings.Fields(string(content[start:end])), " ")
			if want := strings.Join(strings.Fields(fields[3]), " "); at != want {
				t.Errorf("%s: the book has %q at the offsets, the line %q", book, at, want)
			}
		}
	}
}

func TestFindsBySpanishInEnglish(t *testing.T) {
	line := first(t, run(t, books(t), "-lang", "es", "-n", "1", "en.txt", "Tiramos 1200 ejemplares. En todos ellos, en la página 12, la marea subía a las 8:17."), 4)
	if !strings.Contains(line[3], "1,200 copies") {
		t.Errorf("text %q", line[3])
	}
}

func TestErrorsAreOneLine(t *testing.T) {
	tests := []struct {
		args   []string
		status int
		want   string // in the error
		why    string
	}{
		{[]string{"es.txt"}, 2, "want two", "no quotation"},
		{[]string{"-index", "books.index", "es.txt", quote}, 2, "want one", "a book and an index"},
		{[]string{"-build", "es.txt"}, 2, "-index FILE", "no file to build"},
		{[]string{"-build", "-index", "new.index"}, 2, "no books", "nothing to build"},
		{[]string{"-add", "-index", "new.index"}, 2, "no books", "nothing to add"},
		{[]string{"-add", "es.txt"}, 2, "-index FILE", "no index to add to"},
		{[]string{"-add", "-build", "-index", "new.index", "es.txt"}, 2, "one of them", "two orders"},
		{[]string{"-add", "-index", "new.index", "es.txt"}, 1, "new.index: no such file", "an index that is not there"},
		{[]string{"-add", "-index", "en.txt", "es.txt"}, 1, "en.txt: not an index", "a book to add to"},
		{[]string{"-n", "0", "es.txt", quote}, 2, "-n", "no places"},
		{[]string{"-least", "2", "es.txt", quote}, 2, "-least", "a confidence that is none"},
		{[]string{"-index", "books.index", "-lexicon", "l.tsv", quote}, 2, "-book-lang", "a lexicon to no known language"},
		{[]string{"-lang", "??", "es.txt", quote}, 2, "BCP 47", "a language that is none"},
		{[]string{"-lang", "en", "es.txt", "The committee of the Union approved next year's budget for fisheries."}, 1, "nothing found", "it is not there"},
		{[]string{"gone.txt", quote}, 1, "gone.txt: no such file", "no book"},
		{[]string{"empty.txt", quote}, 1, "empty.txt: there is no text", "an empty book"},
		{[]string{"es.txt", " "}, 1, "the quotation: there is no text", "an empty quotation"},
		{[]string{"es.txt", "@gone.txt"}, 1, "gone.txt: no such file", "no file of a quotation"},
		{[]string{"-index", "gone.index", quote}, 1, "gone.index: no such file", "no index"},
		{[]string{"-index", "es.txt", quote}, 1, "es.txt: not an index", "a book as an index"},
		{[]string{"-build", "-index", "es.txt", "es.txt"}, 1, "one of the inputs", "to be written over"},
		{[]string{"-build", "-index", "new.index", "es.txt", "empty.txt"}, 1, "empty.txt: there is no text", "a bad book among good ones"},
	}
	for _, tt := range tests {
		dir := books(t)
		got := run(t, dir, tt.args...)
		if got.Status != tt.status || !strings.Contains(got.Stderr, tt.want) || strings.Count(got.Stderr, "\n") != 1 || got.Stdout != "" {
			t.Errorf("%s: %+v; want status %d and one line with %q", tt.why, got, tt.status, tt.want)
		}
		if files, err := os.ReadDir(dir); err != nil || len(files) != 5 {
			t.Errorf("%s: the folder holds %v (%v)", tt.why, files, err)
		}
	}
}
