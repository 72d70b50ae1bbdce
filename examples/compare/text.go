package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/hexapla/hexapla/examples/internal/cli"
)

// writer writes lines of a report. Errors are left to the one it writes to.
type writer struct {
	out  io.Writer
	most int // entries of a list; 0 means all
}

// writeText writes the report for a terminal.
func (r *report) writeText(out io.Writer, most int) {
	w := &writer{out, most}
	for _, v := range r.Versions {
		w.line("%s  %s, %s, %s", v.Name, v.Lang, count(v.Sentences, "sentence"), count(v.Words, "word"))
		for k, other := range r.Versions {
			if other != v {
				w.line("    %s found in %s", percent(v.Found[k]), other.Name)
			}
		}
	}
	w.lacking(r.Lacking)
	for _, p := range r.Pairs {
		w.pair(p)
	}
}

func (w *writer) line(format string, args ...any) {
	for k, a := range args {
		if text, ok := a.(string); ok {
			args[k] = printable(text)
		}
	}
	fmt.Fprintf(w.out, format+"\n", args...)
}

// printable leaves out what a terminal would obey: control characters, and those
// that turn the direction of writing. It cuts words that are too long.
func printable(text string) string {
	return cli.ShortWords(strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, text))
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return thousands(n) + " " + noun + "s"
}

// thousands sets the thousands of a number apart.
func thousands(n int) string {
	text := fmt.Sprint(n)
	for k := len(text) - 3; k > 0; k -= 3 {
		text = text[:k] + "," + text[k:]
	}
	return text
}

// capped calls show for the entries of a list that are shown, and tells how many
// are not.
func (w *writer) capped(n int, show func(k int)) {
	for k := range n {
		if w.most > 0 && k == w.most {
			w.line("    … and %d more; -n 0 shows all", n-k)
			return
		}
		show(k)
	}
}

func (w *writer) heading(format string, args ...any) { w.line("\n"+format, args...) }

func (w *writer) lacking(all []*lacking) {
	if len(all) == 0 {
		return
	}
	w.heading("Not in all versions")
	w.capped(len(all), func(k int) {
		l := all[k]
		w.line("    %s", l.Summary())
		w.line("        %s: %s", l.At.where(), l.At.first())
	})
}

// Summary tells which versions have a passage.
func (l *lacking) Summary() string {
	switch {
	case len(l.Have) == 1:
		return "Only in " + names(l.Have)
	case len(l.Lack) == 1:
		return "Not in " + names(l.Lack)
	}
	return "In " + names(l.Have) + "; not in " + names(l.Lack)
}

func names(versions []*version) string {
	var all []string
	for _, v := range versions {
		all = append(all, v.Name)
	}
	return strings.Join(all, ", ")
}

// Summary tells how much of gaps there is.
func (g *gaps) Summary() string {
	text := count(g.Total, "sentence")
	switch {
	case len(g.Long) == 0:
		text += fmt.Sprintf(", in passages shorter than %d", g.Least)
	case g.Brief > 0:
		text += fmt.Sprintf(", %d of them in passages shorter than %d", g.Brief, g.Least)
	}
	return text
}

// where tells a place: its file, line and length.
func (p *place) where() string {
	text := fmt.Sprintf("%s, line %s", p.Version.Name, thousands(p.Line))
	if p.Sentences > 1 {
		text += ", " + count(p.Sentences, "sentence")
	}
	return text
}

// first tells the first words of a place.
func (p *place) first() string {
	if p.Rest != "" {
		return p.Start + " …"
	}
	return p.Start
}

// before tells the place before which something stands.
func (p *place) before() string {
	if p.End {
		return "at the end of " + p.Version.Name
	}
	return fmt.Sprintf("before line %s of %s: %s", thousands(p.Line), p.Version.Name, p.first())
}

func (w *writer) pair(p *pair) {
	w.heading("== %s and %s", p.A.Name, p.B.Name)
	if p.Same() {
		w.line("No differences found.")
	}
	w.gaps(&p.Omitted)
	w.gaps(&p.Added)
	w.moved(p.Moved)
	w.differing(p.Differing)
	w.wording(p.Wording)
	w.doubtful(p.Doubtful)
}

