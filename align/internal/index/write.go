package index

import (
	"bufio"
	"encoding/binary"
	"hash"
	"hash/crc32"
	"io"

	"github.com/hexapla/hexapla/segment"
)

// An index file is the magic line, the version as a byte, and sections: each a
// uvarint length and so many bytes. The head tells the shelves and books, then
// follow for each shelf its vocabulary, tokens, sentences and postings, and for
// each book its spans and the chunks of its text. Last comes a CRC-32C of all
// that is before it, four bytes, little-endian.
const (
	magic   = "hexapla index\n"
	version = 1
)

var crcTable = crc32.MakeTable(crc32.Castagnoli)

type writer struct {
	out *bufio.Writer
	sum hash.Hash32
	err error
}

// Write writes the index. The same index gives the same bytes.
func (x *Index) Write(out io.Writer) error {
	w := &writer{out: bufio.NewWriter(out), sum: crc32.New(crcTable)}
	w.bytes([]byte(magic))
	w.bytes([]byte{version})
	w.section(x.head())
	for _, s := range x.Shelves {
		w.section(s.vocabulary())
		w.section(s.tokens)
		w.section(s.sentenceTable())
		w.section(s.postings)
	}
	for i := range x.Books {
		b := &x.Books[i]
		w.section(b.spans)
		for _, chunk := range b.chunks {
			w.section(chunk)
		}
	}
	w.bytes(binary.LittleEndian.AppendUint32(nil, w.sum.Sum32()))
	if w.err != nil {
		return w.err
	}
	return w.out.Flush()
}

func (w *writer) section(content []byte) {
	w.bytes(binary.AppendUvarint(nil, uint64(len(content))))
	w.bytes(content)
}

func (w *writer) bytes(content []byte) {
	if w.err != nil {
		return
	}
	w.sum.Write(content)
	_, w.err = w.out.Write(content)
}

// head tells the languages of the shelves, then of each book its name,
// language, shelf and number of sentences, and how long its chunks are unpacked.
func (x *Index) head() []byte {
	code := binary.AppendUvarint(nil, uint64(len(x.Shelves)))
	for _, s := range x.Shelves {
		code = appendString(code, s.Language.String())
	}
	code = binary.AppendUvarint(code, uint64(len(x.Books)))
	for _, b := range x.Books {
		code = appendString(code, b.Name)
		code = appendString(code, b.Language.String())
		code = binary.AppendUvarint(code, uint64(b.Shelf))
		code = binary.AppendUvarint(code, uint64(b.End-b.First))
		for _, n := range b.unpacked {
			code = binary.AppendUvarint(code, uint64(n))
		}
	}
	return code
}

// nameBit marks a name in the byte that tells the kind of a type.
const nameBit = 0x80

// vocabulary has for each type its kind, how long its postings are, and its
// stem. How often it stands is counted anew.
func (s *Shelf) vocabulary() []byte {
	var code []byte
	last := uint32(0)
	for id, t := range s.Types {
		kind := byte(t.Kind)
		if t.Name {
			kind |= nameBit
		}
		code = append(code, kind)
		code = binary.AppendUvarint(code, uint64(s.postingEnds[id]-last))
		code = appendString(code, t.Stem)
		last = s.postingEnds[id]
	}
	return code
}

// sentenceTable has for each sentence the bytes of its tokens, and its letters.
func (s *Shelf) sentenceTable() []byte {
	var code []byte
	last := uint32(0)
	for i, end := range s.tokenEnds {
		code = binary.AppendUvarint(code, uint64(end-last))
		code = binary.AppendUvarint(code, uint64(s.letters[i]))
		last = end
	}
	return code
}

func appendString(code []byte, text string) []byte {
	return append(binary.AppendUvarint(code, uint64(len(text))), text...)
}

// kinds of tokens that there are.
func isKind(k segment.TokenKind) bool { return k >= segment.Letters && k <= segment.Mark }
