package edition_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align/edition"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

func page(t testing.TB, text *exchange.Parallel, opts *edition.Options) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := edition.WriteHTML(&out, text, opts); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestPageIsTheSameEachTime(t *testing.T) {
	if !bytes.Equal(page(t, hard(t), nil), page(t, hard(t), nil)) {
		t.Error("the same input gave other bytes")
	}
}

// What stands in a text, a title or a name never becomes markup.
func TestMarkupComesOutAsText(t *testing.T) {
	const attack = `</style></script><script>alert("x")</script><img src=x onerror='y'>&amp;`
	text := pair(t, "# "+attack+"\n"+attack+"\n^ "+attack+"\n", attack+"\n"+attack+"\n", "0\t0\n1\t1\n")
	got := string(page(t, text, &edition.Options{
		Title: attack, Author: attack, Licence: attack,
		Versions: []edition.Version{{Name: attack, Translator: attack}},
	}))
	if n := strings.Count(got, "<script"); n != 1 {
		t.Errorf("%d scripts, want the page's own", n)
	}
	if strings.Contains(got, "<img") || strings.Count(got, "</style") != 1 {
		t.Error("markup of the text is markup of the page")
	}
	if !strings.Contains(got, "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;") || !strings.Contains(got, "&amp;amp;") {
		t.Error("the text's markup isn't there as text")
	}
}

func TestControlsAreTamed(t *testing.T) {
	tests := []struct{ text, want, why string }{
		{"a\x01b\x7fc", "a␁b␡c", "control characters become their pictures"},
		{"a\u0085b\uFFFEc", "a\uFFFDb\uFFFDc", "those without a picture are replaced"},
		{"a\xffb", "a\uFFFDb", "bytes that are no UTF-8 are replaced"},
		{"\u202Etxt", `<bdi dir="ltr">` + "\u202Etxt</bdi>", "an override ends with its sentence"},
		{"« oui » —dijo", "«\u00A0oui\u00A0»\u00A0—dijo", "no quote or dash is left alone at the end of a line"},
		{"— Hola.", "—\u00A0Hola.", "nor one that opens speech"},
	}
	for _, tt := range tests {
		text := pair(t, tt.text+"\n", "x\n", "0\t0\n")
		if got := string(page(t, text, nil)); !strings.Contains(got, "<p>"+tt.want+"</p>") {
			t.Errorf("%s: no %q in\n%s", tt.why, tt.want, got[strings.Index(got, "<main"):])
		}
	}
}

// The page fetches nothing: no address stands in it but places of its own.
func TestPageIsSelfContained(t *testing.T) {
	got := string(page(t, hard(t), nil))
	for _, sign := range []string{"http:", "https:", `"//`, `'//`, "@import", "url("} {
		if strings.Contains(got, sign) {
			t.Errorf("the page holds %q", sign)
		}
	}
}

// Rows that are out of their version's order are linked to their place, and
// their place to them.
func TestMovedPassages(t *testing.T) {
	text := &exchange.Parallel{
		Documents: []*segment.Document{
			document(language.English, "One.\nTwo.\nThree.\nFour.\n"),
			document(language.Spanish, "Uno.\nTres.\nCuatro.\nDos.\n"),
		},
		Rows: []exchange.Row{
			{Ranges: []segment.Range{{Start: 0, End: 1}, {Start: 0, End: 1}}},
			{Ranges: []segment.Range{{Start: 1, End: 2}, {Start: 3, End: 4}}},
			{Ranges: []segment.Range{{Start: 2, End: 3}, {Start: 1, End: 2}}},
			{Ranges: []segment.Range{{Start: 3, End: 4}, {Start: 2, End: 3}}},
		},
	}
	got := string(page(t, text, nil))
	row := func(n string) string {
		_, rest, _ := strings.Cut(got, `id="row`+n+`"`)
		rest, _, _ = strings.Cut(rest, `class="row`)
		return rest
	}
	if !strings.Contains(row("2"), `href="#row4">↕ moved here`) {
		t.Errorf("the moved row doesn't lead to its place:\n%s", row("2"))
	}
	if !strings.Contains(row("4"), `href="#row2">↕ a passage`) {
		t.Errorf("its place doesn't lead to the moved row:\n%s", row("4"))
	}
	if n := strings.Count(got, `class="moved"`); n != 2 {
		t.Errorf("%d links of moved passages, want 2", n)
	}
}

