package segment

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A font's ligatures are often lost on the way out of a PDF: each comes out as
// some other character, the same one through the whole text (“de!nite”), so a
// text is read twice: first to learn which sign stands for what, from all the
// words with that sign, then to restore each word. A scanner's misread letters
// (“C6rdoba”) are restored in the same way, but only to words the text has.

// restorer learns and undoes lost letters.
type restorer struct {
	text   string
	vocab  *vocabulary
	roots  map[string][]string // by ligature: pieces of words that hold it
	keep   Faults
	noteAt map[int]bool // places of note marks, which are no letters
	latin  bool         // the language writes neither þ nor ß
	spots  []spot

	// suspicious: some spot is more than a hyphen, which nearly all texts have,
	// or a digit at the end of a word.
	suspicious bool

	lost map[string]bool // ligatures of which the text has next to none
}

// readings are what a sign may stand for: ligatures first.
var readings = []string{"fi", "fl", "ff", "ffi", "ffl", "Th"}

// misread are the letters that scanners take for a digit or a sign.
var misread = map[byte][]string{
	'0': {"o", "ó", "O"}, '1': {"l", "i", "í", "I"}, '3': {"e", "é"}, '5': {"s", "S"},
	'4': {"á", "a"}, '6': {"ó", "o", "é", "e", "b"}, '8': {"B", "á", "a"}, '9': {"g", "q"},
	'&': {"á", "a"}, '^': {"a"}, '|': {"l", "I"},
}

// looksLike are the letters that a digit between small letters is, whatever
// the word.
var looksLike = map[byte]string{'0': "o", '1': "l"}

const (
	minSpotWords  = 3    // different words that show what a sign stands for
	sureSpotWords = 8    // that allow to restore a word on the sign alone
	scoreKnown    = 4    // the text or the language has the word
	scoreRoot     = 3    // the language has such words
	scoreShape    = 1    // only this ligature can stand there
	scoreFit      = 0.25 // this one can, too
	scoreEvidence = 0.9  // the least that a word needs by itself
	provenTotal   = 430  // words of a text in which no fi at all is no chance
	lostShare     = 0.2  // of what is usual, in a text that has lost a ligature
)

