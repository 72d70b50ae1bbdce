package index

import (
	"encoding/binary"
	"math"

	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// parser takes apart a section. After an error all it returns is zero.
type parser struct {
	rest []byte
	bad  bool
}

func (p *parser) fail() {
	p.bad, p.rest = true, nil
}

func (p *parser) number(most uint64) uint64 {
	n, size := binary.Uvarint(p.rest)
	if size <= 0 || n > most {
		p.fail()
		return 0
	}
	p.rest = p.rest[size:]
	return n
}

func (p *parser) sum() uint32 {
	if len(p.rest) < 4 {
		p.fail()
		return 0
	}
	n := binary.LittleEndian.Uint32(p.rest)
	p.rest = p.rest[4:]
	return n
}

func (p *parser) string() string {
	n := p.number(uint64(len(p.rest)))
	if n > uint64(len(p.rest)) {
		p.fail()
		return ""
	}
	text := string(p.rest[:n])
	p.rest = p.rest[n:]
	return text
}

func (p *parser) language() language.Tag {
	tag, err := language.Parse(p.string())
	if err != nil {
		p.fail()
	}
	return tag
}

func (x *Index) parseHead(code []byte) error {
	p := &parser{rest: code}
	for range p.number(uint64(len(code))) {
		x.Shelves = append(x.Shelves, &Shelf{Language: p.language(), Tokens: int(p.number(math.MaxInt32))})
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
	for _, s := range x.Shelves {
		s.bookStarts = append(s.bookStarts, int32(s.Sentences))
		s.tokens.place = p.places(s.Sentences)
	}
	for i := range x.Books {
		b := &x.Books[i]
		b.text.place = p.places(int(b.End - b.First))
		for _, place := range b.text.place {
			b.unpacked = append(b.unpacked, uint32(p.number(min(mostUnpacked, mostInflated*uint64(place.size)))))
		}
	}
	if p.bad || len(p.rest) > 0 {
		return damaged("list of books")
	}
	return nil
}

// mostInflated is by how much deflate can shrink a text at best, 1032:1.
const mostInflated = 1040

// mostUnpacked keeps what a crafted text may take of memory.
const mostUnpacked = math.MaxInt32

// book reads what the head tells of a book, and adds it to its shelf.
func (p *parser) book(shelves []*Shelf) Book {
	b := Book{Name: p.string(), Language: p.language(), Shelf: int(p.number(uint64(len(shelves))))}
	sentences := p.number(math.MaxInt32 / 4)
	if p.bad || b.Shelf >= len(shelves) || uint64(shelves[b.Shelf].Sentences)+sentences > math.MaxInt32 {
		p.fail()
		return b
	}
	s := shelves[b.Shelf]
	b.First = int32(s.Sentences)
	b.End = b.First + int32(sentences)
	s.Sentences += int(sentences)
	s.bookStarts = append(s.bookStarts, b.First)
	return b
}

// places reads the sizes and sums of the blocks of some sentences.
func (p *parser) places(sentences int) []place {
	n := (sentences + blockSentences - 1) / blockSentences
	if n > len(p.rest) {
		p.fail()
		return nil
	}
	places := make([]place, n)
	for i := range places {
		places[i] = place{size: uint32(p.number(math.MaxInt32)), sum: p.sum()}
	}
	return places
}

func (s *Shelf) parseVocabulary(code []byte) error {
	p := &parser{rest: code}
	at := uint64(0)
	for len(p.rest) > 0 {
		t := Type{Kind: segment.TokenKind(p.rest[0])}
		p.rest = p.rest[1:]
		t.Count = int32(p.number(math.MaxInt32))
		t.names = int32(p.number(uint64(t.Count)))
		t.Name = 2*t.names > t.Count
		at += p.number(uint64(len(s.postings)) - at)
		t.Stem = p.string()
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

// parseOrder sees that the types are in order, each once.
func (s *Shelf) parseOrder(code []byte) error {
	p := &parser{rest: code}
	for len(p.rest) > 0 {
		id := int32(p.number(math.MaxInt32))
		n := len(s.sorted)
		if p.bad || int(id) >= len(s.Types) || n > 0 && s.Types[s.sorted[n-1]].Stem >= s.Types[id].Stem {
			return damaged("order of word %d", n)
		}
		s.sorted = append(s.sorted, id)
	}
	if len(s.sorted) != len(s.Types) {
		return damaged("number of words in order")
	}
	return nil
}

func (s *Shelf) parseSentences(code []byte) error {
	p := &parser{rest: code}
	end := uint64(0)
	for len(p.rest) > 0 {
		i := len(s.tokenEnds)
		if i >= s.Sentences {
			return damaged("number of sentences")
		}
		if i%blockSentences == 0 {
			end = 0
		}
		end += p.number(math.MaxInt32)
		letters := p.number(math.MaxUint16)
		if p.bad || end > uint64(s.tokens.place[i/blockSentences].size) {
			return damaged("sentence %d", i)
		}
		s.tokenEnds = append(s.tokenEnds, uint32(end))
		s.letters = append(s.letters, uint16(letters))
		s.Letters += int64(letters)
	}
	if len(s.tokenEnds) != s.Sentences {
		return damaged("number of sentences")
	}
	return nil
}
