package exchange

import (
	"html"
	"strings"
)

// htmlTokens reads HTML tag by tag, as the HTML standard's tokenizer does where
// the text is concerned: anything is HTML, so there are no errors. What can't be
// a tag is text, and the content of a script is not.
//
// golang.org/x/net/html has such a tokenizer too. This one is shorter than the
// rest of that package is long, and spares the module a dependency.
type htmlTokens struct {
	rest string
}

type htmlToken struct {
	kind  htmlKind
	name  string            // of a tag, in lower case and without its name space
	text  string            // of text, entities resolved
	attrs map[string]string // of a start tag, by names in lower case
	empty bool              // a start tag that ends itself: <br/>
}

type htmlKind int

const (
	htmlEnd htmlKind = iota // of the file
	htmlText
	htmlStartTag
	htmlEndTag
)

// next returns the next token, of the kind htmlEnd after the last.
func (h *htmlTokens) next() htmlToken {
	for h.rest != "" {
		open := tagStart(h.rest)
		if open > 0 {
			text := h.rest[:open]
			h.rest = h.rest[open:]
			return htmlToken{kind: htmlText, text: html.UnescapeString(text)}
		}
		if token, ok := h.tag(); ok {
			return token
		}
	}
	return htmlToken{}
}

// tagStart returns where the first "<" stands that begins a tag, comment or
// declaration.
func tagStart(s string) int {
	for i := 0; ; i++ {
		open := strings.IndexByte(s[i:], '<')
		if open < 0 || i+open+1 == len(s) {
			return len(s)
		}
		i += open
		if c := s[i+1]; c == '!' || c == '?' || c == '/' || isLetter(c) {
			return i
		}
	}
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

// tag reads what begins with "<". It is not ok for what says nothing: comments
// and declarations.
func (h *htmlTokens) tag() (token htmlToken, ok bool) {
	for _, comment := range [][2]string{{"<!--", "-->"}, {"<![CDATA[", "]]>"}} {
		if rest, ok := strings.CutPrefix(h.rest, comment[0]); ok {
			content, after, _ := strings.Cut(rest, comment[1])
			h.rest = after
			isText := comment[0] != "<!--"
			return htmlToken{kind: htmlText, text: content}, isText
		}
	}
	if h.rest[1] == '!' || h.rest[1] == '?' {
		h.declaration()
		return token, false
	}
	token.kind = htmlStartTag
	h.rest = h.rest[1:]
	if h.rest[0] == '/' {
		token.kind = htmlEndTag
		h.rest = h.rest[1:]
	}
	token.name = localName(h.until(func(c byte) bool { return isSpace(c) || c == '/' || c == '>' }))
	for h.attribute(&token) {
	}
	if token.kind == htmlStartTag && !token.empty {
		h.skipRaw(token.name)
	}
	return token, token.name != ""
}

// declaration passes over a document type or processing instruction, with the
// entities that XML lets a document type declare.
func (h *htmlTokens) declaration() {
	declaration, rest, _ := strings.Cut(h.rest, ">")
	if strings.Contains(declaration, "[") && h.rest[1] == '!' {
		_, rest, _ = strings.Cut(h.rest, "]>")
	}
	h.rest = rest
}

// until takes what stands before the first byte that end holds for.
func (h *htmlTokens) until(end func(byte) bool) string {
	i := 0
	for i < len(h.rest) && !end(h.rest[i]) {
		i++
	}
	taken := h.rest[:i]
	h.rest = h.rest[i:]
	return taken
}

func localName(name string) string {
	name = strings.ToLower(name)
	return name[strings.LastIndexByte(name, ':')+1:]
}

// attribute reads an attribute, and reports whether the tag goes on.
func (h *htmlTokens) attribute(token *htmlToken) bool {
	h.until(func(c byte) bool { return !isSpace(c) })
	switch {
	case h.rest == "":
		return false
	case h.rest[0] == '>':
		h.rest = h.rest[1:]
		return false
	case h.rest[0] == '/':
		h.rest = h.rest[1:]
		token.empty = strings.HasPrefix(h.rest, ">")
		return true
	}
	first := h.rest[:1] // the standard lets a name begin with "="
	h.rest = h.rest[1:]
	name := first + h.until(func(c byte) bool { return isSpace(c) || c == '/' || c == '>' || c == '=' })
	h.until(func(c byte) bool { return !isSpace(c) })
	value := ""
	if strings.HasPrefix(h.rest, "=") {
		h.rest = h.rest[1:]
		value = h.value()
	}
	if token.attrs == nil {
		token.attrs = make(map[string]string)
	}
	name = strings.ToLower(name)
	if _, twice := token.attrs[name]; !twice {
		token.attrs[name] = html.UnescapeString(value)
	}
	return true
}

func (h *htmlTokens) value() string {
	h.until(func(c byte) bool { return !isSpace(c) })
	if h.rest == "" {
		return ""
	}
	if quote := h.rest[0]; quote == '"' || quote == '\'' {
		value, rest, _ := strings.Cut(h.rest[1:], string(quote))
		h.rest = rest
		return value
	}
	return h.until(func(c byte) bool { return isSpace(c) || c == '>' })
}

// skipRaw passes over the content of elements that is no HTML.
func (h *htmlTokens) skipRaw(name string) {
	switch name {
	case "script", "style", "xmp", "iframe", "noembed", "noframes", "textarea":
	default:
		return
	}
	end := "</" + name
	for i := 0; i+len(end) <= len(h.rest); i++ {
		next := strings.IndexByte(h.rest[i:], '<')
		if next < 0 {
			break
		}
		i += next
		if i+len(end) <= len(h.rest) && strings.EqualFold(h.rest[i:i+len(end)], end) {
			h.rest = h.rest[i:]
			return
		}
	}
	h.rest = ""
}
