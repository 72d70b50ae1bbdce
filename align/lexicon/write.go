package lexicon

import (
	"bufio"
	"io"
	"strconv"
	"strings"
)

// Write writes the pairs as TSV, source<TAB>target<TAB>weight, by source and
// best first: what [Load] reads. A tab or the end of a line inside a word is
// written as a space. The errors are w's.
func (l *Lexicon) Write(w io.Writer) error {
	out := bufio.NewWriter(w)
	if pairs := l.Pairs(); len(pairs) > 0 && strings.HasPrefix(strings.TrimLeft(oneField(pairs[0].Source), " "), "<") {
		out.WriteString("# a list of words, and no XML\n") // which Load would take it for
	}
	for _, p := range l.Pairs() {
		out.WriteString(oneField(p.Source))
		out.WriteByte('\t')
		out.WriteString(oneField(p.Target))
		out.WriteByte('\t')
		out.Write(strconv.AppendFloat(nil, p.Weight, 'g', -1, 64))
		out.WriteByte('\n')
	}
	return out.Flush()
}

func oneField(word string) string {
	for i := range len(word) {
		if word[i] < ' ' {
			clean := []byte(word)
			for k, b := range clean {
				if b < ' ' {
					clean[k] = ' '
				}
			}
			return string(clean)
		}
	}
	return word
}
