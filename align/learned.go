package align

import (
	"cmp"
	"context"
	"slices"

	"github.com/hexapla/hexapla/align/internal/bitext"
	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/lattice"
	"github.com/hexapla/hexapla/align/internal/trans"
	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// Learned is what an Alignment teaches about the words of its two texts. It is
// not safe for use by several goroutines at once.
type Learned struct {
	alignment *Alignment
	bitext    *bitext.Bitext
	linker    *lattice.Linker
	source    *wordPlaces
	target    *wordPlaces
}

// learnPasses over the beads: they are settled, so the words may settle too.
const learnPasses = 3

// Learn goes over the beads of an alignment, each by its confidence, and learns
// which words of the two texts translate one another (IBM Model 1, both ways).
// An alignment whose beads all have confidence 0, as one made by hand may, is
// taken as sure. A bead of more than 16 million pairs of words, such as 4,000 by
// 4,000, teaches nothing and has no links. The error is ctx's.
func Learn(ctx context.Context, a *Alignment, opts *Options) (*Learned, error) {
	if opts == nil {
		opts = &Options{}
	}
	b := opts.read(a.Source, a.Target)
	learner := trans.NewLearner(b.Task.Source, b.Task.Target, trans.Prior(b.Task.Source, b.Task.Target, b.Task.Lexicon))
	model, err := learner.Learn(ctx, a.weighed(), learnPasses)
	if err != nil {
		return nil, err
	}
	return &Learned{
		alignment: a,
		bitext:    b,
		linker:    lattice.NewLinker(b.Task.Source, b.Task.Target, model),
		source:    newWordPlaces(a.Source, b.Task.Source, b.SourceReader),
		target:    newWordPlaces(a.Target, b.Task.Target, b.TargetReader),
	}, nil
}

// weighed returns the beads with both sides.
func (a *Alignment) weighed() []trans.Bead {
	var out []trans.Bead
	for _, b := range a.path() {
		if b.Source == b.SourceEnd || b.Target == b.TargetEnd {
			continue
		}
		out = append(out, trans.Bead{
			Source: int32(b.Source), SourceEnd: int32(b.SourceEnd),
			Target: int32(b.Target), TargetEnd: int32(b.TargetEnd),
			Weight: float32(b.Posterior),
		})
	}
	return out
}

// unknownConfidence tells whether the beads come without any, as those made by
// hand do.
func (a *Alignment) unknownConfidence() bool {
	return !slices.ContainsFunc(a.Beads, func(b Bead) bool { return b.Confidence != 0 })
}

// LearnedPair is a word, number or phrase and its translation in the other
// text.
type LearnedPair struct {
	// Source and Target are the words in the form most often linked; in lower
	// case, unless that form is written with a capital inside sentences.
	Source string `json:"source"`
	Target string `json:"target"`

	// Count is the number of links between the two, and SourceCount and
	// TargetCount the number of times each stands in its text.
	Count       int `json:"count"`
	SourceCount int `json:"sourceCount"`
	TargetCount int `json:"targetCount"`

	// Score is Dice's coefficient of the three, 0 to 1: how much the two keep
	// to one another.
	Score float64 `json:"score"`
}

// Pairs returns the word pairs linked at least leastCount times, the best and
// most frequent first. They are a glossary of the very texts: names and terms.
func (l *Learned) Pairs(leastCount int) []LearnedPair {
	type key struct{ s, t int32 }
	type tally struct {
		count          int
		source, target map[string]int
	}
	tallies := make(map[key]*tally)
	for i := range l.alignment.Beads {
		l.eachLink(i, func(s, t place, _ float32) {
			k := key{s.id, t.id}
			x := tallies[k]
			if x == nil {
				x = &tally{source: make(map[string]int), target: make(map[string]int)}
				tallies[k] = x
			}
			x.count++
			x.source[s.text]++
			x.target[t.text]++
		})
	}
	var pairs []LearnedPair
	for k, x := range tallies {
		if x.count < leastCount {
			continue
		}
		s, t := &l.bitext.Task.Source.Types[k.s], &l.bitext.Task.Target.Types[k.t]
		pairs = append(pairs, LearnedPair{
			Source: usualForm(x.source, s), Target: usualForm(x.target, t),
			Count: x.count, SourceCount: int(s.Count), TargetCount: int(t.Count),
			Score: 2 * float64(x.count) / float64(s.Count+t.Count),
		})
	}
	slices.SortFunc(pairs, func(a, b LearnedPair) int {
		return cmp.Or(
			cmp.Compare(b.Score*float64(b.Count), a.Score*float64(a.Count)),
			cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target))
	})
	return pairs
}

