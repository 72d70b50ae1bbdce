package search

import (
	"cmp"
	"math"
	"slices"

	"github.com/hexapla/hexapla/segment"
)

// link is a token of the quotation and one of a window that translate one
// another.
type link struct {
	x, y     int32
	strength float64 // how good and how telling a translation, less off the diagonal
	ratio    float64 // see rendering
	info     float64 // mean of the two words', in nats
}

// leastLink is the strength below which tokens are not linked.
const leastLink = 0.02

// links finds the links of a window, the strongest first, each token in one at
// most (Melamed, 2000, "Models of Translational Equivalence": competitive
// linking; as in package lattice).
func (q *quotation) links(tokens []token) []link {
	found := q.pairs(tokens)
	slices.SortFunc(found, func(a, b link) int {
		switch {
		case a.strength != b.strength:
			return cmp.Compare(b.strength, a.strength)
		case a.x != b.x:
			return int(a.x - b.x)
		}
		return int(a.y - b.y)
	})
	usedX, usedY := make([]bool, len(q.tokens)), make([]bool, len(tokens))
	links := found[:0]
	for _, l := range found {
		if !usedX[l.x] && !usedY[l.y] {
			usedX[l.x], usedY[l.y] = true, true
			links = append(links, l)
		}
	}
	return links
}

// pairs finds all tokens that might be linked.
func (q *quotation) pairs(tokens []token) []link {
	var found []link
	for y := range tokens {
		t := &tokens[y]
		for _, g := range t.givers {
			for _, x := range q.places[g.word] {
				strength := float64(g.telling) * (1.1 - offDiagonal(int(x), len(q.tokens), y, len(tokens)))
				if strength > leastLink {
					info := (q.words[g.word].info + t.info) / 2
					found = append(found, link{x, int32(y), strength, float64(g.ratio), info})
				}
			}
		}
	}
	return found
}

// offDiagonal returns how far token x of n and token y of m are apart, each as
// a share of its side's length.
func offDiagonal(x, n, y, m int) float64 {
	return math.Abs((float64(x)+0.5)/float64(n) - (float64(y)+0.5)/float64(m))
}

// info is the information of a word of the shelf.
func (q *quotation) info(id int32) float64 {
	return -math.Log((float64(q.shelf.Types[id].Count) + 0.5) / float64(q.shelf.Tokens+len(q.shelf.Types)))
}

// bands of information: words that are everywhere, common, less common, rare.
const bands = 4

func band(info float64) int {
	switch {
	case info < 4:
		return 0
	case info < 6:
		return 1
	case info < 8:
		return 2
	}
	return 3
}

// sight is what is seen of a window word by word; information in nats.
type sight struct {
	linked    float64        // information of the links
	strength  float64        // the same, by their strength
	off       float64        // the same, by how far they are off the diagonal
	quote     float64        // information of the quotation
	window    float64        // of the window
	hit       [bands]float64 // log likelihood ratio of the quotation's words with a link
	missed    [bands]float64 // number of those without
	free      [bands]float64 // information of the window's words without a link
	near      float64        // see neighbours
	inOrder   float64        // the same of those in the same order
	chain     float64        // information of the links in the same order on both sides
	names     float64        // names and numbers of the quotation with a link
	freeNames float64        // and without
	aliens    float64        // names and numbers of the window without one
	edge      float64        // least share of the information linked, of the first and last sentence
	part      float64        // least share of the information linked, of the quotation's sentences
}

func (q *quotation) look(w *window) sight {
	var s sight
	tokens := w.tokens()
	links := q.links(tokens)
	ratio := make([]float64, len(q.tokens))
	linked := make([]bool, len(tokens))
	for _, l := range links {
		ratio[l.x], linked[l.y] = l.ratio, true
		s.linked += l.info
		s.strength += l.info * l.strength
		s.off += l.info * offDiagonal(int(l.x), len(q.tokens), int(l.y), len(tokens))
	}
	slices.SortFunc(links, func(a, b link) int { return int(a.x - b.x) })
	s.neighbours(links)
	s.chain = longestChain(links)
	s.part = 1
	for _, p := range q.parts {
		all, got := 2.0, 1.0
		for x := p.Start; x < p.End; x++ {
			word := &q.words[q.tokens[x]]
			s.lookAt(word, ratio[x], len(tokens))
			all += word.info
			if ratio[x] > 0 {
				got += word.info
			}
		}
		s.part = min(s.part, got/all)
	}
	for y := range tokens {
		t := &tokens[y]
		s.window += t.info
		if !linked[y] {
			s.free[band(t.info)] += t.info
			if kind := &q.shelf.Types[t.id]; kind.Name || kind.Kind == segment.Number {
				s.aliens++
			}
		}
	}
	s.edge = min(w.share(w.start, linked), w.share(w.end-1, linked))
	return s
}

// share of the information of a sentence that is linked.
func (w *window) share(i int, linked []bool) float64 {
	from := w.region.sentences[w.start].start
	s := &w.region.sentences[i]
	all, got := 2.0, 1.0
	for k := s.start; k < s.end; k++ {
		all += w.region.tokens[k].info
		if linked[k-from] {
			got += w.region.tokens[k].info
		}
	}
	return got / all
}

// longestChain returns the most information of links that stand in the same order on
// both sides; they are sorted by the quotation's.
func longestChain(links []link) float64 {
	best := make([]float64, len(links))
	most := 0.0
	for i, l := range links {
		for j := range i {
			if links[j].y < l.y {
				best[i] = max(best[i], best[j])
			}
		}
		best[i] += l.info
		most = max(most, best[i])
	}
	return most
}

// hitRate is how often a word that has translations is translated by one.
const hitRate = 0.6

// lookAt takes a token of the quotation; its ratio is 0 if it has no link. That
// it has one means little if the window, of n words, is likely to hold one of
// its translations anyway.
func (s *sight) lookAt(w *word, ratio float64, n int) {
	s.quote += w.info
	named := w.name || w.kind == segment.Number
	switch {
	case ratio > 0:
		chance := math.Exp(-w.info)
		inWindow := 1 - math.Exp(-float64(n)*chance)
		s.hit[band(w.info)] += math.Log(1 - hitRate + hitRate*ratio*chance/inWindow)
		if named {
			s.names++
		}
	case named:
		s.freeNames++
		fallthrough
	default:
		if len(w.renders) > 0 {
			s.missed[band(w.info)]++
		}
	}
}

const (
	telling  = 4.5 // least information of a link that has neighbours
	vicinity = 6   // words
)

// neighbours adds up, over pairs of telling links whose words stand close to one
// another on both sides, the lesser information of the two. Words that are
// found in a window by chance stand apart.
func (s *sight) neighbours(links []link) {
	content := slices.DeleteFunc(slices.Clone(links), func(l link) bool { return l.info <= telling })
	for i, a := range content {
		for _, b := range content[i+1:] {
			if b.x-a.x > vicinity {
				break
			}
			switch d := b.y - a.y; {
			case d > 0 && d <= vicinity:
				s.inOrder += min(a.info, b.info)
				fallthrough
			case d < 0 && d >= -vicinity:
				s.near += min(a.info, b.info)
			}
		}
	}
}
