package segment

import "golang.org/x/text/language"

// Span is a half-open range of byte offsets, Start <= offset < End.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Range is a half-open range of sentence numbers, Start <= number < End. An
// empty range still has a place: it stands before sentence Start.
type Range struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the number of sentences in r.
func (r Range) Len() int { return r.End - r.Start }

// Document is a text cut into paragraphs and sentences. The text itself is
// kept byte for byte as it was given; everything else points into it.
//
// A Document is plain data: it may be built by hand, compared, marshalled to
// JSON and read back without loss, and read from many goroutines at once.
type Document struct {
	// Language of the text; language.Und (the zero Tag) if it is not known.
	Language language.Tag `json:"language"`

	// Sentences of the running text, headings included, in reading order.
	Sentences []Sentence `json:"sentences"`

	// Paragraphs of the running text in reading order. They cover Sentences.
	Paragraphs []Paragraph `json:"paragraphs,omitempty"`

	// Notes are the footnotes and endnotes lifted out of the running text, in
	// the order in which they stand in it.
	Notes []Note `json:"notes,omitempty"`

	// Asides are the parts of the text that belong to its carrier and not to
	// the account: running heads, page numbers, rules, site and archive matter.
	Asides []Aside `json:"asides,omitempty"`

	// Repairs are the changes between Text and what the sentences and notes
	// read, in the order in which they stand in the text.
	Repairs []Repair `json:"repairs,omitempty"`

	// Text is the text as it was given.
	Text string `json:"text"`
}

// Sentence is a sentence, or a line that stands as one (a heading, a verse, an
// item of a list).
type Sentence struct {
	// Text is what a reader reads: the Document's Text at Spans, one after the
	// other, with the Repairs that lie in them carried out. Every run of white
	// space, and every gap between two spans, is read as one space; but none
	// at the start, at the end, before or after another space, or after a
	// Repair of the kind LineHyphen, which joins what it stands between.
	Text string `json:"text"`

	// Spans are the pieces of the Document's Text that hold the sentence, in
	// order, free of white space at their ends. There is one, unless something
	// that is not part of the sentence stands inside it, such as a page number
	// or a footnote. A blank line of a text in lines has none.
	Spans []Span `json:"spans"`

	// Paragraph is the index in Document.Paragraphs of the sentence's
	// paragraph.
	Paragraph int `json:"paragraph"`
}

// Paragraph is a run of sentences that the text sets apart.
type Paragraph struct {
	Kind ParagraphKind `json:"kind"`

	// Level is a heading's rank, 1 the highest; it is 0 for other kinds.
	Level int `json:"level,omitempty"`

	Sentences Range `json:"sentences"`
}

// ParagraphKind tells what a paragraph is.
type ParagraphKind string

const (
	Body    ParagraphKind = "body"    // running prose
	Heading ParagraphKind = "heading" // a title of what follows
	Verse   ParagraphKind = "verse"   // lines whose ends are meant; sentences, if there are no stops
	Item    ParagraphKind = "item"    // one item of a list
)

// Note is a footnote or endnote.
type Note struct {
	// Number is the note's number or sign as printed: "12", "*".
	Number string `json:"number"`

	// Mark is the place of the note's mark in the running text. It is empty if
	// no mark was found there.
	Mark Span `json:"mark"`

	// Sentence is the index in Document.Sentences of the sentence that holds
	// the mark, or -1 if there is none.
	Sentence int `json:"sentence"`

	// Label is the place of the number at the head of the note, with what
	// stands around it: “• [12].”.
	Label Span `json:"label"`

	// Sentences of the note. Their Paragraph counts the note's paragraphs
	// from 0.
	Sentences []Sentence `json:"sentences"`
}

// Aside is a part of the text that is neither account nor note.
type Aside struct {
	Kind AsideKind `json:"kind"`
	Span Span      `json:"span"`
}

// AsideKind tells what an Aside is.
type AsideKind string

const (
	RunningHead AsideKind = "running-head" // a title repeated from page to page
	PageNumber  AsideKind = "page-number"
	Rule        AsideKind = "rule"        // a line drawn across the page, as above footnotes
	QuoteSign   AsideKind = "quote-sign"  // the > before a line that a message quotes
	Boilerplate AsideKind = "boilerplate" // licence, menu, subscription and the like
)

// Repair is one place at which the reading text differs from the Text by more
// than its white space.
type Repair struct {
	Kind RepairKind `json:"kind"`

	// Span is what is read differently; it is empty where something is put in.
	Span Span `json:"span"`

	// Text is what is read in its place; it may be empty.
	Text string `json:"text"`

	// Doubtful marks what looks like a fault but was left as it is: the Text
	// is what the reading would have been.
	Doubtful bool `json:"doubtful,omitempty"`
}

// RepairKind tells why a Repair was made.
type RepairKind string

const (
	LineHyphen RepairKind = "line-hyphen" // a word broken at the end of a line or page
	NoteMark   RepairKind = "note-mark"   // a note's mark taken out of the running text
	Ligature   RepairKind = "ligature"    // fi, fl, ff lost or encoded as one character
	Quote      RepairKind = "quote"       // a misread quotation mark, or another mark that was misread
	Digit      RepairKind = "digit"       // a digit misread for a letter
	Spacing    RepairKind = "spacing"     // letters set apart, words run together, a dash that came out as a hyphen
	Encoding   RepairKind = "encoding"    // mojibake, entities, invisible characters, decomposed letters
)
