package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Report sums up what Parse did to a text and what may still be wrong with it.
type Report struct {
	Sentences  int `json:"sentences"`
	Paragraphs int `json:"paragraphs"`
	Headings   int `json:"headings"`
	Notes      int `json:"notes"`
	Signed     int `json:"signed"`   // notes with a sign, alone or beside a number: “*”, “12*”
	Unmarked   int `json:"unmarked"` // notes whose mark was not found
	Asides     int `json:"asides"`

	// Repairs, a count a kind, in the order of the kinds.
	Repairs []RepairCount `json:"repairs,omitempty"`

	// Left counts the sentences of the running text that look broken.
	Left Faulty `json:"left"`
}

// RepairCount counts the repairs of a kind.
type RepairCount struct {
	Kind     RepairKind `json:"kind"`
	Made     int        `json:"made"`
	Doubtful int        `json:"doubtful,omitempty"` // left as they were
}

// Faulty counts sentences that show the signs of a fault. Some of them are
// right as they are: a sentence may well begin with “iPhone”.
type Faulty struct {
	SmallStart  int `json:"smallStart"`  // begins in lower case
	LineHyphen  int `json:"lineHyphen"`  // holds a hyphen with white space after it, between small letters
	PageNumber  int `json:"pageNumber"`  // holds a line of the text that is nothing but a number
	NoteMark    int `json:"noteMark"`    // holds a number glued to a word or to a stop
	LostLetters int `json:"lostLetters"` // holds a word with a sign in the middle
}

// repairKinds are all kinds of repair, in the order of a Report.
var repairKinds = []RepairKind{LineHyphen, NoteMark, Ligature, Quote, Digit, Spacing, Encoding}

// Report counts. The cost is linear in the length of the text.
func (d *Document) Report() Report {
	r := Report{
		Sentences:  len(d.Sentences),
		Paragraphs: len(d.Paragraphs),
		Notes:      len(d.Notes),
		Asides:     len(d.Asides),
	}
	for i := range d.Paragraphs {
		if d.Paragraphs[i].Kind == Heading {
			r.Headings++
		}
	}
	for i := range d.Notes {
		if strings.ContainsAny(d.Notes[i].Number, noteSigns) {
			r.Signed++
		}
		if d.Notes[i].Sentence < 0 {
			r.Unmarked++
		}
	}
	for _, kind := range repairKinds {
		count := RepairCount{Kind: kind}
		for i := range d.Repairs {
			switch {
			case d.Repairs[i].Kind != kind:
			case d.Repairs[i].Doubtful:
				count.Doubtful++
			default:
				count.Made++
			}
		}
		if count.Made+count.Doubtful > 0 {
			r.Repairs = append(r.Repairs, count)
		}
	}
	for i := range d.Sentences {
		r.Left.count(d, &d.Sentences[i])
	}
	return r
}

func (f *Faulty) count(d *Document, s *Sentence) {
	if startsSmall(s.Text) {
		f.SmallStart++
	}
	if hasLineHyphen(s.Text) {
		f.LineHyphen++
	}
	for _, span := range s.Spans {
		if holdsNumberLine(d.Text[span.Start:span.End]) {
			f.PageNumber++
			break
		}
	}
	if hasNoteMark(s.Text) {
		f.NoteMark++
	}
	if hasLostLetter(s.Text) {
		f.LostLetters++
	}
}

// hasLineHyphen reports whether a hyphen with white space after it stands
// between two small letters. “Two- and three-year plans” has one, too.
func hasLineHyphen(s string) bool {
	for i := strings.Index(s, "- "); i >= 0; {
		if unicode.IsLower(decodeLast(s[:i])) && unicode.IsLower(decode(s[i+2:])) {
			return true
		}
		next := strings.Index(s[i+1:], "- ")
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return false
}

// holdsNumberLine reports whether a line inside s is nothing but a number.
func holdsNumberLine(s string) bool {
	for i := strings.IndexByte(s, '\n'); i >= 0; i = strings.IndexByte(s, '\n') {
		s = s[i+1:]
		end := strings.IndexByte(s, '\n')
		if end < 0 {
			return false
		}
		if _, ok := pageNumber(strings.TrimSpace(s[:end])); ok {
			return true
		}
	}
	return false
}

// hasNoteMark reports whether a number of up to three digits is glued to a
// word of small letters, or to a stop or quote after one.
func hasNoteMark(s string) bool {
	var marks [4]noteMark
	from := 0 // the letter before it, if there is one, has no mark
	for _, m := range findMarks(s, Span{0, len(s)}, 0, marks[:0]) {
		if last := s[m.span.End-1]; m.value == 0 || m.loose || last == ']' || last == ')' {
			continue
		}
		if i := strings.LastIndexFunc(s[min(from, m.span.Start):m.span.Start], unicode.IsLetter); i >= 0 {
			i += min(from, m.span.Start)
			if unicode.IsLower(decode(s[i:])) && unicode.IsLower(decodeLast(s[:i])) {
				return true
			}
		}
		from = m.span.Start
	}
	return false
}

// hasLostLetter reports whether a sign stands between two small letters.
func hasLostLetter(s string) bool {
	for i := 1; i+1 < len(s); i++ {
		if b := s[i]; signBytes[b] && b < utf8.RuneSelf && asciiClass[b] == classMark && b != '-' &&
			unicode.IsLower(decodeLast(s[:i])) && unicode.IsLower(decode(s[i+1:])) {
			return true
		}
	}
	return false
}
