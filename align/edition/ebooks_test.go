package edition_test

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align/edition"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

var update = flag.Bool("update", false, "write the e-books of testdata anew")

const ebooks = "../../testdata/ebooks"

// memoirBook is one of the e-books of testdata/ebooks, made of a text of
// testdata/memoir and of notes.
type memoirBook struct {
	language   language.Tag
	uuid       string
	title      string
	translator string
	headings   []string
}

var memoirBooks = []memoirBook{
	{language.English, "7d1c2c0e-5a0b-4a53-9d0e-3f0a6f5f1c01", "The Tide Tables", "",
		[]string{"Chapter III: The Tide Tables", "The Composing Room", "An Englishman’s Spanish", "Captain Malinovski", "Low Water"}},
	{language.Spanish, "7d1c2c0e-5a0b-4a53-9d0e-3f0a6f5f1c02", "Las tablas de marea", "Amparo Ruiz Cela",
		[]string{"Capítulo III: Las tablas de marea", "La sala de cajas", "El español de un inglés", "El capitán Malinovski", "Bajamar"}},
}

func (b *memoirBook) file() string {
	return filepath.Join(ebooks, fmt.Sprintf("tide-tables.%v.epub", b.language))
}

// make makes the e-book.
func (b *memoirBook) make(t *testing.T) []byte {
	t.Helper()
	read := func(file string) string {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return strings.TrimSpace(string(data))
	}
	text := new(exchange.Book)
	for paragraph := range strings.SplitSeq(read(fmt.Sprintf("../../testdata/memoir/memoir.%v.txt", b.language)), "\n\n") {
		text.Blocks = append(text.Blocks, b.block(paragraph))
	}
	for i, line := range strings.Split(read(fmt.Sprintf("%s/notes.%v.tsv", ebooks, b.language)), "\n") {
		place, note, _ := strings.Cut(line, "\t")
		addNote(t, text, place, exchange.BookNote{Mark: fmt.Sprint(i + 1), Blocks: []string{note}})
	}
	doc, err := text.Document(b.language)
	if err != nil {
		t.Fatal(err)
	}
	// A paragraph a row: so the book doesn't depend on where sentences end.
	one := &exchange.Parallel{Documents: []*segment.Document{doc}}
	for _, p := range doc.Paragraphs {
		one.Rows = append(one.Rows, exchange.Row{Ranges: []segment.Range{p.Sentences}})
	}
	var out bytes.Buffer
	err = edition.WriteEPUB(&out, one, &edition.EPUBOptions{
		Options: edition.Options{
			Title: b.title, Author: "Elena Marchena", Interface: b.language,
			Versions: []edition.Version{{Translator: b.translator}},
		},
		Identifier: "urn:uuid:" + b.uuid,
		Modified:   time.Date(2026, 11, 27, 0, 0, 0, 0, time.UTC),
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func (b *memoirBook) block(paragraph string) exchange.Block {
	block := exchange.Block{Kind: segment.Body, Text: paragraph}
	switch heading := slices.Index(b.headings, paragraph); {
	case heading >= 0:
		block.Kind, block.Level = segment.Heading, min(heading+1, 2)
	case strings.Contains(paragraph, "\n"):
		block.Kind = segment.Verse
	}
	return block
}

// addNote adds a note whose mark stands after a piece of the text.
func addNote(t *testing.T, text *exchange.Book, place string, note exchange.BookNote) {
	t.Helper()
	for i := range text.Blocks {
		if at := strings.Index(text.Blocks[i].Text, place); at >= 0 {
			note.Offset = at + len(place)
			text.Blocks[i].Notes = append(text.Blocks[i].Notes, note)
			return
		}
	}
	t.Fatalf("the text doesn't have %q", place)
}

// The e-books of testdata are what the library makes of the memoir. Their parts
// are compared, since another version of Go may pack them otherwise.
func TestMemoirEBooksAreUpToDate(t *testing.T) {
	for _, b := range memoirBooks {
		made := b.make(t)
		if *update {
			if err := os.WriteFile(b.file(), made, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		kept, err := os.ReadFile(b.file())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(contents(t, kept), contents(t, made)); diff != "" {
			t.Errorf("%s (-kept +made; -update writes it anew):\n%s", b.file(), diff)
		}
	}
}

// contents returns the parts of an e-book, by name.
func contents(t *testing.T, book []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	parts := make(map[string]string)
	for _, f := range archive.File {
		data, err := fs.ReadFile(archive, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(data)
	}
	return parts
}
