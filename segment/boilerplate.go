package segment

import "strings"

// Site and archive matter stands at the start and the end of a text: licences,
// menus, appeals, comment forms. It is known by what such matter says in every
// such place. At the end everything from the first of it on is lifted out; at
// the start, where a title may stand between, only what says it, and what is
// said in sentences between.

// Points for a group of lines between blank ones.
const (
	siteStrong   = 3.0  // it says what only such matter says
	siteWeak     = 1.0  // what such matter often says
	siteProse    = -3.0 // it is a sentence or more, and says none of it
	siteShort    = -0.3 // it is short and says none of it, as in a menu
	siteEnough   = 4.0  // in all: less is left in the text
	siteGroups   = 200  // from either end that are looked at
	siteGiveUp   = -12.0
	siteSentence = 8  // words
	siteLongest  = 60 // words: no such matter says so much at a time
)

var siteStrongSigns = []string{
	"all rights reserved", "todos los derechos reservados", "rights reserved", "library of congress catalog",
	"isbn", "depósito legal", "copyright ©", "copyright (c)", "©", "creative commons", "project gutenberg",
	"skip to main content", "skip to content", "saltar al contenido", "ir al contenido", "see other formats",
	"full text of \"", "internet archive", "digitized by", "digitised by", "digitalizado por", "scanned by", "scanned at", "escaneado",
	"this copy was made", "this ebook", "this e-book", "este libro electrónico", "made by machine", "not been corrected",
	"shelf mark", "signatura:", "optical character", "dpi", "proofread", "transcribed by", "uploaded by", "subido por", "leave a reply", "leave a comment", "deja un comentario",
	"deja una respuesta", "your email address will not be published", "tu dirección de correo electrónico no será",
	"log in", "log out", "sign in", "sign up", "iniciar sesión", "cerrar sesión", "regístrate", "subscribe",
	"suscríbete", "suscribirse", "newsletter", "boletín de noticias", "privacy policy", "política de privacidad",
	"cookie", "terms of use", "terms of service", "aviso legal", "share this", "comparte est", "compartir en",
	"follow this blog", "follow us", "síguenos", "powered by", "uses akismet", "comment data", "paypal",
	"western union", "share it with", "like this story", "related posts", "entradas relacionadas",
	"previous post", "next post", "posted in", "filed under", "publicado en", "you are commenting using",
	"connecting to %s", "fill in your details", "click here", "haz clic", "pincha aquí", "terms and conditions",
	"printed in", "manufactured in", "impreso en", "first published", "no part of this", "this book, or parts thereof",
	"queda prohibida", "reproducción total o parcial", "page not found", "back to top", "volver arriba",
	"buy from", "add to cart", "añadir al carrito", "free download", "descarga gratuita", "click to view",
}

var siteWeakSigns = []string{
	"facebook", "twitter", "whatsapp", "instagram", "youtube", "telegram", "pinterest", "google photo", "linkedin",
	"donate", "donation", "donación", "donativo", "donar", "blog", "website", "web site", "sitio web", "email",
	"e-mail", "correo electrónico", "comment", "comentario", "share", "compartir", "search", "buscar", "menu",
	"menú", "home page", "contact", "contacto", "about us", "quiénes somos", "tags:", "etiquetas:", "categories",
	"categorías", "archive", "archivo", "royalties", "publisher", "bookstore", "purchase", "www.", "http",
	"editor's note", "read more", "leer más", "more stories", "new stories", "free", "copies", "sponsor",
}

