package exchange_test

import (
	"bytes"
	"io"
	"math/rand/v2"
	"testing"

	"github.com/hexapla/hexapla/align/exchange"
	"golang.org/x/text/language"
)

// Whatever is read without an error is sound, and is the same after it has been
// written and read again.

func FuzzTSV(f *testing.F) {
	f.Add([]byte("0,1\t0\t0.98\n\t1\t0.5\n2\t\t0.1\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		beads, err := exchange.ReadTSV(bytes.NewReader(data))
		if err != nil {
			return
		}
		first := written(t, func(w io.Writer) error { return exchange.WriteTSV(w, beads) })
		again, err := exchange.ReadTSV(bytes.NewReader(first))
		if err != nil {
			t.Fatalf("what was written can't be read: %v\n%s", err, first)
		}
		second := written(t, func(w io.Writer) error { return exchange.WriteTSV(w, again) })
		if !bytes.Equal(first, second) {
			t.Errorf("first\n%s\nsecond\n%s", first, second)
		}
	})
}

func FuzzLadder(f *testing.F) {
	f.Add([]byte("0\t0\t0.9\n1\t2\t-1\n3\t3\t0\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		beads, err := exchange.ReadLadder(bytes.NewReader(data))
		if err != nil || len(beads) == 0 || beads[0].Source.Start+beads[0].Target.Start > 0 {
			return
		}
		written(t, func(w io.Writer) error { return exchange.WriteLadder(w, beads) })
	})
}

func FuzzJSON(f *testing.F) {
	p := randomParallel(rand.New(rand.NewPCG(1, 4)), true, language.English, language.Spanish)
	a, _ := p.Alignment()
	var seed bytes.Buffer
	exchange.WriteJSON(&seed, a)
	f.Add(seed.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := exchange.ReadJSON(bytes.NewReader(data))
		if err != nil {
			return
		}
		for _, s := range a.Source.Sentences {
			for _, span := range s.Spans {
				_ = a.Source.Text[span.Start:span.End]
			}
		}
		first := written(t, func(w io.Writer) error { return exchange.WriteJSON(w, a) })
		again, err := exchange.ReadJSON(bytes.NewReader(first))
		if err != nil {
			t.Fatalf("what was written can't be read: %v\n%s", err, first)
		}
		second := written(t, func(w io.Writer) error { return exchange.WriteJSON(w, again) })
		if !bytes.Equal(first, second) {
			t.Errorf("first\n%s\nsecond\n%s", first, second)
		}
	})
}

func FuzzTEI(f *testing.F) {
	p := randomParallel(rand.New(rand.NewPCG(1, 5)), true, language.English, language.Spanish)
	var seed bytes.Buffer
	exchange.WriteTEI(&seed, p, "t")
	f.Add(seed.Bytes())
	f.Add([]byte(foreignTEI))
	f.Fuzz(func(t *testing.T, data []byte) {
		if book, err := exchange.ReadTEIText(bytes.NewReader(data)); err == nil {
			checkBook(t, book)
		}
		p, err := exchange.ReadTEI(bytes.NewReader(data))
		if err != nil {
			return
		}
		first := written(t, func(w io.Writer) error { return exchange.WriteTEI(w, p, "t") })
		again, err := exchange.ReadTEI(bytes.NewReader(first))
		if err != nil {
			t.Fatalf("what was written can't be read: %v\n%s", err, first)
		}
		second := written(t, func(w io.Writer) error { return exchange.WriteTEI(w, again, "t") })
		if !bytes.Equal(first, second) {
			t.Errorf("first\n%s\nsecond\n%s", first, second)
		}
	})
}

func FuzzUnits(f *testing.F) {
	p := randomParallel(rand.New(rand.NewPCG(1, 6)), true, language.English, language.Spanish)
	var tmx, xliff, bisentences bytes.Buffer
	exchange.WriteTMX(&tmx, p.Units(), language.English)
	exchange.WriteXLIFF(&xliff, p.Units(), language.English, language.Spanish)
	exchange.WriteBisentences(&bisentences, p.Units())
	f.Add(tmx.Bytes())
	f.Add(xliff.Bytes())
	f.Add(bisentences.Bytes())
	f.Add([]byte(omegatTMX))
	f.Add([]byte(`<tmx><tu><prop type="x-confidence">0.00001</prop><tuv xml:lang="en"><seg>a</seg></tuv></tu></tmx>`))
	f.Add([]byte(`<tmx><tu><tuv><seg>a</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu></tmx>`))
	f.Add([]byte(sdlXLIFF))
	f.Add([]byte(gzipped(omegatTMX)))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, units := range []func(io.Reader) (*exchange.Parallel, error){
			func(r io.Reader) (*exchange.Parallel, error) { return exchange.Collect(exchange.ReadTMX(r)) },
			func(r io.Reader) (*exchange.Parallel, error) { return exchange.Collect(exchange.ReadXLIFF(r)) },
			func(r io.Reader) (*exchange.Parallel, error) {
				return exchange.Collect(exchange.ReadBisentences(r, language.English, language.Spanish))
			},
		} {
			p, err := units(bytes.NewReader(data))
			if err != nil {
				continue
			}
			if err := p.Check(); err != nil {
				t.Errorf("what was read: %v", err)
			}
			checkTMX(t, p)
		}
	})
}

// checkTMX makes sure that a text comes through TMX. The source is told to be
// the first version, for the reader puts the source first.
func checkTMX(t *testing.T, p *exchange.Parallel) {
	t.Helper()
	if len(p.Documents) == 0 {
		return // no units, and none to tell the source of
	}
	source := p.Documents[0].Language
	first := written(t, func(w io.Writer) error { return exchange.WriteTMX(w, p.Units(), source) })
	again, err := exchange.Collect(exchange.ReadTMX(bytes.NewReader(first)))
	if err != nil {
		t.Fatalf("what was written can't be read: %v\n%s", err, first)
	}
	second := written(t, func(w io.Writer) error { return exchange.WriteTMX(w, again.Units(), source) })
	if !bytes.Equal(first, second) {
		t.Errorf("first\n%s\nsecond\n%s", first, second)
	}
}

func FuzzXCES(f *testing.F) {
	f.Add([]byte(`<cesAlign><linkGrp><link xtargets="s1 s2;s1" certainty="0.9"/></linkGrp></cesAlign>`))
	f.Add([]byte(`<text xml:lang="en"><body><p><s id="s1">One.</s></p></body></text>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		exchange.ReadXCES(bytes.NewReader(data), []string{"s1", "s2", "s3"}, []string{"s1", "s2"})
		text, err := exchange.ReadXCESText(bytes.NewReader(data))
		if err == nil && len(text.IDs) != len(text.Document.Sentences) {
			t.Errorf("%d identifiers of %d sentences", len(text.IDs), len(text.Document.Sentences))
		}
	})
}
