package edition_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align/edition"
	"github.com/hexapla/hexapla/align/exchange"
	"golang.org/x/text/language"
)

var screenshots = flag.String("screenshots", "", "a `folder` to put pictures of the page into, to be looked at")

// pageFile writes a page to a file and returns its name.
func pageFile(t *testing.T, text *exchange.Parallel, opts *edition.Options) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, page(t, text, opts), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

const focused = `document.activeElement.id || document.activeElement.tagName`

func TestPageInABrowser(t *testing.T) {
	b := open(t, pageFile(t, hard(t), nil))
	b.screen(1400, 900, false)

	walks := []struct {
		keys []string
		want string
		why  string
	}{
		{[]string{"j"}, "row1", "j goes to the first row"},
		{[]string{"j", "j"}, "row3", "and on"},
		{[]string{"k"}, "row2", "k goes back"},
		{[]string{"g"}, "row6", "g goes to the next gap"},
		{[]string{"g", "g"}, "row8", "from gap to gap"},
		{[]string{"G"}, "row7", "and back"},
		{[]string{"d"}, "row2", "d goes to the next doubtful row, on from the start after the end"},
		{[]string{"k", "k", "k"}, "row1", "there is nothing before the first row"},
		{[]string{"/"}, "INPUT", "/ goes to the search"},
		{[]string{"p", "r", "i", "m", "e", "r", "o", "Enter"}, "INPUT", "typing in the search is no command"},
		{[]string{"Escape"}, "row2", "Escape goes back to the row found"},
	}
	for _, tt := range walks {
		b.press(tt.keys...)
		if got := b.eval(focused); got != tt.want {
			t.Errorf("%v: focus on %s, want %s: %s", tt.keys, got, tt.want, tt.why)
		}
	}
}

func TestHidingInABrowser(t *testing.T) {
	b := open(t, pageFile(t, hard(t), nil))
	visible := func(selector string) string {
		return b.eval(fmt.Sprintf(`getComputedStyle(document.querySelector(%q)).visibility`, selector))
	}
	check := func(selector, want, why string) {
		t.Helper()
		if got := visible(selector); got != want {
			t.Errorf("%s: %s is %s, want %s", why, selector, got, want)
		}
	}
	b.press("2")
	check("#row1 .c2 h2", "hidden", "2 hides the second version")
	check("#row1 .c1 h2", "visible", "and leaves the first")
	b.press("j", "Enter")
	check("#row1 .c2 h2", "visible", "Enter shows the row's translation")
	check("#row2 .c2 p", "hidden", "and no other")
	b.click("#row2 .c2")
	check("#row2 .c2 p", "visible", "a tap shows the row's translation")
	b.press("2")
	check("#row3 .c2 p", "visible", "2 again shows all")
	if got := b.eval(`document.querySelector("button[data-hide='2']").getAttribute("aria-pressed")`); got != "false" {
		t.Errorf("the button says pressed=%s, want false", got)
	}
	b.press("?")
	if got := b.eval(`document.querySelector("dialog").open`); got != "true" {
		t.Error("? doesn't open the help")
	}
	b.press("Escape")
	b.eval(`document.querySelector("dialog input").checked = false`)
	b.press("j")
	if got := b.eval(focused); got != "row2" {
		t.Errorf("with single keys switched off j went to %s", got)
	}
}

func TestSearchInABrowser(t *testing.T) {
	b := open(t, pageFile(t, hard(t), nil))
	found := func(words string) string {
		b.eval(fmt.Sprintf(`(() => { const box = document.querySelector("input[type=search]"); box.value = %q; box.focus(); box.dispatchEvent(new Event("input")) })()`, words))
		b.press("Enter")
		return b.eval(`document.querySelector("output").textContent`)
	}
	tests := []struct{ words, want, why string }{
		{"SEGUNDO", "1 of 1", "case doesn't matter"},
		{"anadido", "1 of 1", "accents don't matter"},
		{"nowhere", "Not found", "what isn't there"},
		{"first", "1 of 1", "a note is found with its row"},
		{"", "", "nothing is sought"},
	}
	for _, tt := range tests {
		if got := found(tt.words); got != tt.want {
			t.Errorf("%q: %q, want %q: %s", tt.words, got, tt.want, tt.why)
		}
	}
}

// The bar names the section that is being read.
func TestTheBarTellsTheSection(t *testing.T) {
	b := open(t, pageFile(t, memoir(t, "en-es", language.English, language.Spanish), nil))
	b.screen(1400, 900, false)
	for _, tt := range []struct{ scroll, want string }{
		{`document.querySelectorAll(".part")[1].scrollIntoView({block: "start", behavior: "instant"})`, `document.querySelectorAll(".part")[1].querySelector("h3").textContent`},
		{`scrollTo({top: 0, behavior: "instant"})`, `""`},
	} {
		b.eval(tt.scroll)
		b.settle()
		b.eval(tt.scroll) // once what is near has been laid out
		b.settle()
		if got, want := b.eval(`document.querySelector(".here").textContent`), b.eval(tt.want); got != want {
			t.Errorf("after %s: %q, want %q", tt.scroll, got, want)
		}
	}
}

