package align

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/hexapla/hexapla/segment"
)

// Difference is a run of words that two versions in one language have alike, or
// that tells them apart.
type Difference struct {
	Kind DifferenceKind `json:"kind"`

	// Source and Target are the words, with their places in the two Documents'
	// Texts. Those of a change need not follow one another: a moved word may
	// stand between them.
	Source []segment.Word `json:"source,omitempty"`
	Target []segment.Word `json:"target,omitempty"`
}

// DifferenceKind tells how two versions differ.
type DifferenceKind string

const (
	WordsKept      DifferenceKind = "kept"      // but for capitals
	WordsInflected DifferenceKind = "inflected" // other forms of the same words
	WordsChanged   DifferenceKind = "changed"   // other words
	WordsMoved     DifferenceKind = "moved"     // the same words, or forms of them, elsewhere in the passage
	WordsLeftOut   DifferenceKind = "left-out"  // of the target
	WordsAdded     DifferenceKind = "added"     // by the target
)

// Differences compares two versions of a row word by word; they should be in
// one language.
func (s *Synopsis) Differences(row, source, target int) []Difference {
	cells := s.Rows[row].Cells
	return Differences(s.Documents[source], cells[source].Sentences, s.Documents[target], cells[target].Sentences)
}

// Differences compares two passages in one language word by word, whatever
// their punctuation. Every word of both is in one Difference. They are in the
// order of the source, and of the target but for those that are moved, which
// stand where the source has them.
//
// The words kept are the common subsequence with the most letters; of what is
// left, the longest runs that both sides have are the moved ones, the rest is
// changed. The cost is the product of the numbers of words, in time and bytes.
// Where that is over 2^28, of passages of 16,000 words and more, only what both
// begin and end with is kept, and all between is changed.
func Differences(source *segment.Document, a segment.Range, target *segment.Document, b segment.Range) []Difference {
	d := diff{source: diffWords(source, a), target: diffWords(target, b)}
	if int64(len(d.source))*int64(len(d.target)) > mostCells {
		d.matchEnds()
		return d.differences()
	}
	d.match()
	d.dissolve()
	d.move()
	return d.differences()
}

// mostCells is the size of the largest table of words against words, in bytes.
// No passage needs as much: it is for tables and lists that have no stops.
const mostCells = 1 << 28

// matchEnds pairs the words that both sides begin and end with.
func (d *diff) matchEnds() {
	n, m := len(d.source), len(d.target)
	start, end := 0, 0
	for start < min(n, m) && d.weight(start, start) > 0 {
		d.source[start].other, d.target[start].other = start, start
		start++
	}
	for end < min(n, m)-start && d.weight(n-1-end, m-1-end) > 0 {
		end++
		d.source[n-end].other, d.target[m-end].other = m-end, n-end
	}
}

// diffWord is a word, what it is matched with, and how.
type diffWord struct {
	segment.Word
	fold    string
	letters int

	other int // index of its counterpart, or -1
	run   int // number of its moved run, from 1; 0 if it is in none
}

func diffWords(doc *segment.Document, r segment.Range) []diffWord {
	stemmer := segment.NewStemmer(doc.Language)
	var words []diffWord
	for i := r.Start; i < r.End; i++ {
		for _, w := range doc.Words(&doc.Sentences[i], stemmer) {
			words = append(words, diffWord{
				Word: w, fold: segment.Fold(w.Text), letters: utf8.RuneCountInString(w.Text), other: -1,
			})
		}
	}
	return words
}

type diff struct {
	source, target []diffWord
}

// The ways through the table of a longest common subsequence.
const (
	dropSource byte = iota
	dropTarget
	takeBoth
)

// match pairs the words of the heaviest common subsequence (Wagner & Fischer,
// 1974). Of several as heavy it takes that which stands together.
func (d *diff) match() {
	n, m := len(d.source), len(d.target)
	ways := make([]byte, n*m)
	above, row := make([]int, m+1), make([]int, m+1)
	for i := range n {
		for j := range m {
			best, way := above[j+1], dropSource
			if row[j] > best {
				best, way = row[j], dropTarget
			}
			if w := d.weight(i, j); w > 0 && above[j]+w >= best {
				best, way = above[j]+w, takeBoth
			}
			row[j+1], ways[i*m+j] = best, way
		}
		above, row = row, above
	}
	for i, j := n-1, m-1; i >= 0 && j >= 0; {
		switch ways[i*m+j] {
		case takeBoth:
			d.source[i].other, d.target[j].other = j, i
			i, j = i-1, j-1
		case dropSource:
			i--
		default:
			j--
		}
	}
}

// weight is what it is worth to pair two words: their letters, so that words of
// meaning go before particles, and one more for the same form.
func (d *diff) weight(i, j int) int {
	a, b := &d.source[i], &d.target[j]
	switch {
	case a.fold == b.fold:
		return a.letters + 1
	case a.Stem == b.Stem:
		return min(a.letters, b.letters)
	}
	return 0
}

// leastKept is the number of letters that words kept have at least if they
// stand alone between changes, and those that are moved: two versions have the
// same particles anyhow.
const leastKept = 4

