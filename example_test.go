package hexapla_test

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/lang"
	"github.com/hexapla/hexapla/segment"
)

// Read a memoir and its translation, find their languages and sentences, and
// show which sentences belong together.
func Example() {
	var detector lang.Detector
	read := func(file string) *segment.Document {
		text, err := os.ReadFile(file)
		if err != nil {
			log.Fatal(err)
		}
		tag := detector.Detect(string(text)).Language
		doc, err := segment.Parse(string(text), segment.Options{Language: tag})
		if err != nil {
			log.Fatalf("%s: %v", file, err)
		}
		return doc
	}
	source := read("testdata/memoir/memoir.en.txt")
	target := read("testdata/memoir/memoir.es.txt")

	alignment, err := align.Align(context.Background(), source, target, nil)
	if err != nil {
		log.Fatal(err)
	}
	for _, bead := range alignment.Beads {
		if bead.Source.Start < 8 || bead.Source.End > 12 {
			continue // a few lines will do here
		}
		for _, s := range source.Sentences[bead.Source.Start:bead.Source.End] {
			fmt.Printf("%v  %s\n", source.Language, s.Text)
		}
		for _, s := range target.Sentences[bead.Target.Start:bead.Target.End] {
			fmt.Printf("%v  %s\n", target.Language, s.Text)
		}
		fmt.Println()
	}
	// Output:
	// en  Over the door, in letters which my grandfather had cut himself in 1889, one could read MARCHENA & SON, PRINTERS.
	// es  Sobre la puerta, en unas letras que mi abuelo había tallado con sus propias manos en 1889, se leía MARCHENA E HIJO, IMPRESORES.
	//
	// en  The son in question was my father, and there was no son to follow him.
	// es  El hijo en cuestión era mi padre, y no había otro hijo que lo siguiera.
	//
	// en  There was only myself, Elena, eleven years old in the year the King went away, and I had been setting type since I was tall enough to see into the case.
	// es  Solo estaba yo, Elena, que tenía once años el año en que se marchó el Rey.
	// es  Componía desde que fui lo bastante alta para ver el fondo de la caja.
	//
	// en  “She has the fingers,” my father used to say, as another man might say that his daughter had the dowry.
	// es  «Tiene los dedos», solía decir mi padre, como otro habría dicho que su hija tenía la dote.
}
