// Package search finds the passages of an index that translate a quotation.
//
// The words of the quotation are turned into words of the index (words.go);
// where sentences hold several of them, rare ones above all, is a place to look
// (vote.go). The 300 best places of a book, 900 of a thousand books, are read
// (region.go), and every window of
// sentences in them is scored as IBM Model 1 scores a translation, both ways
// (window.go). Half of the places, and several windows of the best of them, are
// looked at word by word (links.go) and ranked by what is seen there
// (features.go); that also settles which sentences the passage has. From its
// rank beside the others' comes a probability (confidence.go). Where the text of
// a place has the quotation word for word that is sure (verbatim.go). The weights
// are in weights.go, and the test that fits them in fit_test.go.
//
// # What was tried and lost
//
// Measured on quotations of one to three verses, some of them changed, in Basic
// English among 30,000 in Spanish of 1909, and the other way round. Of two verses
// 94 of 100 are right. Of what is missed half stands twice in the book (Kings and
// Chronicles, the Gospels, the lists), and the other place is found; a few are
// faults of the reference; the rest are free translations, of which the lexicon
// knows too little. With a dictionary learned from these very verses five more of
// 100 of all kinds are right, and nearly all that is then missed stands twice.
//
//   - More places: 400, all looked at closely, take twice the time for no find.
//   - Rank by Model 1 alone: of two verses 77 of 100 right. Equal shares for all
//     forms of a verb: 52.
//   - Vectors of words by what they stand near (random indexing, three rounds,
//     192 dimensions) as a feature, so that a window may be about the same
//     without a word in common: no gain.
//   - A layer of twelve hidden units in place of a weighted sum: .2 points.
//   - Words that come again count less, by how often they did: one point lost.
//   - Translations of translations (synonyms): three points lost. λ of .3 in
//     Model 1: ten.
//   - Names by sound for all words that nothing else finds, where there is no
//     lexicon: four points lost in novels.
//   - Confidence by how much of the window is linked, besides its rank: sorts the
//     hits less well than rank alone.
package search

