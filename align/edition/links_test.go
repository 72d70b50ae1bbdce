package edition_test

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/edition"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// link links the first places at which two words stand in the two texts.
func link(t testing.TB, text *exchange.Parallel, source, target string) align.WordLink {
	t.Helper()
	var l align.WordLink
	for v, side := range []struct {
		word string
		span *segment.Span
	}{{source, &l.Source}, {target, &l.Target}} {
		start := strings.Index(text.Documents[v].Text, side.word)
		if start < 0 {
			t.Fatalf("version %d doesn't have %q", v+1, side.word)
		}
		*side.span = segment.Span{Start: start, End: start + len(side.word)}
	}
	return l
}

// linkedText has all that makes places on the page differ from those in the
// text: a heading, notes, typeset spaces, several sentences, letters of four
// bytes, a word broken at the end of a line.
func linkedText(t testing.TB) (*exchange.Parallel, *edition.Options) {
	text := pair(t,
		"# The tide\nThe 𝄞 sea was calm.\n^ A note.\nThe <har-\x02bour> slept.\n",
		"# La marea\n« El mar » — calmo.\n^ Una nota.\nEl puerto dormía.\n", "0\t0\n1,2\t1,2\n")
	doc := text.Documents[0]
	hyphen := strings.Index(doc.Text, "-\x02")
	doc.Repairs = []segment.Repair{{Kind: segment.LineHyphen, Span: segment.Span{Start: hyphen, End: hyphen + 2}}}
	doc.Sentences[2].Text = "The <harbour> slept."
	return text, &edition.Options{Versions: []edition.Version{{}, {Links: [][]align.WordLink{
		{link(t, text, "tide", "marea")},
		{
			link(t, text, "sea", "mar »"), link(t, text, "calm", "calmo"),
			link(t, text, "har-\x02bour", "puerto"), link(t, text, "slept.", "dormía."),
		},
	}}}}
}

func TestWordLinksCountVisibleCharacters(t *testing.T) {
	text, opts := linkedText(t)
	got := string(page(t, text, opts))
	for _, want := range []string{
		`id="row1" data-w2="3 4 2 5"`,
		`id="row2" data-w2="4 3 3 4 10 4 8 5 19 7 16 6 27 6 22 7"`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %q", want, regexp.MustCompile(`id="row[^>]*>`).FindAllString(got, -1))
		}
	}
}

func TestAPageWithoutWordLinksHasNothingOfThem(t *testing.T) {
	text, opts := linkedText(t)
	plain := page(t, text, nil)
	main := plain[bytes.Index(plain, []byte("<body")):]
	if bytes.Contains(main, []byte("data-w2")) || bytes.Contains(main, []byte("←")) {
		t.Error("a page without links tells of them")
	}
	linked := page(t, text, opts)
	bare := regexp.MustCompile(` data-w2="[^"]*"| data-linked|<div><dt><kbd>←.*\n`).ReplaceAll(linked, nil)
	if !bytes.Equal(bare, plain) {
		t.Error("links change more than the attributes of rows and a line of the help")
	}
}

func TestWordLinksOutsideTheirRowAreLeftOut(t *testing.T) {
	text, opts := linkedText(t)
	row := opts.Versions[1].Links[1]
	for _, tt := range []struct {
		link align.WordLink
		why  string
	}{
		{opts.Versions[1].Links[0][0], "words of another row"},
		{align.WordLink{Source: segment.Span{Start: -9, End: 1 << 30}, Target: segment.Span{Start: 5, End: -5}}, "spans beyond the text"},
		{align.WordLink{}, "no words"},
	} {
		opts.Versions[1].Links[1] = append([]align.WordLink{tt.link}, row...)
		if got := string(page(t, text, opts)); !strings.Contains(got, `id="row2" data-w2="4 3 3 4 `) {
			t.Errorf("%s: they are on the page", tt.why)
		}
	}
}

