package edition_test

import (
	"fmt"
	"log"
	"os"
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

// Two e-books in, one bilingual e-book out.
func ExampleWriteEPUB() {
	open := func(name string) *segment.Document {
		f, err := os.Open(name)
		if err != nil {
			log.Fatal(err)
		}
		defer f.Close()
		book, err := exchange.ReadHTML(f) // or exchange.ReadEPUB
		if err != nil {
			log.Fatal(err)
		}
		doc, err := book.Document(language.Und) // in the book's own language
		if err != nil {
			log.Fatal(err)
		}
		return doc
	}
	source, target := open("testdata/tide.en.html"), open("testdata/tide.es.html")
	alignment := &align.Alignment{Source: source, Target: target}
	for i := range source.Sentences { // align.Align finds them where they aren't so plain
		r := segment.Range{Start: i, End: i + 1}
		alignment.Beads = append(alignment.Beads, align.Bead{Source: r, Target: r, Confidence: 1})
	}

	var book strings.Builder
	err := edition.WriteEPUB(&book, exchange.Of(alignment), &edition.EPUBOptions{
		Options:     edition.Options{Author: "E. Marchena"},
		Arrangement: edition.Popups,
		Identifier:  "urn:uuid:12345678-1234-5678-9234-567812345678",
		Modified:    time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC),
	})
	if err != nil {
		log.Fatal(err)
	}
	again, err := exchange.ReadEPUB(strings.NewReader(book.String()), int64(book.Len()))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s, by %s\n", again.Title, again.Author)
	for _, block := range again.Blocks[len(again.Blocks)-2:] {
		fmt.Println(block.Text)
		for _, note := range block.Notes {
			fmt.Println("   ", note.Mark, strings.Join(note.Blocks, " "))
		}
	}
	// Output:
	// The Tide, by E. Marchena
	// The Tide
	//     ° La marea
	// The tide came in. Nobody was hurt.
	//     1 At 3:17.
	//     ° Subió la marea.
	//     ° No hubo heridos.
}
