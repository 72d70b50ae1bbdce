package search

import (
	"context"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hexapla/hexapla/align/internal/index"
	"github.com/hexapla/hexapla/align/internal/letters"
	"github.com/hexapla/hexapla/segment"
)

const (
	// leastContent are the content words of a quotation that is told from a turn
	// of phrase when it stands word for word in a book.
	leastContent = 3

	// contentShare of the most information that a word can have is enough for
	// a content word, if telling is more: in a text of a page no word is rare.
	contentShare = 0.5

	// mostRead are the places whose text is compared with the quotation.
	mostRead = 50

	// leastHeld is the share of the quotation's information that the words
	// of a place hold whose text is compared with it: not all, for a word
	// without its accents may have another stem.
	leastHeld = 0.7
)

// verbatim returns the windows in which the quotation stands word for word, but
// for case, accents and punctuation, the best places first. book opens the text
// of a shelf's sentences.
func (q *quotation) verbatim(ctx context.Context, spots []spot, book func(sentence int32) *index.Book) ([]candidate, error) {
	if !q.alike || q.plain == "" || q.contentWords() < leastContent {
		return nil, nil
	}
	var found []candidate
	read := 0
	for _, s := range spots {
		r := s.windows[0].region
		if !q.heldBy(r) {
			continue
		}
		if read++; read > mostRead {
			break
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		b := book(r.first)
		start := int(r.first - b.First)
		texts, err := b.Texts(segment.Range{Start: start, End: start + len(r.sentences)})
		if err != nil {
			return nil, err
		}
		for _, at := range occurrences(q.plain, texts) {
			c := q.candidate(q.window(r, at))
			c.verbatim = true
			found = append(found, c)
		}
	}
	return found, nil
}

func (q *quotation) contentWords() int {
	most := math.Log(float64(q.shelf.Tokens+len(q.shelf.Types)) / 1.5) // of a word that stands once
	least := min(telling, contentShare*most)
	n := 0
	for i := range q.words {
		if w := &q.words[i]; w.kind != segment.Mark && (w.name || w.kind == segment.Number || w.info >= least) {
			n += w.instances
		}
	}
	return n
}

// heldBy tells whether a region holds nearly all words of the quotation.
func (q *quotation) heldBy(r *region) bool {
	held := make([]bool, len(q.words))
	for _, t := range r.tokens {
		for _, g := range t.givers {
			held[g.word] = true
		}
	}
	all, got := 0.0, 0.0
	for i := range q.words {
		w := &q.words[i]
		if w.kind == segment.Mark {
			continue
		}
		all += w.info
		if held[i] {
			got += w.info
		}
	}
	return got >= leastHeld*all
}

// window returns that of some sentences of a region.
func (q *quotation) window(r *region, at segment.Range) window {
	for _, w := range q.windows(r) {
		if w.start == at.Start && w.end == at.End {
			return w
		}
	}
	// It has more sentences than a translation would.
	w := window{region: r, start: at.Start, end: at.End}
	for _, s := range r.sentences[at.Start:at.End] {
		w.letters += s.letters
	}
	return w
}

// plainText is a text of letters and digits alone, in lower case and without
// accents, and where its words begin and end. So don't is dont, and 1,200 1200.
type plainText struct {
	text    string
	borders []int // in text, ascending
}

func newPlainText(text string) plainText {
	var p plainText
	var b strings.Builder
	inWord := false
	for _, r := range letters.Plain(segment.Fold(text)) {
		is := unicode.IsLetter(r) || unicode.IsNumber(r)
		if is != inWord {
			p.borders = append(p.borders, b.Len())
			inWord = is
		}
		if is {
			b.WriteRune(r)
		}
	}
	p.borders = append(p.borders, b.Len())
	p.text = b.String()
	return p
}

// plainOf returns the letters of a quotation.
func plainOf(quote *segment.Document) string {
	var b strings.Builder
	for i := range quote.Sentences {
		b.WriteString(newPlainText(quote.Sentences[i].Text).text)
	}
	return b.String()
}

func (p *plainText) isBorder(at int) bool {
	_, is := slices.BinarySearch(p.borders, at)
	return is
}

// occurrences returns the sentences over which each occurrence of a quotation,
// which is not empty, reaches.
func occurrences(quote string, texts []string) []segment.Range {
	whole := newPlainText(strings.Join(texts, "\n"))
	ends := make([]int, len(texts))
	sum := 0
	for i, text := range texts {
		sum += len(newPlainText(text).text)
		ends[i] = sum
	}
	var found []segment.Range
	for from := 0; ; {
		at := strings.Index(whole.text[from:], quote)
		if at < 0 {
			return found
		}
		start, end := from+at, from+at+len(quote)
		if whole.isBorder(start) && whole.isBorder(end) {
			first, _ := slices.BinarySearch(ends, start+1)
			last, _ := slices.BinarySearch(ends, end)
			if r := (segment.Range{Start: first, End: last + 1}); !slices.Contains(found, r) {
				found = append(found, r)
			}
		}
		_, size := utf8.DecodeRuneInString(whole.text[start:])
		from = start + size
	}
}

// certaintyOf is the confidence of one of n places where the quotation stands
// word for word. Each of them is one, and is shown; which is meant is the less
// certain the more there are.
func certaintyOf(n int) float64 { return 0.5 + 0.49/float64(n) }
