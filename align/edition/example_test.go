package edition_test

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/edition"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// A page is one file. Here only the first row of it is shown.
func ExampleWriteHTML() {
	source, err := segment.Parse("The tide came in. Nobody was hurt.", segment.Options{Language: language.English})
	if err != nil {
		log.Fatal(err)
	}
	target, err := segment.Parse("Subió la marea. No hubo heridos.", segment.Options{Language: language.Spanish})
	if err != nil {
		log.Fatal(err)
	}
	alignment := &align.Alignment{Source: source, Target: target, Beads: []align.Bead{
		{Source: segment.Range{Start: 0, End: 1}, Target: segment.Range{Start: 0, End: 1}, Confidence: 0.98},
		{Source: segment.Range{Start: 1, End: 2}, Target: segment.Range{Start: 1, End: 2}, Confidence: 0.97},
	}}

	var page strings.Builder
	err = edition.WriteHTML(&page, exchange.Of(alignment), &edition.Options{Title: "The tide"})
	if err != nil {
		log.Fatal(err)
	}
	_, rows, _ := strings.Cut(page.String(), `<div class="row`)
	first, _, _ := strings.Cut(rows, `<div class="row`)
	fmt.Println(`<div class="row` + strings.TrimRight(first, "\n"))
	// Output:
	// <div class="row start" id="row1" data-p="98 %">
	// <div class="c c1" lang="en"><p>The tide came in.</p>
	// </div>
	// <div class="c c2" lang="es"><p>Subió la marea.</p>
	// </div>
	// </div>
}

// Two e-books in, one bilingual e-book out. Their chapters are found in their
// markup, and the notes of both are kept.
func Example() {
	const folder = "../../testdata/ebooks/"
	source, target := readBook(folder+"tide-tables.en.epub"), readBook(folder+"tide-tables.es.epub")
	alignment, err := align.Align(context.Background(), source, target, nil)
	if err != nil {
		log.Fatal(err)
	}
	out, err := os.Create(filepath.Join(os.TempDir(), "tide-tables.epub"))
	if err != nil {
		log.Fatal(err)
	}
	defer os.Remove(out.Name())
	err = edition.WriteEPUB(out, exchange.Of(alignment), &edition.EPUBOptions{
		Options: edition.Options{
			Title:    "The Tide Tables · Las tablas de marea",
			Author:   "Elena Marchena",
			Versions: []edition.Version{{}, {Translator: "Amparo Ruiz Cela"}},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	if err := out.Close(); err != nil {
		log.Fatal(err)
	}

	made := readBook(out.Name())
	for _, p := range made.Paragraphs {
		if p.Kind == segment.Heading {
			fmt.Println(strings.Repeat("  ", p.Level-1) + made.Sentences[p.Sentences.Start].Text)
		}
	}
	fmt.Println(len(source.Notes), "and", len(target.Notes), "notes in,", len(made.Notes), "out")
	// Output:
	// Chapter III: The Tide Tables
	// Capítulo III: Las tablas de marea
	//   The Composing Room
	//   La sala de cajas
	//   An Englishman’s Spanish
	//   El español de un inglés
	//   Captain Malinovski
	//   El capitán Malinovski
	//   Low Water
	//   Bajamar
	// 5 and 6 notes in, 11 out
}

// The translation may open over the text, a note a row. Here one of the books is
// in the older EPUB 2.
func ExampleWriteEPUB() {
	source, target := readBook("testdata/tide.en.epub"), readBook("testdata/tide.es.epub")
	alignment, err := align.Align(context.Background(), source, target, nil)
	if err != nil {
		log.Fatal(err)
	}
	var book bytes.Buffer
	err = edition.WriteEPUB(&book, exchange.Of(alignment), &edition.EPUBOptions{
		Options:     edition.Options{Title: "High Water · Pleamar", Author: "Elena Marchena"},
		Arrangement: edition.Popups, // the translation opens over the text
		Modified:    time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC),
	})
	if err != nil {
		log.Fatal(err)
	}

	// What a reading system finds in it:
	made, err := exchange.ReadEPUB(bytes.NewReader(book.Bytes()), int64(book.Len()))
	if err != nil {
		log.Fatal(err)
	}
	for _, block := range made.Blocks {
		fmt.Println(block.Text)
		for _, note := range block.Notes {
			fmt.Println("   ", note.Mark, strings.Join(note.Blocks, " "))
		}
	}
	// Output:
	// The Bar
	//     ° La barra
	// The tide came in at 3:17. Nobody was hurt, except my father.
	//     1 In the morning, by the tables.
	//     ° La marea subió a las 3:17.
	//     ° No hubo heridos, salvo mi padre.
	// She came up to the bar in a grey calm.
	//     ° Llegó a la barra[1] en una calma gris. [1] La de Las Lobas.
	// The Mole
	//     ° El muelle
	// By ten the whole town was on the mole. Boys sold places on the wall.
	//     ° A las diez estaba en el muelle el pueblo entero.
	//     ° Los chicos vendían sitios en el pretil.
}

// readBook reads an e-book and cuts it into sentences, by the rules of the
// language that it says it is in.
func readBook(name string) *segment.Document {
	data, err := os.ReadFile(name)
	if err != nil {
		log.Fatal(err)
	}
	book, err := exchange.ReadEPUB(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		log.Fatal(err)
	}
	doc, err := book.Document(language.Und)
	if err != nil {
		log.Fatal(err)
	}
	return doc
}
