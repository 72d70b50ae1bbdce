package index

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"strings"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// ErrFull: offsets and sentence numbers have 32 bits.
var ErrFull = errors.New("the index is full: a language can hold about 2 GB of words; make another index")

// Offsets in 32 bits, with room for one more book's share.
const (
	maxTokens    = math.MaxUint32 / 4
	maxSentences = math.MaxInt32 / 2
)

// Builder collects the books of an index. The zero Builder is empty.
type Builder struct {
	index  Index
	drafts []*draft // by shelf
}

// draft is a shelf in the making.
type draft struct {
	shelf *Shelf
	ids   map[string]int32 // by stem
	block []byte           // of the last sentences' tokens, not yet full
}

// Extend returns a Builder that holds the books of an index already. The index
// itself stays as it is. What it gives is the same, byte for byte, as if all
// books had been added to an empty one. The error is that of reading the index.
func (x *Index) Extend() (*Builder, error) {
	b := &Builder{index: Index{Books: slices.Clone(x.Books)}}
	for _, s := range x.Shelves {
		d, err := s.draft()
		if err != nil {
			return nil, err
		}
		b.drafts = append(b.drafts, d)
	}
	return b, nil
}

// draft opens a shelf again, so that it can take more books.
func (s *Shelf) draft() (*draft, error) {
	old := &Shelf{
		Language:   s.Language,
		Types:      slices.Clone(s.Types),
		Tokens:     s.Tokens,
		Letters:    s.Letters,
		Sentences:  s.Sentences,
		tokens:     s.tokens,
		tokenEnds:  slices.Clone(s.tokenEnds),
		letters:    slices.Clone(s.letters),
		bookStarts: slices.Clone(s.bookStarts[:len(s.bookStarts)-1]),
	}
	if err := old.tokens.load(); err != nil {
		return nil, err
	}
	old.tokens.kept = slices.Clone(old.tokens.kept)
	d := &draft{shelf: old, ids: make(map[string]int32, len(s.Types))}
	if n := len(old.tokens.kept); s.Sentences%blockSentences > 0 {
		d.block = slices.Clone(old.tokens.kept[n-1])
		old.tokens.kept = old.tokens.kept[:n-1]
	}
	for id, t := range s.Types {
		d.ids[t.Stem] = int32(id)
	}
	// What is damaged is found here, not when the postings are made.
	r := s.Reader()
	for i := range int32(s.Sentences) {
		if _, err := r.Sentence(i); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// Add puts a document on the shelf of its language.
func (b *Builder) Add(name string, doc *segment.Document) error {
	number := b.shelfOf(doc.Language)
	d := b.drafts[number]
	if d.shelf.Tokens > maxTokens || d.shelf.Sentences > maxSentences {
		return ErrFull
	}
	book := Book{Name: strings.ToValidUTF8(name, "\uFFFD"), Language: doc.Language, Shelf: number, First: int32(d.shelf.Sentences)}
	d.add(corpus.New(doc, nil))
	book.End = int32(d.shelf.Sentences)
	book.spans = appendSpans(nil, doc.Sentences)
	book.pack(doc.Sentences)
	b.index.Books = append(b.index.Books, book)
	return nil
}

func (b *Builder) shelfOf(tag language.Tag) int {
	// Raw, since Base takes what has no language for English.
	base, _, _ := tag.Raw()
	for i, d := range b.drafts {
		if other, _, _ := d.shelf.Language.Raw(); other == base {
			return i
		}
	}
	b.drafts = append(b.drafts, &draft{
		shelf: &Shelf{Language: language.Make(base.String())},
		ids:   make(map[string]int32),
	})
	return len(b.drafts) - 1
}

// add takes the words of a book.
func (d *draft) add(side *corpus.Side) {
	s := d.shelf
	ids := make([]int32, len(side.Types))
	for i := range ids {
		ids[i] = -1
	}
	s.bookStarts = append(s.bookStarts, int32(s.Sentences))
	for i := range side.Len() {
		for _, t := range side.Sentence(i) {
			if ids[t] < 0 {
				ids[t] = d.intern(&side.Types[t])
			}
			d.block = binary.AppendUvarint(d.block, uint64(ids[t]))
		}
		s.tokenEnds = append(s.tokenEnds, uint32(len(d.block)))
		s.letters = append(s.letters, uint16(min(side.Chars[i], math.MaxUint16)))
		s.Letters += int64(s.letters[len(s.letters)-1])
		if s.Sentences++; s.Sentences%blockSentences == 0 {
			d.endBlock()
		}
	}
	s.Tokens += len(side.Tokens)
}

func (d *draft) endBlock() {
	d.shelf.tokens.kept = append(d.shelf.tokens.kept, slices.Clone(d.block))
	d.block = d.block[:0]
}

func (d *draft) intern(t *corpus.Type) int32 {
	id, ok := d.ids[t.Stem]
	if !ok {
		id = int32(len(d.shelf.Types))
		stem := strings.Clone(t.Stem) // it must not hold the document
		d.ids[stem] = id
		d.shelf.Types = append(d.shelf.Types, Type{Stem: stem, Kind: t.Kind})
	}
	d.shelf.Types[id].Count += t.Count
	if t.Name {
		d.shelf.Types[id].names += t.Count
	}
	return id
}

// Index ends the building.
func (b *Builder) Index() *Index {
	for _, d := range b.drafts {
		s := d.shelf
		if s.Sentences%blockSentences > 0 {
			d.endBlock()
		}
		for id := range s.Types {
			s.Types[id].Name = 2*s.Types[id].names > s.Types[id].Count
		}
		s.bookStarts = append(s.bookStarts, int32(s.Sentences))
		s.post()
		s.sort()
		b.index.Shelves = append(b.index.Shelves, s)
	}
	index := b.index
	*b = Builder{}
	return &index
}

func (s *Shelf) sort() {
	s.sorted = make([]int32, len(s.Types))
	for i := range s.sorted {
		s.sorted[i] = int32(i)
	}
	slices.SortFunc(s.sorted, func(a, b int32) int {
		return strings.Compare(s.Types[a].Stem, s.Types[b].Stem)
	})
}

// everywhere is the share of the sentences in which a word tells nothing about
// the place; such words have no postings, which makes these half as large. In
// a short text no word is so common.
const (
	everywhere  = 1.0 / 16
	alwaysAdmit = 256 // sentences
)

// post makes the postings out of the tokens: first how long each is, then all.
func (s *Shelf) post() {
	sizes := make([]uint32, len(s.Types))
	s.walk(func(id int32, gap uint32) { sizes[id] += uint32(uvarintSize(gap)) })
	s.postingEnds = make([]uint32, len(s.Types))
	most := uint32(max(alwaysAdmit, int(everywhere*float64(s.Sentences))))
	total := uint32(0)
	next := make([]uint32, len(s.Types))
	for id, size := range sizes {
		next[id] = total
		// A gap in the postings of so common a word takes a byte, nearly always.
		if size <= most {
			total += size
		} else {
			next[id] = math.MaxUint32
		}
		s.postingEnds[id] = total
	}
	s.postings = make([]byte, total)
	s.walk(func(id int32, gap uint32) {
		if next[id] != math.MaxUint32 {
			next[id] += uint32(binary.PutUvarint(s.postings[next[id]:s.postingEnds[id]], uint64(gap)))
		}
	})
}

// walk calls yield for each type of each sentence, once, with the number of
// sentences since the last that held it.
func (s *Shelf) walk(yield func(id int32, gap uint32)) {
	last := make([]int32, len(s.Types)) // the sentence before which to count from
	for id := range last {
		last[id] = -1
	}
	r := s.Reader()
	for i := range int32(s.Sentences) {
		ids, err := r.Sentence(i)
		if err != nil {
			panic(err) // they are in memory, and were checked
		}
		for _, id := range ids {
			if last[id] == i {
				continue
			}
			yield(id, uint32(i-max(last[id], 0)))
			last[id] = i
		}
	}
}

func uvarintSize(n uint32) int {
	size := 1
	for ; n >= 0x80; n >>= 7 {
		size++
	}
	return size
}
