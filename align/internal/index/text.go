package index

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"io"
	"strings"

	"github.com/hexapla/hexapla/segment"
)

// pack keeps the text of a book's sentences, in blocks: of each sentence its
// length and its bytes, deflated.
func (b *Book) pack(sentences []segment.Sentence) {
	packer, err := flate.NewWriter(nil, flate.DefaultCompression)
	if err != nil {
		panic(err) // the level is one that there is
	}
	var raw []byte
	for len(sentences) > 0 {
		n := min(len(sentences), blockSentences)
		raw = raw[:0]
		for _, s := range sentences[:n] {
			raw = binary.AppendUvarint(raw, uint64(len(s.Text)))
			raw = append(raw, s.Text...)
		}
		var packed bytes.Buffer
		packer.Reset(&packed)
		packer.Write(raw) // writing to a Buffer does not fail
		packer.Close()
		b.text.kept = append(b.text.kept, bytes.Clone(packed.Bytes()))
		b.unpacked = append(b.unpacked, uint32(len(raw)))
		sentences = sentences[n:]
	}
}

// Text returns the text of some sentences of the book, counted from its first,
// with a space between them. The error wraps ErrDamaged or is the file's.
func (b *Book) Text(r segment.Range) (string, error) {
	texts, err := b.Texts(r)
	return strings.Join(texts, " "), err
}

// Texts is Text for each sentence.
func (b *Book) Texts(r segment.Range) ([]string, error) {
	texts := make([]string, 0, r.Len())
	for c := r.Start / blockSentences; c*blockSentences < r.End; c++ {
		raw, err := b.unpack(c)
		if err != nil {
			return nil, err
		}
		for i := c * blockSentences; i < r.End && len(raw) > 0; i++ {
			n, size := binary.Uvarint(raw)
			if size <= 0 || n > uint64(len(raw)-size) {
				return nil, damaged("text of %q, sentence %d", b.Name, i)
			}
			if i >= r.Start {
				texts = append(texts, string(raw[size:size+int(n)]))
			}
			raw = raw[size+int(n):]
		}
	}
	return texts, nil
}

func (b *Book) unpack(c int) ([]byte, error) {
	packed, err := b.text.read(c, nil)
	if err != nil {
		return nil, err
	}
	raw := make([]byte, b.unpacked[c])
	if _, err := io.ReadFull(flate.NewReader(bytes.NewReader(packed)), raw); err != nil {
		return nil, damaged("text of %q, part %d: %v", b.Name, c, err)
	}
	return raw, nil
}

// appendSpans keeps the spans of sentences: for each their number, and of each
// how far it starts after the end of the one before, and its length.
func appendSpans(code []byte, sentences []segment.Sentence) []byte {
	at := 0
	for _, s := range sentences {
		code = binary.AppendUvarint(code, uint64(len(s.Spans)))
		for _, span := range s.Spans {
			// Spans of a document built by hand may stand in any order.
			code = binary.AppendVarint(code, int64(span.Start-at))
			code = binary.AppendVarint(code, int64(span.End-span.Start))
			at = span.End
		}
	}
	return code
}

// Spans returns the spans of some sentences of the book. Those that stand in a
// row but for white space are not joined: nothing here knows the text. The
// error wraps ErrDamaged.
func (b *Book) Spans(r segment.Range) ([]segment.Span, error) {
	var spans []segment.Span
	n, err := eachSpan(b.spans, func(sentence int, span segment.Span) bool {
		if sentence >= r.Start && sentence < r.End {
			spans = append(spans, span)
		}
		return sentence < r.End
	})
	if err != nil || n < r.End {
		return nil, damaged("places of %q", b.Name)
	}
	return spans, nil
}

// eachSpan decodes spans until yield returns false, and returns the number of
// sentences. The error tells where the code is broken.
func eachSpan(code []byte, yield func(sentence int, span segment.Span) bool) (sentences int, err error) {
	at := int64(0)
	for ; len(code) > 0; sentences++ {
		count, size := binary.Uvarint(code)
		if size <= 0 || count > uint64(len(code)) {
			return 0, fmt.Errorf("spans of sentence %d", sentences)
		}
		code = code[size:]
		for range count {
			gap, size := binary.Varint(code)
			if size <= 0 {
				return 0, fmt.Errorf("spans of sentence %d", sentences)
			}
			code = code[size:]
			length, size := binary.Varint(code)
			if size <= 0 {
				return 0, fmt.Errorf("spans of sentence %d", sentences)
			}
			code = code[size:]
			start := at + gap
			at = start + length
			if !yield(sentences, segment.Span{Start: int(start), End: int(at)}) {
				return sentences, nil
			}
		}
	}
	return sentences, nil
}
