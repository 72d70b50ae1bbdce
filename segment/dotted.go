package segment

import (
	"strings"
	"unicode"
)

const (
	minDotted     = 2 // times that the sentence goes on after the dot
	maxDottedWord = 6 // letters of an abbreviation that the text itself shows

	// maxDottedWords bounds the candidates, each of which is looked for in the
	// text. With more the text is no prose, or writes without capitals.
	maxDottedWords = 2000
)

// learnDotted finds the abbreviations of a text that no list has: short words
// with a dot after which the sentence goes on in lower case or with a comma,
// again and again, and that hardly stand without one.
func learnDotted(text string, r *rules) map[string]bool {
	inside := make(map[string]int)
	for i := strings.IndexByte(text, '.'); i >= 0; {
		if word := dottedWord(text, i); word != "" && r.kinds[fold(word)] == abbrNone {
			inside[word]++
		}
		next := strings.IndexByte(text[i+1:], '.')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	if len(inside) > maxDottedWords {
		return nil
	}
	var dotted map[string]bool
	for word, count := range inside {
		if count < minDotted || strings.Count(text, " "+word+" ") > count/2 {
			continue
		}
		if dotted == nil {
			dotted = make(map[string]bool)
		}
		dotted[fold(word)] = true
	}
	return dotted
}

// dottedWord returns the short word before the dot at i, if the sentence goes
// on after it.
func dottedWord(text string, i int) string {
	if i+2 >= len(text) || text[i+1] != ',' && !(text[i+1] == ' ' && unicode.IsLower(decode(text[i+2:]))) {
		return ""
	}
	window := text[max(0, i-4*maxDottedWord):i]
	word := window[lettersStart(window):]
	if word == "" || len(word) == len(window) || len(word) > maxDottedWord {
		return ""
	}
	if before := decodeLast(window[:len(window)-len(word)]); !unicode.IsSpace(before) && !isOpener(before) {
		return ""
	}
	return word
}

// learnLabels finds the names that a play or an interview puts before what each
// person says (“ANA. Who is it?”): in capitals, at the start of several
// paragraphs.
func learnLabels(text string, blocks []block) map[string]bool {
	const least = 2 // paragraphs
	count := make(map[string]int)
	var labels map[string]bool
	for i := range blocks {
		label := speechLabel(text[blocks[i].spans[0].Start:blocks[i].spans[0].End])
		if label == "" {
			continue
		}
		if count[label]++; count[label] == least {
			if labels == nil {
				labels = make(map[string]bool)
			}
			labels[label] = true
		}
	}
	return labels
}

// speechLabel returns what stands before the first full stop of a paragraph, if
// it is a name in capitals and something is said after it.
func speechLabel(s string) string {
	const longest = 30 // bytes
	if !unicode.IsUpper(decode(s)) {
		return ""
	}
	label, _, found := strings.Cut(s[:min(len(s), longest)], ". ")
	if !found || len(label) < 2 || !isUpperWord(label) || isRoman(label) {
		return ""
	}
	return label
}
