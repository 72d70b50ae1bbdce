package exchange_test

import (
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// readers are all readers, each run to its end.
var readers = map[string]func(io.Reader) error{
	"tsv":     func(r io.Reader) error { _, err := exchange.ReadTSV(r); return err },
	"ladder":  func(r io.Reader) error { _, err := exchange.ReadLadder(r); return err },
	"json":    func(r io.Reader) error { _, err := exchange.ReadJSON(r); return err },
	"tei":     func(r io.Reader) error { _, err := exchange.ReadTEI(r); return err },
	"teitext": func(r io.Reader) error { _, err := exchange.ReadTEIText(r); return err },
	"tmx":     func(r io.Reader) error { _, err := exchange.Collect(exchange.ReadTMX(r)); return err },
	"xliff":   func(r io.Reader) error { _, err := exchange.Collect(exchange.ReadXLIFF(r)); return err },
	"bisentences": func(r io.Reader) error {
		_, err := exchange.Collect(exchange.ReadBisentences(r, language.English, language.Spanish))
		return err
	},
	"moses": func(r io.Reader) error {
		same := strings.NewReader("one line\n")
		_, err := exchange.Collect(exchange.ReadMoses(
			exchange.MosesFile{Language: language.English, Lines: r},
			exchange.MosesFile{Language: language.Spanish, Lines: same}))
		return err
	},
	"xces": func(r io.Reader) error {
		_, err := exchange.ReadXCES(r, []string{"s1", "s2"}, []string{"s1"})
		return err
	},
	"xcestext": func(r io.Reader) error { _, err := exchange.ReadXCESText(r); return err },
}

const bomb = `<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`

func TestReadersRefuse(t *testing.T) {
	tests := []struct {
		reader, input string
		line          int
		cause         error // nil if there is no sentinel for it
		why           string
	}{
		{"tsv", "0\t0\n1\tx\n", 2, nil, "a number that is none"},
		{"tsv", "0\t0\t1.5\n", 1, nil, "a confidence over 1"},
		{"tsv", "\t\t0.5\n", 1, nil, "a bead of nothing"},
		{"tsv", "0,2\t0\n", 1, nil, "sentences that don't follow one another"},
		{"ladder", "0\t0\t1\n5\t5\t1\n3\t6\t1\n", 3, nil, "a rung below the one before"},
		{"ladder", "0 0 1\n", 1, nil, "spaces for tabs"},
		{"json", "{\n\"source\":", 2, nil, "cut off"},
		{"json", `{"version":2}`, 0, exchange.ErrVersion, "from the future"},
		{"json", `{"source":{},"beads":[]}`, 0, exchange.ErrInconsistent, "no target"},
		{"json", `{"source":{},"target":{},"beads":[],"links":[[]]}`, 0, exchange.ErrInconsistent, "word links of a bead that isn't there"},
		{"json", `{"source":{"sentences":[{"text":"a","paragraph":0}],"text":"a"},"target":{},"beads":[{"source":{"start":0,"end":1},"target":{"start":0,"end":0},"confidence":1}],"links":[[{"source":{"start":0,"end":2},"target":{"start":0,"end":0},"confidence":1}]]}`,
			0, exchange.ErrInconsistent, "a word link beyond the text"},
		{"json", `null`, 0, exchange.ErrInconsistent, "null is no alignment"},
		{"json", `{"source":{"sentences":[{"text":"a","spans":[{"start":0,"end":9}],"paragraph":0}],"text":"a"},"target":{},"beads":[{"source":{"start":0,"end":1},"target":{"start":0,"end":0},"confidence":1}]}`,
			0, exchange.ErrInconsistent, "a span beyond the text"},
		{"json", `{"source":{},"target":{},"beads":[{"source":{"start":0,"end":2000000000},"target":{"start":0,"end":0},"confidence":1}]}`,
			0, exchange.ErrInconsistent, "two billion sentences that aren't there"},
		{"json", strings.Repeat("[", 1_000_000), 1, nil, "a million levels"},
		{"json", "{\"source\":{},\n\"target\":\"x\"}", 2, nil, "a text where a document should be"},
		{"tmx", bomb + `<tmx><body><tu><tuv xml:lang="en"><seg>&b;</seg></tuv></tu></body></tmx>`, 1, nil, "an entity that expands"},
		{"tmx", `<!DOCTYPE tmx [<!ENTITY f SYSTEM "file:///etc/passwd">]><tmx><tu><tuv><seg>&f;</seg></tuv></tu></tmx>`, 1, nil, "an entity that reads a file"},
		{"tmx", "<tmx>\n" + strings.Repeat("<a>", 1_000_000), 2, exchange.ErrTooLarge, "a million levels"},
		{"tmx", "<tmx>\n<body>\n<tu>", 3, nil, "cut off"},
		{"tmx", "<tmx><tu><tuv xml:lang=\"no such\"><seg>a</seg></tuv></tu></tmx>", 1, nil, "a language that is none"},
		{"tmx", "<tmx><tu>" + strings.Repeat("<tuv><seg/></tuv>", 5000) + "</tu></tmx>", 1, exchange.ErrTooLarge, "5,000 versions in a unit"},
		{"tmx", "", 0, nil, "nothing at all"},
		{"tmx", "<html></html>", 1, nil, "another kind of file"},
		{"tmx", "<tmx><tu><tuv><seg>\xff\xfe</seg></tuv></tu></tmx>", 1, nil, "not UTF-8"},
		{"tmx", `<?xml version="1.0" encoding="ebcdic"?><tmx/>`, 1, nil, "an encoding not known"},
		{"xliff", `<xliff version="3.0"/>`, 1, nil, "an XLIFF that isn't there yet"},
		{"xliff", `<xliff/>`, 1, nil, "no version"},
		{"tmx", gzipped("<tmx>" + strings.Repeat(" ", 80<<20)), 1, exchange.ErrTooLarge, "80 MB that pack to 80 kB"},
		{"tmx", gzipped("<tmx/>")[:12], 0, nil, "gzip cut off"},
		{"tmx", "\x1f\x8bno gzip at all", 0, nil, "what calls itself gzip"},
		{"xliff", `<xliff version="2.0"><unit><segment><source><cp hex="zz"/></source></segment></unit></xliff>`, 1, nil, "a character code that is none"},
		{"tei", `<TEI><text><group><text xml:id="v1"><body><p><s xml:id="a">A</s></p></body></text></group></text>` + "\n" + `<standOff><linkGrp><link target="#a #b"/></linkGrp></standOff></TEI>`,
			2, exchange.ErrInconsistent, "a link to nothing"},
		{"tei", `<TEI><text xml:id="v1"><body><p><s xml:id="a">A</s><s xml:id="a">B</s></p></body></text></TEI>`, 1, nil, "an identifier twice"},
		{"tei", `<TEI><text><group><text><body><p>A</p></body></text><text><body><p>B</p></body></text></group></text></TEI>`, 0, exchange.ErrInconsistent, "two versions and no link"},
		{"tei", `<TEI><text><body><p xml:id="p"><s xml:id="a">A</s></p></body></text><linkGrp><link target="#a"/><link target="#p"/></linkGrp></TEI>`, 0, exchange.ErrInconsistent, "a sentence in two links"},
		{"teitext", `<TEI><text><body><p><w/></p></body></text></TEI>`, 0, exchange.ErrNoText, "a text without words"},
		{"teitext", "<TEI>\n<text><body><p>cut", 2, nil, "cut off"},
		{"bisentences", "a\tb\tc\td\n", 1, nil, "a field too many"},
		{"bisentences", "a\tb\tNaN\n", 1, nil, "a score that is no number"},
		{"bisentences", strings.Repeat("a", 17<<20), 1, exchange.ErrTooLarge, "a line of 17 MiB"},
		{"moses", "one\ntwo\n", 2, nil, "more lines than the other file"},
		{"moses", "one\xff\n", 1, segment.ErrNotUTF8, "not UTF-8"},
		{"bisentences", "a\tb\n\x00\tb\n", 2, segment.ErrBinary, "a binary file"},
		{"xces", "<cesAlign>\n<linkGrp><link xtargets=\"s9;s1\"/></linkGrp></cesAlign>", 2, exchange.ErrInconsistent, "no such sentence"},
		{"xces", `<cesAlign><linkGrp/><linkGrp/></cesAlign>`, 1, nil, "two pairs of texts"},
		{"xcestext", "<text><s>", 1, nil, "cut off"},
	}
	for _, tt := range tests {
		err := readers[tt.reader](strings.NewReader(tt.input))
		var at *exchange.Error
		if !errors.As(err, &at) {
			t.Errorf("%s, %s: error %v, want an *exchange.Error", tt.reader, tt.why, err)
			continue
		}
		if at.Line != tt.line {
			t.Errorf("%s, %s: %v; want line %d", tt.reader, tt.why, err, tt.line)
		}
		if tt.cause != nil && !errors.Is(err, tt.cause) {
			t.Errorf("%s, %s: %v; want the cause %q", tt.reader, tt.why, err, tt.cause)
		}
	}
}

// endless gives the same text over and over, after a head.
type endless struct {
	head string
	text string
	left int
}

func (e *endless) Read(p []byte) (int, error) {
	if e.head != "" {
		n := copy(p, e.head)
		e.head = e.head[n:]
		return n, nil
	}
	if e.left -= len(p); e.left < 0 {
		return 0, io.EOF
	}
	for i := range p {
		p[i] = e.text[i%len(e.text)]
	}
	return len(p), nil
}

// A tag, a comment or a text without end must not be taken into memory whole.
func TestReadersBoundWhatHasNoEnd(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads 16 MiB over and over")
	}
	tests := []struct{ reader, head, text, why string }{
		{"tmx", "<tmx><tu><tuv><seg>", "a", "a segment"},
		{"tmx", "<tmx><", "a", "a name"},
		{"tmx", "<tmx><!--", "a", "a comment"},
		{"tmx", "<!DOCTYPE tmx [", "a", "a document type"},
		{"xliff", `<xliff version="2.0"><unit><segment><source a="`, "a", "an attribute"},
		{"tei", `<TEI><text xml:id="v"><p><s>`, "a", "a sentence"},
		{"teitext", `<TEI><text><p><note>`, "a", "a note"},
		{"tsv", "", "0,", "a line of numbers"},
		{"ladder", "", "0", "a number"},
	}
	for _, tt := range tests {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		err := readers[tt.reader](&endless{tt.head, tt.text, 1 << 30})
		runtime.ReadMemStats(&after)
		if !errors.Is(err, exchange.ErrTooLarge) {
			t.Errorf("%s, %s without end: error %v, want the cause %q", tt.reader, tt.why, err, exchange.ErrTooLarge)
		}
		const most = 200 << 20
		if used := after.TotalAlloc - before.TotalAlloc; used > most {
			t.Errorf("%s, %s without end: took %d MiB, want under %d", tt.reader, tt.why, used>>20, most>>20)
		}
	}
}

