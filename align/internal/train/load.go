package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/hexapla/hexapla/align/internal/bitext"
	"github.com/hexapla/hexapla/align/internal/engine"
	"github.com/hexapla/hexapla/align/internal/lattice"
	"github.com/hexapla/hexapla/align/score"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// doc is a bitext with its gold.
type doc struct {
	set     string
	task    engine.Task
	gold    []score.Bead
	held    []lattice.Bead   // the gold beads that a path can hold
	lattice *lattice.Lattice // of the last solve
}

func load(roots []string) ([]*doc, error) {
	var docs []*doc
	for _, root := range roots {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.Name() != "gold.tsv" {
				return err
			}
			d, err := loadDoc(filepath.Dir(path))
			docs = append(docs, d)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	if len(docs) == 0 {
		return nil, fmt.Errorf("no gold.tsv below %q", roots)
	}
	return docs, nil
}

func loadDoc(dir string) (*doc, error) {
	_, source, target, err := score.Languages(dir)
	if err != nil {
		return nil, err
	}
	d := &doc{set: filepath.Base(filepath.Dir(filepath.Dir(dir))) + "/" + filepath.Base(filepath.Dir(dir))}
	text, err := os.ReadFile(filepath.Join(dir, "gold.tsv"))
	if err != nil {
		return nil, err
	}
	if d.gold, err = score.ReadBeads(bytes.NewReader(text)); err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	d.held = beads(d.gold)
	sourceText, err := parse(filepath.Join(dir, "src.txt"), source)
	if err != nil {
		return nil, err
	}
	targetText, err := parse(filepath.Join(dir, "tgt.txt"), target)
	if err != nil {
		return nil, err
	}
	d.task = bitext.Read(sourceText, targetText, bitext.Lexicons{}).Task
	return d, nil
}

func parse(file string, tag language.Tag) (*segment.Document, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	d, err := segment.Parse(string(text), segment.Options{Language: tag, Layout: segment.Lines})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return d, nil
}
