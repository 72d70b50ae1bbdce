package exchange

import (
	"strings"

	"github.com/hexapla/hexapla/segment"
)

// builder makes a document of sentences that are known already. Its text has a
// blank line between paragraphs, and a line for each item of a list and for each
// sentence of verse and of paragraphs that are made with line.
type builder struct {
	doc  segment.Document
	text strings.Builder

	open bool              // the last paragraph may take another sentence
	next segment.Paragraph // the one to begin if it may not
}

func (b *builder) count() int { return len(b.doc.Sentences) }

// paragraph ends the paragraph that is open. The next sentence begins one of the
// kind and level given.
func (b *builder) paragraph(kind segment.ParagraphKind, level int) {
	b.open = false
	b.next = segment.Paragraph{Kind: kind, Level: level}
}

func (b *builder) begin() {
	p := b.next
	if p.Kind == "" {
		p.Kind = segment.Body
	}
	if n := len(b.doc.Paragraphs); b.text.Len() > 0 {
		if p.Kind == segment.Item && n > 0 && b.doc.Paragraphs[n-1].Kind == segment.Item {
			b.text.WriteByte('\n')
		} else {
			b.text.WriteString("\n\n")
		}
	}
	p.Sentences = segment.Range{Start: b.count(), End: b.count()}
	b.doc.Paragraphs = append(b.doc.Paragraphs, p)
	b.open = true
}

// sentence adds a sentence to the paragraph. White space is folded; a sentence
// of nothing else is left out.
func (b *builder) sentence(s string) { b.add(s, " ") }

// line adds a sentence on a line of its own.
func (b *builder) line(s string) { b.add(s, "\n") }

func (b *builder) add(s, separator string) {
	if s = oneLine(s); s != "" {
		b.append(s, separator)
	}
}

// blank adds a sentence without words.
func (b *builder) blank() { b.append("", "\n") }

func (b *builder) append(s, separator string) {
	if !b.open {
		b.begin()
	}
	p := &b.doc.Paragraphs[len(b.doc.Paragraphs)-1]
	if p.Kind == segment.Verse {
		separator = "\n"
	}
	if p.Sentences.Len() > 0 {
		b.text.WriteString(separator)
	}
	b.doc.Sentences = append(b.doc.Sentences, segment.Sentence{
		Text:      s,
		Spans:     []segment.Span{b.write(s)},
		Paragraph: len(b.doc.Paragraphs) - 1,
	})
	p.Sentences.End++
}

// note adds a note to the sentence before. Its text stands after that sentence,
// in a paragraph of its own.
func (b *builder) note(number string, paragraphs [][]string, loose bool) {
	note := segment.Note{Number: number, Sentence: b.count() - 1}
	if loose {
		note.Sentence = -1
	}
	for i, paragraph := range paragraphs {
		for _, s := range paragraph {
			b.text.WriteByte('\n')
			note.Sentences = append(note.Sentences, segment.Sentence{
				Text:      s,
				Spans:     []segment.Span{b.write(s)},
				Paragraph: i,
			})
		}
	}
	b.text.WriteByte('\n')
	b.doc.Notes = append(b.doc.Notes, note)
}

func (b *builder) write(s string) segment.Span {
	start := b.text.Len()
	b.text.WriteString(s)
	return segment.Span{Start: start, End: b.text.Len()}
}

func (b *builder) document() *segment.Document {
	b.doc.Text = b.text.String()
	return &b.doc
}
