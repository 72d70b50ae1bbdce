package index

// Reader reads the words of a shelf's sentences. It is not safe for use by
// several goroutines at once; a shelf may have many.
type Reader struct {
	shelf  *Shelf
	number int // of the block that is read
	block  []byte
	buffer []byte
	ids    []int32
}

// Reader returns a new one.
func (s *Shelf) Reader() *Reader { return &Reader{shelf: s, number: -1} }

// Sentence returns the type numbers of a sentence; they stay valid until the
// next call. The error wraps ErrDamaged or is the file's.
func (r *Reader) Sentence(i int32) ([]int32, error) {
	s := r.shelf
	if number := int(i / blockSentences); number != r.number {
		block, err := s.tokens.read(number, r.buffer)
		if err != nil {
			return nil, err
		}
		if s.tokens.in != nil {
			r.buffer = block
		}
		r.number, r.block = number, block
	}
	start := uint32(0)
	if i%blockSentences > 0 {
		start = s.tokenEnds[i-1]
	}
	end := s.tokenEnds[i]
	if start > end || int(end) > len(r.block) {
		return nil, damaged("sentence %d", i)
	}
	r.ids = r.ids[:0]
	for code := r.block[start:end]; len(code) > 0; {
		var id uint32
		if id, code = uvarint(code); int(id) >= len(s.Types) {
			return nil, damaged("words of sentence %d", i)
		}
		r.ids = append(r.ids, int32(id))
	}
	return r.ids, nil
}
