package exchange_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// foreignTEI is a text as an editor marks it up: divisions in divisions, notes in
// the middle of sentences, words one by one, mended faults, line and page breaks.
const foreignTEI = `<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="http://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title>The  Tide
 Tables</title><author>E. M.</author></titleStmt><publicationStmt><p>None.</p></publicationStmt></fileDesc></teiHeader>
<text><front><titlePage><docTitle>THE TIDE TABLES</docTitle></titlePage></front>
<body>
<div type="part"><head>Part One</head>
 <div type="chapter"><head>The Bar</head>
  <pb n="12"/><fw type="header">THE TIDE TABLES</fw>
  <p>The tide came in<note place="foot" n="1"><p>By the tables.</p></note> at <choice><sic>3.17</sic><corr>3:17</corr></choice>.
   Nobody was <hi rend="italic">hurt</hi>, ex<lb break="no"/>cept my<lb/>father.</p>
  <p><s><w>She</w> <w>came</w><pc>,</pc> <pc join="right">(</pc><w>slowly</w><pc>)</pc><pc>.</pc></s><s>Then she <del>left</del> stayed.</s></p>
  <lg><l>The moon has the key,</l><l>the wind has the sail.</l></lg>
  <list><item>one</item><item><p>two</p></item></list>
 </div>
</div>
</body></text></TEI>`

func TestReadTEIText(t *testing.T) {
	book, err := exchange.ReadTEIText(strings.NewReader(foreignTEI))
	if err != nil {
		t.Fatal(err)
	}
	want := &exchange.Book{
		Title: "The Tide Tables", Author: "E. M.", Language: language.English,
		Blocks: []exchange.Block{
			{Kind: segment.Heading, Level: 1, Text: "Part One"},
			{Kind: segment.Heading, Level: 2, Text: "The Bar"},
			{Kind: segment.Body, Text: "The tide came in at 3:17. Nobody was hurt, except my father.",
				Notes: []exchange.BookNote{{Mark: "1", Offset: 16, Blocks: []string{"By the tables."}}}},
			{Kind: segment.Body, Text: "She came, (slowly). Then she stayed."},
			{Kind: segment.Verse, Text: "The moon has the key,\nthe wind has the sail."},
			{Kind: segment.Item, Text: "one"},
			{Kind: segment.Item, Text: "two"},
		},
	}
	if diff := cmp.Diff(want, book, tags); diff != "" {
		t.Errorf("book (-want +got):\n%s", diff)
	}
}

// Alignments of others: links in a group of their own or in the text, to
// sentences, segments or paragraphs, by local or whole addresses.
func TestReadTEIOfOthers(t *testing.T) {
	version := func(id, lang, body string) string {
		return fmt.Sprintf(`<text xml:id="%s" xml:lang="%s"><body>%s</body></text>`, id, lang, body)
	}
	tests := []struct{ versions, links, want, why string }{
		{version("a", "en", `<p><seg xml:id="a1">One.</seg> <seg xml:id="a2">Two.</seg></p>`) + version("b", "es", `<p xml:id="b1">Uno. Dos.</p>`),
			`<link target="#a1 #a2 #b1"/>`, "0-2|0-1", "segments, and a paragraph that isn't cut"},
		{version("a", "en", `<div><p xml:id="p"><s>One.</s><s>Two.</s></p></div>`) + version("b", "es", `<ab><s xml:id="b1">Uno.</s></ab>`),
			`<link targets="a.xml#p b.xml#b1"/>`, "0-2|0-1", "a paragraph stands for its sentences"},
		{version("a", "en", `<p><s xml:id="a1">One <seg>inner</seg>.<note place="foot">A note.</note></s><s>Alone.</s></p>`) + version("b", "es", `<p><s>Sola.</s><s xml:id="b1">Uno.</s></p>`),
			`<link target="#a1 #b1" cert="high"/>`, "0-0|0-1 0-1|1-2 1-2|2-2", "sentences in no link are rows of their own"},
		{version("a", "en", `<lg><l xml:id="a1">One,</l><l>two.</l></lg>`) + version("b", "es", `<l xml:id="b1">Uno,</l><l>dos.</l>`),
			`<link target="#a1 #b1"/>`, "0-1|0-1 1-2|1-1 1-1|1-2", "lines of verse"},
	}
	for _, tt := range tests {
		p, err := exchange.ReadTEI(strings.NewReader(`<teiCorpus><TEI><teiHeader/><text><group>` + tt.versions + `</group></text></TEI><standOff><linkGrp>` + tt.links + `</linkGrp></standOff></teiCorpus>`))
		if err != nil {
			t.Errorf("%s: %v", tt.why, err)
			continue
		}
		var rows []string
		for _, row := range p.Rows {
			rows = append(rows, fmt.Sprintf("%d-%d|%d-%d", row.Ranges[0].Start, row.Ranges[0].End, row.Ranges[1].Start, row.Ranges[1].End))
		}
		if got := strings.Join(rows, " "); got != tt.want {
			t.Errorf("%s: rows %s, want %s", tt.why, got, tt.want)
		}
	}
}

// However many words, notes or sentences stand together, they are read in linear
// time: with anything more this would take minutes.
func TestTEITextIsReadInLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds")
	}
	const many = 200_000
	for _, piece := range []string{"<w>a</w><pc>.</pc>", "a<note>b</note> ", "<s>a</s> ", "<seg>a</seg>", "<lb/>a", "<choice><sic>a</sic><corr>b</corr></choice>"} {
		start := time.Now()
		book, err := exchange.ReadTEIText(strings.NewReader("<TEI><text><body><p>" + strings.Repeat(piece, many) + "</p></body></text></TEI>"))
		if err != nil {
			t.Fatalf("%s: %v", piece, err)
		}
		if n := len(book.Blocks[0].Text); n < many {
			t.Errorf("%s: %d bytes of text", piece, n)
		}
		if took := time.Since(start); took > 30*time.Second {
			t.Errorf("%s: %v", piece, took)
		}
	}
}
