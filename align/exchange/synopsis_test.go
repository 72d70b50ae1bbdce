package exchange_test

import (
	"bytes"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align/exchange"
	"golang.org/x/text/language"
)

// A synopsis comes back out of a translation memory: its rows, and the pairs that
// they tell.
func TestSynopsisThroughTMX(t *testing.T) {
	for seed := range uint64(trials) {
		p := randomParallel(rand.New(rand.NewPCG(seed, 10)), false, language.English, language.Spanish, language.French)
		s, err := p.Synopsis()
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		first := exchange.OfSynopsis(s)
		data := written(t, func(w io.Writer) error { return exchange.WriteTMX(w, first.Units(), language.Und) })
		read, err := exchange.Collect(exchange.ReadTMX(bytes.NewReader(data)))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		again, err := read.Synopsis()
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if len(again.Rows) != len(s.Rows) {
			t.Fatalf("seed %d: %d rows, want %d", seed, len(again.Rows), len(s.Rows))
		}
		second := written(t, func(w io.Writer) error { return exchange.WriteTMX(w, exchange.OfSynopsis(again).Units(), language.Und) })
		if diff := cmp.Diff(string(data), string(second)); diff != "" {
			t.Fatalf("seed %d (-first +second):\n%s", seed, diff)
		}
	}
}

func TestSynopsisRefusesCrossingRows(t *testing.T) {
	p := randomParallel(rand.New(rand.NewPCG(1, 1)), false, language.English, language.Spanish)
	a, b := &p.Rows[0].Ranges[1], &p.Rows[len(p.Rows)-1].Ranges[1]
	*a, *b = *b, *a
	if _, err := p.Synopsis(); err == nil || !strings.Contains(err.Error(), "version 2 goes on with sentence") {
		t.Errorf("error %v, want one that names the version", err)
	}
}