// usualForm returns the most frequent form, the first in order of equals.
func usualForm(forms map[string]int, t *corpus.Type) string {
	best, most := "", 0
	for form, n := range forms {
		if !t.Name {
			form = segment.Fold(form)
		}
		if n > most || n == most && form < best {
			best, most = form, n
		}
	}
	return best
}

// Lexicon returns the pairs as a lexicon, to be corrected and given to Align
// for the next text of the kind. The weight of a pair is its Score.
func (l *Learned) Lexicon(leastCount int) *lexicon.Lexicon {
	var pairs []lexicon.Pair
	for _, p := range l.Pairs(leastCount) {
		pairs = append(pairs, lexicon.Pair{Source: p.Source, Target: p.Target, Weight: p.Score})
	}
	return lexicon.New(l.alignment.Source.Language, l.alignment.Target.Language, pairs, nil, nil)
}

// place is a token where it stands.
type place struct {
	id   int32
	text string
	span segment.Span // in the Document's Text; empty for a mark
	kind segment.TokenKind

	phrase, name bool
}

// wordPlaces finds the tokens of a document's sentences in its text.
type wordPlaces struct {
	doc     *segment.Document
	reader  *corpus.Reader
	side    *corpus.Side
	stemmer *segment.Stemmer
}

func newWordPlaces(doc *segment.Document, side *corpus.Side, reader *corpus.Reader) *wordPlaces {
	return &wordPlaces{doc, reader, side, segment.NewStemmer(language.Und)}
}

// of returns the tokens of a run of sentences, in the order of the engine's.
func (w *wordPlaces) of(r segment.Range) []place {
	var places []place
	for i := r.Start; i < r.End; i++ {
		s := &w.doc.Sentences[i]
		words := w.doc.Words(s, w.stemmer)
		starts := make(map[int]segment.Word, len(words))
		ends := make(map[int]segment.Word, len(words))
		next := 0
		for t := range segment.Tokens(s.Text) {
			if t.Kind != segment.Mark {
				starts[t.Start], ends[t.End] = words[next], words[next]
				next++
			}
		}
		for _, t := range w.reader.Tokens(s.Text) {
			p := place{
				id: t.ID, text: s.Text[t.Start:t.End], kind: segment.Mark,
				phrase: t.Phrase, name: w.side.Types[t.ID].Name,
			}
			if first, ok := starts[t.Start]; ok {
				p.span = segment.Span{Start: first.Span.Start, End: ends[t.End].Span.End}
				p.kind = segment.Letters
			}
			places = append(places, p)
		}
	}
	return places
}

// eachLink visits the links between the words of a bead.
func (l *Learned) eachLink(bead int, visit func(s, t place, strength float32)) {
	b := l.alignment.Beads[bead]
	if b.Source.Len() == 0 || b.Target.Len() == 0 {
		return
	}
	source, target := l.source.of(b.Source), l.target.of(b.Target)
	for _, link := range l.links(b) {
		s, t := source[link.X], target[link.Y]
		if s.kind != segment.Mark && t.kind != segment.Mark {
			visit(s, t, link.Strength)
		}
	}
}

func (l *Learned) links(b Bead) []lattice.Link {
	return l.linker.Link(
		l.bitext.Task.Source.Run(int32(b.Source.Start), int32(b.Source.End)),
		l.bitext.Task.Target.Run(int32(b.Target.Start), int32(b.Target.End)))
}
