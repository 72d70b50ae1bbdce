package edition

import "strings"

const noBreak = "\u00A0"

// Spaces at which a line must not break, so that no dash or quote is left alone
// at the end of a line or the start of the next. No other character is changed.
var (
	keepTogether = strings.NewReplacer(
		"« ", "«"+noBreak, " »", noBreak+"»",
		" —", noBreak+"—", " –", noBreak+"–",
		" …", noBreak+"…",
	)
	keepTogetherFrench = strings.NewReplacer(
		"« ", "«"+noBreak, " »", noBreak+"»",
		" —", noBreak+"—", " –", noBreak+"–",
		" …", noBreak+"…",
		" !", noBreak+"!", " ?", noBreak+"?", " :", noBreak+":", " ;", noBreak+";",
	)
)

// typeset makes the spaces of a sentence ready for the page.
func (v *version) typeset(s string) string {
	if v.french {
		s = keepTogetherFrench.Replace(s)
	} else {
		s = keepTogether.Replace(s)
	}
	for _, dash := range []string{"— ", "– ", "- "} { // one that opens speech
		if rest, ok := strings.CutPrefix(s, dash); ok {
			return strings.TrimSuffix(dash, " ") + noBreak + rest
		}
	}
	return s
}
