package cli

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/hexapla/hexapla/lang"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// maxReserve is the most that is reserved for a text before it is read, in
// bytes: a file's size may be made up.
const maxReserve = 1 << 28

// Open opens a file to be read. An error is one line, with the name of the file
// and what is wrong with it.
func Open(file string) (*os.File, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, FileError(file, err)
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, errDirectory(file)
	}
	return f, nil
}

// ReadText returns the content of a file. An error is one line, with the name
// of the file and what is wrong with it.
func ReadText(file string) (string, error) {
	f, err := Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return "", FileError(file, err)
	}
	var text strings.Builder
	text.Grow(int(min(info.Size(), maxReserve)))
	if _, err := f.WriteTo(&text); err != nil {
		return "", FileError(file, err)
	}
	return text.String(), nil
}

// ReadDocument reads a file and cuts it into sentences. If opts names no
// language the detector finds it, and only then are its models loaded; else the
// detector may be nil.
func ReadDocument(file string, opts segment.Options, detector *lang.Detector) (*segment.Document, error) {
	text, err := ReadText(file)
	if err != nil {
		return nil, err
	}
	if opts.Language == language.Und {
		opts.Language = detector.Detect(text).Language
	}
	doc, err := segment.Parse(text, opts)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return doc, nil
}

// FileTitle is the title of a text whose headings tell none: the name of its file.
// It is empty if there is a heading.
func FileTitle(file string, doc *segment.Document) string {
	for _, p := range doc.Paragraphs {
		if p.Kind == segment.Heading {
			return ""
		}
	}
	return BaseName(file)
}

// BaseName is the name of a file without its folder and extension.
func BaseName(file string) string {
	name := filepath.Base(file)
	return strings.TrimSuffix(name, filepath.Ext(name))
}

// LanguageFlag adds a flag that takes the language of a text, which is detected
// if the flag is left out. It is und until the flag is met.
func LanguageFlag(flags *flag.FlagSet, name, usage string) *language.Tag {
	return tagFlag(flags, name, usage, "; detected if left out")
}

// TagFlag adds a flag that takes a language. It is und until the flag is met.
func TagFlag(flags *flag.FlagSet, name, usage string) *language.Tag {
	return tagFlag(flags, name, usage, "")
}

func tagFlag(flags *flag.FlagSet, name, usage, otherwise string) *language.Tag {
	tag := new(language.Tag)
	flags.Func(name, usage+", as a BCP 47 `tag` such as en or es-MX"+otherwise, func(value string) error {
		var err error
		if *tag, err = language.Parse(value); err != nil || *tag == language.Und {
			return errors.New("want a BCP 47 tag such as en, es or es-MX")
		}
		return nil
	})
	return tag
}

// FileError puts the name of a file before an error of package os, once, and
// leaves out what was being done to it. It is nil if the error is.
func FileError(file string, err error) error {
	if err == nil {
		return nil
	}
	if cause := syscall.Errno(0); errors.As(err, &cause) {
		err = cause
	}
	return fmt.Errorf("%s: %w", file, err)
}
