package search

import "slices"

// region is the sentences around a place, read once for all the windows in it.
type region struct {
	first     int32 // sentence of the shelf
	sentences []sentence
	tokens    []token
}

// token is a token of the shelf, and what it may translate.
type token struct {
	id     int32
	givers []giver
	info   float64 // in nats
}

// sentence is one of a region.
type sentence struct {
	start, end int // in the region's tokens
	letters    int
	forward    float64 // log likelihood ratio of its words beside the quotation
	gifts      []gift
}

// gift is by how much likelier a sentence makes a word of the quotation.
type gift struct {
	word  int32
	ratio float64
}

// region reads as many sentences from a place on as are as long as the
// quotation, and two more on either side. The error is that of reading the index.
func (q *quotation) region(at int32) (*region, error) {
	s := q.shelf
	low, high := s.BookOf(at)
	first, end, letters := max(low, at-2), at, 0
	for ; end < high && letters < q.letters; end++ {
		letters += s.LettersOf(end)
	}
	end = min(high, end+2)
	r := &region{first: first, sentences: make([]sentence, 0, end-first)}
	for i := first; i < end; i++ {
		ids, err := q.reader.Sentence(i)
		if err != nil {
			return nil, err
		}
		r.sentences = append(r.sentences, q.sentence(r, ids, s.LettersOf(i)))
	}
	return r, nil
}

func (q *quotation) sentence(r *region, ids []int32, letters int) sentence {
	s := sentence{start: len(r.tokens), letters: letters, forward: unexplained * float64(len(ids))}
	for _, id := range ids {
		t := token{id: id, givers: q.givers[id], info: q.info(id)}
		r.tokens = append(r.tokens, t)
		if t.givers == nil {
			continue
		}
		s.forward += q.gain[id]
		for _, g := range t.givers {
			s.gifts = append(s.gifts, gift{g.word, float64(g.ratio)})
		}
	}
	s.end = len(r.tokens)
	s.gifts = merged(s.gifts)
	return s
}

// merged adds up the gifts to each word.
func merged(gifts []gift) []gift {
	slices.SortFunc(gifts, func(a, b gift) int { return int(a.word - b.word) })
	out := gifts[:0]
	for _, g := range gifts {
		if n := len(out); n > 0 && out[n-1].word == g.word {
			out[n-1].ratio += g.ratio
		} else {
			out = append(out, g)
		}
	}
	return out
}
