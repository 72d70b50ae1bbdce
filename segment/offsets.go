package segment

// reading reads a sentence again, to tell where each of its words stands. It
// is empty if the document's text does not hold the sentence's spans.
func (d *Document) reading(s *Sentence) reading {
	for _, span := range s.Spans {
		if span.Start < 0 || span.Start > span.End || span.End > len(d.Text) {
			return reading{}
		}
	}
	r := reader{text: d.Text, repairs: d.Repairs}
	return r.read(s.Spans)
}