// findBoilerplate gives the lines of site and archive matter their role.
func findBoilerplate(text string, lines []line) {
	lines = betweenMarkers(text, lines)
	groups := groupLines(lines)
	points := func(g Range) float64 { return sitePoints(text, lines[g.Start:g.End]) }

	sum, best, cut := 0.0, 0.0, len(groups)
	for i := len(groups) - 1; i > 0 && i >= len(groups)-siteGroups && sum > siteGiveUp+best; i-- {
		if sum += points(groups[i]); sum > best {
			best, cut = sum, i
		}
	}
	if best >= siteEnough {
		for i := groups[cut].Start; i < len(lines); i++ {
			lines[i].role = roleSite
		}
		groups = groups[:cut]
	}
	sum, best, cut = 0, 0, 0
	for i := 0; i < len(groups)-1 && i < siteGroups && sum > siteGiveUp; i++ {
		if sum += points(groups[i]); sum > best {
			best, cut = sum, i+1
		}
	}
	if best < siteEnough {
		return
	}
	for n, g := range groups[:cut] {
		if p := points(g); p <= 0 && p > siteProse {
			continue
		}
		if n+1 == cut && n > 0 { // the title of the text may stand straight above its menu
			for g.Start < g.End-1 && sitePoints(text, lines[g.Start:g.Start+1]) == siteShort {
				g.Start++
			}
		}
		for i := g.Start; i < g.End; i++ {
			lines[i].role = roleSite
		}
	}
}

// betweenMarkers returns the lines between those that say where a text starts
// and ends, as the libraries that type books write them (“*** START OF …”),
// and gives all others their role.
func betweenMarkers(text string, lines []line) []line {
	start, end := 0, len(lines)
	for i := range lines {
		s := text[lines[i].span.Start:lines[i].span.End]
		if !strings.HasPrefix(s, "***") {
			continue
		}
		switch said := strings.ToLower(strings.TrimLeft(s, "* ")); {
		case strings.HasPrefix(said, "start of ") && end == len(lines):
			start = i + 1
		case strings.HasPrefix(said, "end of ") && end == len(lines) && i > start:
			end = i
		}
	}
	if start == end {
		return lines
	}
	for i := range lines {
		if i < start || i >= end {
			lines[i].role = roleSite
		}
	}
	return lines[start:end]
}

// groupLines puts lines together that no blank line parts.
func groupLines(lines []line) []Range {
	var groups []Range
	for i := range lines {
		if i == 0 || lines[i].blanks > 0 || lines[i].page {
			groups = append(groups, Range{i, i})
		}
		groups[len(groups)-1].End = i + 1
	}
	return groups
}

// sitePoints tells how much a group of lines looks like site matter.
func sitePoints(text string, lines []line) float64 {
	const longest = 2000 // bytes: what is longer is no such matter
	span := Span{lines[0].span.Start, lines[len(lines)-1].span.End}
	if span.End-span.Start > longest {
		return siteProse
	}
	group := strings.ToLower(text[span.Start:span.End])
	points := 0.0
	strong, words, start := false, 0, true
	for i := range len(group) {
		if !start {
			start = group[i] <= ' '
			continue
		}
		for _, sign := range siteSigns[firstBytes(group[i:])] {
			if strings.HasPrefix(group[i:], sign.text) {
				points += sign.points
				strong = strong || sign.points == siteStrong
			}
		}
		if start = group[i] <= ' ' || group[i] == '('; !start {
			words++
		}
	}
	switch sentence := words >= siteSentence && endsSentence(group); {
	case sentence && strong && words < siteLongest:
		return points + siteProse/3
	case sentence:
		return points + siteProse
	case points == 0:
		return siteShort
	}
	return points
}

type siteSign struct {
	text   string
	points float64
}

// siteSigns are the signs by their first bytes.
var siteSigns = func() map[[2]byte][]siteSign {
	signs := make(map[[2]byte][]siteSign)
	for _, text := range siteStrongSigns {
		signs[firstBytes(text)] = append(signs[firstBytes(text)], siteSign{text, siteStrong})
	}
	for _, text := range siteWeakSigns {
		signs[firstBytes(text)] = append(signs[firstBytes(text)], siteSign{text, siteWeak})
	}
	return signs
}()

func firstBytes(s string) [2]byte {
	if len(s) < 2 {
		return [2]byte{}
	}
	return [2]byte{s[0], s[1]}
}