// What a screen reader is told: landmarks, headings in their languages, labels
// for all that can be used, gaps and doubts in words.
func TestAccessibilityTree(t *testing.T) {
	b := open(t, pageFile(t, hard(t), nil))
	b.press("j")
	var tree struct {
		Nodes []struct {
			Ignored    bool
			Role, Name struct{ Value any }
		}
	}
	b.into(&tree, "Accessibility.getFullAXTree", nil)
	var said strings.Builder
	for _, n := range tree.Nodes {
		if n.Ignored {
			continue
		}
		fmt.Fprintf(&said, "%v: %v\n", n.Role.Value, n.Name.Value)
		switch role := n.Role.Value; role {
		case "button", "link", "searchbox", "checkbox":
			if n.Name.Value == "" {
				t.Errorf("a %v has no name", role)
			}
		}
	}
	for _, want := range []string{
		"main: ", "navigation: Contents", "search: ", "region: Reading aids", "searchbox: Search",
		`heading: One <b> & "two"`, "heading: Uno <i>", "link: Skip to the text",
		"group: Row 1", "StaticText: not in this version", "image: doubtful pairing, 42 %", "doc-footnote: ", "doc-noteref: Note 1",
	} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("the accessibility tree lacks %q:\n%s", want, said.String())
		}
	}
}

// Without scripts all of the text is there, and nothing that doesn't work.
func TestPageWithoutScripts(t *testing.T) {
	file := pageFile(t, hard(t), nil)
	b := open(t, file)
	b.call("Emulation.setScriptExecutionDisabled", object{"value": true})
	b.load("Page.reload", nil)
	shown := `(selector) => getComputedStyle(document.querySelector(selector)).display`
	if got := b.eval(`(` + shown + `)(".aids")`); got != "none" {
		t.Errorf("the buttons are shown (%s), and do nothing", got)
	}
	text := b.eval(`document.querySelector("main").innerText`)
	for _, want := range []string{"First.", "Primero.", "A note on the first.", "not in this version", "Añadido."} {
		if !strings.Contains(text, want) {
			t.Errorf("the page doesn't show %q", want)
		}
	}
}

// contrasts returns the elements with text of their own whose contrast with the
// ground, or with that of a row in focus, is under 4.5, which WCAG asks for.
const contrasts = `(() => {
	const light = (color) => {
		const [r, g, b] = color.match(/[\d.]+/g).map((v) => v / 255).map((v) => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
		return .2126 * r + .7152 * g + .0722 * b;
	};
	const contrast = (a, b) => (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
	const probe = document.body.appendChild(document.createElement("i"));
	probe.style.background = "var(--tint)";
	const tint = light(getComputedStyle(probe).backgroundColor);
	probe.remove();
	const bad = new Set();
	for (const e of document.querySelectorAll("body *")) {
		if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
		let ground = e;
		while (ground !== document.body && /, 0\)$/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
		const ink = light(getComputedStyle(e).color);
		const worst = Math.min(contrast(ink, light(getComputedStyle(ground).backgroundColor)), e.closest("main") ? contrast(ink, tint) : 21);
		if (worst < 4.5) bad.add(e.tagName + "." + e.className + " " + worst.toFixed(2));
	}
	return [...bad].join(", ");
})()`

func TestContrast(t *testing.T) {
	b := open(t, pageFile(t, hard(t), &edition.Options{Author: "A", Licence: "L"}))
	for _, dark := range []bool{false, true} {
		for _, width := range []int{1400, 390} {
			b.screen(width, 900, dark)
			b.press("2")
			if bad := b.eval(contrasts); bad != "" {
				t.Errorf("dark=%v, %d wide: too little contrast: %s", dark, width, bad)
			}
		}
	}
}

// No width makes the page scroll sideways, and rows stand in step.
func TestLayoutInABrowser(t *testing.T) {
	text := memoir(t, "en-es.abridged", language.English, language.Spanish)
	b := open(t, pageFile(t, text, &edition.Options{Author: "Elena Marchena"}))
	for _, width := range []int{1400, 800, 390, 320} {
		for _, dark := range []bool{false, true} {
			b.screen(width, 900, dark)
			if got := b.eval(`document.documentElement.scrollWidth <= innerWidth`); got != "true" {
				t.Errorf("at %d the page is %s wide", width, b.eval(`document.documentElement.scrollWidth`))
			}
			tops := b.eval(`JSON.stringify([...document.querySelectorAll(".row")].slice(0, 80).map((row) => [...row.querySelectorAll(".c")].map((c) => Math.round(c.getBoundingClientRect().top))))`)
			checkStep(t, tops, width)
			if *screenshots != "" {
				name := fmt.Sprintf("%s/page-%d-dark=%v.png", *screenshots, width, dark)
				b.save(name, "Page.captureScreenshot", object{"format": "png", "captureBeyondViewport": true,
					"clip": object{"x": 0, "y": 0, "width": width, "height": 2200, "scale": 1}})
			}
		}
	}
	if *screenshots == "" {
		return
	}
	b.save(*screenshots+"/page.pdf", "Page.printToPDF", object{"preferCSSPageSize": true})
	b.screen(1400, 900, false)
	b.press("j", "g", "2")
	b.save(*screenshots+"/page-hidden.png", "Page.captureScreenshot", object{"format": "png"})
	b.press("?")
	b.save(*screenshots+"/page-help.png", "Page.captureScreenshot", object{"format": "png"})
}

// checkStep makes sure that the cells of a row begin at one height on a wide
// screen, and one below the other on a narrow one.
func checkStep(t *testing.T, tops string, width int) {
	t.Helper()
	var rows [][]int
	if err := json.Unmarshal([]byte(tops), &rows); err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		level := row[0] == row[1]
		if wide := width > 700; level != wide {
			t.Fatalf("at %d row %d has cells at %v", width, i+1, row)
		}
	}
}
