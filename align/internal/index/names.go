package index

import (
	"sync"
	"unicode/utf8"

	"github.com/hexapla/hexapla/align/internal/letters"
	"github.com/hexapla/hexapla/segment"
)

// nameTable has the names of a shelf by how their first two consonants sound.
// It is made when first asked for.
type nameTable struct {
	once    sync.Once
	bySound map[[2]byte][]spelled
}

const (
	leastAlike  = 0.55 // of two names that are taken for one
	leastOfName = 3    // letters
	mostOfName  = 24

	// mostNames are compared of those that begin alike, the most common ones.
	mostNames = 2048
)

// Names calls yield with the names that sound like one, and how much they do:
// Nachor like Nahor, Nabucodonosor like Nebuchadnezzar. Their first two
// consonants are of the same class, and little has to be changed to make one of
// the other. The cost is linear in how many begin alike.
func (s *Shelf) Names(stem string, yield func(id int32, alike float64)) {
	s.names.once.Do(s.collectNames)
	plain := letters.Plain(stem)
	for _, other := range s.names.bySound[soundOf(plain)] {
		if a := alike(plain, other.letters); a > leastAlike {
			yield(other.id, a)
		}
	}
}

func (s *Shelf) collectNames() {
	bySound := make(map[[2]byte][]spelled)
	for id, t := range s.Types {
		if t.Kind == segment.Letters && t.Name && utf8.RuneCountInString(t.Stem) >= leastOfName {
			plain := letters.Plain(t.Stem)
			sound := soundOf(plain)
			bySound[sound] = append(bySound[sound], spelled{int32(id), plain})
		}
	}
	for sound, list := range bySound {
		bySound[sound] = s.commonest(list, mostNames)
	}
	s.names.bySound = bySound
}

// soundClass puts letters together that languages put for one another, those of
// the Soundex code (Russell, US patent 1,261,167, 1918). Vowels and h are 0.
var soundClass = [...]byte{
	'b': 1, 'f': 1, 'p': 1, 'v': 1, 'w': 1,
	'c': 2, 'g': 2, 'j': 2, 'k': 2, 'q': 2, 's': 2, 'x': 2, 'z': 2,
	'd': 3, 't': 3, 'l': 4, 'm': 5, 'n': 5, 'r': 6,
}

func classOf(letter byte) byte {
	if int(letter) < len(soundClass) {
		return soundClass[letter]
	}
	return 0
}

// soundOf returns the classes of the first two consonants; a doubled one is one.
func soundOf(letters string) (sound [2]byte) {
	n, last := 0, byte(0)
	for i := 0; i < len(letters) && n < len(sound); i++ {
		class := classOf(letters[i])
		if class != 0 && class != last {
			sound[n] = class
			n++
		}
		last = class
	}
	return sound
}

// What it costs to add, drop or change a letter: vowels shift easily, and
// consonants within their class.
const (
	vowelCost     = 0.35
	kinCost       = 0.35
	consonantCost = 1.0
)

func letterCost(letter byte) float64 {
	if classOf(letter) == 0 {
		return vowelCost
	}
	return consonantCost
}

func changeCost(a, b byte) float64 {
	x, y := classOf(a), classOf(b)
	switch {
	case a == b:
		return 0
	case x == 0 && y == 0:
		return vowelCost
	case x == y:
		return kinCost
	}
	return consonantCost
}

// alike returns 1 less the cost of changing one word into the other
// (Levenshtein's distance, weighted), as a share of the costlier word; 0 or less
// if they have nothing in common, or one is longer than names are.
func alike(a, b string) float64 {
	if len(a) > mostOfName || len(b) > mostOfName {
		return 0
	}
	var rows [2][mostOfName + 1]float64
	last, row := &rows[0], &rows[1]
	for j := range len(b) {
		last[j+1] = last[j] + letterCost(b[j])
	}
	costB, costA := last[len(b)], 0.0
	for i := range len(a) {
		costA += letterCost(a[i])
		row[0] = costA
		for j := range len(b) {
			row[j+1] = min(last[j]+changeCost(a[i], b[j]), last[j+1]+letterCost(a[i]), row[j]+letterCost(b[j]))
		}
		last, row = row, last
	}
	if costA+costB == 0 {
		return 0
	}
	return 1 - last[len(b)]/max(costA, costB)
}
