package segment

import (
	"sort"
	"strings"
)

// block is a paragraph as the layout shows it: pieces of the text, in order.
type block struct {
	kind  ParagraphKind
	level int
	spans []Span
}

// builder makes paragraphs and sentences of blocks.
type builder struct {
	doc    *Document
	rules  *rules
	dotted map[string]bool
	labels map[string]bool
	read   reader
	spans  []Span // what is left of the last allocation for sentences' spans
}

// paragraph cuts a block into sentences.
func (b *builder) paragraph(p *block) {
	first := len(b.doc.Sentences)
	index := len(b.doc.Paragraphs)
	add := func(text string, spans []Span) {
		b.doc.Sentences = append(b.doc.Sentences, Sentence{Text: text, Spans: spans, Paragraph: index})
	}
	last := p.spans[len(p.spans)-1]
	switch text := b.doc.Text[last.Start:last.End]; {
	case p.kind == Heading && !holdsStop(text), p.kind == Item && isEntry(text):
		add(b.read.read(p.spans).text, p.spans)
	case p.kind == Verse && !endsSentence(text):
		for i := range p.spans {
			b.sentences(p.spans[i:i+1], add)
		}
	default:
		b.sentences(p.spans, add)
	}
	b.doc.Paragraphs = append(b.doc.Paragraphs, Paragraph{
		Kind:      p.kind,
		Level:     p.level,
		Sentences: Range{first, len(b.doc.Sentences)},
	})
}

// note adds a note to the document.
func (b *builder) note(f *noteFinder, n int) {
	head := &f.heads[n]
	note := Note{Number: head.number, Label: head.label, Sentence: -1}
	if head.mark >= 0 {
		mark := f.marks[head.mark].span
		if at := b.sentenceAt(mark.Start); at >= 0 { // else it is in another note
			note.Mark, note.Sentence = mark, at
		}
	}
	b.sentences(f.spans(n), func(text string, spans []Span) {
		note.Sentences = append(note.Sentences, Sentence{Text: text, Spans: spans})
	})
	b.doc.Notes = append(b.doc.Notes, note)
}

// sentenceAt returns the index of the sentence that holds a place, or -1.
func (b *builder) sentenceAt(place int) int {
	all := b.doc.Sentences
	i := sort.Search(len(all), func(i int) bool { return all[i].Spans[0].Start > place }) - 1
	if i < 0 {
		return -1
	}
	for _, span := range all[i].Spans {
		if span.Start <= place && place < span.End {
			return i
		}
	}
	return -1
}

// sentences yields the sentences of a piece of running text.
func (b *builder) sentences(spans []Span, yield func(text string, spans []Span)) {
	reading := b.read.read(spans)
	cutter := cutter{text: reading.text, rules: b.rules, dotted: b.dotted, labels: b.labels}
	start, src := 0, spans[0].Start
	cutter.ends(func(end, next int) {
		place := reading.source(next, next+1).Start
		yield(reading.text[start:end], b.cut(spans, Span{src, place}))
		start, src = next, place
	})
	last := Span{src, spans[len(spans)-1].End}
	yield(strings.TrimSpace(reading.text[start:]), b.cut(spans, last))
}

// cut returns the part of spans that lies in within, without white space at
// the ends of the pieces.
func (b *builder) cut(spans []Span, within Span) []Span {
	const smallest, largest = 8, 1024
	from := sort.Search(len(spans), func(i int) bool { return spans[i].End > within.Start })
	to := from + sort.Search(len(spans)-from, func(i int) bool { return spans[from+i].Start >= within.End })
	if cap(b.spans)-len(b.spans) < to-from {
		b.spans = make([]Span, 0, max(smallest, min(2*cap(b.spans), largest), to-from))
	}
	first := len(b.spans)
	for _, s := range spans[from:to] {
		s = Span{max(s.Start, within.Start), min(s.End, within.End)}
		if s = trim(b.doc.Text, s); s.Start < s.End {
			b.spans = append(b.spans, s)
		}
	}
	return b.spans[first:len(b.spans):len(b.spans)]
}
