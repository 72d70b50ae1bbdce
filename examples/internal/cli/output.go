package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"
)

// WriteFile writes a file whole or not at all: write fills a temporary file in
// the same folder, which then takes the name. After an error the folder is as
// it was. A file that is there is replaced and keeps its permissions; a
// symbolic link is followed; what is not a regular file, such as a pipe, is
// written to as it is. An empty name is standard output.
//
// An error is one line, with the name of the file, what is wrong with it, and
// what would be right.
func WriteFile(file string, write func(io.Writer) error) error {
	if file == "" {
		return FileError("standard output", fill(os.Stdout, write))
	}
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return outputError(file, replace(file, write))
	case err != nil:
		return outputError(file, err)
	case info.IsDir():
		return errDirectory(file)
	case info.Mode().IsRegular():
		return outputError(file, replaceExisting(file, write))
	}
	return outputError(file, overwrite(file, write))
}

// WriteFiles writes files that belong together, each as [WriteFile] does: after
// an error of write's none is there, though one may be if the disk fails while
// they take their names.
func WriteFiles(files []string, write func([]io.Writer) error) error {
	return writeFiles(files, nil, write)
}

// writeFiles writes the files that are left when some are open.
func writeFiles(files []string, open []io.Writer, write func([]io.Writer) error) error {
	var inner error // names its file already
	err := WriteFile(files[0], func(w io.Writer) error {
		open := append(open, w)
		if len(files) > 1 {
			inner = writeFiles(files[1:], open, write)
			return inner
		}
		if err := write(open); err != nil {
			return err
		}
		for _, w := range open { // before the first takes its name
			if err := w.(*bufio.Writer).Flush(); err != nil {
				return err
			}
		}
		return nil
	})
	if inner != nil {
		return inner
	}
	return err
}

// ShowPlace tells on standard output where a file is that was written.
func ShowPlace(file string) {
	if place, err := filepath.Abs(file); err == nil {
		file = place
	}
	fmt.Println(file)
}

// CheckOutput tells, before long work is done, what would keep [WriteFile] from
// writing to a file: that there is no such folder, say, or that it is one of
// the inputs.
func CheckOutput(file string, inputs ...string) error {
	if file == "" {
		return nil
	}
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		probe, err := createBeside(file)
		if err != nil {
			return outputError(file, err)
		}
		probe.Close()
		return outputError(file, os.Remove(probe.Name()))
	case err != nil:
		return outputError(file, err)
	case info.IsDir():
		return errDirectory(file)
	}
	for _, input := range inputs {
		if SameFile(file, input) {
			return fmt.Errorf("%s: is one of the inputs; want another file for the output", file)
		}
	}
	if info.Mode().IsRegular() {
		return outputError(file, mayWrite(file))
	}
	return nil
}

// SameFile tells whether two names mean one file that is there.
func SameFile(a, b string) bool {
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}

func errDirectory(file string) error {
	return fmt.Errorf("%s: is a directory; want a file", file)
}

// outputError puts the name of a file that can't be written before what is wrong
// with it, and behind it what would be right.
func outputError(file string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%w%s", FileError(file, err), advice(file, err))
}

func advice(file string, err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		folder := filepath.Dir(file)
		if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
			return fmt.Sprintf("; the folder %s does not exist: make it first", folder)
		}
	case errors.Is(err, syscall.ENOTDIR):
		return "; want folders alone before the name of the file"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return "; want a file and a folder that you may write to"
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return "; make room, or choose a place that has some"
	case errors.Is(err, syscall.ENAMETOOLONG):
		return "; want a shorter name"
	}
	return ""
}

// replaceExisting replaces what a file holds, and not a link to it.
func replaceExisting(file string, write func(io.Writer) error) error {
	if err := mayWrite(file); err != nil {
		return err
	}
	file, err := filepath.EvalSymlinks(file)
	if err != nil {
		return err
	}
	return replace(file, write)
}

// mayWrite asks for leave to write to a file: to rename another over it would
// need none.
func mayWrite(file string) error {
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return f.Close()
}

func replace(file string, write func(io.Writer) error) error {
	temporary, err := createBeside(file)
	if err != nil {
		return err
	}
	done := false
	defer func() {
		temporary.Close()
		if !done {
			os.Remove(temporary.Name())
		}
	}()
	if info, err := os.Stat(file); err == nil {
		if err := temporary.Chmod(info.Mode().Perm()); err != nil {
			return err
		}
	}
	if err := fill(temporary, write); err != nil {
		return err
	}
	if err := temporary.Sync(); err != nil {
		return err
	}
	if err := temporary.Close(); err != nil {
		return err
	}
	if err := os.Rename(temporary.Name(), file); err != nil {
		return err
	}
	done = true
	return nil
}

// createBeside makes a new file in the folder of another. Unlike os.CreateTemp
// it leaves the permissions to the user's umask.
func createBeside(file string) (*os.File, error) {
	for {
		name := filepath.Join(filepath.Dir(file), fmt.Sprintf(".hexapla-%08x", rand.Uint32()))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

func overwrite(file string, write func(io.Writer) error) error {
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := fill(f, write); err != nil {
		return err
	}
	return f.Close()
}

func fill(f *os.File, write func(io.Writer) error) error {
	buffered := bufio.NewWriter(f)
	if err := write(buffered); err != nil {
		return err
	}
	return buffered.Flush()
}
