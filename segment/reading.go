package segment

import (
	"sort"
	"unicode"
	"unicode/utf8"
)

// reading is what some spans of a text read, and where each byte of it comes
// from. The rule of reading, which [Sentence] states, is carried out here and
// nowhere else.
type reading struct {
	text string
	runs []run // by start, without gaps; none if the text reads as it stands at src
	src  int
}

// run is a part of a reading that comes from one part of the text.
type run struct {
	start    int  // in the reading
	src      Span // in the text
	verbatim bool // the same bytes: then each has a place of its own
}

// reader carries out the rule of reading over one text.
type reader struct {
	text    string
	repairs []Repair // by place
	buf     []byte
	runs    []run
}

// plain reports whether a span reads as it stands.
func (r *reader) plain(s Span) bool {
	i := r.repairFrom(s.Start)
	for ; i < len(r.repairs) && r.repairs[i].Span.Start < s.End; i++ {
		if !r.repairs[i].Doubtful {
			return false
		}
	}
	return isFolded(r.text[s.Start:s.End])
}

// repairFrom returns the index of the first repair at or after a place.
func (r *reader) repairFrom(place int) int {
	return sort.Search(len(r.repairs), func(i int) bool { return r.repairs[i].Span.Start >= place })
}

// read returns what the spans read. The runs are good until the next call.
func (r *reader) read(spans []Span) reading {
	if len(spans) == 0 {
		return reading{}
	}
	if len(spans) == 1 && r.plain(spans[0]) {
		return reading{text: r.text[spans[0].Start:spans[0].End], src: spans[0].Start}
	}
	r.buf, r.runs = r.buf[:0], r.runs[:0]
	swallow := true // white space at the start is not read
	for _, span := range spans {
		if !swallow {
			r.space(span.Start)
			swallow = true
		}
		swallow = r.span(span, swallow)
	}
	if n := len(r.buf); n > 0 && r.buf[n-1] == ' ' {
		r.buf = r.buf[:n-1]
		if last := len(r.runs) - 1; r.runs[last].start == n-1 {
			r.runs = r.runs[:last]
		}
	}
	return reading{text: string(r.buf), runs: r.runs, src: spans[0].Start}
}

// span reads one span. swallow tells that white space is not to be read just
// here; so does the result for what follows.
func (r *reader) span(s Span, swallow bool) bool {
	next := r.repairFrom(s.Start)
	for at := s.Start; ; next++ {
		for next < len(r.repairs) && r.repairs[next].Doubtful {
			next++
		}
		if next == len(r.repairs) || r.repairs[next].Span.Start >= s.End {
			return r.verbatim(Span{at, s.End}, swallow)
		}
		repair := &r.repairs[next]
		swallow = r.verbatim(Span{at, repair.Span.Start}, swallow)
		at = repair.Span.End
		for i := range len(repair.Text) {
			if repair.Text[i] == ' ' && swallow {
				continue
			}
			if i == 0 || len(r.runs) == 0 || r.runs[len(r.runs)-1].src != repair.Span {
				r.runs = append(r.runs, run{start: len(r.buf), src: repair.Span})
			}
			r.buf = append(r.buf, repair.Text[i])
			swallow = repair.Text[i] == ' '
		}
		if repair.Kind == LineHyphen {
			swallow = true
		}
	}
}

// verbatim reads a span without repairs.
func (r *reader) verbatim(s Span, swallow bool) bool {
	for i := s.Start; i < s.End; {
		size := spaceAt(r.text[i:s.End])
		if size == 0 {
			end := wordsEnd(r.text, Span{i, s.End})
			r.runs = append(r.runs, run{start: len(r.buf), src: Span{i, end}, verbatim: true})
			r.buf = append(r.buf, r.text[i:end]...)
			swallow = r.buf[len(r.buf)-1] == ' '
			i = end
			continue
		}
		if !swallow {
			r.space(i)
			swallow = true
		}
		i += size
	}
	return swallow
}

func (r *reader) space(src int) {
	r.runs = append(r.runs, run{start: len(r.buf), src: Span{src, src}})
	r.buf = append(r.buf, ' ')
}

// wordsEnd returns the end of the longest piece at the start of a span that
// reads as it stands. The piece may end with a single space.
func wordsEnd(text string, s Span) int {
	space := false
	for i := s.Start; i < s.End; {
		b := text[i]
		switch {
		case b > ' ' && b < utf8.RuneSelf:
			space = false
			i++
			continue
		case b == ' ':
			if space {
				return i
			}
			space = true
			i++
			continue
		case b < ' ':
			if spaceAt(text[i:s.End]) > 0 {
				return i
			}
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			return i
		}
		space = false
		i += size
	}
	return s.End
}

// spaceAt returns the length of the white space character that starts s, or 0.
func spaceAt(s string) int {
	if s == "" {
		return 0
	}
	if b := s[0]; b < utf8.RuneSelf {
		if b == ' ' || b >= '\t' && b <= '\r' {
			return 1
		}
		return 0
	}
	if r, size := utf8.DecodeRuneInString(s); unicode.IsSpace(r) {
		return size
	}
	return 0
}

// runAt returns the index of the run that holds a byte of the reading.
func (r *reading) runAt(offset int) int {
	return sort.Search(len(r.runs), func(i int) bool { return r.runs[i].start > offset }) - 1
}

// source returns the place in the text of a part of the reading, from its
// first byte to its last.
func (r *reading) source(start, end int) Span {
	if r.runs == nil {
		return Span{r.src + start, r.src + end}
	}
	first, last := r.runs[r.runAt(start)], r.runs[r.runAt(end-1)]
	place := Span{first.src.Start, last.src.End}
	if first.verbatim {
		place.Start += start - first.start
	}
	if last.verbatim {
		place.End = last.src.Start + end - last.start
	}
	return place
}
