package exchange_test

import (
	"bytes"
	"io"
	"iter"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

const trials = 300

// What is written, read and written again must be the same bytes, for each form
// that takes rows with their words.
func TestUnitsWriteReadWrite(t *testing.T) {
	type units = iter.Seq2[exchange.Unit, error]
	forms := []struct {
		name     string
		versions []language.Tag
		write    func(io.Writer, units) error
		read     func(io.Reader) units
		why      string
	}{
		{
			"TMX", []language.Tag{language.English, language.Spanish},
			func(w io.Writer, u units) error { return exchange.WriteTMX(w, u, language.English) },
			exchange.ReadTMX,
			"the common case",
		},
		{
			"TMX of three", []language.Tag{language.English, language.Spanish, language.English},
			func(w io.Writer, u units) error { return exchange.WriteTMX(w, u, language.Und) },
			exchange.ReadTMX,
			"two versions in one language are told apart by their place",
		},
		{
			"bisentences", []language.Tag{language.English, language.Spanish},
			exchange.WriteBisentences,
			func(r io.Reader) units {
				return exchange.ReadBisentences(r, language.English, language.Spanish)
			},
			"bounds of sentences inside a bead are kept",
		},
		{
			"XLIFF", []language.Tag{language.English, language.MustParse("es-MX")},
			func(w io.Writer, u units) error {
				return exchange.WriteXLIFF(w, u, language.English, language.MustParse("es-MX"))
			},
			exchange.ReadXLIFF,
			"a language with its region",
		},
	}
	for _, f := range forms {
		t.Run(f.name, func(t *testing.T) {
			for seed := range uint64(trials) {
				p := randomParallel(rand.New(rand.NewPCG(seed, 1)), seed%2 == 0, f.versions...)
				first := written(t, func(w io.Writer) error { return f.write(w, p.Units()) })
				read, err := exchange.Collect(f.read(bytes.NewReader(first)))
				if err != nil {
					t.Fatalf("seed %d: %v\n%s", seed, err, first)
				}
				if err := read.Check(); err != nil {
					t.Fatalf("seed %d: what was read: %v", seed, err)
				}
				second := written(t, func(w io.Writer) error { return f.write(w, read.Units()) })
				if diff := cmp.Diff(string(first), string(second)); diff != "" {
					t.Fatalf("seed %d (%s): second writing differs (-first +second):\n%s", seed, f.why, diff)
				}
			}
		})
	}
}

func TestTEIWriteReadWrite(t *testing.T) {
	for seed := range uint64(trials) {
		p := randomParallel(rand.New(rand.NewPCG(seed, 2)), true, language.English, language.Spanish, language.French)
		write := func(p *exchange.Parallel) []byte {
			return written(t, func(w io.Writer) error { return exchange.WriteTEI(w, p, `A "title" & more`) })
		}
		first := write(p)
		read, err := exchange.ReadTEI(bytes.NewReader(first))
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, first)
		}
		if diff := cmp.Diff(p.Rows, read.Rows); diff != "" {
			t.Fatalf("seed %d: rows differ (-written +read):\n%s", seed, diff)
		}
		second := write(read)
		if diff := cmp.Diff(string(first), string(second)); diff != "" {
			t.Fatalf("seed %d: second writing differs (-first +second):\n%s", seed, diff)
		}
	}
}

func TestBeadsWriteAndRead(t *testing.T) {
	forms := []struct {
		name     string
		crossing bool
		write    func(io.Writer, *align.Alignment) error
		read     func(io.Reader, *align.Alignment) ([]align.Bead, error)
		why      string
	}{
		{
			"TSV", false,
			func(w io.Writer, a *align.Alignment) error { return exchange.WriteTSV(w, a.Beads) },
			func(r io.Reader, _ *align.Alignment) ([]align.Bead, error) { return exchange.ReadTSV(r) },
			"an empty side is led back to its place while the beads are in order",
		},
		{
			"ladder", false,
			func(w io.Writer, a *align.Alignment) error { return exchange.WriteLadder(w, a.Beads) },
			func(r io.Reader, _ *align.Alignment) ([]align.Bead, error) { return exchange.ReadLadder(r) },
			"a ladder holds no crossing beads",
		},
		{
			"XCES", false,
			func(w io.Writer, a *align.Alignment) error {
				return exchange.WriteXCES(w, a.Beads, exchange.XCESFiles{Source: "a&b.xml", Target: "c.xml"})
			},
			func(r io.Reader, a *align.Alignment) ([]align.Bead, error) {
				return exchange.ReadXCES(r, textIDs(t, a.Source), textIDs(t, a.Target))
			},
			"identifiers are those of the texts that are written with it",
		},
		{
			"JSON", true,
			exchange.WriteJSON,
			func(r io.Reader, a *align.Alignment) ([]align.Bead, error) {
				read, err := exchange.ReadJSON(r)
				if err != nil {
					return nil, err
				}
				if diff := cmp.Diff(a, read, tags); diff != "" {
					t.Errorf("JSON lost something (-written +read):\n%s", diff)
				}
				return read.Beads, nil
			},
			"nothing is lost",
		},
	}
	for _, f := range forms {
		t.Run(f.name, func(t *testing.T) {
			for seed := range uint64(trials) {
				p := randomParallel(rand.New(rand.NewPCG(seed, 3)), f.crossing, language.English, language.Spanish)
				a, err := p.Alignment()
				if err != nil {
					t.Fatal(err)
				}
				data := written(t, func(w io.Writer) error { return f.write(w, a) })
				beads, err := f.read(bytes.NewReader(data), a)
				if err != nil {
					t.Fatalf("seed %d: %v\n%s", seed, err, data)
				}
				if diff := cmp.Diff(a.Beads, beads); diff != "" {
					t.Fatalf("seed %d (%s): beads differ (-written +read):\n%s", seed, f.why, diff)
				}
			}
		})
	}
}

