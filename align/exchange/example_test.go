package exchange_test

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// alignment is of three sentences and two; the last is left out.
func alignment() *align.Alignment {
	parse := func(text string, tag language.Tag) *segment.Document {
		doc, err := segment.Parse(text, segment.Options{Language: tag, Layout: segment.Lines})
		if err != nil {
			log.Fatal(err)
		}
		return doc
	}
	return &align.Alignment{
		Source: parse("The tide came in.\nNobody was hurt.\nExcept my father.", language.English),
		Target: parse("Subió la marea.\nNo hubo heridos.", language.Spanish),
		Beads: []align.Bead{
			{Source: segment.Range{Start: 0, End: 1}, Target: segment.Range{Start: 0, End: 1}, Confidence: 0.98},
			{Source: segment.Range{Start: 1, End: 2}, Target: segment.Range{Start: 1, End: 2}, Confidence: 0.95},
			{Source: segment.Range{Start: 2, End: 3}, Target: segment.Range{Start: 2, End: 2}, Confidence: 0.9},
		},
	}
}

func ExampleWriteTSV() {
	if err := exchange.WriteTSV(os.Stdout, alignment().Beads); err != nil {
		log.Fatal(err)
	}
	// Output:
	// 0	0	0.9800
	// 1	1	0.9500
	// 2		0.9000
}

func ExampleWriteTMX() {
	units := exchange.Of(alignment()).Units()
	if err := exchange.WriteTMX(os.Stdout, units, language.English); err != nil {
		log.Fatal(err)
	}
	// Output:
	// <?xml version="1.0" encoding="UTF-8"?>
	// <tmx version="1.4">
	// <header creationtool="Hexapla" creationtoolversion="1" segtype="sentence" o-tmf="Hexapla" adminlang="en" srclang="en" datatype="plaintext"/>
	// <body>
	// <tu>
	// <prop type="x-confidence">0.9800</prop>
	// <tuv xml:lang="en"><seg>The tide came in.</seg></tuv>
	// <tuv xml:lang="es"><seg>Subió la marea.</seg></tuv>
	// </tu>
	// <tu>
	// <prop type="x-confidence">0.9500</prop>
	// <tuv xml:lang="en"><seg>Nobody was hurt.</seg></tuv>
	// <tuv xml:lang="es"><seg>No hubo heridos.</seg></tuv>
	// </tu>
	// <tu>
	// <prop type="x-confidence">0.9000</prop>
	// <tuv xml:lang="en"><seg>Except my father.</seg></tuv>
	// <tuv xml:lang="es"><seg></seg></tuv>
	// </tu>
	// </body>
	// </tmx>
}

// What one reader reads another writer writes: here a translation memory becomes
// parallel lines, unit by unit.
func ExampleReadTMX() {
	const memory = `<tmx version="1.4"><header/><body>
		<tu><tuv xml:lang="en"><seg>The <bpt i="1">&lt;b></bpt>tide<ept i="1">&lt;/b></ept>.</seg></tuv>
		    <tuv xml:lang="es"><seg>La marea.</seg></tuv></tu>
		<tu><tuv xml:lang="en"><seg>Only here.</seg></tuv>
		    <tuv xml:lang="es"><seg></seg></tuv></tu>
	</body></tmx>`
	var en, es strings.Builder
	units := exchange.Arrange(exchange.ReadTMX(strings.NewReader(memory)), language.English, language.Spanish)
	if err := exchange.WriteMoses(units, &en, &es); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("en: %ses: %s", en.String(), es.String())
	// Output:
	// en: The tide.
	// es: La marea.
}

// An error says where, and its cause can be asked for.
func ExampleError() {
	_, err := exchange.ReadTSV(strings.NewReader("0\t0\t0.98\n1\t1\thigh\n"))
	fmt.Println(err)
	// Output:
	// line 2: confidence "high"; want a number from 0 to 1
}
