// Package index keeps books so that passages can be found in them: the words of
// each sentence, the sentences of each word, their places and their text.
//
// Books of one language share a [Shelf], with one vocabulary. Token and
// sentence numbers are kept as varints: a word's number is that of its first
// appearance, so that common words, which come early, take a byte. Of an index
// in a file the vocabulary and the postings are read at once, which is a fifth
// of it; tokens and text stay where they are, in blocks with a checksum each,
// until a search reads some. What a shelf holds for a text, and how fast, the
// benchmarks of package align tell.
package index

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/hexapla/hexapla/segment"
)

// Index is a number of books, in memory or partly in a file. It is not changed
// once built, and may be read from many goroutines at once.
type Index struct {
	Books   []Book
	Shelves []*Shelf // in the order of their first book
}

// Book is a document of an index.
type Book struct {
	Name     string
	Language language.Tag
	Shelf    int   // number of its shelf
	First    int32 // its first sentence among those of the shelf
	End      int32 // after its last

	spans    []byte   // of its sentences, see appendSpans
	text     blocks   // see pack
	unpacked []uint32 // length of each block of text when unpacked
}

// Type is a distinct token of a shelf.
type Type struct {
	Stem  string
	Kind  segment.TokenKind
	Count int32 // tokens of the type
	Name  bool  // mostly written with a capital

	names int32 // tokens of books in which it is a name
}

// Shelf is what the books of one language say.
type Shelf struct {
	Language  language.Tag
	Types     []Type
	Tokens    int   // of all sentences
	Letters   int64 // and digits of all sentences
	Sentences int

	sorted []int32 // type numbers, by stem

	tokens     blocks   // uvarints of type numbers, sentence after sentence
	tokenEnds  []uint32 // of each sentence in its block
	letters    []uint16 // of each sentence, see LettersOf
	bookStarts []int32  // first sentence of each book, and the end of the last

	postings    []byte   // uvarints: of each type, the gaps between its sentences
	postingEnds []uint32 // of each type in postings

	starts startTable
	names  nameTable
}

// Lookup returns the number of a stem's type.
func (s *Shelf) Lookup(stem string) (int32, bool) {
	low, high := 0, len(s.sorted)
	for low < high {
		middle := int(uint(low+high) >> 1)
		if s.Types[s.sorted[middle]].Stem < stem {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low < len(s.sorted) && s.Types[s.sorted[low]].Stem == stem {
		return s.sorted[low], true
	}
	return 0, false
}

// LettersOf returns the letters and digits of sentence i, 65535 if it has more.
func (s *Shelf) LettersOf(i int32) int { return int(s.letters[i]) }

// BookOf returns the sentences, from first to before end, of the book that
// holds sentence i.
func (s *Shelf) BookOf(i int32) (first, end int32) {
	low, high := 0, len(s.bookStarts)-1
	for low+1 < high {
		middle := (low + high) / 2
		if s.bookStarts[middle] <= i {
			low = middle
		} else {
			high = middle
		}
	}
	return s.bookStarts[low], s.bookStarts[low+1]
}

// PostingBytes is about how much is to be read for the sentences of a type. It
// is 0 for one that stands everywhere: it has none.
func (s *Shelf) PostingBytes(id int32) int {
	return len(s.posting(id))
}

func (s *Shelf) posting(id int32) []byte {
	start := uint32(0)
	if id > 0 {
		start = s.postingEnds[id-1]
	}
	return s.postings[start:s.postingEnds[id]]
}

// EachSentence calls yield with the sentences that hold a type, in order.
func (s *Shelf) EachSentence(id int32, yield func(sentence int32)) {
	at := uint32(0)
	for code := s.posting(id); len(code) > 0; {
		var gap uint32
		gap, code = uvarint(code)
		if at += gap; at >= uint32(s.Sentences) {
			return // no file of ours says so
		}
		yield(int32(at))
	}
}

// uvarint reads a number of 32 bits. One that is broken off is taken to be 0 at
// the end: the caller checks its range.
func uvarint(code []byte) (uint32, []byte) {
	n, shift := uint32(0), 0
	for i, b := range code {
		n |= uint32(b&0x7F) << shift
		if b < 0x80 {
			return n, code[i+1:]
		}
		shift += 7
	}
	return n, nil
}

// Beginning calls yield with the types whose stem begins with a stem and has up
// to more bytes besides.
func (s *Shelf) Beginning(stem string, more int, yield func(id int32)) {
	at, _ := slices.BinarySearchFunc(s.sorted, stem, func(id int32, stem string) int {
		return strings.Compare(s.Types[id].Stem, stem)
	})
	for ; at < len(s.sorted); at++ {
		other := s.Types[s.sorted[at]].Stem
		if !strings.HasPrefix(other, stem) {
			return
		}
		if len(other) > len(stem) && len(other) <= len(stem)+more {
			yield(s.sorted[at])
		}
	}
}

// Holder returns the number of the book that holds a sentence of a shelf.
func (x *Index) Holder(shelf int, sentence int32) int {
	return slices.IndexFunc(x.Books, func(b Book) bool {
		return b.Shelf == shelf && b.First <= sentence && sentence < b.End
	})
}
