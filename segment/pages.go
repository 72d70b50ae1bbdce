package segment

import (
	"sort"
	"strconv"
	"strings"
	"unicode"
)

// pager finds what belongs to the pages of a book and not to its text: page
// numbers and running heads. Numbers that rise from page to page, and titles
// that come again and again where a page ends, give them away; neither is
// believed unless the text shows page ends there, such as a form feed or a
// sentence that goes on beyond.
type pager struct {
	text  string
	lines []line
	width int // of a full line
}

// Bounds for believing in pages, chosen by hand on the safe side.
const (
	minPages      = 3    // page numbers, or heads alike
	minPageLines  = 4    // lines from one page number to the next, in the middle
	maxHeadWidth  = 90   // characters of a running head
	headWidth     = 0.9  // of a full line, at most
	pageEvidence  = 0.25 // of the lines found that stand where a page ends
	maxPageStep   = 12   // pages from a number on its own line to the next
	maxBarStep    = 500  // from a running head with a number to the next
	maxCandidates = 20_000
)

// findPages gives the lines of page numbers and running heads their roles, and
// marks the lines at which a page starts.
func findPages(text string, lines []line) {
	p := pager{text, lines, fullWidth(lines)}
	p.findRules()
	p.findIndentedStarts()
	p.findHeads()
	p.findNumbers()
	p.findHeads() // again: page numbers show where others stand
	for i := 1; i < len(lines); i++ {
		if lines[i-1].role != roleBody {
			lines[i].page = true
		}
	}
}

func (p *pager) string(i int) string { return p.text[p.lines[i].span.Start:p.lines[i].span.End] }

// findRules gives the lines that are drawn and not written their role, but for
// asterisks, which part scenes.
func (p *pager) findRules() {
	const shortest = 3
	var rules []int
	for i := range p.lines {
		if p.lines[i].width >= shortest && strings.Trim(p.string(i), "_-—–―─=") == "" {
			rules = append(rules, i)
		}
	}
	if len(rules) == len(p.lines) {
		return
	}
	for _, i := range rules {
		p.lines[i].role = roleRule
	}
}

// findIndentedStarts marks as page starts the lines that a dump sets apart by
// a single space, if they often begin in the middle of a sentence.
func (p *pager) findIndentedStarts() {
	var odd []int
	small := 0
	for i := range p.lines {
		if p.lines[i].indent == 1 {
			odd = append(odd, i)
			if startsSmall(p.string(i)) {
				small++
			}
		}
	}
	if len(odd) < minPages || len(odd)*10 > len(p.lines) || float64(small) < pageEvidence*float64(len(odd)) {
		return
	}
	for _, i := range odd {
		p.lines[i].page = true
	}
}

// isPageEnd reports whether line i stands between two pages: at a form feed,
// or inside a sentence, or like a title after a blank line but with the middle
// of a sentence below.
func (p *pager) isPageEnd(i int) bool {
	if p.lines[i].page || i+1 == len(p.lines) || i == 0 {
		return true
	}
	if p.lines[i+1].page || p.lines[i-1].role == roleHead || p.lines[i+1].role == roleHead {
		return true
	}
	apart := p.lines[i].blanks > 0 || p.lines[i+1].blanks > 0
	if !apart && p.lines[i].width > int(shortLine*float64(p.width)) {
		return false // a line like any other
	}
	if p.lines[i].blanks > 0 && p.lines[i+1].blanks == 0 && !endsSentence(p.string(i)) && startsSmall(p.string(i+1)) {
		return true
	}
	const reach = 8 // lines that are lifted out between two pages
	before, after := i-1, i+1
	for before > max(0, i-reach) && p.lines[before].role != roleBody {
		before--
	}
	for after < min(len(p.lines)-1, i+reach) && p.lines[after].role != roleBody {
		after++
	}
	// Above may stand notes, which end where the sentence does not.
	return startsSmall(p.string(after)) && (apart || !endsSentence(p.string(before)))
}

// findNumbers gives page numbers on lines of their own their role.
func (p *pager) findNumbers() {
	var places, values []int
	for i := range p.lines {
		if value, ok := pageNumber(p.string(i)); ok {
			places, values = append(places, i), append(values, value)
		}
	}
	chain := rising(values, maxPageStep)
	if len(chain) < minPages {
		return
	}
	ends, distances := 0, make([]int, 0, len(chain))
	for n, c := range chain {
		if p.isPageEnd(places[c]) {
			ends++
		}
		if n > 0 {
			distances = append(distances, places[c]-places[chain[n-1]])
		}
	}
	sort.Ints(distances)
	if float64(ends) < pageEvidence*float64(len(chain)) || distances[len(distances)/2] < minPageLines {
		return
	}
	for _, c := range chain {
		p.lines[places[c]].role = roleNumber
	}
}

