package index

import (
	"cmp"
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/hexapla/hexapla/align/internal/letters"
	"github.com/hexapla/hexapla/segment"
)

// leastDice is how much of their letter pairs two cognates share, and
// leastLetters how many letters they have; as in package trans.
const (
	leastDice    = 0.6
	leastLetters = 4
)

// startTable has the types by their first two letters without accents. It is
// made when first asked for.
type startTable struct {
	once    sync.Once
	byStart map[[2]rune][]spelled
}

// mostSpelled are compared of those that begin alike; a book has fewer, a
// thousand books have many names and misprints beyond them.
const mostSpelled = 512

// spelled is a type and its letters without accents.
type spelled struct {
	id      int32
	letters string
}

func (s *Shelf) spelledLike(start [2]rune) []spelled {
	s.starts.once.Do(func() {
		s.starts.byStart = make(map[[2]rune][]spelled)
		for id, t := range s.Types {
			if t.Kind != segment.Letters || utf8.RuneCountInString(t.Stem) < leastLetters {
				continue
			}
			plain := letters.Plain(t.Stem)
			start := startOf(plain)
			s.starts.byStart[start] = append(s.starts.byStart[start], spelled{int32(id), plain})
		}
		for start, list := range s.starts.byStart {
			s.starts.byStart[start] = s.commonest(list, mostSpelled)
		}
	})
	return s.starts.byStart[start]
}

// commonest keeps the n words of a list that stand most often.
func (s *Shelf) commonest(list []spelled, n int) []spelled {
	if len(list) <= n {
		return list
	}
	slices.SortStableFunc(list, func(a, b spelled) int { return cmp.Compare(s.Types[b.id].Count, s.Types[a.id].Count) })
	return slices.Clone(list[:n])
}

// Cognates calls yield with the types that are spelled like a stem: they begin
// with the same two letters and share more than .6 of their letter pairs.
func (s *Shelf) Cognates(stem string, yield func(id int32, dice float64)) {
	if utf8.RuneCountInString(stem) < leastLetters {
		return
	}
	plain := letters.Plain(stem)
	var own pairSet
	size := own.add(plain)
	for _, other := range s.spelledLike(startOf(plain)) {
		if d := own.dice(size, other.letters); d > leastDice {
			yield(other.id, d)
		}
	}
}

// pairSet counts letter pairs, under a hash of one byte: of a thousand types
// that begin alike, hardly one is taken for a cognate that is none.
type pairSet [256]uint8

func hashPair(a, b rune) uint8 { return uint8(uint32(a)*31 + uint32(b)*7) }

// add counts the pairs of a word and returns their number.
func (p *pairSet) add(letters string) int {
	size, last := 0, rune(-1)
	for _, r := range letters {
		if last >= 0 {
			p[hashPair(last, r)]++
			size++
		}
		last = r
	}
	return size
}

// dice returns Dice's coefficient of the counted pairs and those of a word.
func (p *pairSet) dice(size int, letters string) float64 {
	var seen [64]uint8 // hashes taken from p, to be given back
	shared, pairs, last := 0, 0, rune(-1)
	for _, r := range letters {
		if last >= 0 {
			h := hashPair(last, r)
			if p[h] > 0 && shared < len(seen) {
				p[h]--
				seen[shared] = h
				shared++
			}
			pairs++
		}
		last = r
	}
	for _, h := range seen[:shared] {
		p[h]++
	}
	return 2 * float64(shared) / float64(size+pairs)
}

func startOf(letters string) [2]rune {
	first, size := utf8.DecodeRuneInString(letters)
	second, _ := utf8.DecodeRuneInString(letters[size:])
	return [2]rune{first, second}
}
