// Package clitest runs a command as its user does. The test binary stands in
// for the command:
//
//	func TestMain(m *testing.M) { clitest.Main(m, main) }
//
//	func TestVersion(t *testing.T) {
//		got := clitest.Run(t, clitest.Call{Args: []string{"-version"}})
//		...
//	}
package clitest

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// asCommand is set in the environment of a test binary that is to be the
// command.
const asCommand = "HEXAPLA_TEST_AS_COMMAND"

// Main runs the tests, or the command if this process was started by [Run].
func Main(m *testing.M, command func()) {
	if os.Getenv(asCommand) != "" {
		command()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// Call is how a command is called.
type Call struct {
	Args   []string
	Dir    string    // working directory; the test's own if empty
	Env    []string  // added to the test's own: "GOMAXPROCS=1"
	Stdin  io.Reader // nothing if nil
	Stdout io.Writer // instead of Result.Stdout, if not nil
}

// Result is what a command did.
type Result struct {
	Stdout, Stderr string
	Status         int // exit status
}

// Run runs the command to its end.
func Run(t testing.TB, call Call) Result {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(t.Context(), self, call.Args...)
	cmd.Dir = call.Dir
	cmd.Env = append(os.Environ(), asCommand+"=1")
	cmd.Env = append(cmd.Env, call.Env...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = call.Stdin, &stdout, &stderr
	if call.Stdout != nil {
		cmd.Stdout = call.Stdout
	}
	err = cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return Result{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
}

// Folder makes a folder of files, by their paths in it, that is gone after the
// test.
func Folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for path, text := range files {
		path = filepath.Join(dir, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// Read returns the text of a file that a command has left.
func Read(t testing.TB, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