// pageNumber reads a line that holds a page number and nothing else: “12”,
// “- 12 -”, “[12]”, “p. 12”, “xii”.
func pageNumber(s string) (int, bool) {
	if len(s) > 16 {
		return 0, false
	}
	s = strings.TrimFunc(s, func(r rune) bool {
		return isDash(r) || unicode.IsSpace(r) || strings.ContainsRune("[]()|·•*~", r)
	})
	lower := strings.ToLower(s)
	for _, word := range []string{"page ", "página ", "pág. ", "p. "} {
		lower = strings.TrimPrefix(lower, word)
	}
	if n, err := strconv.Atoi(lower); err == nil && n > 0 && n < 5000 {
		return n, true
	}
	// Only small ones: capitals number chapters.
	n := romanNumbers[s]
	return n, n > 0
}

// rising returns the indices of the longest run of values that rises, at most
// by step from one to the next.
func rising(values []int, step int) []int {
	if len(values) > maxCandidates {
		return nil
	}
	const reach = 40 // candidates to look back over, such as years and chapters
	length, previous := make([]int, len(values)), make([]int, len(values))
	best := -1
	for i, v := range values {
		length[i], previous[i] = 1, -1
		for j := max(0, i-reach); j < i; j++ {
			if d := v - values[j]; d > 0 && d <= step && length[j]+1 > length[i] {
				length[i], previous[i] = length[j]+1, j
			}
		}
		if best < 0 || length[i] > length[best] {
			best = i
		}
	}
	var chain []int
	for i := best; i >= 0; i = previous[i] {
		chain = append(chain, i)
	}
	sort.Ints(chain)
	return chain
}

// head is a line that may be a running head.
type head struct {
	line   int
	text   string // without the page number
	key    string // its letters
	number int    // the page number on it, or 0
	barred bool   // the number is set off by a bar
}

// findHeads gives running heads their role.
func (p *pager) findHeads() {
	var heads []head
	count := make(map[string]int)
	var barred, values []int
	for i := range p.lines {
		l := &p.lines[i]
		if l.role != roleBody || l.width > maxHeadWidth || l.width < 4 {
			continue
		}
		h := readHead(p.string(i))
		h.line = i
		if !h.barred && (float64(l.width) > headWidth*float64(p.width) || !isHeadLike(strings.TrimSpace(h.text))) {
			continue
		}
		if h.key = headKey(p.string(i), h.text); len(h.key) < 4 {
			continue
		}
		if h.barred {
			barred, values = append(barred, i), append(values, h.number)
		}
		heads = append(heads, h)
		count[h.key]++
	}
	if chain := rising(values, maxBarStep); len(chain) >= minPages {
		for _, c := range chain {
			p.lines[barred[c]].role = roleHead
		}
	}
	p.findRepeated(heads, count)
}

// isHeadLike reports whether a line may be a title: it is neither a sentence
// nor a piece of one.
func isHeadLike(s string) bool {
	return !endsSentence(s) && !startsSmall(s) && !endsInHyphen(s) &&
		decodeLast(s) != ',' && !isDash(decode(s)) &&
		!strings.Contains(s, ", ") && !strings.Contains(s, ". ") && !strings.Contains(s, "—")
}

// findRepeated gives the lines that come again at page ends their role, and
// those at page ends that differ from them in a few misread letters.
func (p *pager) findRepeated(heads []head, count map[string]int) {
	ends, rose, last := make(map[string]int), make(map[string]int), make(map[string]int)
	for _, h := range heads {
		if count[h.key] < 2 {
			continue
		}
		if p.isPageEnd(h.line) || p.besideNumber(h.line) {
			ends[h.key]++
		}
		if h.number > last[h.key] {
			rose[h.key]++
			last[h.key] = h.number
		}
	}
	var known []string
	for key, n := range count {
		numbered := n >= 2 && rose[key] == n
		if (n >= minPages || numbered) && float64(ends[key]) >= pageEvidence*float64(n) && ends[key] > 0 {
			known = append(known, key)
		}
	}
	sort.Strings(known)
	isKnown, isTitle := wordSet(strings.Join(known, " ")), p.titles(heads, count)
	for _, h := range heads {
		if rose[h.key] > 0 && h.number == 0 || isTitle[h.line] {
			continue // the title itself, where its chapter begins
		}
		if isKnown[h.key] || (p.lines[h.line].page || p.besideNumber(h.line) || p.lines[h.line].blanks > 0 && p.isPageEnd(h.line)) && resembles(h.key, known) {
			p.lines[h.line].role = roleHead
		}
	}
}

