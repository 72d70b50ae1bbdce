package index

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"math"

	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// What can be wrong with an index file.
var (
	ErrFormat  = errors.New("not an index file of hexapla")
	ErrVersion = errors.New("an index of another version of hexapla: build it anew")
	ErrDamaged = errors.New("the index is damaged: build it anew")
)

func damaged(format string, args ...any) error {
	return fmt.Errorf("%w (%s)", ErrDamaged, fmt.Sprintf(format, args...))
}

// Read reads an index. All that is wrong with a file is found here, but that a
// crafted text may not unpack. What is reserved never exceeds a fixed multiple
// of the bytes that were read.
func Read(in io.Reader) (*Index, error) {
	r := &reader{in: bufio.NewReader(in), sum: crc32.New(crcTable)}
	if err := r.start(); err != nil {
		return nil, err
	}
	x := new(Index)
	head, err := r.section("head")
	if err != nil {
		return nil, err
	}
	if err := x.parseHead(head); err != nil {
		return nil, err
	}
	for _, s := range x.Shelves {
		if err := r.shelf(s); err != nil {
			return nil, err
		}
	}
	for i := range x.Books {
		if err := r.book(&x.Books[i]); err != nil {
			return nil, err
		}
	}
	if err := r.end(); err != nil {
		return nil, err
	}
	for _, s := range x.Shelves {
		s.finish()
	}
	return x, nil
}

type reader struct {
	in  *bufio.Reader
	sum hash.Hash32
}

func (r *reader) start() error {
	var first [len(magic) + 1]byte
	if _, err := io.ReadFull(r.in, first[:]); err != nil {
		return ended(err, ErrFormat)
	}
	if string(first[:len(magic)]) != magic {
		return ErrFormat
	}
	if first[len(magic)] != version {
		return ErrVersion
	}
	r.sum.Write(first[:])
	return nil
}

// end checks the sum.
func (r *reader) end() error {
	var want [4]byte
	if _, err := io.ReadFull(r.in, want[:]); err != nil {
		return ended(err, damaged("it ends early"))
	}
	if binary.LittleEndian.Uint32(want[:]) != r.sum.Sum32() {
		return damaged("its checksum is wrong")
	}
	if _, err := r.in.ReadByte(); err == nil {
		return damaged("something follows its end")
	} else if err != io.EOF {
		return err
	}
	return nil
}

// ended tells a file that is too short from a reader that fails.
func ended(err, short error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return short
	}
	return err
}

// section reads a section. Memory is taken as its bytes arrive, whatever
// length it claims.
func (r *reader) section(what string) ([]byte, error) {
	size, err := binary.ReadUvarint(r.in)
	if err != nil {
		return nil, ended(err, damaged("it ends before the %s", what))
	}
	if size > math.MaxUint32 {
		return nil, damaged("length of the %s", what)
	}
	var content bytes.Buffer
	content.Grow(int(min(size, 1<<20)))
	if n, err := io.CopyN(&content, r.in, int64(size)); err != nil {
		return nil, ended(err, damaged("the %s ends after %d of %d bytes", what, n, size))
	}
	r.sum.Write(binary.AppendUvarint(nil, size))
	r.sum.Write(content.Bytes())
	return bytes.Clone(content.Bytes()), nil // without what the Buffer has to spare
}

func (r *reader) shelf(s *Shelf) error {
	vocabulary, err := r.section("vocabulary")
	if err != nil {
		return err
	}
	if s.tokens, err = r.section("tokens"); err != nil {
		return err
	}
	table, err := r.section("sentences")
	if err != nil {
		return err
	}
	if s.postings, err = r.section("postings"); err != nil {
		return err
	}
	if err := s.parseVocabulary(vocabulary); err != nil {
		return err
	}
	if err := s.parseSentences(table); err != nil {
		return err
	}
	return s.checkPostings()
}

func (r *reader) book(b *Book) (err error) {
	if b.spans, err = r.section("places"); err != nil {
		return err
	}
	n, err := eachSpan(b.spans, func(int, segment.Span) bool { return true })
	if err != nil || n != int(b.End-b.First) {
		return damaged("places of %q", b.Name)
	}
	for c := range b.chunks {
		if b.chunks[c], err = r.section("text"); err != nil {
			return err
		}
		if uint64(b.unpacked[c]) > mostInflated*uint64(len(b.chunks[c])) {
			return damaged("text of %q", b.Name)
		}
	}
	return nil
}

// mostInflated is by how much deflate can shrink a text at best, 1032:1.
const mostInflated = 1040

// parser takes apart a section. After an error all it returns is zero.
type parser struct {
	rest []byte
	bad  bool
}