// restore returns the repairs of the lost letters that were collected.
func (r *restorer) restore() []Repair {
	r.findLost()
	bySign := make(map[string][]int)
	for i := range r.spots {
		sign := r.text[r.spots[i].span.Start:r.spots[i].span.End]
		bySign[sign] = append(bySign[sign], i)
	}
	signs := make([]string, 0, len(bySign))
	for sign := range bySign {
		signs = append(signs, sign)
	}
	// The commonest first: what it restores helps to read the others. A
	// hyphen is the last, since it is mostly a hyphen.
	slices.SortFunc(signs, func(a, b string) int {
		return cmp.Or(
			cmp.Compare(btoi(a == "-"), btoi(b == "-")),
			cmp.Compare(len(bySign[b]), len(bySign[a])),
			cmp.Compare(a, b))
	})
	var repairs []Repair
	for _, sign := range signs {
		repairs = r.restoreSign(sign, bySign[sign], repairs)
	}
	return repairs
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// restoreSign learns what one sign stands for, and restores its words.
func (r *restorer) restoreSign(sign string, spots []int, repairs []Repair) []Repair {
	options := readings
	if letters := misread[sign[0]]; letters != nil {
		options = slices.Concat(readings, letters)
	}
	if sign == "-" {
		if !r.lost["fl"] {
			return repairs
		}
		options = []string{"fl"}
	}
	usual, words := r.usual(options, spots)
	if words < minSpotWords && sign[0] < 0x80 && sign != "-" {
		usual = ""
	}
	read := make(map[string]spotReading) // of the words that had this sign
	for _, i := range spots {
		s := &r.spots[i]
		word := s.left + "|" + s.right
		reading, ok := read[word]
		if !ok {
			reading = r.reading(s, options, usual, words)
			read[word] = reading
		}
		kind := kindOf(reading.text)
		switch {
		case reading.text == "", s.compound && !reading.sure: // a hyphen like any other
		case kind == Ligature && r.keep&KeepLigatures != 0, kind == Digit && r.keep&KeepDigits != 0:
		default:
			repairs = append(repairs, Repair{Kind: kind, Span: s.span, Text: reading.text, Doubtful: !reading.sure})
		}
	}
	for word, reading := range read {
		if reading.text != "" && reading.sure {
			r.vocab.words[strings.Replace(word, "|", reading.text, 1)]++
		}
	}
	return repairs
}

// spotReading is what a sign is read in one word, and whether that is sure.
type spotReading struct {
	text string
	sure bool
}

// reading reads the sign of a spot; it is empty if the sign is to be left.
func (r *restorer) reading(s *spot, options []string, usual string, words int) spotReading {
	best := r.best(s, options, usual)
	if letters := misread[r.text[s.span.Start]]; best == "" && letters != nil && s.isMisread() {
		best = letters[0] // a guess, and no more
	}
	if best == "" || s.final && best != usual && (kindOf(best) != Digit || r.vocab.has(s.left)) {
		return spotReading{} // a note's mark, say
	}
	return spotReading{best, r.isSure(s, best, usual, words)}
}

// best returns the reading of a spot: what the sign usually stands for, if that
// can stand there; Th for one that has another reading inside words; else what
// makes a word.
func (r *restorer) best(s *spot, options []string, usual string) string {
	if usual != "" {
		if usual != "Th" && s.initial && !isDigitAt(s.right, 0) && r.isTh(s) {
			return "Th"
		}
		if points := r.score(s, usual); points > 0 {
			if r.text[s.span.Start] == '?' || strings.HasPrefix(r.text[s.span.Start:], "\uFFFD") {
				return r.better(s, usual, points)
			}
			return usual
		}
	}
	best, score := "", 0.0
	for _, option := range options {
		points, sign := r.score(s, option), r.text[s.span.Start]
		if points >= scoreKnown && points > score && (r.vocab.has(s.left+option+s.right) || looksLike[sign] == option) {
			best, score = option, points
		}
	}
	return best
}

// better returns another ligature than the usual one where that makes more of a
// word, by the longest root: what programs write for a character that they do
// not know stands for all that a font has lost.
func (r *restorer) better(s *spot, usual string, points float64) string {
	best, length := usual, r.rootLength(s, usual)
	if points >= scoreKnown {
		return usual
	}
	for _, option := range [...]string{"fi", "fl", "ff"} {
		if n := r.rootLength(s, option); n > length && r.score(s, option) >= scoreRoot {
			best, length = option, n
		}
	}
	return best
}

// isTh reports whether Th makes a word of the right side alone, and the usual
// reading would not.
func (r *restorer) isTh(s *spot) bool {
	return thWords[s.right] || r.vocab.count("Th"+s.right) > 0
}

// isSure reports whether a reading is to be believed.
func (r *restorer) isSure(s *spot, reading, usual string, words int) bool {
	switch points := r.score(s, reading); {
	case kindOf(reading) == Digit || usual == "":
		return points >= scoreKnown && (r.vocab.has(s.left+reading+s.right) || looksLike[r.text[s.span.Start]] == reading)
	case s.compound:
		return points >= scoreRoot
	case reading != usual:
		return true
	default:
		// In a short text the words that count have roots: they are enough.
		return points >= scoreEvidence || words >= sureSpotWords || r.vocab.total < provenTotal ||
			s.initial && usual == "Th"
	}
}

func kindOf(reading string) RepairKind {
	if slices.Contains(readings, reading) {
		return Ligature
	}
	return Digit
}

// usual returns what a sign mostly stands for, and how many different words
// show it.
func (r *restorer) usual(options []string, spots []int) (string, int) {
	best, bestSum, bestWords := "", 0.0, 0
	for _, option := range options {
		sum, words := 0.0, 0
		inside := option == "Th" // the others stand in the middle of words as well
		seen := make(map[string]bool)
		for _, i := range spots {
			s := &r.spots[i]
			word := s.left + "|" + s.right
			if seen[word] || s.final && isDigitAt(r.text, s.span.Start) {
				continue
			}
			seen[word] = true
			if points := r.score(s, option); points > 0 {
				sum += points
				inside = inside || !s.initial || points >= scoreRoot && r.text[s.span.Start] != '#' // #tags
				if points >= scoreFit*2 {
					words++
				}
			}
		}
		if inside && sum > bestSum {
			best, bestSum, bestWords = option, sum, words
		}
	}
	return best, bestWords
}

// score tells how well a reading fits a spot; 0 if it can't stand there.
func (r *restorer) score(s *spot, reading string) float64 {
	next := decode(s.right)
	before := decodeLast(s.left)
	if s.initial && s.quote && r.vocab.has(s.right) {
		return 0
	}
	switch reading {
	case "fl", "ffl":
		if !isVowel(next) && next != 'y' {
			return 0
		}
	case "ff":
		name := s.final && (before == 'l' || before == 'r') // Wolff
		if !isVowel(before) && !name || s.right != "" && !isVowel(next) && !strings.ContainsRune("lrmynts", next) {
			return 0
		}
	case "ffi":
		if !isVowel(before) {
			return 0
		}
	case "Th":
		if !s.initial || !isVowel(next) && next != 'r' {
			return 0
		}
	}
	points := scoreFit
	switch {
	case !r.lost[reading]:
		points = 0
	case reading == "fi" && !isVowel(next) && s.right != "" && r.vocab.total >= provenTotal:
		points += scoreShape
	case reading == "ff":
		points += scoreFit
	}
	if sign := r.text[s.span.Start]; looksLike[sign] == reading && s.isMisread() {
		return scoreKnown
	}
	word := s.left + reading + s.right
	if r.vocab.has(word) && utf8.RuneCountInString(word) > 3 || reading == "Th" && thWords[s.right] && len(s.right) > 2 {
		points += scoreKnown
	}
	if r.lost[reading] && r.rootLength(s, reading) > 0 {
		points += scoreRoot
	}
	if s.compound {
		points = r.compoundScore(s, points)
	}
	return points
}

// compoundScore lowers the score of a hyphen that may be one.
func (r *restorer) compoundScore(s *spot, points float64) float64 {
	switch {
	case points < scoreRoot:
		return 0
	case r.vocab.compounds[s.left+"-"+s.right] > 1 && r.vocab.count(s.right) > 0 && r.vocab.count(s.left) > 0:
		return 0
	case r.vocab.count(s.right) > 0 && s.left != "" && r.vocab.count(s.left) > 0 && len(s.left) > 3:
		return 0
	}
	return points
}

// rootLength returns the length of the longest known root of the word with the
// ligature where the sign stands, or 0.
func (r *restorer) rootLength(s *spot, reading string) int {
	roots := r.roots[reading]
	if len(roots) == 0 {
		return 0
	}
	left, right := strings.ToLower(s.left), strings.ToLower(s.right)
	bare := !s.compound || left == "" || flPrefixes[left]
	longest := 0
	for _, root := range roots {
		at := strings.Index(root, reading)
		head, tail := root[:at], root[at+len(reading):]
		if len(root) > longest && (bare || head != "") && strings.HasSuffix(left, head) && strings.HasPrefix(right, tail) {
			longest = len(root)
		}
	}
	return longest
}

// findLost finds the ligatures that the text has lost.
func (r *restorer) findLost() {
	have := make(map[string]int)
	for word, n := range r.vocab.words {
		for reading := range usualShare {
			if strings.Contains(word, reading) { // a capital makes no ligature
				have[reading] += int(n)
			}
		}
	}
	r.lost = map[string]bool{"Th": true, "ffi": true, "ffl": true}
	for reading, share := range usualShare {
		r.lost[reading] = float64(have[reading]) <= lostShare*share*float64(r.vocab.total)
	}
}

// usualShare is the least share of words that hold a ligature, counted in
// English and Spanish books; Spanish has ff in foreign names alone.
var usualShare = map[string]float64{"fi": 7e-3, "fl": 6e-4, "ff": 6e-4}

// thWords are the ends of words that start with Th in English and French.
var thWords = wordSet(`e at is ey ere en em eir ese ose ough rough ird ree ank ing ink omas ought eory
	eodore eater éâtre éorie èse erese ursday orez aelmann aelman ompson`)
