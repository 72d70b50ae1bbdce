package align

import (
	"io"

	"github.com/hexapla/hexapla/align/internal/index"
	"github.com/hexapla/hexapla/segment"
)

// What can be wrong with an index file, or with what is to be added.
var (
	// ErrIndexFormat: the file is no index.
	ErrIndexFormat = index.ErrFormat

	// ErrIndexVersion: the index is of a version that this one cannot read.
	ErrIndexVersion = index.ErrVersion

	// ErrIndexDamaged: the file was an index. The error that wraps it tells
	// which part is broken.
	ErrIndexDamaged = index.ErrDamaged

	// ErrIndexFull: a language has 2 GB of words already, some 2,000 books.
	ErrIndexFull = index.ErrFull
)

// IndexBuilder collects the documents of an [Index]. The zero IndexBuilder is
// empty and ready; [Index.Extend] makes one that holds an index already.
type IndexBuilder struct{ books index.Builder }

// Add puts a document into the index under a name. It keeps what it needs, so
// that the document can be let go. Names need not differ, and what is not UTF-8
// in them is replaced. The cost is linear in the text, about 5 MB a second. The
// error is [ErrIndexFull].
func (b *IndexBuilder) Add(name string, doc *segment.Document) error {
	return b.books.Add(name, doc)
}

// Index returns the index of all that was added, and empties the builder.
func (b *IndexBuilder) Index() *Index { return &Index{b.books.Index()} }

// Index holds documents so that [Find] can find passages in them: which
// sentences hold which words, where they stand, and what they read. In a
// file, or in memory, it takes nine tenths of what the texts do; opened by
// [OpenIndex] it takes a quarter to a third in memory. It is not
// changed once made, and safe for use by several goroutines at once.
type Index struct{ books *index.Index }

// Documents returns the names of the documents, in the order in which they were
// added.
func (x *Index) Documents() []string {
	names := make([]string, len(x.books.Books))
	for i, b := range x.books.Books {
		names[i] = b.Name
	}
	return names
}

// Extend returns a builder that holds the documents of the index, for more to be
// added. The index stays as it is. What the builder gives is the same, byte for
// byte, as if all documents had been added to an empty one, but no text is
// read again: for a Bible and one more line it takes a twentieth of the time. The
// error is that of reading an index in a file.
func (x *Index) Extend() (*IndexBuilder, error) {
	books, err := x.books.Extend()
	if err != nil {
		return nil, err
	}
	return &IndexBuilder{*books}, nil
}

// Write writes the index, for [ReadIndex] and [OpenIndex]. The same documents,
// added in the same order, give the same bytes. The error is out's, or that of
// reading an index in a file.
func (x *Index) Write(out io.Writer) error { return x.books.Write(out) }

// ReadIndex reads what [Index.Write] wrote, to the end of in, into memory. What
// is not an index, or is not whole, is an error that wraps one of
// [ErrIndexFormat], [ErrIndexVersion] and [ErrIndexDamaged]; other errors are
// in's. The memory taken is a fixed multiple of what was read at most, whatever
// the file claims. What is broken in the middle may be found by a search only.
func ReadIndex(in io.Reader) (*Index, error) {
	books, err := index.Read(in)
	if err != nil {
		return nil, err
	}
	return &Index{books}, nil
}

// OpenIndex is ReadIndex for a file of some bytes that stays open as long as the
// index is used. It reads the vocabulary and where words stand, about a fifth of
// the file, and leaves the rest until a search asks for it: of a thousand books
// a search reads some hundred sentences.
func OpenIndex(in io.ReaderAt, size int64) (*Index, error) {
	books, err := index.Open(in, size)
	if err != nil {
		return nil, err
	}
	return &Index{books}, nil
}
