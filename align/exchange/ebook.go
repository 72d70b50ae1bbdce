package exchange

import (
	"slices"
	"sort"
	"strings"

	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// Book is the text of an e-book or a web page, before it is cut into sentences.
type Book struct {
	Title, Author string

	// Language that the book says it is in; und if it doesn't say.
	Language language.Tag

	Blocks []Block
}

// Block is a paragraph, heading, item or stanza of a Book.
type Block struct {
	Kind  segment.ParagraphKind
	Level int // of a heading, 1 the highest; 0 for other kinds

	// Text has its white space folded. In verse a line feed ends a line.
	Text string

	Notes []BookNote // in the order of their marks
}

// BookNote is a note whose mark stands in a Block.
type BookNote struct {
	Mark   string // as printed
	Offset int    // of the mark's place in the Block's Text, which is without it
	Blocks []string
}

// raiseHeadings makes the highest headings of a book those of level 1: many books
// begin with <h2>, under a title that is in no part of the text.
func raiseHeadings(blocks []Block) {
	highest := 0
	for _, b := range blocks {
		if b.Kind == segment.Heading && (highest == 0 || b.Level < highest) {
			highest = b.Level
		}
	}
	for i := range blocks {
		if blocks[i].Kind == segment.Heading {
			blocks[i].Level -= highest - 1
		}
	}
}

// Text returns the blocks with a blank line between them, for a language to be
// detected.
func (b *Book) Text() string {
	texts := make([]string, len(b.Blocks))
	for i := range b.Blocks {
		texts[i] = b.Blocks[i].Text
	}
	return strings.Join(texts, "\n\n")
}

// Document cuts a book into sentences. The language is the book's own if tag is
// und. The document's Text is the text of the blocks, each followed by its notes;
// what a block is comes from the book's markup and is not guessed. The cost is
// that of [segment.Parse].
func (b *Book) Document(tag language.Tag) (*segment.Document, error) {
	if tag == language.Und {
		tag = b.Language
	}
	out := new(builder)
	out.doc.Language = tag
	for i := range b.Blocks {
		if err := out.block(&b.Blocks[i]); err != nil {
			return nil, err
		}
	}
	if out.count() == 0 {
		return nil, &Error{Err: ErrNoText}
	}
	return out.document(), nil
}

// block adds a block and its notes. The notes' marks stand in the text, and are
// taken out of what the sentences read by a repair, as segment does.
func (b *builder) block(block *Block) error {
	sentences, err := cutBlock(block, b.doc.Language)
	if err != nil || len(sentences) == 0 {
		return err
	}
	b.paragraph(block.Kind, block.Level)
	b.begin()
	base := b.text.Len()
	at, length := 0, 0
	marks := make([]segment.Span, len(block.Notes))
	shift := make([]int, len(block.Notes)) // by the marks up to each
	for i := range block.Notes {
		n := &block.Notes[i]
		b.text.WriteString(block.Text[at:n.Offset])
		marks[i] = b.write(n.Mark)
		b.doc.Repairs = append(b.doc.Repairs, segment.Repair{Kind: segment.NoteMark, Span: marks[i]})
		at = n.Offset
		length += len(n.Mark)
		shift[i] = length
	}
	b.text.WriteString(block.Text[at:])

	// A mark at the very end of a sentence belongs to it.
	moved := func(offset int) int {
		n := sort.Search(len(block.Notes), func(i int) bool { return block.Notes[i].Offset > offset })
		if n == 0 {
			return 0
		}
		return shift[n-1]
	}
	first := b.count()
	for _, s := range sentences {
		s.Spans = slices.Clone(s.Spans)
		for i := range s.Spans {
			s.Spans[i].Start += base + moved(s.Spans[i].Start)
			s.Spans[i].End += base + moved(s.Spans[i].End)
		}
		s.Paragraph = len(b.doc.Paragraphs) - 1
		b.doc.Sentences = append(b.doc.Sentences, s)
	}
	b.doc.Paragraphs[len(b.doc.Paragraphs)-1].Sentences.End = b.count()
	return b.blockNotes(block, marks, first)
}

// blockNotes adds the notes of a block, whose marks are at the places given and
// whose first sentence has the number given.
func (b *builder) blockNotes(block *Block, marks []segment.Span, first int) error {
	sentence, last := first, b.count()-1
	for i, n := range block.Notes {
		for sentence < last && b.doc.Sentences[sentence+1].Spans[0].Start < marks[i].Start {
			sentence++
		}
		var paragraphs [][]string
		for _, text := range n.Blocks {
			sentences, err := cutBlock(&Block{Text: text}, b.doc.Language)
			if err != nil {
				return err
			}
			var paragraph []string
			for _, s := range sentences {
				paragraph = append(paragraph, s.Text)
			}
			paragraphs = append(paragraphs, paragraph)
		}
		b.note(n.Mark, paragraphs, false)
		note := &b.doc.Notes[len(b.doc.Notes)-1]
		note.Mark, note.Sentence = marks[i], sentence
	}
	return nil
}

// cutBlock returns the sentences of a block, with spans in its text. A heading is
// one sentence, and so is what segment takes for no text of the account, such as
// a number alone.
func cutBlock(block *Block, tag language.Tag) ([]segment.Sentence, error) {
	if block.Text == "" {
		return nil, nil
	}
	whole := []segment.Sentence{{
		Text:  oneLine(block.Text),
		Spans: []segment.Span{{Start: 0, End: len(block.Text)}},
	}}
	opts := segment.Options{Language: tag}
	switch block.Kind {
	case segment.Heading:
		return whole, nil
	case segment.Verse:
		opts.Layout = segment.Lines
	}
	doc, err := segment.Parse(block.Text, opts)
	if err != nil {
		return nil, err
	}
	if len(doc.Sentences) == 0 || len(doc.Notes) > 0 || len(doc.Asides) > 0 {
		return whole, nil
	}
	return doc.Sentences, nil
}