func (p *parser) number(most uint64) uint64 {
	n, size := binary.Uvarint(p.rest)
	if size <= 0 || n > most {
		p.bad, p.rest = true, nil
		return 0
	}
	p.rest = p.rest[size:]
	return n
}

func (p *parser) string() string {
	n := p.number(uint64(len(p.rest)))
	if n > uint64(len(p.rest)) {
		p.bad, p.rest = true, nil
		return ""
	}
	text := string(p.rest[:n])
	p.rest = p.rest[n:]
	return text
}

func (p *parser) language() language.Tag {
	tag, err := language.Parse(p.string())
	if err != nil {
		p.bad, p.rest = true, nil
	}
	return tag
}

func (x *Index) parseHead(code []byte) error {
	p := &parser{rest: code}
	for range p.number(uint64(len(code))) {
		x.Shelves = append(x.Shelves, &Shelf{Language: p.language()})
		if p.bad {
			break
		}
	}
	for range p.number(uint64(len(code))) {
		x.Books = append(x.Books, p.book(x.Shelves))
		if p.bad {
			break
		}
	}
	if p.bad || len(p.rest) > 0 {
		return damaged("list of books")
	}
	for _, s := range x.Shelves {
		s.bookStarts = append(s.bookStarts, int32(s.Sentences))
	}
	return nil
}

// book reads what the head tells of a book, and adds it to its shelf.
func (p *parser) book(shelves []*Shelf) Book {
	b := Book{Name: p.string(), Language: p.language(), Shelf: int(p.number(uint64(len(shelves))))}
	sentences := p.number(math.MaxInt32 / 4)
	chunks := (sentences + chunkSentences - 1) / chunkSentences
	if b.Shelf >= len(shelves) || chunks > uint64(len(p.rest)) {
		p.bad = true
		return b
	}
	s := shelves[b.Shelf]
	if uint64(s.Sentences)+sentences > math.MaxInt32 {
		p.bad = true
		return b
	}
	b.First = int32(s.Sentences)
	b.End = b.First + int32(sentences)
	s.Sentences += int(sentences)
	s.bookStarts = append(s.bookStarts, b.First)
	b.chunks = make([][]byte, chunks)
	b.unpacked = make([]uint32, chunks)
	for c := range b.unpacked {
		b.unpacked[c] = uint32(p.number(math.MaxInt32))
	}
	return b
}

func (s *Shelf) parseVocabulary(code []byte) error {
	p := &parser{rest: code}
	at := uint64(0)
	for len(p.rest) > 0 {
		kind := p.rest[0]
		p.rest = p.rest[1:]
		at += p.number(uint64(len(s.postings)) - at)
		t := Type{Stem: p.string(), Kind: segment.TokenKind(kind &^ nameBit), Name: kind&nameBit != 0}
		if p.bad || !isKind(t.Kind) {
			return damaged("word %d", len(s.Types))
		}
		s.Types = append(s.Types, t)
		s.postingEnds = append(s.postingEnds, uint32(at))
	}
	if at != uint64(len(s.postings)) {
		return damaged("length of the postings")
	}
	return nil
}

func (s *Shelf) parseSentences(code []byte) error {
	p := &parser{rest: code}
	at := uint64(0)
	for len(p.rest) > 0 {
		at += p.number(uint64(len(s.tokens)) - at)
		letters := p.number(math.MaxUint16)
		s.tokenEnds = append(s.tokenEnds, uint32(at))
		s.letters = append(s.letters, uint16(letters))
		s.Letters += int64(letters)
		if p.bad || !s.takeTokens(len(s.tokenEnds)-1) {
			return damaged("sentence %d", len(s.tokenEnds)-1)
		}
	}
	if len(s.tokenEnds) != s.Sentences || at != uint64(len(s.tokens)) {
		return damaged("number of sentences")
	}
	return nil
}

// takeTokens checks the tokens of a sentence and counts them.
func (s *Shelf) takeTokens(i int) bool {
	start := uint32(0)
	if i > 0 {
		start = s.tokenEnds[i-1]
	}
	p := &parser{rest: s.tokens[start:s.tokenEnds[i]]}
	for len(p.rest) > 0 {
		id := p.number(math.MaxInt32)
		if p.bad || id >= uint64(len(s.Types)) {
			return false
		}
		s.Types[id].Count++
		s.Tokens++
	}
	return true
}

// checkPostings sees that they name sentences of the shelf only.
func (s *Shelf) checkPostings() error {
	for id := range s.Types {
		p := &parser{rest: s.posting(int32(id))}
		at := uint64(0)
		for len(p.rest) > 0 {
			at += p.number(math.MaxInt32)
			if p.bad || at >= uint64(s.Sentences) {
				return damaged("postings of word %d", id)
			}
		}
	}
	return nil
}
