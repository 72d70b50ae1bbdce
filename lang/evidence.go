package lang

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

// The constants below were fitted on 25,000 clauses cut at punctuation from
// English and Spanish news, encyclopedia, Candide and Bible, by comparing what
// lingua said with how often it was right. Figures in comments are those of
// TestAccuracyOfSentencesAlone and TestAccuracyInMixedTexts.
const (
	// maxNats bounds what one piece of text can say against a language. One
	// error in 3,000 is about the rate among the surest.
	maxNats = 8.0
	// maxLinguaNats bounds a log-ratio of lingua's before it is scaled. Its
	// rules give probabilities of 1, on no more than an accent at times.
	maxLinguaNats = 5.0
	// maxNameNats bounds what a text of capitalised words alone can say: the
	// language of a name is not that of the text.
	maxNameNats = 2.0
	// enoughLetters is how many a text needs outside capitalised words for
	// these to be passed over. With function words to go by, they always are.
	enoughLetters = 24
	// lettersPerNat and maxScale: lingua's log-ratio is a mean per letter, of
	// sorts. It is right for 5.5 letters, and should be 2.6 times as large
	// from 14 letters on.
	lettersPerNat = 5.5
	maxScale      = 2.6
	// functionWordNats is what one function word says against each language
	// that does not have it. Without it 75 of 28,983 clauses of four and more
	// words are wrong, with it 19.
	functionWordNats = 2.0
	// openingNats is what ¿ or ¡ say against any language but Spanish. It is
	// low because scanners read i as ¡.
	openingNats = 3.0
	// grain is what nats are rounded to. Lingua adds up in map order, so that
	// its last bits differ from run to run.
	grain = 1e-4
)

// evidence is what a piece of text says about its language.
type evidence struct {
	nats    []float64 // by language: log-likelihood less the best one's, so 0 or less
	letters int       // in the scripts of the languages
	foreign int       // in other scripts
}

// speaks reports whether e favours some language over another.
func (e evidence) speaks() bool {
	return slices.ContainsFunc(e.nats, func(x float64) bool { return x != 0 })
}

// weigh returns the evidence in a piece of text. The models are loaded by the
// first text that has a letter.
func (d *Detector) weigh(text string) evidence {
	if !strings.ContainsFunc(text, unicode.IsLetter) {
		return evidence{}
	}
	d.load()
	r := read(text, d.scripts)
	e := evidence{letters: r.letters, foreign: r.foreign}
	if r.letters == 0 || r.foreign > r.letters {
		return e
	}
	words, limit := d.telling(r.words)
	e.nats = d.ask(words, limit)
	d.weighFunctionWords(e.nats, r.words)
	if r.opening && d.spanish >= 0 {
		against(e.nats, openingNats, func(i int) bool { return i != d.spanish })
	}
	settle(e.nats)
	return e
}

// telling picks the words that tell the language of a text, which are not
// its names, and says how much they can be believed. Of 28,983 clauses of four
// and more words, 19 are wrong without their names and 53 with them.
func (d *Detector) telling(words []string) (picked []string, limit float64) {
	common := slices.DeleteFunc(slices.Clone(words), isCapitalised)
	switch {
	case len(common) == 0 && len(words) >= 3 && allCapitals(words):
		return words, maxNats
	case len(common) == 0:
		return words, maxNameNats
	case countLetters(common) >= enoughLetters:
		return common, maxNats
	case d.functionWords == nil:
		return words, maxNats
	case isCapitalised(words[0]):
		return append([]string{words[0]}, common...), maxNats
	}
	return common, maxNats
}

// ask returns lingua's opinion in nats, scaled to mean what it says.
func (d *Detector) ask(words []string, limit float64) []float64 {
	nats := make([]float64, len(d.index))
	values := d.lingua.ComputeLanguageConfidenceValues(strings.Join(words, " "))
	best := values[0].Value()
	if best == 0 {
		return nats
	}
	scale := min(float64(countLetters(words))/lettersPerNat, maxScale)
	for _, v := range values {
		ratio := max(math.Log(v.Value()/best), -maxLinguaNats)
		nats[d.index[v.Language()]] = max(ratio*scale, -limit)
	}
	return nats
}

// weighFunctionWords counts the function words among words. One with a
// capital may be part of a name (El Escorial, The Hague), so that it counts
// only where any word would have a capital.
func (d *Detector) weighFunctionWords(nats []float64, words []string) {
	heading := allCapitals(words)
	for i, word := range words {
		if i == 0 || heading {
			word = strings.ToLower(word)
		}
		owners, ok := d.functionWords[word]
		if !ok {
			continue
		}
		against(nats, functionWordNats, func(i int) bool { return !slices.Contains(owners, i) })
	}
}

// against takes off nats from the languages that are meant.
func against(nats []float64, loss float64, meant func(int) bool) {
	for i := range nats {
		if meant(i) {
			nats[i] -= loss
		}
	}
}

// settle makes the best language 0 again, bounds the others and rounds them.
func settle(nats []float64) {
	best := slices.Max(nats)
	for i, x := range nats {
		nats[i] = math.Round(max(x-best, -maxNats)/grain) * grain
	}
}

// probabilities turns nats into shares of 1.
func probabilities(nats []float64) []float64 {
	p := make([]float64, len(nats))
	sum := 0.0
	for i, x := range nats {
		p[i] = math.Exp(x)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}