func (w *writer) gaps(g *gaps) {
	if g.Total == 0 {
		return
	}
	hint := ""
	if g.Brief > 0 {
		hint = " (-gap 1 shows them)"
	}
	w.heading("%s: %s%s", g.Title, g.Summary(), hint)
	w.capped(len(g.Long), func(k int) {
		one := &g.Long[k]
		w.line("    %s: %s", one.At.where(), one.At.first())
		w.line("        would stand %s", one.Before.before())
	})
}

func (w *writer) moved(all []moved) {
	if len(all) == 0 {
		return
	}
	w.heading("Moved: %s", count(len(all), "passage"))
	w.capped(len(all), func(k int) {
		m := &all[k]
		w.line("    from %s: %s", m.From.where(), m.From.first())
		w.line("    to   %s: %s", m.To.where(), m.To.first())
		w.line("        in the order of the first it would stand %s", m.Home.before())
	})
}

func (w *writer) differing(all []differing) {
	if len(all) == 0 {
		return
	}
	w.heading("Numbers, days and names that differ: %s", count(len(all), "place"))
	w.capped(len(all), func(k int) {
		d := &all[k]
		for _, f := range d.Facts {
			w.line("    %s: %s | %s", f.Kind, orNone(f.A), orNone(f.B))
		}
		w.line("        %s: %s", d.A.where(), around(d.TextA))
		w.line("        %s: %s", d.B.where(), around(d.TextB))
	})
}

func orNone(text string) string {
	if text == "" {
		return "—"
	}
	return text
}

func (w *writer) wording(words *wording) {
	if words == nil || words.All() == 0 {
		return
	}
	w.heading("Wording, where both have a passage: %s kept, %s in another form, %s changed, %s moved, %s left out; %s added",
		words.Share(words.Kept), words.Share(words.Inflected), words.Share(words.Changed), words.Share(words.Moved),
		words.Share(words.LeftOut), count(words.Added, "word"))
	shown := words.mostChanged(w.most)
	for k := range shown {
		c := &shown[k]
		w.line("    %s: %s", c.A.where(), bracketed(c.TextA))
		w.line("    %s: %s", c.B.where(), bracketed(c.TextB))
	}
	if more := len(words.Changes) - len(shown); more > 0 {
		w.line("    … and %s that differ less; -n 0 shows all", count(more, "passage"))
	}
}

func (w *writer) doubtful(all []doubtful) {
	if len(all) == 0 {
		return
	}
	w.heading("Least certain links")
	w.capped(len(all), func(k int) {
		d := &all[k]
		w.line("    %s", percent(d.Confidence))
		w.line("        %s: %s", d.A.where(), d.A.first())
		w.line("        %s: %s", d.B.where(), d.B.first())
	})
}

// bracketed shows what differs in brackets.
func bracketed(pieces []piece) string {
	var b strings.Builder
	for _, p := range pieces {
		text := withoutMiddle([]rune(p.Text), longPiece)
		if p.Kind == "" {
			b.WriteString(text)
		} else {
			b.WriteString("[" + text + "]")
		}
	}
	return b.String()
}

const (
	// margin is the number of letters shown to each side of a mark.
	margin = 50

	// longPiece is the number of letters shown at both ends of a piece that is
	// all alike or all different; only what has no stops has more.
	longPiece = 1000
)

// around shows the marks of a text with some letters to each side.
func around(pieces []piece) string {
	var b strings.Builder
	for k, p := range pieces {
		letters := []rune(p.Text)
		switch first, last := k == 0, k == len(pieces)-1; {
		case p.Kind != "":
			b.WriteString("[" + withoutMiddle(letters, longPiece) + "]")
		case first && last:
			b.WriteString(cut(letters, 0, 2*margin))
		case first:
			b.WriteString(cut(letters, len(letters)-margin, len(letters)))
		case last:
			b.WriteString(cut(letters, 0, margin))
		default:
			b.WriteString(withoutMiddle(letters, margin))
		}
	}
	return b.String()
}

// withoutMiddle returns so many letters of both ends of a text, or all of it if
// it is no longer.
func withoutMiddle(letters []rune, ends int) string {
	if len(letters) <= 2*ends {
		return string(letters)
	}
	return cut(letters, 0, ends) + cut(letters, len(letters)-ends, len(letters))
}

// cut returns a part of a text, with a sign where it was cut.
func cut(letters []rune, start, end int) string {
	before, after := "", ""
	if start > 0 {
		before = "…"
	}
	if end < len(letters) {
		after = "…"
	}
	start, end = max(start, 0), min(end, len(letters))
	return before + string(letters[start:end]) + after
}
