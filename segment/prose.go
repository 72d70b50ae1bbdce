package segment

import "slices"

// maxLineBytes is the length of a line, on the average, in a text that is set in
// lines; a page of paragraphs with a verse or a list in it has longer ones.
const maxLineBytes = 120

// parseProse reads running text: it lifts out what is not the account, puts
// the lines together to paragraphs, decides on the repairs, and only then cuts
// sentences, which read what the repairs make of the text.
func parseProse(text string, opts Options) *Document {
	lines := splitLines(text)
	var signs []Aside
	if opts.Keep&KeepLines == 0 {
		lines, signs = liftQuoteSigns(text, lines)
	}
	if opts.Keep&KeepBoilerplate == 0 {
		findBoilerplate(text, lines)
	}
	if opts.Keep&KeepPages == 0 {
		findPages(text, lines)
	}
	notes := &noteFinder{}
	if opts.Keep&KeepNotes == 0 {
		notes = findNotes(text, lines)
	}
	layout := newLayout(text, bodyLines(lines))
	layout.apart = opts.Keep&KeepLines != 0
	blocks := layout.blocks()

	doc := &Document{Language: opts.Language, Text: text, Asides: asides(lines, signs)}
	b := builder{doc: doc, rules: rulesFor(opts.Language), read: reader{text: text}}
	b.dotted = learnDotted(text, b.rules)
	b.labels = learnLabels(text, blocks)
	m := mender{text: text, rules: b.rules, opts: opts, notes: notes, wrapped: layout.wrapped && len(text) < maxLineBytes*len(layout.lines)}
	doc.Repairs = m.repairs(blocks)
	b.read.repairs = doc.Repairs
	for i := range blocks {
		b.paragraph(&blocks[i])
	}
	for n := range notes.heads {
		b.note(notes, n)
	}
	return doc
}

// asides returns what the lines' roles keep out of the text, and the signs of
// quoted lines, by place.
func asides(lines []line, signs []Aside) []Aside {
	kinds := map[role]AsideKind{roleHead: RunningHead, roleNumber: PageNumber, roleRule: Rule, roleSite: Boilerplate}
	asides := signs
	for i := range lines {
		if kind := kinds[lines[i].role]; kind != "" {
			asides = append(asides, Aside{kind, lines[i].span})
		}
	}
	slices.SortFunc(asides, func(a, b Aside) int { return a.Span.Start - b.Span.Start })
	return asides
}
