package hexapla_test

import (
	"io/fs"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Lingua takes a binary from 2 MB to 135 MB. A program that knows its
// languages, and so does without package lang, must not pay for it.
func TestSegmentAndAlignDoWithoutLingua(t *testing.T) {
	watch(t, "align", "segment")
	out, err := exec.Command("go", "list", "-deps", "./align/...", "./segment/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	packages := strings.Fields(string(out))
	if len(packages) == 0 {
		t.Fatal("go list names no package at all")
	}
	for _, path := range packages {
		if strings.Contains(path, "lingua") {
			t.Errorf("align or segment depends on %s", path)
		}
	}
}

// watch looks at what is in directories, so that go test does not take a
// result from its cache that is older than they are.
func watch(t *testing.T, directories ...string) {
	t.Helper()
	for _, directory := range directories {
		err := filepath.WalkDir(directory, func(string, fs.DirEntry, error) error { return nil })
		if err != nil {
			t.Fatal(err)
		}
	}
}
