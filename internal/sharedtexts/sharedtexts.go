// Package sharedtexts finds the texts that are for measuring only, and no part
// of the project. It is for tests.
package sharedtexts

import (
	"os"
	"path/filepath"
	"testing"
)

// Folder returns a folder of such texts: below $HEXAPLA_SHARED, or else below
// the nearest folder called shared that stands beside the test's folder or one
// above it. Where there is none the test is skipped.
func Folder(t testing.TB, name string) string {
	t.Helper()
	if dir := os.Getenv("HEXAPLA_SHARED"); dir != "" {
		return filepath.Join(dir, name)
	}
	dir, err := os.Getwd()
	for ; err == nil && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		path := filepath.Join(dir, "shared", name)
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	t.Skipf("no folder shared/%s above this one, and HEXAPLA_SHARED is not set", name)
	return ""
}
