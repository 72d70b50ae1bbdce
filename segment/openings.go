package segment

import (
	"strings"
	"unicode"
)

// opening returns the end of what stands without a stop at the start of a
// sentence and is none of it, and where the sentence goes on; or 0: a title in
// capitals, or the words with which a letter starts or ends.
func (c *cutter) opening() (end, next int) {
	if end, next = c.title(); next > 0 {
		return end, next
	}
	return c.address()
}

// title returns the end of a title in capitals that runs into the sentence
// being read (“THE LONG WAY The boat …”), and where the sentence itself starts;
// or 0. Three words in capitals are one if a word that can be no name follows.
func (c *cutter) title() (end, next int) {
	const least = 3
	words, i := 0, c.start
	for i < len(c.text) {
		wordEnd := lettersEnd(c.text, i)
		if word := c.text[i:wordEnd]; !isUpperWord(word) || word == "" {
			break
		}
		end = wordEnd
		if end < len(c.text) && c.text[end] == ',' {
			end++
		}
		if end == len(c.text) || c.text[end] != ' ' {
			return 0, 0
		}
		words, i = words+1, end+1
	}
	if words < least || end-c.start < 4*least || !c.startsAnew(i) {
		return 0, 0
	}
	return end, i
}

// address returns the end of a letter's first words (“Dear Ana,”), if a sentence
// follows, or of its last (“Best regards,”), if a name follows and nothing else;
// and where that starts.
func (c *cutter) address() (end, next int) {
	const longest = 60 // bytes
	rest := c.text[c.start:]
	head := rest[:min(len(rest), longest)]
	comma := strings.IndexAny(head, ",:")
	if comma < 0 || comma+2 >= len(rest) || rest[comma+1] != ' ' {
		return 0, 0
	}
	word := strings.TrimRight(firstWord(head), ",:")
	greeting, farewell := has(c.rules.greetings, word), has(c.rules.farewells, word)
	if !greeting && !farewell {
		return 0, 0
	}
	end, next = c.start+comma+1, c.start+comma+2
	if greeting && (strings.Contains(rest[:comma], " ") && c.startsSentence(next)) ||
		farewell && strings.Count(rest[:comma], " ") < 3 && len(rest) < 2*longest && isSignature(rest[comma+2:]) {
		return end, next
	}
	return 0, 0
}

// startsSentence reports whether a word that starts sentences stands at i.
func (c *cutter) startsSentence(i int) bool {
	next := c.follower(i)
	return next.class == capital && has(c.rules.starters, next.word)
}

// isSignature reports whether s is a name and no more.
func isSignature(s string) bool {
	const most = 4 // words
	words := strings.Fields(s)
	for _, word := range words {
		if !unicode.IsUpper(decode(word)) || strings.ContainsAny(word, ",:;!?") {
			return false
		}
	}
	return len(words) > 0 && len(words) <= most && !isStop(decodeLast(s))
}
