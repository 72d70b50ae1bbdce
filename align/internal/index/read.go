package index

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
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

// Open opens an index of some bytes. What is wrong with its blocks is found
// when they are read, all else here. What is reserved never exceeds a fixed
// multiple of the bytes that were read.
func Open(in io.ReaderAt, size int64) (*Index, error) {
	section := io.NewSectionReader(in, 0, size)
	r := &reader{in: bufio.NewReaderSize(section, 1<<16)}
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
		if x.Books[i].spans, err = r.section("places"); err != nil {
			return nil, err
		}
	}
	return x, x.placeBlocks(in, r.at, size)
}

// Read reads an index into memory.
func Read(in io.Reader) (*Index, error) {
	r := bufio.NewReader(in)
	// What is no index need not be read to its end.
	if first, err := r.Peek(len(magic)); string(first) != magic {
		return nil, ended(err, ErrFormat)
	}
	var file bytes.Buffer
	if _, err := file.ReadFrom(r); err != nil {
		return nil, err
	}
	whole := bytes.Clone(file.Bytes()) // without what the Buffer has to spare
	return Open(bytes.NewReader(whole), int64(len(whole)))
}

// placeBlocks tells the blocks where they stand: from start to the end.
func (x *Index) placeBlocks(in io.ReaderAt, start, size int64) error {
	put := func(b *blocks) {
		b.in = in
		for i := range b.place {
			b.place[i].start = start
			start += int64(b.place[i].size)
		}
	}
	for _, s := range x.Shelves {
		put(&s.tokens)
	}
	for i := range x.Books {
		put(&x.Books[i].text)
	}
	switch {
	case start > size:
		return damaged("it has %d bytes, %d are missing", size, start-size)
	case start < size:
		return damaged("something follows its end")
	}
	return nil
}

type reader struct {
	in *bufio.Reader
	at int64 // bytes read
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
	r.at = int64(len(first))
	return nil
}

// ended tells a file that is too short from a reader that fails.
func ended(err, short error) error {
	if err == nil || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return short
	}
	return err
}

// section reads a section. Memory is taken as its bytes arrive, whatever
// length it claims.
func (r *reader) section(what string) ([]byte, error) {
	length, err := r.in.Peek(binary.MaxVarintLen64)
	if err != nil && err != io.EOF {
		return nil, err
	}
	size, digits := binary.Uvarint(length)
	switch {
	case digits == 0:
		return nil, damaged("it ends before the %s", what)
	case digits < 0 || size > math.MaxUint32:
		return nil, damaged("length of the %s", what)
	}
	r.in.Discard(digits)
	var content bytes.Buffer
	content.Grow(int(min(size, 1<<20)))
	if n, err := io.CopyN(&content, r.in, int64(size)); err != nil {
		return nil, ended(err, damaged("the %s ends after %d of %d bytes", what, n, size))
	}
	var want [4]byte
	if _, err := io.ReadFull(r.in, want[:]); err != nil {
		return nil, ended(err, damaged("it ends after the %s", what))
	}
	if binary.LittleEndian.Uint32(want[:]) != sum(content.Bytes()) {
		return nil, damaged("checksum of the %s", what)
	}
	r.at += int64(digits) + int64(size) + int64(len(want))
	return bytes.Clone(content.Bytes()), nil // without what the Buffer has to spare
}

func (r *reader) shelf(s *Shelf) error {
	vocabulary, err := r.section("vocabulary")
	if err != nil {
		return err
	}
	order, err := r.section("order of the vocabulary")
	if err != nil {
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
	if err := s.parseOrder(order); err != nil {
		return err
	}
	return s.parseSentences(table)
}
