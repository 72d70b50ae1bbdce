package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/hexapla/hexapla/align/score"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"golang.org/x/text/language"
)

// set is documents whose counts are added up.
type set struct {
	name      string
	documents []document
}

// document is a folder in the gold format.
type document struct {
	dir            string
	name           string // from the folder that names the languages on
	source, target language.Tag
	named          bool // dir itself names the languages
}

// findSets returns the sets in or below the folders, in the order of the
// folders and by name within one.
func findSets(dirs []string, eachDocument bool) ([]set, error) {
	var sets []set
	for _, dir := range dirs {
		documents, err := findDocuments(strings.TrimSuffix(dir, "/..."))
		if err != nil {
			return nil, err
		}
		last := ""
		for _, d := range documents {
			name := filepath.Dir(d.name)
			if eachDocument || d.named || d.dir == dir {
				name = d.name
			}
			if name != last {
				sets = append(sets, set{name: name})
				last = name
			}
			s := &sets[len(sets)-1]
			s.documents = append(s.documents, d)
		}
	}
	return sets, nil
}

func findDocuments(root string) ([]document, error) {
	var documents []document
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return cli.FileError(path, err)
		}
		if !entry.IsDir() {
			return nil
		}
		if _, err := os.Stat(filepath.Join(path, "gold.tsv")); err != nil {
			return nil
		}
		d, err := newDocument(path)
		documents = append(documents, d)
		return err
	})
	if err == nil && len(documents) == 0 {
		err = fmt.Errorf("%s: no folder in it holds src.txt, tgt.txt and gold.tsv", root)
	}
	return documents, err
}

func newDocument(dir string) (d document, err error) {
	d.dir = dir
	var folder string
	if folder, d.source, d.target, err = score.Languages(dir); err != nil {
		return d, err
	}
	path, err := filepath.Abs(dir)
	if err != nil {
		return d, err
	}
	d.named = folder == path
	d.name, err = filepath.Rel(filepath.Dir(folder), path)
	return d, err
}
