package search

import "math"

// What tells a passage that is there from the best of those that are not.
const (
	always     = iota // 1
	ahead             // rank above the middle one of the places
	aheadTen          // rank above the tenth place
	rankTen           // rank, in tens
	aheadEach         // ahead, by the root of the words of the quotation
	informed          // log of the information of the quotation
	worded            // log of its words
	shelved           // log of the sentences of the shelf
	candidated        // log of the places
	alike             // 1 if the languages are the same
	alikeRank         // then also rank, in tens
	alikeAhead        // and ahead
	blind             // 1 if there is neither that nor a lexicon
	blindRank         // then also rank, in tens
	blindAhead        // and ahead
	signs
)

type sign [signs]float64

// scale is what the ranks of a search are held against.
type scale struct {
	middle, tenth float64
	places        int
}

// newScale takes windows of places that lie apart, the best first.
func newScale(windows []candidate) scale {
	if len(windows) == 0 {
		return scale{}
	}
	return scale{
		middle: windows[len(windows)/2].rank,
		tenth:  windows[min(9, len(windows)-1)].rank,
		places: len(windows),
	}
}

// signs are those of a window of a rank. But for its rank they are the same for
// all windows, so that a higher rank has the higher confidence.
func (q *quotation) signs(rank float64, s scale) sign {
	words := float64(len(q.tokens))
	info := 0.0
	for _, id := range q.tokens {
		info += q.words[id].info
	}
	v := sign{
		always:     1,
		ahead:      rank - s.middle,
		aheadTen:   rank - s.tenth,
		rankTen:    rank / 10,
		aheadEach:  (rank - s.middle) / math.Sqrt(max(words, 3)+1),
		informed:   math.Log1p(info),
		worded:     math.Log1p(words),
		shelved:    math.Log1p(float64(q.shelf.Sentences)),
		candidated: math.Log1p(float64(s.places)),
	}
	switch {
	case q.alike:
		v[alike], v[alikeRank], v[alikeAhead] = 1, v[rankTen], v[ahead]
	case q.blind:
		v[blind], v[blindRank], v[blindAhead] = 1, v[rankTen], v[ahead]
	}
	return v
}

func (s *sign) confidence() float64 {
	sum := 0.0
	for k, x := range s {
		sum += certainty[k] * x
	}
	return 1 / (1 + math.Exp(-sum))
}
