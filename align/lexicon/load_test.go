package lexicon

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/language"
)

var enES = LoadOptions{Source: language.English, Target: language.Spanish, Name: "own"}

const tmx = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en"/><body>
<tu><tuv xml:lang="en-GB"><seg>the <bpt i="1">&lt;b&gt;</bpt>black<ept i="1">&lt;/b&gt;</ept> book</seg></tuv>
    <tuv xml:lang="ES"><seg>el libro
 negro</seg></tuv><tuv xml:lang="fr"><seg>le livre noir</seg></tuv></tu>
<tu><tuv lang="es"><seg>mar &amp; sol</seg></tuv><tuv lang="en"><seg>sea &amp; sun</seg></tuv></tu>
</body></tmx>`

const tbx = `<tbx type="TBX-Basic" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="1"><langSec xml:lang="en"><termSec><term>camp</term></termSec><termSec><term>lager</term></termSec></langSec>
<langSec xml:lang="es"><termSec><term>campo</term><termNote type="partOfSpeech">noun</termNote></termSec></langSec></conceptEntry>
</body></text></tbx>`

const martif = `<martif type="TBX"><text><body><termEntry><langSet xml:lang="en"><ntig><termGrp><term>camp</term></termGrp></ntig></langSet>
<langSet xml:lang="es"><tig><term>campo</term></tig></langSet></termEntry></body></text></martif>`

func TestLoad(t *testing.T) {
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("house\tcasa\r\n")
	if err != nil {
		t.Fatal(err)
	}
	utf16TMX, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(strings.Replace(tmx, "UTF-8", "utf-16", 1))
	if err != nil {
		t.Fatal(err)
	}
	house := []Pair{{"house", "casa", 1}}
	books := []Pair{{"sea & sun", "mar & sol", 1}, {"the black book", "el libro negro", 1}}
	tests := []struct {
		in     string
		want   []Pair
		reason string
	}{
		{"house\tcasa\n", house, "TSV"},
		{"house\tcasa", house, "no end of the last line"},
		{"house\tcasa\t2.5\nhouse\thogar\t5e-1\n", []Pair{{"house", "casa", 2.5}, {"house", "hogar", .5}}, "weights"},
		{"house\tcasa\t1\nhouse\tcasa\t3\n", []Pair{{"house", "casa", 3}}, "of a pair given twice the greater weight"},
		{"\uFEFFhouse\tcasa\r\n", house, "byte order mark and CRLF"},
		{"\uFEFF\uFEFFhouse\t\uFEFFcasa\n\uFEFF\n", house, "byte order marks inside, as of files put together"},
		{utf16, house, "UTF-16"},
		{"\n\n# a comment\n house \t casa \n\n", house, "blank lines, comments, spaces around words"},
		{"#\tnúmero\n", []Pair{{"#", "número", 1}}, "the sign itself is a word"},
		{"casa @ house\n", house, "hunalign's, target first"},
		{"a @ b\tc\td @ e", nil, "too many fields of TSV"},
		{"", []Pair{}, "an empty file"},
		{"\r\n \n# nothing\n", []Pair{}, "nothing but comments"},
		{tmx, books, "TMX: regions of languages, inline codes, white space, a third language, old lang attribute"},
		{utf16TMX, books, "TMX in UTF-16"},
		{"\n " + tbx, []Pair{{"camp", "campo", 1}, {"lager", "campo", 1}}, "TBX of 2019, two terms of one language"},
		{martif, []Pair{{"camp", "campo", 1}}, "TBX of 2008"},
		{`<?xml version="1.0" encoding="ISO-8859-1"?><martif><termEntry><langSet xml:lang="en"><term>child</term></langSet><langSet xml:lang="es"><term>ni` + "\xf1" + `o</term></langSet></termEntry></martif>`,
			[]Pair{{"child", "niño", 1}}, "Latin-1 declared"},
		{"<tmx><body/></tmx>", []Pair{}, "a glossary without entries"},
	}
	for _, test := range tests {
		for _, r := range []io.Reader{strings.NewReader(test.in), iotest.OneByteReader(strings.NewReader(test.in))} {
			l, err := Load(r, enES)
			if test.want == nil {
				if err == nil {
					t.Errorf("%s: no error", test.reason)
				}
				continue
			}
			if err != nil {
				t.Errorf("%s: %v", test.reason, err)
				continue
			}
			if diff := cmp.Diff(test.want, append([]Pair{}, l.Pairs()...)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.reason, diff)
			}
		}
	}
}

func TestLoadErrors(t *testing.T) {
	long := strings.Repeat("x", 10<<20)
	tests := []struct {
		in     string
		line   int
		cause  error
		reason string
	}{
		{"house casa\n", 1, ErrFormat, "neither tab nor @"},
		{"\nfoo\n", 2, ErrFormat, "the first line that is not blank decides"},
		{"house\tcasa\nhome\n", 2, ErrFields, "one field"},
		{"a\tb\t1\td\n", 1, ErrFields, "four fields"},
		{"house\t\n", 1, ErrEmpty, "no target"},
		{" \tcasa\t1", 1, ErrEmpty, "no source"},
		{"casa @ house\ncasa @ the @ house\n", 2, ErrFields, "two @"},
		{"casa @ house\ncasa\n", 2, ErrFields, "no @"},
		{"a\tb\tone\n", 1, ErrWeight, "a weight that is no number"},
		{"a\tb\t0\n", 1, ErrWeight, "weight 0"},
		{"a\tb\t-1\n", 1, ErrWeight, "a weight below 0"},
		{"a\tb\tNaN\n", 1, ErrWeight, "not a number"},
		{"a\tb\tInf\n", 1, ErrWeight, "an infinite weight"},
		{"a\tb\t1e308\n", 1, ErrWeight, "a weight whose sums overflow"},
		{"a\tb\n\xff\tc\n", 2, ErrEncoding, "invalid UTF-8"},
		{"a\tb\nc\x00\td\n", 2, ErrEncoding, "NUL"},
		{"a\tb\n" + long + "\n", 2, ErrTooLong, "a line of 10 MB"},
		{"<html><p>casa</p></html>", 1, ErrFormat, "another kind of XML"},
		{"<", 1, ErrXML, "no more than an angle"},
		{"<!-- nothing -->", 1, ErrFormat, "XML without an element"},
		{"<tmx>\n<body>\n<tu>", 3, ErrXML, "cut short"},
		{"<tmx>\n</body>", 2, ErrXML, "crossed elements"},
		{"<tmx>&nbsp;</tmx>", 1, ErrXML, "an entity that is not defined"},
		{"<tmx>" + strings.Repeat("<a>", 1000), 1, ErrTooLong, "deep nesting"},
		{"<tmx><seg>" + long, 1, ErrTooLong, "a text of 10 MB"},
		{"<tmx><a b='" + long, 1, ErrTooLong, "a tag of 10 MB"},
		{"<tmx><seg>" + strings.Repeat("<!-- -->abcdefgh", 1<<14), 1, ErrTooLong, "a term of many pieces"},
		{`<tmx><tu><tuv xml:lang="de"><seg>Haus</seg></tuv></tu></tmx>`, 1, ErrLanguage, "other languages"},
		{"<tmx><tu>\n<tuv xml:lang='en'><seg> </seg></tuv></tu></tmx>", 2, ErrEmpty, "an empty term"},
		{`<?xml version="1.0" encoding="EBCDIC"?><tmx/>`, 1, ErrXML, "an encoding that is not known"},
	}
	for _, test := range tests {
		_, err := Load(strings.NewReader(test.in), enES)
		var e *ParseError
		if !errors.As(err, &e) {
			t.Errorf("%s: error %v; want a ParseError", test.reason, err)
			continue
		}
		if e.Name != "own" || e.Line != test.line || !errors.Is(err, test.cause) {
			t.Errorf("%s: error %v; want line %d and %v", test.reason, err, test.line, test.cause)
		}
		if strings.Contains(err.Error(), "\n") || len(err.Error()) > 300 {
			t.Errorf("%s: error is not one short line: %.400q", test.reason, err)
		}
	}
}

func TestLoadLeavesMalformedLinesOut(t *testing.T) {
	opts := enES
	var lines []int
	opts.Malformed = func(e *ParseError) { lines = append(lines, e.Line) }
	in := "house\tcasa\nhome\nhome\thogar\t0\n" + strings.Repeat("x", 200<<10) + "\tx\n\xff\tx\ndog\tperro"
	l, err := Load(strings.NewReader(in), opts)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]int{2, 3, 4, 5}, lines); diff != "" {
		t.Error("malformed lines (-want +got)\n", diff)
	}
	if diff := cmp.Diff([]Pair{{"dog", "perro", 1}, {"house", "casa", 1}}, l.Pairs()); diff != "" {
		t.Error("pairs (-want +got)\n", diff)
	}
}

func TestLoadReturnsTheReadersError(t *testing.T) {
	fault := errors.New("disk on fire")
	for _, start := range []string{"house\tcasa\nhome", "<tmx><body>"} {
		_, err := Load(io.MultiReader(strings.NewReader(start), iotest.ErrReader(fault)), enES)
		if !errors.Is(err, fault) {
			t.Errorf("after %q: error %v; want %v", start, err, fault)
		}
	}
}

func TestWriteAndLoadAgain(t *testing.T) {
	l := EnglishSpanish()
	var out bytes.Buffer
	if err := l.Write(&out); err != nil {
		t.Fatal(err)
	}
	again, err := Load(&out, enES)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(l.Pairs(), again.Pairs()); diff != "" {
		t.Error("(-want +got)\n", diff)
	}
	odd := New(language.English, language.Spanish, []Pair{{"a\tb", "c\nd", 1}}, nil, nil)
	out.Reset()
	if err := odd.Write(&out); err != nil {
		t.Fatal(err)
	}
	if got, want := out.String(), "a b\tc d\t1\n"; got != want {
		t.Errorf("wrote %q; want %q", got, want)
	}
}

// FuzzLoad holds that whatever loads is written and loaded again as it is, and
// that whatever does not is refused with a place.
func FuzzLoad(f *testing.F) {
	for _, seed := range []string{"house\tcasa\t2\nin spite of\ta pesar de", "casa @ house", tmx, tbx, martif, "\uFEFFa\tb\r\n", "\uFEFF\uFEFF\tb", "0 @ <", "<tmx><tu>"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		l, err := Load(bytes.NewReader(in), enES)
		if err != nil {
			if e := (*ParseError)(nil); !errors.As(err, &e) || e.Line < 1 {
				t.Fatalf("error without a place: %v", err)
			}
			return
		}
		var out bytes.Buffer
		if err := l.Write(&out); err != nil {
			t.Fatal(err)
		}
		again, err := Load(&out, enES)
		if err != nil {
			t.Fatalf("written, does not load: %v", err)
		}
		if diff := cmp.Diff(l.Pairs(), again.Pairs()); diff != "" {
			t.Fatalf("(-want +got)\n%s", diff)
		}
		for _, p := range l.Pairs() {
			if len(l.Lookup(p.Source)) == 0 {
				t.Fatalf("%q is not found", p.Source)
			}
			l.Phrases(stemsOf(p.Source, l.Source))
		}
	})
}

func ExampleLoad_error() {
	_, err := Load(strings.NewReader("house\tcasa\nhome\n"), LoadOptions{
		Source: language.English, Target: language.Spanish, Name: "own.tsv",
	})
	fmt.Println(err)
	// Output: own.tsv:2: wrong number of fields: want 2 or 3, set apart by tabs, got 1
}