func TestWordLinksMustFitTheText(t *testing.T) {
	text, opts := linkedText(t)
	one := &exchange.Parallel{
		Documents: []*segment.Document{document(language.English, "One.\n")},
		Rows:      []exchange.Row{{Ranges: []segment.Range{{End: 1}}}},
	}
	for _, tt := range []struct {
		text     *exchange.Parallel
		versions []edition.Version
		why      string
	}{
		{text, []edition.Version{{}, {Links: opts.Versions[1].Links[:1]}}, "a row without a list"},
		{one, []edition.Version{{Links: [][]align.WordLink{nil}}}, "links of the first version"},
	} {
		err := edition.WriteHTML(new(bytes.Buffer), tt.text, &edition.Options{Versions: tt.versions})
		if !errors.Is(err, exchange.ErrInconsistent) {
			t.Errorf("%s: error %v, want the cause %q", tt.why, err, exchange.ErrInconsistent)
		}
	}
}

// A word of the first version has a twin in each of the others.
func TestWordLinksOfThreeVersionsInABrowser(t *testing.T) {
	text := pair(t, "The sea.\n", "El mar.\n", "0\t0\n")
	text.Documents = append(text.Documents, document(language.French, "La mer.\n"))
	text.Rows[0].Ranges = append(text.Rows[0].Ranges, segment.Range{End: 1})
	toFrench := align.WordLink{Source: segment.Span{Start: 4, End: 7}, Target: segment.Span{Start: 3, End: 6}}
	b := open(t, pageFile(t, text, &edition.Options{Versions: []edition.Version{
		{}, {Links: [][]align.WordLink{{link(t, text, "sea", "mar")}}}, {Links: [][]align.WordLink{{toFrench}}},
	}}))
	b.screen(1400, 900, false)
	for word, want := range map[string]string{"sea": `["sea","mar","sea","mer"]`, "mer": `["sea","mer"]`} {
		b.hover(word)
		if got := b.eval(`JSON.stringify(Array.from(CSS.highlights.get("twin") || [], String))`); got != want {
			t.Errorf("%s: %s is shown, want %s", word, got, want)
		}
	}
}

func TestWordLinksInABrowser(t *testing.T) {
	text, opts := linkedText(t)
	b := open(t, pageFile(t, text, opts))
	const twins = `JSON.stringify(Array.from(CSS.highlights.get("twin") || [], String))`
	check := func(want, why string) {
		t.Helper()
		if got := b.eval(twins); got != want {
			t.Errorf("%s: %s is shown, want %s", why, got, want)
		}
	}
	for _, width := range []int{1400, 390} {
		b.screen(width, 900, false)
		b.hover("sea")
		check("[\"sea\",\"mar\u00A0»\"]", "a word of the source")
		b.hover("puerto")
		check(`["harbour","puerto"]`, "a word of the target")
		b.hover("El")
		check(`[]`, "a word without a twin")
	}
	b.press("j", "j", "ArrowRight", "ArrowRight")
	check(`["calm","calmo"]`, "the right key")
	if got := b.eval(`document.querySelector("output").textContent`); got != "calm – calmo" {
		t.Errorf("the status says %q", got)
	}
	b.press("ArrowLeft")
	check("[\"sea\",\"mar\u00A0»\"]", "the left key")
	b.press("k")
	check(`[]`, "another row")
	b.press("2")
	b.press("ArrowRight")
	b.hover("tide")
	check(`[]`, "the other version is hidden")
	b.press("Enter", "ArrowRight")
	check(`["tide","marea"]`, "the row's translation is shown")
	if *screenshots != "" {
		b.press("2")
		for _, dark := range []bool{false, true} {
			b.screen(1400, 900, dark)
			b.hover("harbour")
			b.save(fmt.Sprintf("%s/words-dark=%v.png", *screenshots, dark), "Page.captureScreenshot", object{"format": "png"})
		}
	}
}