// dissolve lets go of short matches amid changes.
func (d *diff) dissolve() {
	for i := 0; i < len(d.source); {
		end, letters := i, 0
		for end < len(d.source) && d.source[end].other >= 0 && d.source[end].other == d.source[i].other+end-i {
			letters += d.source[end].letters
			end++
		}
		if end == i {
			i++
			continue
		}
		if letters < leastKept && d.amidChanges(i, end) {
			for k := i; k < end; k++ {
				d.target[d.source[k].other].other, d.source[k].other = -1, -1
			}
		}
		i = end
	}
}

// amidChanges tells whether both sides have other words before and after a run
// of matches.
func (d *diff) amidChanges(start, end int) bool {
	free := func(words []diffWord, i int) bool { return i >= 0 && i < len(words) && words[i].other < 0 }
	first, last := d.source[start].other, d.source[end-1].other
	return free(d.source, start-1) && free(d.target, first-1) && free(d.source, end) && free(d.target, last+1)
}

// movedRun is a run of words that stands in both, at different places.
type movedRun struct{ source, target, words, letters int }

// move pairs the runs that are left on both sides, the longest first.
func (d *diff) move() {
	places := make(map[string][]int)
	for j, w := range d.target {
		if w.other < 0 {
			places[w.Stem] = append(places[w.Stem], j)
		}
	}
	var runs []movedRun
	for i, w := range d.source {
		if w.other < 0 {
			for _, j := range places[w.Stem] {
				if d.canMove(i-1, j-1) {
					continue // inside a run
				}
				if r := d.runAt(i, j); r.letters >= leastKept {
					runs = append(runs, r)
				}
			}
		}
	}
	slices.SortFunc(runs, func(a, b movedRun) int {
		return cmp.Or(cmp.Compare(b.letters, a.letters), cmp.Compare(a.source, b.source), cmp.Compare(a.target, b.target))
	})
	number := 0
	for _, r := range runs {
		// A longer run may have taken part of it.
		if left := d.runAt(r.source, r.target); left.words == r.words {
			number++
			for k := range r.words {
				s, t := &d.source[r.source+k], &d.target[r.target+k]
				s.other, t.other, s.run, t.run = r.target+k, r.source+k, number, number
			}
		}
	}
}

// canMove tells whether two words are free and the same.
func (d *diff) canMove(i, j int) bool {
	return i >= 0 && j >= 0 && i < len(d.source) && j < len(d.target) &&
		d.source[i].other < 0 && d.target[j].other < 0 && d.source[i].Stem == d.target[j].Stem
}

func (d *diff) runAt(i, j int) movedRun {
	r := movedRun{source: i, target: j}
	for d.canMove(i+r.words, j+r.words) {
		r.letters += d.source[i+r.words].letters
		r.words++
	}
	return r
}

// differences reads the matches from the start.
func (d *diff) differences() []Difference {
	var out []Difference
	i, j := 0, 0
	for i < len(d.source) || j < len(d.target) {
		start := i
		for i < len(d.source) && !d.source[i].stays() {
			i++
		}
		startTarget := j
		for j < len(d.target) && !d.target[j].stays() {
			j++
		}
		out = appendChange(out, d.source[start:i], d.target[startTarget:j])
		out = d.appendMoved(out, start, i)
		if i < len(d.source) && j < len(d.target) {
			out = appendKept(out, d.source[i], d.target[j], i > start || j > startTarget)
			i, j = i+1, j+1
		}
	}
	return out
}

// stays tells whether a word has its counterpart at its own place.
func (w *diffWord) stays() bool { return w.other >= 0 && w.run == 0 }

// appendChange appends what is left between two words that stay.
func appendChange(out []Difference, source, target []diffWord) []Difference {
	c := Difference{Kind: WordsChanged, Source: free(source), Target: free(target)}
	switch {
	case c.Source == nil && c.Target == nil:
		return out
	case c.Target == nil:
		c.Kind = WordsLeftOut
	case c.Source == nil:
		c.Kind = WordsAdded
	}
	return append(out, c)
}

func free(words []diffWord) (out []segment.Word) {
	for _, w := range words {
		if w.other < 0 {
			out = append(out, w.Word)
		}
	}
	return out
}

// appendMoved appends the runs that were moved away from between two words that
// stay.
func (d *diff) appendMoved(out []Difference, start, end int) []Difference {
	for i := start; i < end; {
		run := d.source[i].run
		if run == 0 {
			i++
			continue
		}
		m := Difference{Kind: WordsMoved}
		for ; i < end && d.source[i].run == run; i++ {
			m.Source = append(m.Source, d.source[i].Word)
			m.Target = append(m.Target, d.target[d.source[i].other].Word)
		}
		out = append(out, m)
	}
	return out
}

// appendKept appends a word that stays, to the run before it if that is of the
// same kind.
func appendKept(out []Difference, source, target diffWord, apart bool) []Difference {
	kind := WordsKept
	if source.fold != target.fold {
		kind = WordsInflected
	}
	if last := len(out) - 1; last >= 0 && out[last].Kind == kind && !apart {
		out[last].Source = append(out[last].Source, source.Word)
		out[last].Target = append(out[last].Target, target.Word)
		return out
	}
	return append(out, Difference{kind, []segment.Word{source.Word}, []segment.Word{target.Word}})
}
