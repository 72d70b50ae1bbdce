package align

import (
	"context"
	"errors"
	"fmt"

	"github.com/hexapla/hexapla/align/internal/bitext"
	"github.com/hexapla/hexapla/align/internal/search"
	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// Hit is a passage of an indexed document.
type Hit struct {
	// Name is the document's, and Document its number, from 0, in the order in
	// which the documents were added to the index.
	Name     string `json:"name"`
	Document int    `json:"document"`

	// Sentences are the passage's, among those of the document.
	Sentences segment.Range `json:"sentences"`

	// Spans are those of the sentences, as byte offsets into the document's
	// text.
	Spans []segment.Span `json:"spans"`

	// Text is what the sentences read, with a space between them.
	Text string `json:"text"`

	// Confidence is the probability, 0 to 1, that the passage translates the
	// quotation, or a part of it that is a good part of the passage. See [Find]
	// for passages that hold it word for word.
	Confidence float64 `json:"confidence"`
}

// FindOptions for Find. A nil pointer and the zero value are the good default.
type FindOptions struct {
	// Lexicons are used beside the built-in ones, either way round: those of
	// the quotation's language and a document's, and two that meet in a third
	// language. A nil one is left unused.
	Lexicons []*lexicon.Lexicon

	// NoLexicon leaves the built-in lexicons out.
	NoLexicon bool

	// Least is the confidence that a hit must have; 0 is [DefaultLeast]. With
	// a negative one, the best guesses are given however bad they are.
	Least float64

	// Most is how many hits are given at most; 0 is [DefaultMost].
	Most int
}

// The defaults of [FindOptions]. At DefaultLeast, of 200 passages of novels
// and news at most three are found in a Bible that has none of them; between two
// languages without a lexicon up to seven of a hundred are found where they are
// not.
const (
	DefaultLeast = 0.5
	DefaultMost  = 10
)

// Find finds the passages of an index that translate a quotation, or are it,
// the best first, in documents of whatever language. It looks for the quotation
// as a whole: one to about six sentences, whose counterpart stands together.
// If there is none, the hits are nil.
//
// What it goes by are the words that the lexicons know, words that are spelled
// alike, names that sound alike, and numbers, each as far as it is rare, and
// their order. It knows nothing of meaning: a free translation without a name in
// it may not be found among 30,000 sentences, and between two languages without
// a lexicon half of the quotations are not. A quotation of a few words gets
// little confidence, and a lower Least shows it; one without a word or number is
// found nowhere. Case, accents and punctuation matter little, nor does a word
// that is missing. Of a passage that comes again in other words all places are
// given, those closest to the quotation first.
//
// A quotation of three words or more that are not of the most common, in a
// document's own language, is found where it stands word for word but for case,
// accents and punctuation. Of n such places each has a confidence of .5 + .49/n:
// all are shown, and one alone is nearly sure. Five words out of one of 30,000
// verses are found there in 96 of 100 cases, eight in 98; the others are common
// turns of phrase.
//
// Of two verses in Basic English, looked for in a Spanish Bible of 30,000, the
// right place is first in 94 of 100 cases and among the first three in 99; of
// the misses half are places that say the same. The range is exactly the right
// one in 85, and 90 have the confidence to be shown. It is the same from Spanish
// to English. Of single verses 78 are found first, of three 97; of two sentences
// of a novel of 300 sentences 91 to 97, of the news all; of five novels between
// English and French, without a lexicon, 52 to 54.
//
// The cost is linear in how often the words of the quotation stand in the
// index, up to a bound, and in the lengths of the places that are then read: 300
// of a book, 120 more for each doubling of a language's sentences beyond 30,000.
// The first search in an index makes a table for each language, in a time linear
// in its vocabulary. Two sentences take 30 to 45 ms in a Bible, .2 to .3 s beside a
// thousand short novels. The error is ctx's, wraps [ErrIndexDamaged], or is
// that of reading the file of [OpenIndex]. A quotation of more than 1,000 words
// is [ErrLongQuotation].
func Find(ctx context.Context, quote *segment.Document, in *Index, opts *FindOptions) ([]Hit, error) {
	if opts == nil {
		opts = &FindOptions{}
	}
	if n := words(quote); n > mostQuoted {
		return nil, fmt.Errorf("%w: %d words; Find looks for passages of at most %d, longer ones are for Align", ErrLongQuotation, n, mostQuoted)
	}
	found, err := search.Find(ctx, quote, in.books, func(shelf language.Tag) search.Help {
		return opts.help(quote.Language, shelf)
	})
	if err != nil {
		return nil, err
	}
	var hits []Hit
	for _, f := range found {
		if len(hits) == opts.most() || f.Confidence < opts.least() {
			break
		}
		hit, err := in.hit(f)
		if err != nil {
			return nil, err
		}
		hits = append(hits, hit)
	}
	return hits, nil
}

// help is what lexicons know of a quotation's language beside a document's.
func (o *FindOptions) help(quote, doc language.Tag) search.Help {
	lexicons := bitext.Lexicons{Own: o.Lexicons, NoBuiltIn: o.NoLexicon}
	direct := lexicons.Between(quote, doc)
	help := search.Help{Phrases: bitext.Phrases(direct)}
	for _, l := range direct {
		help.Dictionaries = append(help.Dictionaries, search.Dictionary{Lexicon: l})
	}
	for _, m := range lexicons.Meeting(quote, doc) {
		help.Dictionaries = append(help.Dictionaries, search.Dictionary{Lexicon: m.Source, Onward: m.Target.Invert()})
	}
	return help
}

func (o *FindOptions) least() float64 {
	if o.Least == 0 {
		return DefaultLeast
	}
	return o.Least
}

func (o *FindOptions) most() int {
	if o.Most == 0 {
		return DefaultMost
	}
	return o.Most
}

// hit looks up a passage.
func (x *Index) hit(f search.Found) (Hit, error) {
	number := x.books.Holder(f.Shelf, f.First)
	book := &x.books.Books[number]
	sentences := segment.Range{Start: int(f.First - book.First), End: int(f.End - book.First)}
	text, err := book.Text(sentences)
	if err != nil {
		return Hit{}, err
	}
	spans, err := book.Spans(sentences)
	if err != nil {
		return Hit{}, err
	}
	return Hit{
		Name:       book.Name,
		Document:   number,
		Sentences:  sentences,
		Spans:      spans,
		Text:       text,
		Confidence: f.Confidence,
	}, nil
}

// ErrLongQuotation is the error of Find if the quotation has more than 1,000
// words: the cost grows with the square of their number.
var ErrLongQuotation = errors.New("the quotation is too long")

const mostQuoted = 1000

// words counts the words and marks of a quotation.
func words(quote *segment.Document) int {
	n := 0
	for i := range quote.Sentences {
		for range segment.Tokens(quote.Sentences[i].Text) {
			n++
		}
	}
	return n
}
