package search

import (
	"cmp"
	"context"
	"slices"

	"golang.org/x/text/language"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/index"
	"github.com/hexapla/hexapla/segment"
)

// Found is a run of sentences of a shelf that may translate the quotation.
type Found struct {
	Shelf      int
	First, End int32
	Confidence float64

	rank     float64
	verbatim bool
}

// Help is what is known between the quotation's language and a shelf's.
type Help struct {
	Dictionaries []Dictionary
	Phrases      corpus.Phrases // of the quotation's language
}

// Find returns the places in the index where the quotation may stand, the best
// first. help returns what is known of a shelf's language.
func Find(ctx context.Context, quote *segment.Document, x *index.Index, help func(shelf language.Tag) Help) ([]Found, error) {
	var all []Found
	for number, shelf := range x.Shelves {
		q := newReader(shelf, quote.Language, help(shelf.Language)).read(quote)
		found, err := q.find(ctx, func(sentence int32) *index.Book { return &x.Books[x.Holder(number, sentence)] })
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			f.Shelf = number
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(a, b Found) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), verbatimFirst(a.verbatim, b.verbatim), cmp.Compare(b.rank, a.rank))
	})
	return all, nil
}

func verbatimFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// find returns the best windows, no two of which overlap. Of a quotation that
// has marks alone there are none.
func (q *quotation) find(ctx context.Context, book func(sentence int32) *index.Book) ([]Found, error) {
	if q.letters == 0 {
		return nil, nil
	}
	places, err := q.vote(ctx)
	if err != nil {
		return nil, err
	}
	spots, err := q.visit(ctx, places)
	if err != nil {
		return nil, err
	}
	verbatim, err := q.verbatim(ctx, spots, book)
	if err != nil {
		return nil, err
	}
	windows, err := q.sift(ctx, spots)
	if err != nil {
		return nil, err
	}
	return q.judge(windows, verbatim), nil
}

// judge gives windows their confidence. What is only like the quotation has no
// more than where it stands word for word.
func (q *quotation) judge(windows, verbatim []candidate) []Found {
	windows = apart(windows)
	scale := newScale(windows)
	most := 1.0
	if len(verbatim) > 0 {
		verbatim = apart(verbatim)
		most = certaintyOf(len(verbatim))
		windows = apart(append(windows, verbatim...))
	}
	found := make([]Found, len(windows))
	for i, c := range windows {
		signs := q.signs(c.rank, scale)
		found[i] = Found{First: c.first(), End: c.last(), Confidence: min(signs.confidence(), most), rank: c.rank, verbatim: c.verbatim}
		if c.verbatim {
			found[i].Confidence = most
		}
	}
	return found
}

// candidate is a window and what is seen of it.
type candidate struct {
	window
	features vector
	rank     float64
	verbatim bool // the quotation stands there word for word
}

func (q *quotation) candidate(w window) candidate {
	v := q.features(&w)
	return candidate{window: w, features: v, rank: q.rank(&v)}
}

// Of the places that Model 1 finds best the best window is looked at word by
// word, and of the closest of these every window that may be right: Model 1 puts
// the right range first in six of ten cases, the close look in eight.
const (
	lookedAt    = 2  // one of so many places
	closest     = 24 // places
	windowsEach = 6
)

// spot is a place and its windows, the best first.
type spot struct {
	windows []window
	best    candidate
}

// visit returns the places with their windows, the best first.
func (q *quotation) visit(ctx context.Context, places []place) ([]spot, error) {
	spots := make([]spot, 0, len(places))
	for _, p := range places {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		region, err := q.region(p.sentence)
		if err != nil {
			return nil, err
		}
		windows := q.windows(region)
		slices.SortStableFunc(windows, func(a, b window) int { return cmp.Compare(b.score, a.score) })
		spots = append(spots, spot{windows: windows[:min(len(windows), windowsEach)]})
	}
	slices.SortStableFunc(spots, func(a, b spot) int { return cmp.Compare(b.windows[0].score, a.windows[0].score) })
	return spots, nil
}

func (q *quotation) sift(ctx context.Context, spots []spot) ([]candidate, error) {
	spots = spots[:min(len(spots), q.mostPlaces()/lookedAt)]
	for i := range spots {
		spots[i].best = q.candidate(spots[i].windows[0])
	}
	slices.SortStableFunc(spots, func(a, b spot) int { return cmp.Compare(b.best.rank, a.best.rank) })
	all := make([]candidate, 0, len(spots)+closest*windowsEach)
	for i, s := range spots {
		all = append(all, s.best)
		if i < closest {
			for _, w := range s.windows[1:] {
				all = append(all, q.candidate(w))
			}
		}
	}
	return all, ctx.Err()
}

// apart sorts the best first, what stands word for word before all, and leaves out those that overlap one before them.
func apart(all []candidate) []candidate {
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(verbatimFirst(a.verbatim, b.verbatim), cmp.Compare(b.rank, a.rank), cmp.Compare(a.first(), b.first()), cmp.Compare(a.last(), b.last()))
	})
	kept := all[:0]
	for _, c := range all {
		overlaps := func(k candidate) bool { return c.first() < k.last() && k.first() < c.last() }
		if !slices.ContainsFunc(kept, overlaps) {
			kept = append(kept, c)
		}
	}
	return kept
}
