package exchange

import (
	"slices"
	"strings"
)

// guideReference tells what a place in the book is.
type guideReference struct {
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`

	from string // the part that it stands in
}

// guide returns what the book tells of its parts: the guide of an EPUB 2 and the
// landmarks of an EPUB 3. Landmarks that can't be read tell nothing.
func (e *epubReader) guide(p *packageFile, root string) []guideReference {
	var guide []guideReference
	for _, r := range p.Guide {
		r.from = root
		guide = append(guide, r)
	}
	for _, item := range p.Items {
		name, ok := partName(root, item.Href)
		if !ok || !slices.Contains(strings.Fields(item.Properties), "nav") {
			continue
		}
		data, err := e.part(name)
		if err != nil {
			continue
		}
		if text, err := decodeHTML(data); err == nil {
			guide = append(guide, landmarks(name, text)...)
		}
	}
	return guide
}

// landmarks returns the links of a navigation document that say what they lead to.
func landmarks(name, text string) []guideReference {
	var guide []guideReference
	tokens := htmlTokens{text}
	for token := tokens.next(); token.kind != htmlEnd; token = tokens.next() {
		if token.kind != htmlStartTag || token.name != "a" {
			continue
		}
		for kind := range strings.FieldsSeq(token.attrs["epub:type"]) {
			guide = append(guide, guideReference{kind, token.attrs["href"], name})
		}
	}
	return guide
}

// carrierParts returns the parts that tell of the book itself, as it calls them. A
// part of which only a place is named, or that is called something else too, holds
// more than that.
func carrierParts(guide []guideReference) map[string]bool {
	parts, others := make(map[string]bool), make(map[string]bool)
	for _, r := range guide {
		name, ok := partName(r.from, r.Href)
		if !ok {
			continue
		}
		switch strings.ToLower(r.Type) {
		case "cover", "title-page", "titlepage", "halftitlepage", "copyright-page", "toc":
			parts[name] = true
			others[name] = others[name] || strings.Contains(r.Href, "#")
		case "frontmatter":
		default:
			others[name] = true
		}
	}
	for name := range others {
		if others[name] {
			delete(parts, name)
		}
	}
	return parts
}
