package exchange

import (
	"bufio"
	"fmt"
	"io"
	"iter"

	"golang.org/x/text/language"
)

// WriteMoses writes parallel lines, as Moses and most trainers of translation
// models read them: a file a version, and in all of them the same unit on the
// same line. Units that a version leaves out are left out; [Confident] leaves
// out doubtful ones too. There must be a writer for each text of a unit.
func WriteMoses(units iter.Seq2[Unit, error], files ...io.Writer) error {
	out := make([]*bufio.Writer, len(files))
	for i, w := range files {
		out[i] = bufio.NewWriter(w)
	}
	for u, err := range units {
		if err == nil && len(u.Texts) != len(files) {
			err = fmt.Errorf("%d versions for %d files", len(u.Texts), len(files))
		}
		if err != nil {
			return err
		}
		if !u.complete() {
			continue
		}
		for i, t := range u.Texts {
			out[i].WriteString(oneLine(t.String()))
			out[i].WriteByte('\n')
		}
	}
	for _, w := range out {
		if err := w.Flush(); err != nil {
			return err
		}
	}
	return nil
}

// complete tells whether no version leaves the unit out.
func (u *Unit) complete() bool {
	for _, t := range u.Texts {
		if oneLine(t.String()) == "" {
			return false
		}
	}
	return true
}

// MosesFile is one of the files of parallel lines, and its language.
type MosesFile struct {
	Language language.Tag
	Lines    io.Reader
}

// ReadMoses reads parallel lines, side by side. Each line is one sentence; a
// blank one says that its version leaves the unit out. If one file has more
// lines than another the last error names the line.
func ReadMoses(files ...MosesFile) iter.Seq2[Unit, error] {
	return func(yield func(Unit, error) bool) {
		readers := make([]func() (line, error, bool), len(files))
		for i, f := range files {
			next, stop := iter.Pull2(lines(f.Lines))
			defer stop()
			readers[i] = next
		}
		for number := 1; ; number++ {
			u, ended, err := parallelLine(files, readers)
			if err == nil && ended == len(files) {
				return
			}
			if err == nil && ended > 0 {
				err = &Error{Line: number, Err: fmt.Errorf("one file ends here and another goes on; parallel lines have as many in each")}
			}
			if !yield(u, err) || err != nil {
				return
			}
		}
	}
}

// parallelLine reads a line of each file, and counts those that have ended.
func parallelLine(files []MosesFile, readers []func() (line, error, bool)) (u Unit, ended int, err error) {
	u.Texts = make([]Text, len(files))
	for i, next := range readers {
		line, err, ok := next()
		if err != nil {
			return u, 0, err
		}
		if !ok {
			ended++
		}
		u.Texts[i].Language = files[i].Language
		if text := oneLine(line.text); text != "" {
			u.Texts[i].Sentences = []string{text}
		}
	}
	return u, ended, nil
}
