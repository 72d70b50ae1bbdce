package index

import (
	"bufio"
	"encoding/binary"
	"io"

	"github.com/hexapla/hexapla/segment"
)

// An index file is the magic line, the version as a byte, sections and blocks.
// A section is a uvarint length, so many bytes, and their CRC-32C, four bytes,
// little-endian. The head tells the shelves and books, and the sizes and sums
// of all blocks; then follow for each shelf its vocabulary, its order,
// sentences and postings, and for each book its spans. After them come the
// blocks, without anything between: for each shelf its tokens, for each book
// its text.
const (
	magic   = "hexapla index\n"
	version = 2
)

type writer struct {
	out *bufio.Writer
	err error
}

// Write writes the index. The same index gives the same bytes.
func (x *Index) Write(out io.Writer) error {
	w := &writer{out: bufio.NewWriter(out)}
	w.bytes([]byte(magic))
	w.bytes([]byte{version})
	w.section(x.head())
	for _, s := range x.Shelves {
		w.section(s.vocabulary())
		w.section(s.order())
		w.section(s.sentenceTable())
		w.section(s.postings)
	}
	for i := range x.Books {
		w.section(x.Books[i].spans)
	}
	for _, s := range x.Shelves {
		w.blocks(&s.tokens)
	}
	for i := range x.Books {
		w.blocks(&x.Books[i].text)
	}
	if w.err != nil {
		return w.err
	}
	return w.out.Flush()
}

func (w *writer) section(content []byte) {
	w.bytes(binary.AppendUvarint(nil, uint64(len(content))))
	w.bytes(content)
	w.bytes(binary.LittleEndian.AppendUint32(nil, sum(content)))
}

func (w *writer) blocks(b *blocks) {
	var buffer []byte
	for i := range b.len() {
		if w.err != nil {
			return
		}
		block, err := b.read(i, buffer)
		if err != nil {
			w.err = err
			return
		}
		if b.in != nil {
			buffer = block
		}
		w.bytes(block)
	}
}

func (w *writer) bytes(content []byte) {
	if w.err == nil {
		_, w.err = w.out.Write(content)
	}
}

// head tells of each shelf its language, tokens, and blocks; of each book its
// name, language, shelf, sentences and blocks, and how long these are unpacked.
func (x *Index) head() []byte {
	code := binary.AppendUvarint(nil, uint64(len(x.Shelves)))
	for _, s := range x.Shelves {
		code = appendString(code, s.Language.String())
		code = binary.AppendUvarint(code, uint64(s.Tokens))
	}
	code = binary.AppendUvarint(code, uint64(len(x.Books)))
	for _, b := range x.Books {
		code = appendString(code, b.Name)
		code = appendString(code, b.Language.String())
		code = binary.AppendUvarint(code, uint64(b.Shelf))
		code = binary.AppendUvarint(code, uint64(b.End-b.First))
	}
	for _, s := range x.Shelves {
		code = s.tokens.appendPlaces(code)
	}
	for _, b := range x.Books {
		code = b.text.appendPlaces(code)
		for _, n := range b.unpacked {
			code = binary.AppendUvarint(code, uint64(n))
		}
	}
	return code
}

// appendPlaces tells the sizes and sums of blocks; how many there are follows
// from the sentences.
func (b *blocks) appendPlaces(code []byte) []byte {
	places := b.place
	for _, block := range b.kept {
		places = append(places, place{size: uint32(len(block)), sum: sum(block)})
	}
	for _, p := range places {
		code = binary.AppendUvarint(code, uint64(p.size))
		code = binary.LittleEndian.AppendUint32(code, p.sum)
	}
	return code
}

// vocabulary has for each type its kind, how often it stands and how often as
// a name, how long its postings are, and its stem.
func (s *Shelf) vocabulary() []byte {
	var code []byte
	last := uint32(0)
	for id, t := range s.Types {
		code = append(code, byte(t.Kind))
		code = binary.AppendUvarint(code, uint64(t.Count))
		code = binary.AppendUvarint(code, uint64(t.names))
		code = binary.AppendUvarint(code, uint64(s.postingEnds[id]-last))
		code = appendString(code, t.Stem)
		last = s.postingEnds[id]
	}
	return code
}

// order has the type numbers by stem: to sort half a million takes a second.
func (s *Shelf) order() []byte {
	var code []byte
	for _, id := range s.sorted {
		code = binary.AppendUvarint(code, uint64(id))
	}
	return code
}

// sentenceTable has for each sentence the bytes of its tokens, and its letters.
func (s *Shelf) sentenceTable() []byte {
	var code []byte
	last := uint32(0)
	for i, end := range s.tokenEnds {
		if i%blockSentences == 0 {
			last = 0
		}
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
