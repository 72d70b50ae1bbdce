package segment

import "strings"

// Messages quote others with a sign at the start of each line.
const (
	quoteSign      = '>'
	minQuotedLines = 2
	minQuotedShare = 0.02 // of the lines of a text: else the sign is a sign
)

// liftQuoteSigns takes the signs of quoted lines out of them, and returns where
// they stand. A line that holds nothing else becomes a blank one.
func liftQuoteSigns(text string, lines []line) ([]line, []Aside) {
	quoted := 0
	for i := range lines {
		if isQuoted(text, &lines[i]) {
			quoted++
		}
	}
	if quoted < minQuotedLines || float64(quoted) < minQuotedShare*float64(len(lines)) {
		return lines, nil
	}
	kept := lines[:0]
	var signs []Aside
	blanks := 0
	for _, l := range lines {
		if isQuoted(text, &l) {
			whole := text[l.span.Start:l.span.End]
			said := strings.TrimLeft(whole, "> \t")
			at := l.span.Start + len(whole) - len(said)
			signs = append(signs, Aside{QuoteSign, trim(text, Span{l.span.Start, at})})
			l.depth = strings.Count(whole[:len(whole)-len(said)], string(quoteSign))
			if said == "" {
				blanks += l.blanks + 1
				continue
			}
			l.width -= at - l.span.Start
			l.span.Start = at
		}
		l.blanks += blanks
		blanks = 0
		kept = append(kept, l)
	}
	return kept, signs
}

// isQuoted reports whether a line starts with the sign.
func isQuoted(text string, l *line) bool {
	s := text[l.span.Start:l.span.End]
	return s[0] == quoteSign && (len(s) == 1 || s[1] == ' ' || s[1] == quoteSign)
}
