package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// spacer repairs white space that is lost or too much: letters set apart, an
// initial that a printer set large, words run together, and dashes that came out
// as hyphens.
type spacer struct {
	text  string
	rules *rules
	vocab func() *vocabulary
	into  []Repair

	// raw: the text shows other faults of its kind, so that it is worth its cost
	// to look at each word.
	raw bool
}

const (
	minSpacedLetters = 4 // of a word whose letters are set apart
	minRunOnPart     = 3 // letters of the longer of two words run together
	minRunOnLinks    = 3 // times that the text has the other
)

func (s *spacer) add(kind RepairKind, span Span, text string, doubtful bool) int {
	s.into = append(s.into, Repair{Kind: kind, Span: span, Text: text, Doubtful: doubtful})
	return span.End
}

// block repairs one paragraph.
func (s *spacer) block(spans []Span) {
	s.largeInitial(spans)
	for _, line := range spans {
		for at := line.Start; at < line.End; {
			space := strings.IndexByte(s.text[at:line.End], ' ')
			if space < 0 {
				break
			}
			space += at
			at = space + 1
			if !s.isAmongLetters(space, line) {
				continue
			}
			start := lettersStart(s.text[line.Start:space]) + line.Start
			end, words := s.spacedWords(start, line)
			if words != "" {
				s.add(Spacing, Span{start, end}, words, false)
			}
			at = max(at, end)
		}
		if s.raw {
			s.runOns(line)
		}
	}
}

// isAmongLetters reports whether a space may stand between the first two of some
// letters set apart: the next white space is one character away, or straight
// behind it.
func (s *spacer) isAmongLetters(space int, line Span) bool {
	const two = 0xC3 // most letters of two bytes begin with this
	i := space + 2
	if i < line.End && s.text[space+1] >= two {
		i++
	}
	return i < line.End && (s.text[i] == ' ' || s.text[space+1] == ' ')
}

// largeInitial joins the first letter of a chapter to its word, if it stands
// apart: “T he boat”, “W E left”, or on the line above.
func (s *spacer) largeInitial(spans []Span) {
	first := spans[0]
	initial, size := utf8.DecodeRuneInString(s.text[first.Start:first.End])
	if !unicode.IsUpper(initial) {
		return
	}
	start := first.Start + size
	alone := start == first.End
	line := first
	switch {
	case alone && len(spans) > 1:
		line = spans[1]
		start = line.Start
	case !alone && s.text[start] == ' ' && startsLetter(s.text[start+1:first.End]):
		start++
	default:
		return
	}
	rest := s.text[start:line.End]
	rest = rest[:lettersEnd(rest, 0)]
	if rest == "" || strings.HasPrefix(s.text[start+len(rest):line.End], "'") || strings.HasPrefix(s.text[start+len(rest):line.End], "’") || !s.startsApart(initial, rest) {
		return
	}
	if alone {
		s.add(LineHyphen, first, string(initial), false)
		return
	}
	s.add(Spacing, Span{first.Start, start}, string(initial), false)
}

// startsApart reports whether an initial and the letters after it are one word:
// they make one, and are not two already.
func (s *spacer) startsApart(initial rune, rest string) bool {
	letterWord := isVowel(initial) || initial == 'Y' // A boat, Y luego
	if letterWord && strings.IndexFunc(rest, func(r rune) bool { return isVowel(r) || r == 'y' }) >= 0 {
		return false // the rest is a word as well, but for A nd, I t, E l
	}
	small := strings.ToLower(rest)
	vocab := s.vocab()
	known := vocab.has(string(unicode.ToLower(initial)) + small)
	switch {
	case rest != small && (utf8.RuneCountInString(rest) < 2 && !known || !isUpperWord(rest)):
		return false // J R Ward
	case letterWord || len(small) == 1:
		return known
	}
	return known || !vocab.has(small)
}

// spacedWords reads words whose letters are set apart (“w o r d”), and returns
// their end and what they are, or "". Single letters in the order of the alphabet, or
// vowels alone, are a list. Wider space parts words; where there is none, they
// are parted into words of the text.
func (s *spacer) spacedWords(at int, line Span) (end int, words string) {
	var letters []rune
	var breaks []int // into letters
	for i := at; i < line.End; {
		r, size := utf8.DecodeRuneInString(s.text[i:line.End])
		next := i + size
		if !unicode.IsLetter(r) || next < line.End && startsLetter(s.text[next:line.End]) {
			break
		}
		letters = append(letters, r)
		end = next
		i = skipSpace(s.text[:line.End], next)
		if i == next {
			break
		}
		if i > next+1 {
			breaks = append(breaks, len(letters))
		}
	}
	if len(letters) < minSpacedLetters || isListOfLetters(letters) {
		return end, ""
	}
	if len(breaks) > 0 && breaks[len(breaks)-1] < len(letters) {
		var b strings.Builder
		for i, r := range letters {
			if len(breaks) > 0 && breaks[0] == i {
				b.WriteByte(' ')
				breaks = breaks[1:]
			}
			b.WriteRune(r)
		}
		return end, b.String()
	}
	return end, s.parted(string(letters))
}

// isListOfLetters reports whether letters in a row are each for themselves.
func isListOfLetters(letters []rune) bool {
	consonants, rising := false, 0
	for n, r := range letters {
		consonants = consonants || !isVowel(r)
		if n > 0 && r == letters[n-1]+1 {
			rising++
		}
	}
	return !consonants || rising*2 >= len(letters)
}

