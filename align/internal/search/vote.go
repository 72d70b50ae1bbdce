package search

import (
	"cmp"
	"context"
	"maps"
	"math"
	"slices"
)

const (
	// mostPostings are read, in bytes, the rarest words' first. A book of a
	// megabyte never comes near; in a thousand books it keeps the time bounded.
	mostPostings = 4 << 20

	// leastGain of a word that may vote: the others tell next to nothing of
	// the place, and have the longest postings.
	leastGain = 0.1

	// tooLong is what a letter costs by which a window is longer than the
	// quotation: long sentences hold more of anything.
	tooLong = 0.03

	// openings are sentences, those with most votes, with which a window may
	// begin: all that have any in a book, some in a hundred in a thousand books.
	openings = 1 << 15

	// candidates are read, of a shelf of a book. Of two verses out of 30,000 the
	// right place is among the first 100 in 97 of 100 cases, among 200 in 98.5,
	// among 400 in 99.
	candidates = 300

	// more are read for each doubling of a shelf beyond bookful sentences. In a
	// thousand books the right place is first in 93 of 100 cases then, without in
	// 91, alone in 95; twice as many more find none besides.
	more    = 120
	bookful = 1 << 15
)

// mostPlaces is how many places are read. One in n sentences is the right one,
// and what competes with it by chance grows with n.
func (q *quotation) mostPlaces() int {
	doublings := math.Log2(float64(q.shelf.Sentences) / bookful)
	return candidates + int(more*max(0, doublings))
}

// place is a sentence of the shelf, and the votes for a window that begins
// with it.
type place struct {
	sentence int32
	votes    float32
}

// vote returns the places where sentences hold most of what the quotation
// says, the best first. The cost is linear in the postings of its words.
func (q *quotation) vote(ctx context.Context) ([]place, error) {
	votes := make([]float32, q.shelf.Sentences)
	var touched []int32
	read := 0
	for _, id := range q.voters() {
		if read += q.shelf.PostingBytes(id); read > mostPostings && len(touched) > 0 {
			break
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		gain := float32(q.gain[id])
		q.shelf.EachSentence(id, func(i int32) {
			if votes[i] == 0 {
				touched = append(touched, i)
			}
			votes[i] += gain
		})
	}
	return q.best(votes, touched), ctx.Err()
}

// voters returns the words that tell something, the rarest first.
func (q *quotation) voters() []int32 {
	ids := slices.DeleteFunc(slices.Sorted(maps.Keys(q.gain)), func(id int32) bool { return q.gain[id] < leastGain })
	slices.SortStableFunc(ids, func(a, b int32) int {
		return cmp.Compare(q.shelf.PostingBytes(a), q.shelf.PostingBytes(b))
	})
	return ids
}

// best adds up the votes in windows of about the quotation's length that begin
// with a touched sentence, and returns the highest of them. Of windows that
// overlap the highest alone is kept.
func (q *quotation) best(votes []float32, touched []int32) []place {
	places := make([]place, len(touched))
	for k, i := range touched {
		places[k] = place{i, votes[i]}
	}
	places = atLeast(places, openings)
	for k := range places {
		i := places[k].sentence
		_, end := q.shelf.BookOf(i)
		letters := q.shelf.LettersOf(i)
		for j := i + 1; j < end && letters < q.letters; j++ {
			letters += q.shelf.LettersOf(j)
			places[k].votes += votes[j]
		}
		places[k].votes = max(0, places[k].votes-tooLong*float32(max(0, letters-q.letters)))
	}
	return highest(places, q.mostPlaces(), q.close)
}

// close tells whether windows that begin with the sentences would overlap.
func (q *quotation) close(a, b int32) bool {
	if a > b {
		a, b = b, a
	}
	letters := 0
	for ; a < b; a++ {
		if letters += q.shelf.LettersOf(a); letters >= q.letters {
			return false
		}
	}
	return true
}

// highest returns the n places with most votes, of those that are close to one
// another the highest alone.
func highest(places []place, n int, close func(a, b int32) bool) []place {
	order := func(a, b place) int {
		return cmp.Or(cmp.Compare(b.votes, a.votes), int(a.sentence-b.sentence))
	}
	// Most places have a vote or two; to sort them all would take the longest.
	places = atLeast(places, 8*n)
	slices.SortFunc(places, order)
	kept := places[:0]
	for _, p := range places {
		if len(kept) == n {
			break
		}
		if !slices.ContainsFunc(kept, func(k place) bool { return close(k.sentence, p.sentence) }) {
			kept = append(kept, p)
		}
	}
	return kept
}

// atLeast leaves out low places as long as n stay, by a histogram.
func atLeast(places []place, n int) []place {
	const classes = 1024
	top := float32(0)
	for _, p := range places {
		top = max(top, p.votes)
	}
	if len(places) <= n || top == 0 {
		return places
	}
	var count [classes + 1]int
	class := func(p place) int { return int(p.votes / top * classes) }
	for _, p := range places {
		count[class(p)]++
	}
	floor, sum := classes, count[classes]
	for floor > 0 && sum < n {
		floor--
		sum += count[floor]
	}
	return slices.DeleteFunc(places, func(p place) bool { return class(p) < floor })
}
