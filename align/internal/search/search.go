package search

import (
	"cmp"
	"context"
	"slices"

	"golang.org/x/text/language"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/index"
	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
)

// Found is a run of sentences of a shelf that may translate the quotation.
type Found struct {
	Shelf      int
	First, End int32
	Confidence float64

	rank  float64
	signs sign
}

// Find returns the places in the index where the quotation may stand, the best
// first. lexicons returns those from the quotation's language to a shelf's.
func Find(ctx context.Context, quote *segment.Document, x *index.Index, lexicons func(shelf language.Tag) []*lexicon.Lexicon) ([]Found, error) {
	side := corpus.New(quote, nil)
	var all []Found
	for number, shelf := range x.Shelves {
		r := &reader{
			shelf:    shelf,
			lexicons: lexicons(shelf.Language),
			stemmer:  segment.NewStemmer(shelf.Language),
			same:     sameLanguage(shelf.Language, quote.Language),
		}
		found, err := read(side, r).find(ctx, side.Len())
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			f.Shelf = number
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(a, b Found) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(b.rank, a.rank))
	})
	return all, nil
}

func sameLanguage(a, b language.Tag) bool {
	x, _, _ := a.Raw()
	y, _, _ := b.Raw()
	return x == y
}

// find returns the best windows, the best first, no two of which overlap.
func (q *quotation) find(ctx context.Context, sentences int) ([]Found, error) {
	places, err := q.vote(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]Found, 0, len(places))
	for _, p := range places {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		w := q.bestWindow(p.sentence, mostSentences(sentences))
		v := q.features(&w)
		all = append(all, Found{First: w.first, End: w.end, rank: v.rank()})
	}
	middle := medianRank(all)
	for i := range all {
		all[i].signs = q.signs(all[i].rank, middle, len(all))
		all[i].Confidence = all[i].signs.confidence()
	}
	return apart(all), nil
}

func medianRank(all []Found) float64 {
	if len(all) == 0 {
		return 0
	}
	ranks := make([]float64, len(all))
	for i, f := range all {
		ranks[i] = f.rank
	}
	slices.Sort(ranks)
	return ranks[len(ranks)/2]
}

// apart sorts the best first and leaves out those that overlap one before them.
func apart(all []Found) []Found {
	slices.SortStableFunc(all, func(a, b Found) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(a.First, b.First), cmp.Compare(a.End, b.End))
	})
	kept := all[:0]
	for _, f := range all {
		overlaps := func(k Found) bool { return f.First < k.End && k.First < f.End }
		if !slices.ContainsFunc(kept, overlaps) {
			kept = append(kept, f)
		}
	}
	return kept
}
