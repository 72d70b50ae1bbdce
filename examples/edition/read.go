package main

import (
	"io"
	"path/filepath"
	"strings"

	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/examples/internal/cli"
)

// readAlignment reads a file of an alignment that was made before.
func readAlignment(file string) (*exchange.Parallel, error) {
	read := alignmentReader(file)
	if read == nil {
		return nil, cli.Usagef("%s alone; want the source and its translations, or an alignment in .json, .tmx, .xlf or .tei", file)
	}
	f, err := cli.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := read(f)
	if err == nil && len(text.Documents) == 0 {
		err = exchange.ErrNoText
	}
	if err != nil {
		return nil, cli.FileError(file, err)
	}
	return text, nil
}

// alignmentReader returns what reads the kind of file, or nil.
func alignmentReader(file string) func(io.Reader) (*exchange.Parallel, error) {
	switch strings.ToLower(filepath.Ext(file)) {
	case ".json":
		return func(r io.Reader) (*exchange.Parallel, error) {
			a, err := exchange.ReadJSON(r)
			if err != nil {
				return nil, err
			}
			return exchange.Of(a), nil
		}
	case ".tmx":
		return func(r io.Reader) (*exchange.Parallel, error) { return exchange.Collect(exchange.ReadTMX(r)) }
	case ".xlf", ".xliff":
		return func(r io.Reader) (*exchange.Parallel, error) { return exchange.Collect(exchange.ReadXLIFF(r)) }
	case ".tei":
		return exchange.ReadTEI
	}
	return nil
}
