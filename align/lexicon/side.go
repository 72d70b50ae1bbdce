package lexicon

import (
	"slices"
	"strings"
	"sync"
)

// side is the words of one language.
type side struct {
	words []string // as they are written, sorted
	keyOf []int32  // of each word

	keys  []string    // of the words, and the stems of the forms; sorted
	links lists[link] // of each key

	// byWord are the links of each word. Where the stems of several words
	// collide (universe, university), they tell its own from the others'. They
	// are made when first asked for: an alignment asks for one side's.
	byWord func() *lists[link]

	// forms are of each key the stems of its inflected forms, lemmas of each
	// such stem the keys it may be a form of.
	forms, lemmas lists[int32]

	// openings serve to look for phrases. They are made when one is first looked
	// for.
	openings func() *openings
}

// openings tell quickly whether a word may belong to a phrase.
type openings struct {
	starts map[string][]span   // the keys that begin with a word, by its stem and the stems of its forms
	lemmas map[string][]string // of the stems of forms, where they are some
}

// link is a translation of a key.
type link struct {
	to    int32   // key of the other side
	share float32 // of the weights of all the key's translations
}

// lists are a short list for each of many numbers.
type lists[T any] struct {
	first []int32 // of each list in items, and the end of the last
	items []T
}

func (l *lists[T]) of(i int32) []T { return l.items[l.first[i]:l.first[i+1]] }

// newLists collects items into n lists; list tells which, and the items of one
// list keep their order.
func newLists[T, S any](n int, items []S, list func(S) int32, item func(S) T) lists[T] {
	l := lists[T]{make([]int32, n+1), make([]T, len(items))}
	for _, s := range items {
		l.first[list(s)+1]++
	}
	for i := range n {
		l.first[i+1] += l.first[i]
	}
	next := slices.Clone(l.first)
	for _, s := range items {
		at := &next[list(s)]
		l.items[*at] = item(s)
		*at++
	}
	return l
}

// key returns the number of a key.
func (s *side) key(key string) (int32, bool) {
	i, ok := slices.BinarySearch(s.keys, key)
	return int32(i), ok
}

// setForms notes which keys are forms of which, sorted by lemma and form.
func (s *side) setForms(forms []form) {
	s.forms = newLists(len(s.keys), forms, func(f form) int32 { return f.lemma }, func(f form) int32 { return f.form })
	s.lemmas = newLists(len(s.keys), forms, func(f form) int32 { return f.form }, func(f form) int32 { return f.lemma })
	s.openings = sync.OnceValue(s.findOpenings)
}

// form is two keys, the one an inflected form of the other.
type form struct{ lemma, form int32 }

// span is a run of a side's keys.
type span struct{ start, end int32 }

func (s *side) findOpenings() *openings {
	o := &openings{starts: s.findStarts(), lemmas: make(map[string][]string)}
	for i, key := range s.keys {
		for _, lemma := range s.lemmas.of(int32(i)) {
			o.lemmas[key] = append(o.lemmas[key], s.keys[lemma])
		}
	}
	return o
}

func (s *side) findStarts() map[string][]span {
	starts := make(map[string][]span)
	for i := int32(0); i < int32(len(s.keys)); {
		first, _, phrase := strings.Cut(s.keys[i], " ")
		if !phrase {
			i++
			continue
		}
		// A space sorts before all that a stem is made of, so that the
		// phrases of one first word stand together.
		at := span{i, i + 1}
		for at.end < int32(len(s.keys)) && strings.HasPrefix(s.keys[at.end], s.keys[i][:len(first)+1]) {
			at.end++
		}
		starts[first] = append(starts[first], at)
		if lemma, ok := s.key(first); ok {
			for _, form := range s.forms.of(lemma) {
				starts[s.keys[form]] = append(starts[s.keys[form]], at)
			}
		}
		i = at.end
	}
	return starts
}