import (
	"maps"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/index"
	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// word is a distinct token of the quotation.
type word struct {
	info      float64 // -log of its chance, as its translations tell
	name      bool
	kind      segment.TokenKind
	renders   []rendering // words of the shelf that may translate it
	instances int         // tokens of the quotation
}

// rendering is a word of the shelf that may translate a word of the quotation.
type rendering struct {
	id    int32
	share float32 // how good a translation it is, 0 to 1
	ratio float32 // by how much likelier it is beside the word than by chance
}

// quotation is what is looked for on one shelf.
type quotation struct {
	shelf   *index.Shelf
	reader  *index.Reader
	tokens  []int32 // numbers of words
	words   []word
	places  [][]int32       // of each word in tokens
	parts   []segment.Range // its sentences, in tokens
	letters int
	plain   string            // its letters and digits, see plainText
	alike   bool              // in language
	blind   bool              // neither that nor helped by a lexicon
	gain    map[int32]float64 // by type of the shelf: see gains
	givers  map[int32][]giver // by type of the shelf
}

// giver is a word of the quotation that a word of the shelf may translate.
type giver struct {
	word         int32
	share, ratio float32
	telling      float32 // how good and how telling a translation
}

// The pseudo-counts of what is known beforehand, as in package trans.
const (
	identityCount = 3.0
	cognateCount  = 2.0
	lexiconCount  = 2.0
	nameCount     = 2.0 // times the square of how alike they sound
)

// reader turns words of the quotation into words of the shelf.
type reader struct {
	shelf *index.Shelf
	Help
	stemmer *segment.Stemmer // of the shelf's language
	same    bool             // the quotation is in that language
	counts  map[int32]float32
}

func newReader(shelf *index.Shelf, quote language.Tag, help Help) *reader {
	return &reader{
		Help:    help,
		shelf:   shelf,
		stemmer: segment.NewStemmer(shelf.Language),
		same:    lexicon.SameLanguage(shelf.Language, quote),
	}
}

func (r *reader) read(quote *segment.Document) *quotation {
	side := corpus.New(quote, r.Phrases)
	q := &quotation{shelf: r.shelf, reader: r.shelf.Reader(), alike: r.same, blind: !r.same && len(r.Dictionaries) == 0, tokens: side.Tokens, words: make([]word, len(side.Types))}
	for id := range side.Types {
		q.words[id] = r.word(&side.Types[id])
	}
	for i := range side.Len() {
		q.parts = append(q.parts, segment.Range{Start: int(side.Starts[i]), End: int(side.Starts[i+1])})
	}
	for _, n := range side.Chars {
		q.letters += int(n)
	}
	q.plain = plainOf(quote)
	q.places = make([][]int32, len(q.words))
	for x, id := range q.tokens {
		q.places[id] = append(q.places[id], int32(x))
	}
	q.gain = q.gains()
	q.givers = make(map[int32][]giver)
	for i, w := range q.words {
		for _, e := range w.renders {
			telling := e.share * float32(math.Log1p(float64(e.ratio)/usual))
			q.givers[e.id] = append(q.givers[e.id], giver{int32(i), e.share, e.ratio, telling})
		}
	}
	return q
}

func (r *reader) word(t *corpus.Type) word {
	r.counts = make(map[int32]float32)
	if t.Kind == segment.Letters && !r.same {
		r.translate(t)
		r.lookAlikes(t)
	} else {
		r.sameWord(t)
	}
	w := word{name: t.Name, kind: t.Kind, instances: int(t.Count)}
	w.renders = r.renderings()
	w.info = r.information(t, w.renders)
	return w
}

// sameWord finds a word of the same language, a number or a mark; of a word that
// the shelf has not, those that it may be misspelled for.
func (r *reader) sameWord(t *corpus.Type) {
	if !r.identical(t.Stem, t.Kind, identityCount) && t.Kind == segment.Letters {
		r.shelf.Cognates(t.Stem, func(id int32, dice float64) { r.count(id, cognateCount*dice) })
	}
}

// What stands in no lexicon but is spelled like a translation may be of its
// family (salvación, salvador), and what begins as it does another form of it:
// Spanish pronouns hang on the verb (llamóle, sustentarse).
const (
	leastBeginning = 5 // bytes of the translation
	mostEnding     = 4 // more bytes than it
	endingCount    = 0.3
	familyCount    = 1.0 // times the share of letter pairs above leastFamily
	leastFamily    = 0.4
)

func (r *reader) translate(t *corpus.Type) {
	for _, d := range r.Dictionaries {
		inverse := d.inverse()
		d.translations(t, func(key string, share float64) {
			if id, ok := r.shelf.Lookup(key); ok {
				r.count(id, lexiconCount*share)
			}
			r.shelf.Cognates(key, func(id int32, dice float64) {
				r.count(id, lexiconCount*share*familyCount*(dice-leastFamily))
			})
			if len(key) < leastBeginning {
				return
			}
			r.shelf.Beginning(key, mostEnding, func(id int32) {
				if !inverse.Has(r.shelf.Types[id].Stem) { // or else it is a word of its own
					r.count(id, lexiconCount*endingCount*share)
				}
			})
		})
	}
}

// Where the lexicon knows a word, what looks like it counts less: "come" is not
// Spanish come, nor "entre" entregar.
const (
	identityOfKnown = 0.2
	cognateOfKnown  = 0.4
)

// lookAlikes finds the same word, cognates, and of a name those that sound alike.
func (r *reader) lookAlikes(t *corpus.Type) {
	known := len(r.counts) > 0
	same, cognate := identityCount, cognateCount
	if known {
		cognate *= cognateOfKnown
		if !t.Name {
			same *= identityOfKnown
		}
	}
	// In two languages short words look alike by chance: son, once.
	long := utf8.RuneCountInString(t.Form) >= 4
	found := (long || t.Name) && r.identical(r.stemmer.Stem(t.Form), t.Kind, same)
	if t.Name && !found || !known && !found && len(r.Dictionaries) > 0 {
		r.shelf.Names(t.Stem, func(id int32, alike float64) { r.count(id, nameCount*alike*alike) })
	}
	r.shelf.Cognates(t.Stem, func(id int32, dice float64) { r.count(id, cognate*dice) })
}

// count notes a translation; of several reasons the strongest alone counts.
func (r *reader) count(id int32, count float64) {
	r.counts[id] = max(r.counts[id], float32(count))
}

// identical finds a word that is written the same: what stem it has on the
// shelf is for the shelf's stemmer to say.
func (r *reader) identical(stem string, kind segment.TokenKind, count float64) bool {
	id, ok := r.shelf.Lookup(stem)
	if !ok || r.shelf.Types[id].Kind != kind {
		return false
	}
	r.count(id, count)
	return true
}

// usual is a ratio that is nothing much: about that of a word which stands in
// every other sentence.
const usual = 50

// unknown is a count for what is not known.
const unknown = 0.7

// renderings turns counts into shares and ratios. Among the translations of a
// word each is taken for as likely as its count says times its own frequency:
// the forms of a verb (ven, vino, vinieren) then all tell the same, where equal
// shares would make much of the rarest. That gains 25 points in 30,000 verses.
func (r *reader) renderings() []rendering {
	list := make([]rendering, 0, len(r.counts))
	best, mass := float32(0), float32(0)
	for _, id := range slices.Sorted(maps.Keys(r.counts)) {
		c := r.counts[id]
		list = append(list, rendering{id: id, share: c})
		best = max(best, c)
		mass += c * r.chance(id)
	}
	known := best / (best + unknown)
	for i := range list {
		e := &list[i]
		e.ratio = known * e.share / mass
		e.share *= known / best
	}
	return list
}

func (r *reader) chance(id int32) float32 {
	return (float32(r.shelf.Types[id].Count) + 0.5) / float32(r.shelf.Tokens+len(r.shelf.Types))
}

// information of a word is that of meeting any of its translations; of a word
// without any it is a guess: the short ones are mostly common.
func (r *reader) information(t *corpus.Type, renders []rendering) float64 {
	const ofShort, ofLong = 3, 7 // nats
	if len(renders) == 0 {
		if t.Kind == segment.Mark || t.Kind == segment.Letters && !t.Name && utf8.RuneCountInString(t.Form) < 4 {
			return ofShort
		}
		return ofLong
	}
	sum, best := 0.0, 0.0
	for _, e := range renders {
		best = max(best, float64(e.share))
		sum += float64(e.share) * float64(r.chance(e.id))
	}
	return -math.Log(min(1, sum/best))
}

// smooth is λ in log(λ + (1-λ)·p(w|other)/p(w)); package lattice has .7.
const smooth = 0.6

// gains returns by how much each word of the shelf is likelier beside the
// quotation, as a logarithm; what is unexplained has none.
func (q *quotation) gains() map[int32]float64 {
	given := make(map[int32]float64)
	for i := range q.words {
		w := &q.words[i]
		for _, e := range w.renders {
			given[e.id] += float64(w.instances) * float64(e.ratio)
		}
	}
	factor := (1 - smooth) / smooth / float64(max(len(q.tokens), 1))
	for id, g := range given {
		given[id] = math.Log1p(factor * g)
	}
	return given
}
