package segment

import (
	"strings"

	"golang.org/x/text/language"
)

// parseLines takes each line as a sentence. Lines end with LF or CRLF; the
// last needs no end.
func parseLines(text string, tag language.Tag) *Document {
	doc := &Document{Language: tag, Text: text}
	count := strings.Count(text, "\n") + 1
	doc.Sentences = make([]Sentence, 0, count)
	spans := make([]Span, 0, count)

	inParagraph := false
	start := 0
	if strings.HasPrefix(text, byteOrderMark) {
		start = len(byteOrderMark)
	}
	for start < len(text) {
		end, next := len(text), len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end, next = start+i, start+i+1
		}
		span := trim(text, Span{start, end})
		sentence := Sentence{Spans: []Span{}}
		blank := span.Start == span.End
		if !blank {
			spans = append(spans, span)
			sentence.Spans = spans[len(spans)-1 : len(spans) : len(spans)]
			sentence.Text = foldSpace(text[span.Start:span.End])
		}
		if !inParagraph && !blank || len(doc.Paragraphs) == 0 {
			doc.Paragraphs = append(doc.Paragraphs, Paragraph{
				Kind:      Body,
				Sentences: Range{len(doc.Sentences), len(doc.Sentences)},
			})
		}
		inParagraph = !blank
		sentence.Paragraph = len(doc.Paragraphs) - 1
		doc.Sentences = append(doc.Sentences, sentence)
		doc.Paragraphs[len(doc.Paragraphs)-1].Sentences.End = len(doc.Sentences)
		start = next
	}
	return doc
}
