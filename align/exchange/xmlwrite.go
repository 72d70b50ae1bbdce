package exchange

import (
	"bufio"
	"encoding/xml"
	"io"
	"strconv"
)

// xmlWriter writes XML. Errors are kept by the buffer until it is flushed.
type xmlWriter struct{ *bufio.Writer }

func newXMLWriter(w io.Writer) xmlWriter { return xmlWriter{bufio.NewWriter(w)} }

// raw writes markup of our own, and numbers in decimals.
func (x xmlWriter) raw(parts ...any) {
	for _, part := range parts {
		switch part := part.(type) {
		case string:
			x.WriteString(part)
		case int:
			x.WriteString(strconv.Itoa(part))
		}
	}
}

// text writes what comes from outside, as text or within the quotes of an
// attribute. A character that XML can't hold becomes U+FFFD.
func (x xmlWriter) text(s string) { xml.EscapeText(x, []byte(s)) }

// probability returns p with the four decimals that all forms have.
func probability(p float64) string { return strconv.FormatFloat(p, 'f', 4, 64) }

// isTold tells whether a probability is known, and more than 0 in the decimals that
// are written: 0 means that it isn't known.
func isTold(p float64) bool { return p >= 0.00005 }

// parseProbability reads a number that should be from 0 to 1. What programs
// with a scale of their own write is brought to the nearer end.
func parseProbability(s string) (float64, bool) {
	p, err := strconv.ParseFloat(s, 64)
	if err != nil || p != p {
		return 0, false
	}
	return max(0, min(p, 1)), true
}
