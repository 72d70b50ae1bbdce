package segment_test

import (
	"fmt"

	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

func ExampleParse() {
	const text = "El Sr. Luna llegó tarde. —¿Quién es? —preguntó Ana—. No lo conozco.\n"
	doc, err := segment.Parse(text, segment.Options{Language: language.Spanish})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range doc.Sentences {
		fmt.Println(s.Spans[0], s.Text)
	}
	// Output:
	// {0 25} El Sr. Luna llegó tarde.
	// {26 62} —¿Quién es? —preguntó Ana—.
	// {63 77} No lo conozco.
}

// A scanned page: lines are joined, a word broken at a line end is put
// together, and the footnote is lifted out.
func ExampleParse_raw() {
	const page = `The pilot had left the har-
bour before dawn, and nobody but the keeper of the
light saw him go.1 The harbour was empty.

1 So the keeper said.
`
	doc, err := segment.Parse(page, segment.Options{Language: language.English})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range doc.Sentences {
		fmt.Println(s.Text)
	}
	for _, note := range doc.Notes {
		fmt.Printf("note %s to sentence %d: %s\n", note.Number, note.Sentence, note.Sentences[0].Text)
	}
	for _, r := range doc.Repairs {
		fmt.Printf("%s: %q is read %q\n", r.Kind, page[r.Span.Start:r.Span.End], r.Text)
	}
	// Output:
	// The pilot had left the harbour before dawn, and nobody but the keeper of the light saw him go.
	// The harbour was empty.
	// note 1 to sentence 0: So the keeper said.
	// line-hyphen: "-" is read ""
	// note-mark: "1" is read ""
}

// Words tell where they stand, through line ends and repairs.
func ExampleDocument_Words() {
	const text = "They left the har-\nbour together, and nobody saw them.\n"
	doc, err := segment.Parse(text, segment.Options{Language: language.English})
	if err != nil {
		fmt.Println(err)
		return
	}
	stemmer := segment.NewStemmer(language.English)
	for _, word := range doc.Words(&doc.Sentences[0], stemmer)[3:5] {
		fmt.Printf("%s (%s) stands at %q\n", word.Text, word.Stem, text[word.Span.Start:word.Span.End])
	}
	// Output:
	// harbour (harbour) stands at "har-\nbour"
	// together (togeth) stands at "together"
}

func ExampleOptions_keep() {
	const text = "A broken line, and a bro-\nken word.\n"
	doc, err := segment.Parse(text, segment.Options{
		Language: language.English,
		Keep:     segment.KeepHyphens,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Sentences[0].Text)
	// Output:
	// A broken line, and a bro- ken word.
}
