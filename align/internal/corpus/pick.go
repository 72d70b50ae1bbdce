package corpus

// Pick returns a side of the given sentences of s, in that order; one may stand
// in it more than once. Types and their counts stay those of the whole text, so
// that what is known of its words holds for the part.
func (s *Side) Pick(sentences []int32) *Side {
	p := &Side{
		Types:  s.Types,
		Starts: make([]int32, 1, len(sentences)+1),
		Chars:  make([]int32, len(sentences)),
		Shapes: make([]Shape, len(sentences)),
		whole:  s.Size(),
	}
	for k, i := range sentences {
		p.Tokens = append(p.Tokens, s.Sentence(int(i))...)
		p.Starts = append(p.Starts, int32(len(p.Tokens)))
		p.Chars[k], p.Shapes[k] = s.Chars[i], s.Shapes[i]
	}
	return p
}

// Size returns the number of tokens in the text that the types were counted in.
func (s *Side) Size() int {
	if s.whole > 0 {
		return s.whole
	}
	return len(s.Tokens)
}

// Numbers lists the numbers from start to end, for Pick.
func Numbers(start, end int) []int32 {
	list := make([]int32, 0, end-start)
	for i := start; i < end; i++ {
		list = append(list, int32(i))
	}
	return list
}
