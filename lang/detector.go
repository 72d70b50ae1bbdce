package lang

import (
	"slices"
	"sync"

	"github.com/pemistahl/lingua-go"
	"golang.org/x/text/language"
)

// A Guess is a language and how sure the Detector is of it.
type Guess struct {
	Language language.Tag `json:"language"`
	// Confidence is between 0 and 1. The confidences of all the languages of
	// a Detector add up to 1; two are shown.
	Confidence float64 `json:"confidence"`
}

// An Answer is the language found and the next best. Languages are as they
// were given to [New]. The zero Answer, whose languages are und, says that
// nothing in the text speaks for one language more than for another: it is
// empty, or of numbers, or in a script that none of the languages uses.
// Answers can be compared with ==.
type Answer struct {
	Language   language.Tag `json:"language"`
	Confidence float64      `json:"confidence"` // as in Guess
	RunnerUp   Guess        `json:"runnerUp"`
}

// A Detector finds the language of texts among a fixed set of languages. The
// zero Detector tells English from Spanish; [New] makes one for other sets.
// Its models are loaded by the first text that has letters in it. Any number
// of goroutines may use one Detector; it must not be copied after first use.
type Detector struct {
	tags []language.Tag // nil means defaultLanguages
	once sync.Once
	models
}

// models is what a Detector loads on first use. Only weigh, which loads it,
// and what weigh calls may read it.
type models struct {
	lingua        lingua.LanguageDetector
	index         map[lingua.Language]int // into Languages
	scripts       []script
	functionWords map[string][]int // word: indexes of the languages that have it
	spanish       int              // index of Spanish, -1 if absent
}

// New returns a Detector for a set of languages, English and Spanish if none
// are given. It loads nothing, and so costs nothing. A region is accepted and
// kept in the answers, but tells nothing: es-MX means Spanish.
//
// The error is a [*TagError] that names the first tag of which lingua knows
// no language or which repeats an earlier one, or [ErrTooFew].
func New(languages ...language.Tag) (*Detector, error) {
	if len(languages) == 0 {
		languages = defaultLanguages()
	}
	if err := checkTags(languages); err != nil {
		return nil, err
	}
	return &Detector{tags: slices.Clone(languages)}, nil
}

// Languages returns the languages that the Detector tells apart, in the order
// given to [New].
func (d *Detector) Languages() []language.Tag {
	if d.tags == nil {
		return defaultLanguages()
	}
	return slices.Clone(d.tags)
}

// Detect returns the language that most of a text is in. Text may be of any
// length and need not be valid UTF-8.
//
// Of a text over 20 kB it reads 64 windows at equal distances, so that the
// time does not grow with the length, and pages in another language at the
// front do not decide. The confidence of a text of one window, 320 bytes, is
// the probability that the answer is right. That of a longer one is the share
// of the letters read that is in the language, each window counted by its own
// probabilities: .6 says that the text is mixed, not that it is unclear.
func (d *Detector) Detect(text string) Answer {
	languages := d.Languages()
	shares := make([]float64, len(languages))
	var letters, foreign, weighed int
	for window := range windows(text, documentWindows) {
		e := d.weigh(window)
		letters += e.letters
		foreign += e.foreign
		if !e.speaks() {
			continue
		}
		weighed += e.letters
		for i, p := range probabilities(e.nats) {
			shares[i] += p * float64(e.letters)
		}
	}
	if weighed == 0 || foreign > letters {
		return Answer{}
	}
	for i := range shares {
		shares[i] /= float64(weighed)
	}
	return answer(languages, shares)
}

// load loads the models, once.
func (d *Detector) load() {
	d.once.Do(func() { d.models = newModels(d.Languages()) })
}

func newModels(tags []language.Tag) models {
	m := models{
		index:         make(map[lingua.Language]int, len(tags)),
		functionWords: functionWordsOf(tags),
		spanish:       -1,
	}
	known := make([]lingua.Language, len(tags))
	for i, tag := range tags {
		l, tables, err := lookUp(tag)
		if err != nil {
			panic("lang: " + err.Error()) // New has looked every tag up
		}
		known[i] = l
		m.index[l] = i
		m.scripts = addScript(m.scripts, tables)
		if l == lingua.Spanish {
			m.spanish = i
		}
	}
	m.lingua = lingua.NewLanguageDetectorBuilder().
		FromLanguages(known...).
		WithPreloadedLanguageModels().
		Build()
	return m
}

// addScript adds a script to a list, joining it with one that shares letters
// with it, as Japanese does with Chinese.
func addScript(scripts []script, added script) []script {
	for i, s := range scripts {
		for _, table := range added {
			if slices.Contains(s, table) {
				scripts[i] = append(slices.Clone(s), added...)
				return scripts
			}
		}
	}
	return append(scripts, added)
}

// answer picks the two likeliest languages; of equals the earlier one. If the
// two are equally likely there is no answer.
func answer(languages []language.Tag, p []float64) Answer {
	best, next := 0, 1
	if p[next] > p[best] {
		best, next = next, best
	}
	for i := 2; i < len(p); i++ {
		switch {
		case p[i] > p[best]:
			best, next = i, best
		case p[i] > p[next]:
			next = i
		}
	}
	if p[best] == p[next] {
		return Answer{}
	}
	return Answer{
		Language:   languages[best],
		Confidence: p[best],
		RunnerUp:   Guess{Language: languages[next], Confidence: p[next]},
	}
}