// titles finds the lines that read like running heads and are the titles that
// these repeat: by themselves where no page ends, and the first of their kind,
// or the only one in their form, or a few lines below another.
func (p *pager) titles(heads []head, count map[string]int) map[int]bool {
	const near = 8 // lines: pages are longer
	forms := make(map[string]int)
	for _, h := range heads {
		forms[strings.TrimSpace(h.text)]++
	}
	titles, seen := make(map[int]bool), make(map[string]bool)
	last := -near
	for _, h := range heads {
		if count[h.key] < 2 {
			continue
		}
		single := forms[strings.TrimSpace(h.text)] == 1 && count[h.key] > 2
		if h.number == 0 && (h.line == 0 && single || p.isAmidPage(h.line) && (!seen[h.key] || single || h.line-last < near)) {
			titles[h.line] = true
		} else {
			last = h.line
		}
		seen[h.key] = true
	}
	return titles
}

// isAmidPage reports whether line i stands by itself where no page ends.
func (p *pager) isAmidPage(i int) bool {
	return i > 0 && i+1 < len(p.lines) && p.lines[i].blanks > 0 && p.lines[i+1].blanks > 0 && !p.isPageEnd(i) && !p.besideNumber(i)
}

// besideNumber reports whether a page number stands on the line before or
// after.
func (p *pager) besideNumber(i int) bool {
	return i > 0 && p.lines[i-1].role == roleNumber || i+1 < len(p.lines) && p.lines[i+1].role == roleNumber
}

// readHead takes the page number off a line.
func readHead(s string) head {
	var h head
	trimmed, n := trimNumber(s)
	h.text = trimmed
	if n > 0 {
		h.number = n
		h.barred = strings.ContainsAny(strings.TrimFunc(trimmed, unicode.IsSpace), "|•·") &&
			strings.Trim(strings.TrimSpace(trimmed), "|•·") != strings.TrimSpace(trimmed)
	}
	return h
}

// headKey returns the letters of a running head, by which those alike are
// found.
func headKey(s, text string) string {
	if has(divisions, firstWord(s)) {
		text = s // “Chapter 1” and “Chapter 2” are not the same
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r):
			return unicode.ToLower(r)
		case r == '0': // as scanners read an O
			return 'o'
		case unicode.IsDigit(r):
			return r
		}
		return -1
	}, text)
}

// trimNumber takes the page number off the start or the end of a running head.
func trimNumber(s string) (rest string, n int) {
	const most = 5000
	rest = strings.TrimLeft(s, "0123456789")
	digits := s[:len(s)-len(rest)]
	if digits == "" {
		rest = strings.TrimRight(s, "0123456789")
		digits = s[len(rest):]
	}
	if digits != "" {
		if n, err := strconv.Atoi(digits); err == nil && n < most {
			return rest, n
		}
		return s, 0
	}
	if first := firstWord(s); romanNumbers[first] > 0 {
		return s[len(first):], romanNumbers[first]
	}
	if last := s[len(strings.TrimRightFunc(s, unicode.IsLower)):]; strings.HasSuffix(s, " "+last) && romanNumbers[last] > 0 {
		return s[:len(s)-len(last)], romanNumbers[last]
	}
	return s, 0
}

// resembles reports whether a key is one of the known ones but for a letter in
// five, as scanners misread them.
func resembles(key string, known []string) bool {
	const most = 200 // a book has so many running heads, one a chapter
	for _, k := range known[:min(most, len(known))] {
		if bound := len(k) / 5; bound > 0 && abs(len(k)-len(key)) <= bound && distance(k, key) <= bound {
			return true
		}
	}
	return false
}

func abs(n int) int { return max(n, -n) }

// distance is Levenshtein's, in bytes.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}

// bodyLines returns the lines of the running text. The line after what was
// lifted out starts a page.
func bodyLines(lines []line) []line {
	body := lines[:0:0]
	page, blanks := false, 0
	for _, l := range lines {
		if l.role != roleBody {
			page, blanks = true, blanks+l.blanks
			continue
		}
		l.page, l.blanks = l.page || page, l.blanks+blanks
		body = append(body, l)
		page, blanks = false, 0
	}
	return body
}