// parted returns a word as it is, if it is one or cannot be parted into a few
// words of the text; else those.
func (s *spacer) parted(word string) string {
	const most = 40 // bytes
	vocab := s.vocab()
	if vocab.has(word) || len(word) > most {
		return word
	}
	// pieces[i] is the least number of words that make word[:i], and cut[i]
	// where the last of them starts.
	pieces, cut := make([]int, len(word)+1), make([]int, len(word)+1)
	for i := 1; i <= len(word); i++ {
		for j := range i {
			if (j == 0 || pieces[j] > 0) && vocab.has(word[j:i]) && (pieces[i] == 0 || pieces[j]+1 < pieces[i]) {
				pieces[i], cut[i] = pieces[j]+1, j
			}
		}
	}
	if n := pieces[len(word)]; n == 0 || len(word) < 2*n {
		return word
	}
	parted := ""
	for i := len(word); i > 0; i = cut[i] {
		parted = word[cut[i]:i] + " " + parted
	}
	return parted[:len(parted)-1]
}

// runOns finds words run together, dashes that came out as hyphens, and
// ligatures set apart, in a line.
func (s *spacer) runOns(line Span) {
	text := s.text[:line.End]
	for i := line.Start; i < line.End; {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) {
			i += size
			continue
		}
		end := lettersEnd(text, i)
		word := text[i:end]
		switch {
		case len(word) <= 3 && isLigature(word):
			s.apartLigature(Span{i, end}, line)
		case len(s.rules.runOns) == 0:
		case end < line.End && text[end] == '-' && freeBefore(text[line.Start:], i-line.Start):
			s.lostDash(word, Span{end, line.End})
		case len(word) > minRunOnPart+2 && freeBefore(text[line.Start:], i-line.Start) && freeAfter(text, end):
			s.runOn(word, i)
		}
		i = end
	}
}

// isLigature reports whether a word is nothing but one.
func isLigature(word string) bool {
	switch strings.ToLower(word) {
	case "fi", "fl", "ff", "ffi", "ffl":
		return true
	}
	return false
}

// apartLigature joins a ligature to the letters that it was set apart from: “of
// fi cers”, “the fl oor”. What stands before it is a word of its own, unless
// only the whole is a word.
func (s *spacer) apartLigature(ligature, line Span) {
	const least = 3 // in the text
	word := s.text[ligature.Start:ligature.End]
	if ligature.End+1 >= line.End || s.text[ligature.End] != ' ' || !unicode.IsLower(decode(s.text[ligature.End+1:])) {
		return
	}
	vocab := s.vocab()
	if vocab.count("fi")+vocab.count("fl")+vocab.count("ff") < least {
		return
	}
	right := s.text[ligature.End+1 : line.End]
	right = right[:lettersEnd(right, 0)]
	if before := s.text[line.Start:ligature.Start]; strings.HasSuffix(before, " ") && endsLetter(before[:len(before)-1]) {
		left := before[:len(before)-1]
		left = left[lettersStart(left):]
		whole := left + word + right
		if vocab.has(whole) || s.hasRoot(whole, word, true) || vocab.count(left) < least && !vocab.has(word+right) && !s.hasRoot(word+right, word, false) {
			s.add(Spacing, Span{ligature.Start - 1, ligature.Start}, "", false)
		}
	}
	s.add(Spacing, Span{ligature.End, ligature.End + 1}, "", false)
}

// hasRoot reports whether a word starts with a known root that holds a ligature,
// in the middle or not.
func (s *spacer) hasRoot(word, ligature string, inside bool) bool {
	const least = 4 // letters
	word = strings.ToLower(word)
	for _, reading := range []string{ligature, "ff", "fi"} {
		for _, root := range ligatureRoots[s.rules][reading] {
			if at := strings.Index(root, ligature); len(root) >= least && strings.HasPrefix(word, root) && at >= 0 && (at > 0) == inside {
				return true
			}
		}
	}
	return false
}

// lostDash reads the hyphen at the start of s as a dash, if a word that ends no
// compound follows: “badly-and late”.
func (s *spacer) lostDash(word string, line Span) {
	rest := s.text[line.Start+1 : line.End]
	next := rest[:lettersEnd(rest, 0)]
	if !s.rules.afterDash[next] || len(word) < minRunOnPart || strings.HasPrefix(rest[len(next):], "-") {
		return
	}
	vocab := s.vocab()
	if vocab.compounds[word+"-"+next] > 1 {
		return
	}
	s.add(Spacing, Span{line.Start, line.Start + 1}, "—", !vocab.has(word) && vocab.count(next) == 0)
}

// runOn parts a word that is none into two, one of them a word that links.
func (s *spacer) runOn(word string, at int) {
	for _, link := range s.rules.runOns {
		rest, place := "", 0
		switch {
		case strings.HasSuffix(word, link):
			rest = word[:len(word)-len(link)]
			place = at + len(rest)
		case strings.HasPrefix(word, link):
			rest = word[len(link):]
			place = at + len(link)
		}
		if len(rest) < minRunOnPart || !unicode.IsLower(decode(rest)) {
			continue
		}
		vocab := s.vocab()
		if vocab.count(word) > 1 || vocab.count(link) < minRunOnLinks || !vocab.has(rest) || vocab.hasForm(word) {
			continue
		}
		if known := vocab.known; known != nil && known(strings.ToLower(word)) {
			continue
		}
		sure := vocab.known != nil || vocab.count(rest)+len(rest) > minRunOnPart+2
		s.add(Spacing, Span{place, place}, " ", !sure)
		return
	}
}