// textIDs writes a text for XCES, reads it, and returns its identifiers.
func textIDs(t *testing.T, doc *segment.Document) []string {
	t.Helper()
	data := written(t, func(w io.Writer) error { return exchange.WriteXCESText(w, doc) })
	text, err := exchange.ReadXCESText(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	again := written(t, func(w io.Writer) error { return exchange.WriteXCESText(w, text.Document) })
	if !bytes.Equal(data, again) {
		t.Errorf("second writing of the text differs:\n%s\n%s", data, again)
	}
	return text.IDs
}

// The blank line of a text in lines is a sentence, at which an alignment points.
func TestXCESTextKeepsSentencesWithoutWords(t *testing.T) {
	doc, err := segment.Parse("One.\n\n \nFour.\n", segment.Options{Language: language.English, Layout: segment.Lines})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(textIDs(t, doc), " "); got != "s1 s2 s3 s4" {
		t.Errorf("sentences %s, want s1 to s4", got)
	}
}

func TestMosesWritesWholeUnitsOnly(t *testing.T) {
	units := func(yield func(exchange.Unit, error) bool) {
		for _, u := range []exchange.Unit{
			unit(.9, "One.", "Uno."),
			unit(.9, "Left out.", ""),
			unit(.3, "Doubtful.", "Dudoso."),
			unit(.8, "Two\nlines.", "Dos  líneas."),
		} {
			if !yield(u, nil) {
				return
			}
		}
	}
	var en, es bytes.Buffer
	if err := exchange.WriteMoses(exchange.Confident(units, .5), &en, &es); err != nil {
		t.Fatal(err)
	}
	if got, want := en.String(), "One.\nTwo lines.\n"; got != want {
		t.Errorf("source lines %q, want %q", got, want)
	}
	if got, want := es.String(), "Uno.\nDos líneas.\n"; got != want {
		t.Errorf("target lines %q, want %q", got, want)
	}
	read := all(t, exchange.ReadMoses(
		exchange.MosesFile{Language: language.English, Lines: &en},
		exchange.MosesFile{Language: language.Spanish, Lines: &es}))
	want := []exchange.Unit{unit(0, "One.", "Uno."), unit(0, "Two lines.", "Dos líneas.")}
	if diff := cmp.Diff(want, read, tags); diff != "" {
		t.Errorf("what was read (-want +got):\n%s", diff)
	}
}

func unit(confidence float64, source, target string) exchange.Unit {
	u := exchange.Unit{Texts: []exchange.Text{{Language: language.English}, {Language: language.Spanish}}, Confidence: confidence}
	for i, s := range []string{source, target} {
		if s != "" {
			u.Texts[i].Sentences = []string{s}
		}
	}
	return u
}

// An XLIFF holds the characters that XML can't.
func TestXLIFFKeepsControlCharacters(t *testing.T) {
	want := unit(.5, "a\x01b", "c\x1bd")
	data := written(t, func(w io.Writer) error {
		return exchange.WriteXLIFF(w, func(yield func(exchange.Unit, error) bool) { yield(want, nil) }, language.English, language.Spanish)
	})
	got := all(t, exchange.ReadXLIFF(bytes.NewReader(data)))
	if diff := cmp.Diff([]exchange.Unit{want}, got, tags); diff != "" {
		t.Errorf("units (-want +got):\n%s", diff)
	}
}