// What honest files of other programs look like must be read.
func TestReadersAccept(t *testing.T) {
	tests := []struct{ reader, input, why string }{
		{"tsv", "\uFEFF0\t0\r\n\r\n1\t\r\n", "a byte order mark, CRLF and a blank line"},
		{"ladder", "0\t0\t-0.3\n1\t1\t4.5\n", "hunalign's scores are no probabilities"},
		{"tmx", utf16(`<?xml version="1.0" encoding="UTF-16"?><tmx version="1.4"><body><tu><tuv xml:lang="EN-US"><seg>é</seg></tuv></tu></body></tmx>`), "UTF-16, as many tools write it"},
		{"tmx", `<?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx><tu><tuv lang="fr"><seg>` + "\xe9" + `</seg></tuv></tu></tmx>`, "Latin-1, a document type, and lang as TMX 1.1 has it"},
		{"xliff", `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en"><file><unit><originalData><data>x</data></originalData><segment><source>a <pc>b</pc></source></segment></unit></file></xliff>`, "2.1, no target, inline codes"},
		{"xces", `<cesAlign><linkGrp><link xtargets="s1;"/><link xtargets="s2;s1" certainty="3.2"/></linkGrp></cesAlign>`, "an empty side, a certainty with its own scale"},
	}
	for _, tt := range tests {
		if err := readers[tt.reader](strings.NewReader(tt.input)); err != nil {
			t.Errorf("%s, %s: %v", tt.reader, tt.why, err)
		}
	}
}

// utf16 encodes a text of the Basic Multilingual Plane, little end first.
func utf16(s string) string {
	out := []byte{0xFF, 0xFE}
	for _, r := range s {
		out = append(out, byte(r), byte(r>>8))
	}
	return string(out)
}
