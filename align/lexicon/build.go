package lexicon

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// keyer finds the keys of the words of one language.
type keyer struct {
	tag     language.Tag
	stemmer *segment.Stemmer
	known   map[string]string // keys of words, found before
	forms   [][2]string       // keys of a lemma and of a form of it
}

// newKeyer takes over what sides of the same language know. Without any, and
// without forms, those of the language's built-in lexicon are taken.
func newKeyer(tag language.Tag, sides []*side, forms Forms) keyer {
	k := keyer{tag: tag, stemmer: segment.NewStemmer(tag)}
	if sides == nil && forms == nil {
		if s := builtInSide(tag); s != nil {
			k.addForms(s)
		}
	}
	for _, s := range sides {
		if k.known == nil {
			k.known = make(map[string]string)
		}
		for w, word := range s.words {
			k.known[word] = s.keys[s.keyOf[w]]
		}
		k.addForms(s)
	}
	for _, lemma := range slices.Sorted(maps.Keys(forms)) {
		key := k.key(lemma)
		for _, inflected := range forms[lemma] {
			if form := k.key(inflected); form != key && form != "" && key != "" {
				k.forms = append(k.forms, [2]string{key, form})
			}
		}
	}
	return k
}

func (k *keyer) addForms(s *side) {
	for lemma := range s.keys {
		for _, form := range s.forms.of(int32(lemma)) {
			k.forms = append(k.forms, [2]string{s.keys[lemma], s.keys[form]})
		}
	}
}

func (k *keyer) key(word string) string {
	if key, ok := k.known[word]; ok {
		return key
	}
	return phraseKey(word, k.tag, k.stemmer)
}

// build makes a lexicon.
func build(source, target language.Tag, pairs []Pair, keyers [2]keyer) *Lexicon {
	pairs = normalPairs(pairs)
	sources, targets := make([]string, len(pairs)), make([]string, len(pairs))
	for i, p := range pairs {
		sources[i], targets[i] = p.Source, p.Target
	}
	s, sourceIDs := newSide(sources, keyers[0])
	t, targetIDs := newSide(targets, keyers[1])
	wordPairs := make([]wordPair, len(pairs))
	for i, p := range pairs {
		wordPairs[i] = wordPair{sourceIDs[i], targetIDs[i], p.Weight}
	}
	connect(s, t, wordPairs)
	return &Lexicon{Source: source, Target: target, source: s, target: t, pairs: func() []Pair { return pairs }}
}

// normalPairs returns the pairs sorted and each but once.
func normalPairs(pairs []Pair) []Pair {
	pairs = slices.Clone(pairs)
	slices.SortFunc(pairs, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target), cmp.Compare(b.Weight, a.Weight))
	})
	pairs = slices.CompactFunc(pairs, func(a, b Pair) bool { return a.Source == b.Source && a.Target == b.Target })
	sortPairs(pairs)
	return pairs
}

// newSide numbers the words, and returns the number of each.
func newSide(words []string, k keyer) (*side, []int32) {
	s := &side{words: slices.Compact(slices.Sorted(slices.Values(words)))}
	keys := make([]string, len(s.words))
	wordIDs := make(map[string]int32, len(s.words))
	for i, word := range s.words {
		keys[i] = k.key(word)
		wordIDs[word] = int32(i)
	}
	s.keys = slices.Clone(keys)
	k.forms = formsOf(keys, k.forms)
	for _, f := range k.forms {
		s.keys = append(s.keys, f[0], f[1])
	}
	slices.Sort(s.keys)
	s.keys = slices.Clip(slices.Compact(s.keys))
	keyIDs := make(map[string]int32, len(s.keys))
	for i, key := range s.keys {
		keyIDs[key] = int32(i)
	}

	s.keyOf = make([]int32, len(keys))
	for i, key := range keys {
		s.keyOf[i] = keyIDs[key]
	}
	forms := make([]form, len(k.forms))
	for i, f := range k.forms {
		forms[i] = form{keyIDs[f[0]], keyIDs[f[1]]}
	}
	slices.SortFunc(forms, func(a, b form) int { return cmp.Or(cmp.Compare(a.lemma, b.lemma), cmp.Compare(a.form, b.form)) })
	s.setForms(slices.Compact(forms))

	ids := make([]int32, len(words))
	for i, word := range words {
		ids[i] = wordIDs[word]
	}
	return s, ids
}

// wordPair is a Pair by the numbers of its words.
type wordPair struct {
	source, target int32
	weight         float64
}

// connect makes the links of two sides. Words with the same key are one: the
// weights of their pairs are added up.
func connect(s, t *side, pairs []wordPair) {
	sums := make([]wordPair, len(pairs)) // by keys
	for i, p := range pairs {
		sums[i] = wordPair{s.keyOf[p.source], t.keyOf[p.target], p.weight}
	}
	// Two stable counting sorts, by target and then by source.
	same := func(p wordPair) wordPair { return p }
	sums = newLists(len(t.keys), sums, func(p wordPair) int32 { return p.target }, same).items
	sums = newLists(len(s.keys), sums, func(p wordPair) int32 { return p.source }, same).items
	kept := sums[:0]
	for _, p := range sums {
		if n := len(kept); n > 0 && kept[n-1].source == p.source && kept[n-1].target == p.target {
			kept[n-1].weight += p.weight
			continue
		}
		kept = append(kept, p)
	}
	s.links = newLists(len(s.keys), kept, func(p wordPair) int32 { return p.source }, func(p wordPair) link { return link{p.target, float32(p.weight)} })
	t.links = newLists(len(t.keys), kept, func(p wordPair) int32 { return p.target }, func(p wordPair) link {
		return link{p.source, float32(p.weight) * s.breadth(p.source)}
	})
	share(s.links)
	share(t.links)
	s.byWord = sync.OnceValue(func() *lists[link] {
		l := newLists(len(s.words), pairs, func(p wordPair) int32 { return p.source }, func(p wordPair) link { return link{t.keyOf[p.target], float32(p.weight)} })
		share(l)
		return &l
	})
	t.byWord = sync.OnceValue(func() *lists[link] {
		l := newLists(len(t.words), pairs, func(p wordPair) int32 { return p.target }, func(p wordPair) link {
			return link{s.keyOf[p.source], float32(p.weight) * s.breadth(s.keyOf[p.source])}
		})
		share(l)
		return &l
	})
}

// breadth is how common a key is taken to be, seen from its translations: a
// common word has many, a rare one or a phrase few. Without it don, pull on and
// lay would come before put among the translations of poner, since for each of
// them poner is the best.
func (s *side) breadth(key int32) float32 {
	n := float32(len(s.links.of(key)))
	if strings.Contains(s.keys[key], " ") {
		n /= 2
	}
	return n
}

// share turns the weights of the links into shares, the greatest first.
func share(l lists[link]) {
	for i := range len(l.first) - 1 {
		links := l.of(int32(i))
		sum := float32(0)
		for _, l := range links {
			sum += l.share
		}
		for i := range links {
			links[i].share /= sum
		}
		slices.SortFunc(links, func(a, b link) int { return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(a.to, b.to)) })
	}
}

// formsOf returns the forms of which a lemma is among the keys, or a word of a
// phrase.
func formsOf(keys []string, forms [][2]string) [][2]string {
	used := make(map[string]bool)
	for _, key := range keys {
		for stem := range strings.FieldsSeq(key) {
			used[stem] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(forms), func(f [2]string) bool { return !used[f[0]] })
}
