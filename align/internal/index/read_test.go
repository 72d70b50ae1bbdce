package index

import (
	"bytes"
	"encoding/binary"
	"errors"
	"runtime"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

func small(t testing.TB) []byte {
	t.Helper()
	var b Builder
	for _, text := range []string{"Llovía en Toledo. Nadie vino.\n\n¿Nadie? Vino Ana, a las 5.", "Otra vez llovía."} {
		doc, err := segment.Parse(text, segment.Options{Language: language.Spanish})
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Add("un libro", doc); err != nil {
			t.Fatal(err)
		}
	}
	var file bytes.Buffer
	if err := b.Index().Write(&file); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func TestPostingsAndSentencesAgree(t *testing.T) {
	x, err := Read(bytes.NewReader(small(t)))
	if err != nil {
		t.Fatal(err)
	}
	s := x.Shelves[0]
	r := s.Reader()
	if len(x.Books) != 2 || s.Sentences != 5 {
		t.Fatalf("%d books, %d sentences; want 2, 5", len(x.Books), s.Sentences)
	}
	for id := range int32(len(s.Types)) {
		if found, ok := s.Lookup(s.Types[id].Stem); !ok || found != id {
			t.Errorf("%q is type %d, want %d", s.Types[id].Stem, found, id)
		}
		var want, got []int32
		for i := range int32(s.Sentences) {
			ids, err := r.Sentence(i)
			if err != nil {
				t.Fatal(err)
			}
			for _, other := range ids {
				if other == id && (len(want) == 0 || want[len(want)-1] != i) {
					want = append(want, i)
				}
			}
		}
		s.EachSentence(id, func(i int32) { got = append(got, i) })
		if len(got) != len(want) || len(got) > 0 && (got[0] != want[0] || got[len(got)-1] != want[len(want)-1]) {
			t.Errorf("%q stands in %v, its postings say %v", s.Types[id].Stem, want, got)
		}
	}
	if first, end := s.BookOf(4); first != 4 || end != 5 {
		t.Errorf("sentence 4 is in the book of %d to %d, want 4 to 5", first, end)
	}
}

// A file that claims to be huge, and isn't, takes little memory.
func TestClaimsReserveNothing(t *testing.T) {
	file := append([]byte(magic), version, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 'x')
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := Read(bytes.NewReader(file))
	runtime.ReadMemStats(&after)
	if !errors.Is(err, ErrDamaged) {
		t.Errorf("error %v, want that it is damaged", err)
	}
	if grown := after.TotalAlloc - before.TotalAlloc; grown > 8<<20 {
		t.Errorf("%d bytes reserved for %d", grown, len(file))
	}
}

// Whatever a file holds, it is an error or an index of which all can be read.
// The checksums of sections are made right, so that what is behind them is met.
func FuzzRead(f *testing.F) {
	f.Add(small(f))
	f.Add([]byte(magic))
	f.Add(append([]byte(magic), version, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255)) // no length
	f.Fuzz(func(t *testing.T, file []byte) {
		x, err := Read(bytes.NewReader(resummed(file)))
		if err != nil {
			if !errors.Is(err, ErrFormat) && !errors.Is(err, ErrVersion) && !errors.Is(err, ErrDamaged) {
				t.Fatalf("error %v is of no kind", err)
			}
			return
		}
		trust(x)
		for _, s := range x.Shelves {
			r := s.Reader()
			for i := range int32(s.Sentences) {
				if _, err := r.Sentence(i); err != nil && !errors.Is(err, ErrDamaged) {
					t.Fatalf("error %v is of no kind", err)
				}
				s.BookOf(i)
				s.LettersOf(i)
			}
			for id := range int32(len(s.Types)) {
				s.EachSentence(id, func(i int32) { s.LettersOf(i) })
				s.Cognates(s.Types[id].Stem, func(int32, float64) {})
				s.Names(s.Types[id].Stem, func(int32, float64) {})
			}
		}
		for i := range x.Books {
			all := segment.Range{End: int(x.Books[i].End - x.Books[i].First)}
			if _, err := x.Books[i].Spans(all); err != nil && !errors.Is(err, ErrDamaged) {
				t.Fatalf("error %v is of no kind", err)
			}
			if _, err := x.Books[i].Text(all); err != nil && !errors.Is(err, ErrDamaged) {
				t.Fatalf("error %v is of no kind", err)
			}
		}
	})
}

// resummed puts the right checksums behind the sections of a file, as many as
// there are, and into its head those of the blocks that it still has.
func resummed(file []byte) []byte {
	file = bytes.Clone(file)
	for at := len(magic) + 1; at < len(file); {
		size, n := binary.Uvarint(file[at:])
		if n <= 0 || size > uint64(len(file)-at-n) || uint64(len(file)-at-n)-size < 4 {
			return file
		}
		end := at + n + int(size)
		binary.LittleEndian.PutUint32(file[end:], sum(file[at+n:end]))
		at = end + 4
	}
	return file
}

// trust makes the checksums of all blocks right.
func trust(x *Index) {
	right := func(b *blocks) {
		for i := range b.place {
			content := make([]byte, b.place[i].size)
			if _, err := b.in.ReadAt(content, b.place[i].start); err == nil {
				b.place[i].sum = sum(content)
			}
		}
	}
	for _, s := range x.Shelves {
		right(&s.tokens)
	}
	for i := range x.Books {
		right(&x.Books[i].text)
	}
}

// To add books to an index gives the bytes of an index of all.
func TestExtend(t *testing.T) {
	texts := []string{strings.Repeat("Llovía en Toledo. Vino Ana. ", 300), "Nadie vino.", "It rained. Ana came."}
	tags := []language.Tag{language.Spanish, language.Spanish, language.English}
	var whole Builder
	extended := new(Builder)
	for i, text := range texts {
		doc, err := segment.Parse(text, segment.Options{Language: tags[i]})
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(whole.Add("book", doc), extended.Add("book", doc)); err != nil {
			t.Fatal(err)
		}
		var file bytes.Buffer
		if err := extended.Index().Write(&file); err != nil {
			t.Fatal(err)
		}
		x, err := Open(bytes.NewReader(file.Bytes()), int64(file.Len()))
		if err != nil {
			t.Fatal(err)
		}
		if extended, err = x.Extend(); err != nil {
			t.Fatal(err)
		}
	}
	var want, got bytes.Buffer
	if err := errors.Join(whole.Index().Write(&want), extended.Index().Write(&got)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want.Bytes(), got.Bytes()) {
		t.Errorf("%d bytes, want the %d of an index built at once", got.Len(), want.Len())
	}
}
