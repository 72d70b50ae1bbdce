package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/examples/internal/cli/clitest"
	"github.com/hexapla/hexapla/lang"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

func write(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestWriteFileReplacesWholeAndKeepsPermissions(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "out.tsv")
	if err := os.WriteFile(file, []byte("old and longer"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(file, write("new")); err != nil {
		t.Fatal(err)
	}
	if got := clitest.Read(t, file); got != "new" {
		t.Errorf("file holds %q", got)
	}
	if info, _ := os.Stat(file); info.Mode().Perm() != 0o600 {
		t.Errorf("permissions are %v, want those the file had", info.Mode().Perm())
	}
	if got := names(t, dir); len(got) != 1 {
		t.Errorf("folder holds %q, want the one file", got)
	}
}

func TestWriteFileLeavesFolderAsItWasAfterAnError(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "out.tsv")
	if err := os.WriteFile(file, []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	cause := errors.New("no more")
	err := WriteFile(file, func(w io.Writer) error {
		fmt.Fprint(w, strings.Repeat("half ", 10_000)) // more than a buffer
		return cause
	})
	if !errors.Is(err, cause) || !strings.HasPrefix(err.Error(), file+": ") {
		t.Errorf("error %v, want the cause with the file's name", err)
	}
	if got := clitest.Read(t, file); got != "old" {
		t.Errorf("file holds %q, want what it held", got)
	}
	if got := names(t, dir); len(got) != 1 {
		t.Errorf("folder holds %q, want the one file", got)
	}
}

func TestWriteFilesWritesAllOrNone(t *testing.T) {
	dir := t.TempDir()
	files := []string{filepath.Join(dir, "a"), filepath.Join(dir, "b")}
	writeBoth := func(err error) func([]io.Writer) error {
		return func(w []io.Writer) error {
			fmt.Fprint(w[0], "first")
			fmt.Fprint(w[1], strings.Repeat("second ", 10_000)) // more than a buffer
			return err
		}
	}
	cause := errors.New("no more")
	if err := WriteFiles(files, writeBoth(cause)); !errors.Is(err, cause) || !strings.HasPrefix(err.Error(), files[1]+": ") {
		t.Errorf("error %v, want the cause with a file's name", err)
	}
	missing := []string{files[0], filepath.Join(dir, "gone", "b")}
	if err := WriteFiles(missing, writeBoth(nil)); err == nil || !strings.HasPrefix(err.Error(), missing[1]+": ") || strings.Contains(err.Error(), files[0]+": ") {
		t.Errorf("error %v, want one that names %s alone", err, missing[1])
	}
	if got := names(t, dir); len(got) != 0 {
		t.Errorf("folder holds %q, want nothing", got)
	}
	if err := WriteFiles(files, writeBoth(nil)); err != nil {
		t.Fatal(err)
	}
	if a, b := clitest.Read(t, files[0]), clitest.Read(t, files[1]); a != "first" || len(b) != 70_000 {
		t.Errorf("files hold %q and %d bytes", a, len(b))
	}
}

func TestWriteFileFollowsALink(t *testing.T) {
	dir := t.TempDir()
	file, link := filepath.Join(dir, "file"), filepath.Join(dir, "link")
	if err := os.WriteFile(file, []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(file, link); err != nil {
		t.Skip(err)
	}
	if err := WriteFile(link, write("new")); err != nil {
		t.Fatal(err)
	}
	if got := clitest.Read(t, file); got != "new" {
		t.Errorf("file holds %q, want what was written by way of the link", got)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode().IsRegular() {
		t.Error("the link is no link any more")
	}
}

func TestErrorsNameTheFileOnceOnOneLine(t *testing.T) {
	dir := t.TempDir()
	missing := filepath.Join(dir, "missing", "file")
	binary := filepath.Join(dir, "binary")
	if err := os.WriteFile(binary, []byte("text\x00"), 0o666); err != nil {
		t.Fatal(err)
	}
	detector := new(lang.Detector)
	readDocument := func(file string) error {
		_, err := ReadDocument(file, segment.Options{Language: language.English}, detector)
		return err
	}
	for _, test := range []struct {
		reason string
		file   string
		err    error
	}{
		{"a missing text", missing, readDocument(missing)},
		{"a folder for a text", dir, readDocument(dir)},
		{"a binary file for a text", binary, readDocument(binary)},
		{"a missing folder for the output, before", missing, CheckOutput(missing)},
		{"a folder for the output, before", dir, CheckOutput(dir)},
		{"an input for the output", binary, CheckOutput(filepath.Join(dir, ".", "binary"), missing, binary)},
		{"a missing folder for the output", missing, WriteFile(missing, write("x"))},
		{"a folder for the output", dir, WriteFile(dir, write("x"))},
	} {
		if test.err == nil {
			t.Errorf("%s: no error", test.reason)
			continue
		}
		text := test.err.Error()
		if !strings.HasPrefix(text, test.file+": ") || strings.Count(text, test.file) != 1 || strings.Contains(text, "\n") {
			t.Errorf("%s: error %q, want one line that names the file once, first", test.reason, text)
		}
	}
}

func TestErrorsOfOutputTellWhatWouldBeRight(t *testing.T) {
	dir := t.TempDir()
	file, readOnly, sealed := filepath.Join(dir, "file"), filepath.Join(dir, "read-only"), filepath.Join(dir, "sealed")
	for name, mode := range map[string]fs.FileMode{file: 0o666, readOnly: 0o444} {
		if err := os.WriteFile(name, []byte("old"), mode); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(sealed, 0o555); err != nil {
		t.Fatal(err)
	}
	const permission = "permission denied; want a file and a folder that you may write to"
	for _, test := range []struct {
		reason string
		file   string
		want   string
	}{
		{"a missing folder", filepath.Join(dir, "gone", "out"), "no such file or directory; the folder " + filepath.Join(dir, "gone") + " does not exist: make it first"},
		{"a file for a folder", filepath.Join(file, "out"), "not a directory; want folders alone before the name of the file"},
		{"a folder for a file", dir, "is a directory; want a file"},
		{"a name longer than any disk takes", filepath.Join(dir, strings.Repeat("long", 1000)), "file name too long; want a shorter name"},
		{"a file that may only be read", readOnly, permission},
		{"a folder that may only be read", filepath.Join(sealed, "out"), permission},
	} {
		if strings.HasPrefix(test.want, "permission") && os.Geteuid() == 0 {
			continue // root may write to any file
		}
		for _, err := range []error{CheckOutput(test.file), WriteFile(test.file, write("new"))} {
			if want := test.file + ": " + test.want; err == nil || err.Error() != want {
				t.Errorf("%s: error %v, want %s", test.reason, err, want)
			}
		}
	}
	if got := names(t, dir); len(got) != 3 {
		t.Errorf("folder holds %q, want what it held", got)
	}
}

func TestWriteFileTellsOfAFullDisk(t *testing.T) {
	const full = "/dev/full"
	if _, err := os.Stat(full); err != nil {
		t.Skip(err)
	}
	want := full + ": no space left on device; make room, or choose a place that has some"
	if err := WriteFile(full, write("new")); err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

func TestCheckOutputLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	if err := CheckOutput(filepath.Join(dir, "out")); err != nil {
		t.Error(err)
	}
	if got := names(t, dir); len(got) != 0 {
		t.Errorf("folder holds %q, want nothing", got)
	}
}

func TestReadDocumentDetectsTheLanguageUnlessItIsGiven(t *testing.T) {
	file := filepath.Join(t.TempDir(), "text")
	text := "El mar estaba en calma cuando salimos de la casa aquella mañana.\n"
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		reason      string
		given, want language.Tag
	}{
		{"left out: detected", language.Und, language.Spanish},
		{"given: taken as it is", language.Catalan, language.Catalan},
	} {
		doc, err := ReadDocument(file, segment.Options{Language: test.given}, new(lang.Detector))
		if err != nil {
			t.Fatal(err)
		}
		if doc.Language != test.want {
			t.Errorf("%s: language %v, want %v", test.reason, doc.Language, test.want)
		}
	}
}

func TestWriteFileHeedsAReadOnlyFile(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write to any file")
	}
	file := filepath.Join(t.TempDir(), "out.tsv")
	if err := os.WriteFile(file, []byte("old"), 0o444); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(file, write("new")); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("error %v, want that permission is denied", err)
	}
	if got := clitest.Read(t, file); got != "old" {
		t.Errorf("file holds %q, want what it held", got)
	}
}
