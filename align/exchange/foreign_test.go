package exchange_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"iter"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align/exchange"
)

func gzipped(s string) string {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	io.WriteString(z, s)
	z.Close()
	return out.String()
}

// Memories and files of translators as other programs write them.
const (
	// Trados: UTF-16, a document type, a header full of things of its own, old
	// inline codes.
	tradosTMX = `<?xml version="1.0" encoding="UTF-16"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="TRADOS Translator's Workbench for Windows" creationtoolversion="Edition 8" segtype="sentence"
 o-tmf="TW4Win 2.0 Format" adminlang="EN-US" srclang="EN-US" datatype="rtf" creationdate="20050101T120000Z" creationid="X">
<note>n</note><prop type="RTFFontTable">{\\fonttbl {\\f1 Times;}}</prop>
<ude name="Unused" base="Macintosh"><map unicode="#xF8FF" code="#xF0"/></ude>
</header>
<body>
<tu creationdate="20050101T120000Z" usagecount="2" tuid="1"><prop type="Txt::Client">C</prop>
<tuv xml:lang="EN-US" creationid="X"><prop type="p">q</prop><seg>The <bpt i="1" x="1">{\\b </bpt>tide<ept i="1">}</ept> came<ph x="2">\\tab</ph> in<ut>{\\cs6</ut>.</seg></tuv>
<tuv xml:lang="ES-ES"><seg><it pos="begin">{</it>Subi&#243; <hi type="b">la</hi> marea<bpt i="1">{\\footnote <sub>A note.</sub></bpt>.</seg></tuv></tu>
</body></tmx>`

	// OmegaT, level 1: lang for xml:lang, and languages by country.
	omegatTMX = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1"><header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" creationtoolversion="4.3" segtype="sentence" srclang="EN-US"/>
  <body><!-- Default translations -->
    <tu>
      <tuv lang="EN-US">
        <seg>The tide came in.</seg>
      </tuv>
      <tuv lang="ES-ES" changeid="x" changedate="20200101T000000Z">
        <seg>Subió la marea.</seg>
      </tuv>
    </tu>
  </body></tmx>`

	sdlXLIFF = `<?xml version="1.0" encoding="utf-8"?>
<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2" sdl:version="1.0">
<file original="a.docx" datatype="x-sdlfilterframework2" source-language="en-US" target-language="es-ES"><header><note>h</note></header><body>
<group><trans-unit id="1"><source>The <g id="1">tide</g> came<x id="2"/> in.</source>
<seg-source><mrk mtype="seg" mid="1">The <g id="1">tide</g> came<x id="2"/> in.</mrk></seg-source>
<target><mrk mtype="seg" mid="1">Subió la <ph id="3">&lt;br&gt;</ph>marea.</mrk></target>
<alt-trans><source>Other</source><target>Otra</target></alt-trans><note>n</note></trans-unit></group>
</body></file></xliff>`
)

func TestUnitsOfOtherPrograms(t *testing.T) {
	const want = "The tide came in.|Subió la marea."
	tmx := exchange.ReadTMX
	tests := []struct {
		read  func(io.Reader) iter.Seq2[exchange.Unit, error]
		input string
		why   string
	}{
		{tmx, utf16(tradosTMX), "Trados, UTF-16 with a mark"},
		{tmx, utf16(tradosTMX)[2:], "UTF-16 without one"},
		{tmx, swapped(utf16(tradosTMX)), "UTF-16, big end first"},
		{tmx, omegatTMX, "OmegaT, TMX 1.1"},
		{tmx, "\uFEFF" + omegatTMX, "a mark of UTF-8"},
		{tmx, gzipped(omegatTMX), "packed by gzip, as OPUS has memories"},
		{exchange.ReadXLIFF, sdlXLIFF, "XLIFF 1.2 of a program with extensions of its own"},
	}
	for _, tt := range tests {
		units := all(t, tt.read(strings.NewReader(tt.input)))
		var got []string
		for _, u := range units {
			got = append(got, u.Texts[0].String()+"|"+u.Texts[1].String())
			if tags := fmt.Sprint(u.Texts[0].Language, u.Texts[1].Language); tags != "en-US es-ES" {
				t.Errorf("%s: languages %s", tt.why, tags)
			}
		}
		if len(got) != 1 || got[0] != want {
			t.Errorf("%s: %q, want %q", tt.why, got, want)
		}
	}
}

// The source's language is the first of each unit, wherever it stands there; regions
// that aren't known, and other ways to write a language, are no error.
func TestLanguagesOfMemories(t *testing.T) {
	tests := []struct{ header, unit, want, why string }{
		{`srclang="en"`, `<tu><tuv xml:lang="es"><seg>b</seg></tuv><tuv xml:lang="en"><seg>a</seg></tuv></tu>`, "en:a es:b", "the source stands last"},
		{`srclang="*all*"`, `<tu><tuv xml:lang="es"><seg>b</seg></tuv><tuv xml:lang="en"><seg>a</seg></tuv></tu>`, "es:b en:a", "no language is the source"},
		{`srclang="en"`, `<tu srclang="es"><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="es"><seg>b</seg></tuv></tu>`, "es:b en:a", "a unit with another source"},
		{``, `<tu><tuv xml:lang="EN_us"><seg>a</seg></tuv><tuv xml:lang="ES-EM"><seg>b</seg></tuv></tu>`, "en-US:a es:b", "a region that isn't one"},
	}
	for _, tt := range tests {
		var got []string
		for _, u := range all(t, exchange.ReadTMX(strings.NewReader(`<tmx version="1.4"><header `+tt.header+`/><body>`+tt.unit+`</body></tmx>`))) {
			for _, text := range u.Texts {
				got = append(got, text.Language.String()+":"+text.String())
			}
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.why, got, tt.want)
		}
	}
}

// swapped turns the bytes of UTF-16 round.
func swapped(s string) string {
	out := []byte(s)
	for i := 0; i+1 < len(out); i += 2 {
		out[i], out[i+1] = out[i+1], out[i]
	}
	return string(out)
}

// An alignment and texts of OPUS: identifiers with points, words one by one, packed,
// sentences that no link names.
func TestXCESOfOPUS(t *testing.T) {
	const (
		english = `<?xml version="1.0" encoding="utf-8"?>
<document id="en/1"><CHAPTER ID="1"><P id="1"><s id="s1.1"><time id="T1S" value="0"/><w id="1.1.1" pos="DT">The</w> <w id="1.1.2">tide</w> <w id="1.1.3">.</w></s>
<s id="s1.2"><w>It</w> <w>rose</w></s></P><s id="s2.1"><w>Then</w> <w>nothing</w></s><s id="s2.2">Alone</s></CHAPTER></document>`
		spanish = `<?xml version="1.0" encoding="utf-8"?><text><body><p id="1"><s id="1">La marea subió</s></p><s id="2">Luego nada</s></body></text>`
		links   = `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" "">
<cesAlign version="1.0"><linkGrp targType="s" fromDoc="en/1.xml.gz" toDoc="es/1.xml.gz">
<link certainty="1.53" xtargets="s1.1 s1.2;1" id="SL1"/>
<link certainty="-0.3" xtargets=";" id="SL2" />
<link xtargets="s2.1;2" id="SL3"/></linkGrp></cesAlign>`
	)
	source, err := exchange.ReadXCESText(strings.NewReader(gzipped(english)))
	if err != nil {
		t.Fatal(err)
	}
	target, err := exchange.ReadXCESText(strings.NewReader(spanish))
	if err != nil {
		t.Fatal(err)
	}
	beads, err := exchange.ReadXCES(strings.NewReader(gzipped(links)), source.IDs, target.IDs)
	if err != nil {
		t.Fatal(err)
	}
	got := string(written(t, func(w io.Writer) error { return exchange.WriteTSV(w, beads) }))
	if want := "0,1\t0\t1.0000\n2\t1\t0.0000\n3\t\t0.0000\n"; got != want {
		t.Errorf("beads\n%s\nwant\n%s", got, want)
	}
	if text := source.Document.Sentences[0].Text; text != "The tide ." {
		t.Errorf("the first sentence is %q", text)
	}
}

// A real ladder of hunalign's: qualities of any size, the last line for the ends.
func TestLadderOfHunalign(t *testing.T) {
	beads, err := exchange.ReadLadder(strings.NewReader("0\t0\t2.07692\n1\t1\t0.3\n3\t2\t-0.3\n4\t2\t1e-1\n5\t4\t0\n"))
	if err != nil {
		t.Fatal(err)
	}
	got := string(written(t, func(w io.Writer) error { return exchange.WriteLadder(w, beads) }))
	if want := "0\t0\t1.0000\n1\t1\t0.3000\n3\t2\t0.0000\n4\t2\t0.1000\n5\t4\t0.0000\n"; got != want {
		t.Errorf("ladder\n%s\nwant\n%s", got, want)
	}
}
