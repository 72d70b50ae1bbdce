package index

import (
	"sync"
	"unicode/utf8"

	"github.com/hexapla/hexapla/segment"
)

// nameTable has the names of a shelf by how their first two consonants sound.
// It is made when first asked for.
type nameTable struct {
	once    sync.Once
	bySound map[[2]byte][]spelled
}

// mostNames are compared of those with the same consonants.
const mostNames = 2048

// leastAlike is how alike two names are at least.
const leastAlike = 0.55

// Names calls yield with the names that sound like one: their first two
// consonants are of the same class, and little has to be changed to make one
// of the other.
func (s *Shelf) Names(stem string, yield func(id int32, alike float64)) {
	s.names.once.Do(func() {
		s.names.bySound = make(map[[2]byte][]spelled)
		for id, t := range s.Types {
			if t.Kind == segment.Letters && t.Name && utf8.RuneCountInString(t.Stem) >= 3 {
				letters := plain(t.Stem)
				k := soundKey(letters)
				s.names.bySound[k] = append(s.names.bySound[k], spelled{int32(id), letters})
			}
		}
		for k, list := range s.names.bySound {
			s.names.bySound[k] = s.commonest(list, mostNames)
		}
	})
	letters := plain(stem)
	if len(letters) < 3 {
		return
	}
	for _, other := range s.names.bySound[soundKey(letters)] {
		if a := alike(letters, other.letters); a > leastAlike {
			yield(other.id, a)
		}
	}
}

var soundClass = [26]byte{
	'b' - 'a': 1, 'f' - 'a': 1, 'p' - 'a': 1, 'v' - 'a': 1, 'w' - 'a': 1,
	'c' - 'a': 2, 'g' - 'a': 2, 'j' - 'a': 2, 'k' - 'a': 2, 'q' - 'a': 2, 's' - 'a': 2, 'x' - 'a': 2, 'z' - 'a': 2,
	'd' - 'a': 3, 't' - 'a': 3, 'l' - 'a': 4, 'm' - 'a': 5, 'n' - 'a': 5, 'r' - 'a': 6,
}

func classOf(c byte) byte {
	if c < 'a' || c > 'z' {
		return 0
	}
	return soundClass[c-'a']
}

func soundKey(letters string) (key [2]byte) {
	n := 0
	last := byte(0)
	for i := range len(letters) {
		c := classOf(letters[i])
		if c != 0 && c != last {
			key[n] = c
			if n++; n == 2 {
				break
			}
		}
		last = c
	}
	return key
}

const (
	vowelCost = 0.35
	kinCost   = 0.35
)

func letterCost(c byte) float64 {
	if classOf(c) == 0 {
		return vowelCost
	}
	return 1
}

func changeCost(a, b byte) float64 {
	x, y := classOf(a), classOf(b)
	switch {
	case a == b:
		return 0
	case x == y && x == 0:
		return vowelCost
	case x == y:
		return kinCost
	}
	return max(letterCost(a), letterCost(b))
}

func alike(a, b string) float64 {
	if len(a) > 24 || len(b) > 24 {
		return 0
	}
	var rows [2][25]float64
	prev, cur := &rows[0], &rows[1]
	ta, tb := 0.0, 0.0
	for j := range len(b) {
		tb += letterCost(b[j])
		prev[j+1] = tb
	}
	for i := range len(a) {
		ta += letterCost(a[i])
		cur[0] = ta
		for j := range len(b) {
			cur[j+1] = min(prev[j]+changeCost(a[i], b[j]), prev[j+1]+letterCost(a[i]), cur[j]+letterCost(b[j]))
		}
		prev, cur = cur, prev
	}
	return 1 - prev[len(b)]/max(ta, tb, 0.1)
}
