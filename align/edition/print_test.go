package edition_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align/edition"
	"github.com/hexapla/hexapla/align/exchange"
	"golang.org/x/text/language"
)

// printed is what the browser tells of the book that it made to print.
type printed struct {
	Pages  []printedPage
	Text   [2]string // what is on the left pages and on the right, without white space
	Screen [2]string // what the page has of the two versions
	After  bool      // the book is gone after printing
}

type printedPage struct {
	Left   bool
	Blocks []float64 // where they begin
	Over   float64   // how far the text goes beyond its room
	Head   bool      // ends with a heading
	Text   bool      // it is a page of text
}

const printing = `(() => {
	const letters = (elements) => [...elements].map((e) => {
		const copy = e.cloneNode(true);
		for (const own of copy.querySelectorAll(".moved, .gone, .sure, .running, .folio, .none")) own.remove();
		return copy.textContent;
	}).join("").replace(/\s|\[…\]/g, "");
	const screen = [1, 2].map((n) => letters(document.querySelectorAll("main .c" + n + ":not(.none)")));
	dispatchEvent(new Event("beforeprint"));
	const pages = [...document.querySelectorAll(".leaf")].map((leaf) => {
		const text = leaf.querySelector(".text");
		if (!text) return { Left: leaf.matches(".left"), Text: false };
		const box = text.getBoundingClientRect(), foot = leaf.querySelector(".foot").offsetHeight;
		const blocks = [...text.children];
		return {
			Left: leaf.matches(".left"), Text: true,
			Blocks: blocks.map((b) => Math.round(b.getBoundingClientRect().top - box.top)),
			Over: Math.max(...[...text.querySelectorAll(".c, .c > *")].map((e) => e.getBoundingClientRect().bottom)) - box.bottom + foot,
			Head: blocks.length > 0 && blocks[blocks.length - 1].lastElementChild?.matches("h2, h3"),
		};
	});
	const text = ["left", "right"].map((side) => letters(document.querySelectorAll("." + side + ":has(.text) > :is(.text, .foot)")));
	dispatchEvent(new Event("afterprint"));
	return JSON.stringify({ Pages: pages, Text: text, Screen: screen, After: !document.querySelector(".book") && !document.querySelector(".facing") });
})()`

func printBook(t *testing.T, text *exchange.Parallel, width int) *printed {
	t.Helper()
	b := open(t, pageFile(t, text, &edition.Options{Title: "A book"}))
	b.screen(width, 900, false)
	got := new(printed)
	if err := json.Unmarshal([]byte(b.eval(printing)), got); err != nil {
		t.Fatal(err)
	}
	if *screenshots != "" {
		b.save(fmt.Sprintf("%s/print-%s.pdf", *screenshots, t.Name()), "Page.printToPDF", object{"preferCSSPageSize": true})
	}
	return got
}

// On paper the versions face one another: left and right pages begin their blocks
// at one height, nothing is lost or cut off, and no page ends with a heading.
func TestFacingPages(t *testing.T) {
	long := pair(t, strings.Repeat("The sea was calm and grey that morning. ", 150)+"\nOne.\n", strings.Repeat("El mar estaba en calma. ", 200)+"\nUno.\n", "0\t0\n1\t1\n")
	tall := pair(t, "# A heading\n"+strings.Repeat("The sea was calm and grey. ", 200)+"\n^ A note.\n# Another\nOne.\n", "# Un título\nEl mar.\n# Otro\nUno.\n", "0\t0\n1\t1\n2\t2\n3\t3\n")
	for _, tt := range []struct {
		text  *exchange.Parallel
		width int // of the screen
		why   string
	}{
		{memoir(t, "en-es.abridged", language.English, language.Spanish), 1400, "omissions, and passages that have moved"},
		{memoir(t, "en-es", language.English, language.Spanish), 390, "a close translation, printed from a phone"},
		{hard(t), 800, "verse, items, notes, markup in the text"},
		{long, 1400, "a row that no page can hold is cut"},
		{tall, 1400, "and so is one under a heading"},
	} {
		got := printBook(t, tt.text, tt.width)
		for side := range got.Text {
			if !sameLetters(got.Text[side], got.Screen[side]) {
				t.Errorf("%s: version %d has %d letters on paper, %d on the screen", tt.why, side+1, len(got.Text[side]), len(got.Screen[side]))
			}
		}
		if !got.After {
			t.Errorf("%s: the book is still there after printing", tt.why)
		}
		checkPages(t, got.Pages, tt.why)
	}
}

// sameLetters tells whether two texts have the same letters: notes stand at the
// foot of the page, and so in another place.
func sameLetters(a, b string) bool {
	var counts [2]map[rune]int
	for i, s := range []string{a, b} {
		counts[i] = make(map[rune]int)
		for _, r := range s {
			counts[i][r]++
		}
	}
	return fmt.Sprint(counts[0]) == fmt.Sprint(counts[1])
}

func checkPages(t *testing.T, pages []printedPage, why string) {
	t.Helper()
	for i, p := range pages {
		if p.Left != (i%2 == 1) {
			t.Fatalf("%s: page %d is a left page: %v", why, i+1, p.Left)
		}
		if !p.Text {
			continue
		}
		if p.Over > .5 {
			t.Errorf("%s: the text of page %d is %v pixels too long", why, i+1, p.Over)
		}
		if p.Head {
			t.Errorf("%s: page %d ends with a heading", why, i+1)
		}
		if p.Left && fmt.Sprint(p.Blocks) != fmt.Sprint(pages[i+1].Blocks) {
			t.Errorf("%s: pages %d and %d are out of step: %v and %v", why, i+1, i+2, p.Blocks, pages[i+1].Blocks)
		}
	}
}