// The mark of a note stands in the reading text where it stood in the text, though
// that has other spaces, and marks and broken words in it.
func TestNoteMarksStandWhereTheyStood(t *testing.T) {
	const text = "The  print-\ner* set\nthe † sea."
	at := func(s string) segment.Span {
		start := strings.Index(text, s)
		return segment.Span{Start: start, End: start + len(s)}
	}
	doc := &segment.Document{
		Language:   language.English,
		Text:       text,
		Sentences:  []segment.Sentence{{Text: "The printer set the sea.", Spans: []segment.Span{{End: len(text)}}}},
		Paragraphs: []segment.Paragraph{{Kind: segment.Body, Sentences: segment.Range{End: 1}}},
		Repairs: []segment.Repair{
			{Kind: segment.LineHyphen, Span: at("-\n")},
			{Kind: segment.NoteMark, Span: at("*")},
			{Kind: segment.NoteMark, Span: at("† ")},
		},
		Notes: []segment.Note{{Number: "*", Mark: at("*")}, {Number: "†", Mark: at("†")}, {Number: "‡"}},
	}
	got := string(page(t, &exchange.Parallel{
		Documents: []*segment.Document{doc},
		Rows:      []exchange.Row{{Ranges: []segment.Range{{End: 1}}}},
	}, nil))
	for _, want := range []string{"The printer<sup", "</sup> set the<sup", "</sup> sea.<sup"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got[strings.Index(got, "<main"):])
		}
	}
}

// three is a text in three versions, two of them in one language.
func three(t testing.TB) *exchange.Parallel {
	text := pair(t, "# One.\nTwo.\n", "# Uno.\n", "0\t0\n1\t\n")
	text.Documents = append(text.Documents, document(language.Spanish, "# Un.\nDos.\n"))
	text.Rows[0].Ranges = append(text.Rows[0].Ranges, segment.Range{End: 1})
	text.Rows[1].Ranges = append(text.Rows[1].Ranges, segment.Range{Start: 1, End: 2})
	return text
}

func TestThreeVersions(t *testing.T) {
	got := string(page(t, three(t), nil))
	for _, want := range []string{"--columns:3", `class="c c3" lang="es"><p>Dos.</p>`, "español (2)"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in the page", want)
		}
	}
}

func TestRefuses(t *testing.T) {
	broken := pair(t, "One.\n", "Uno.\n", "0\t0\n")
	broken.Rows[0].Ranges[1].End = 5
	tests := []struct {
		text *exchange.Parallel
		why  string
	}{
		{&exchange.Parallel{}, "no version at all"},
		{broken, "a sentence that isn't there"},
		{&exchange.Parallel{Documents: []*segment.Document{nil}}, "no document"},
	}
	for _, tt := range tests {
		var out bytes.Buffer
		if err := edition.WriteHTML(&out, tt.text, nil); err == nil || out.Len() > 0 {
			t.Errorf("%s: error %v, %d bytes written", tt.why, err, out.Len())
		}
		if err := edition.WriteEPUB(&out, tt.text, nil); err == nil || out.Len() > 0 {
			t.Errorf("%s: as an e-book: error %v, %d bytes written", tt.why, err, out.Len())
		}
	}
	if err := edition.WriteHTML(new(bytes.Buffer), broken, nil); !errors.Is(err, exchange.ErrInconsistent) {
		t.Errorf("error %v, want the cause %q", err, exchange.ErrInconsistent)
	}
}

// Whatever the texts are, the page has no script but its own, and the e-book's
// parts are well-formed and its links lead somewhere.
func FuzzPage(f *testing.F) {
	f.Add("One <b>.\n", "Uno.\n", "title")
	f.Fuzz(func(t *testing.T, source, target, title string) {
		text := &exchange.Parallel{Documents: []*segment.Document{document(language.English, source), document(language.Arabic, target)}}
		text.Rows = []exchange.Row{{Ranges: []segment.Range{{End: len(text.Documents[0].Sentences)}, {End: len(text.Documents[1].Sentences)}}}}
		got := page(t, text, &edition.Options{Title: title})
		if n := bytes.Count(got, []byte("<script")); n != 1 {
			t.Errorf("%d scripts, want 1", n)
		}
		ids, links := partsOf(t, book(t, text, &edition.EPUBOptions{Options: edition.Options{Title: title}}))
		for link := range links {
			if !ids[link] {
				t.Errorf("a link to %s, which is nowhere", link)
			}
		}
	})
}
