package segment

// offsets maps places in a sentence's reading text to places in the document's.
type offsets struct{ base int }

func (d *Document) offsets(s *Sentence) offsets {
	if len(s.Spans) == 0 {
		return offsets{}
	}
	return offsets{s.Spans[0].Start}
}

func (o offsets) span(start, end int) Span { return Span{o.base + start, o.base + end} }
