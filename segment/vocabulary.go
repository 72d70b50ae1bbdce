package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// vocabulary is what the text itself shows of its words. It counts only words
// that stand whole: neither the pieces of a word broken at the end of a line,
// nor what stands beside a sign in the middle of a word, which may be one half
// of a word with a lost letter.
type vocabulary struct {
	words     map[string]int32
	compounds map[string]int32 // well-known
	firsts    map[string]int32 // well, as the first part of a compound
	lasts     map[string]int32 // known, as the last
	known     func(string) bool
	total     int
}

// newVocabulary reads the words of some pieces of a text, each a line.
func newVocabulary(text string, blocks []block, known func(string) bool) *vocabulary {
	v := &vocabulary{
		words:     make(map[string]int32),
		compounds: make(map[string]int32),
		firsts:    make(map[string]int32),
		lasts:     make(map[string]int32),
		known:     known,
	}
	for i := range blocks {
		broken := false
		for _, span := range blocks[i].spans {
			broken = v.read(text[span.Start:span.End], broken)
		}
	}
	return v
}

// read counts the words of a line. broken tells that the line starts inside a
// word; so does the result for the next line.
func (v *vocabulary) read(line string, broken bool) bool {
	hyphenated := endsInHyphen(line)
	for i := 0; i < len(line); {
		r, size := utf8.DecodeRuneInString(line[i:])
		if !unicode.IsLetter(r) {
			i += size
			continue
		}
		end := lettersEnd(line, i)
		switch {
		case i == 0 && broken:
		case hyphenated && end >= len(line)-2:
		case standsFree(line, i, end):
			v.words[line[i:end]]++
			v.total++
		case end < len(line) && line[end] == '-' && freeBefore(line, i):
			v.compound(line, i, end)
		}
		i = end
	}
	return hyphenated
}

// compound counts a compound of two parts whose first ends at a hyphen.
func (v *vocabulary) compound(line string, start, hyphen int) {
	end := lettersEnd(line, hyphen+1)
	if end == hyphen+1 || !freeAfter(line, end) {
		return
	}
	v.compounds[line[start:end]]++
	v.firsts[line[start:hyphen]]++
	v.lasts[line[hyphen+1:end]]++
}

// lettersEnd returns the end of the letters, and marks on them, at i.
func lettersEnd(s string, i int) int {
	for i < len(s) {
		if b := s[i]; b < utf8.RuneSelf {
			if asciiClass[b] != classLetter {
				break
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		i += size
	}
	return i
}

func standsFree(s string, start, end int) bool { return freeBefore(s, start) && freeAfter(s, end) }

// freeBefore reports whether what stands before a word is not a part of it.
func freeBefore(s string, i int) bool {
	if i == 0 {
		return true
	}
	b := s[i-1]
	return b == ' ' || b >= utf8.RuneSelf || b == '(' || b == '[' || b == '\t' || b == '/' ||
		(b == '"' || b == '\'') && (i == 1 || s[i-2] == ' ')
}

// freeAfter reports whether what stands after a word is not a part of it.
func freeAfter(s string, i int) bool {
	if i+1 >= len(s) || s[i] == ' ' || s[i] >= utf8.RuneSelf {
		return true
	}
	return s[i+1] >= utf8.RuneSelf || asciiClass[s[i]] != classDigit &&
		asciiClass[s[i+1]] != classLetter && asciiClass[s[i+1]] != classDigit
}

// count returns how often a word stands in the text, small or with a capital.
func (v *vocabulary) count(word string) int {
	n := int(v.words[word])
	r, size := utf8.DecodeRuneInString(word)
	if unicode.IsUpper(r) {
		return n + int(v.words[string(unicode.ToLower(r))+word[size:]])
	}
	return n + int(v.words[string(unicode.ToUpper(r))+word[size:]])
}

// has reports whether a word is one of the text or of the language.
func (v *vocabulary) has(word string) bool {
	return v.count(word) > 0 || v.known != nil && v.known(strings.ToLower(word))
}

// hasForm reports whether the text has a word with another ending as well, so
// that the word is no slip.
func (v *vocabulary) hasForm(word string) bool {
	for _, ending := range []string{"s", "es", "ed", "ing"} {
		if v.count(word+ending) > 0 || strings.HasSuffix(word, ending) && v.count(strings.TrimSuffix(word, ending)) > 0 {
			return true
		}
	}
	return false
}
