package edition

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// markup writes HTML that is well-formed XML too. Errors are kept by the
// buffer until it is flushed.
type markup struct {
	*bufio.Writer
}

func newMarkup(w io.Writer) *markup { return &markup{bufio.NewWriterSize(w, 1<<16)} }

// raw writes markup of our own: the parts are written as they are, numbers in
// decimals.
func (m *markup) raw(parts ...any) {
	for _, part := range parts {
		switch part := part.(type) {
		case string:
			m.WriteString(part)
		case int:
			m.WriteString(strconv.Itoa(part))
		}
	}
}

// text writes what comes from outside, as text or within the quotes of an
// attribute.
func (m *markup) text(s string) {
	done := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if escaped := escape(r, size); escaped != "" {
			m.WriteString(s[done:i])
			m.WriteString(escaped)
			done = i + size
		}
		i += size
	}
	m.WriteString(s[done:])
}

// escape returns what stands for a character that markup can't hold or would
// misread, or "" for any other. Control characters become their pictures.
func escape(r rune, size int) string {
	const controlPictures = 0x2400
	switch {
	case r == '&':
		return "&amp;"
	case r == '<':
		return "&lt;"
	case r == '>':
		return "&gt;"
	case r == '"':
		return "&#34;"
	case r == '\'':
		return "&#39;"
	case r == '\t', r == '\n', r == '\r':
		return " "
	case r < ' ':
		return string(controlPictures + r)
	case r == 0x7F:
		return "␡"
	case r >= 0x80 && r < 0xA0, r == 0xFFFE, r == 0xFFFF, r == utf8.RuneError && size == 1:
		return "\uFFFD"
	}
	return ""
}

// isolate writes a piece of text such that no character in it turns the
// direction of what follows.
func (m *markup) isolate(text, dir string, write func()) {
	isolated := strings.ContainsFunc(text, turnsDirection)
	if isolated {
		m.raw(`<bdi dir="`, dir, `">`)
	}
	write()
	if isolated {
		m.raw("</bdi>")
	}
}

// turnsDirection holds for the embeddings, overrides, isolates and marks of the
// Unicode bidirectional algorithm.
func turnsDirection(r rune) bool {
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200F || r == 0x061C
}
