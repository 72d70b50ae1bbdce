package facts

import (
	"math"
	"strings"

	"github.com/hexapla/hexapla/segment"
)

// numberAt reads the number that starts at a token.
func (s *sentence) numberAt(k int) (reading, bool) {
	switch s.tokens[k].Kind {
	case segment.Number:
		return s.inDigits(k), true
	case segment.Letters:
		if r, ok := s.inWords(k); ok {
			return r, true
		}
		return s.roman(k)
	}
	return reading{}, false
}

func (s *sentence) inDigits(k int) reading {
	values, suffix := s.digits(k)
	r := reading{start: k, end: k + 1, values: values, weight: strong}
	if end := s.groupsOfThree(k); suffix == "" && end > k+1 {
		first, last := s.tokens[k], s.tokens[end-1]
		r.values, r.end = []value{{amount, parse(s.text[first.Start:last.End])}}, end
	}
	s.readSuffix(&r, suffix)
	for s.multiplies(r.end) {
		r.scale(s.numbers[s.tokens[r.end].fold].v)
		r.end++
	}
	if suffix == "" {
		s.readUnit(&r)
	}
	if s.is(k-1, s.decade) {
		r.addDecade()
	}
	return r
}

// readSuffix takes in the letters glued to a number: 20th, 5ft, £2.8bn, 1930s,
// 7pm.
func (s *sentence) readSuffix(r *reading, suffix string) {
	switch suffix {
	case "":
		return
	case "s":
		r.addDecade()
		return
	case "am", "pm", "h":
		r.addHour()
		return
	}
	r.unit = s.units[suffix]
	if factor, ok := suffixScale(suffix); ok {
		for _, v := range r.values {
			if v.sort == amount {
				r.add(value{amount, v.v * factor}) // beside 5 metres
			}
		}
	}
}

// readUnit reads the unit of measure after a number: 2 feet, a two-foot brim, 30
// miles an hour, 30 km/h.
func (s *sentence) readUnit(r *reading) {
	k := r.end
	if s.is(k, "-") {
		k++
	}
	if k >= len(s.tokens) {
		return
	}
	r.unit = s.units[s.tokens[k].fold]
	if s.is(k+2, "h") || s.is(k+2, "hour") || s.is(k+2, "hora") {
		switch r.unit {
		case mile:
			r.unit = milesHour
		case kilometre:
			r.unit = kmHour
		}
	}
}

// multiplies tells whether a token is a word that multiplies digits before it.
func (s *sentence) multiplies(k int) bool {
	if k >= len(s.tokens) || !isSpace(s.gap(k)) {
		return false
	}
	w, ok := s.numbers[s.tokens[k].fold]
	return ok && (w.class == times || w.class == scaleWord)
}

func isSpace(text string) bool { return strings.TrimSpace(text) == "" }

func (r *reading) scale(by float64) {
	for k := range r.values {
		r.values[k].v *= by
	}
}

// addDecade lets 1930s answer a thirty that stands for it, and the other way
// round.
func (r *reading) addDecade() {
	v := r.values[0].v
	switch {
	case math.Mod(v, 10) != 0:
	case v < 100:
		r.add(value{amount, 1900 + v})
		r.add(value{amount, 1800 + v})
	case v < 2100:
		r.add(value{amount, math.Mod(v, 100)})
	}
}

// tally adds up the words of a number.
type tally struct{ total, thousands, current float64 }

func (t *tally) add(w numberWord) {
	switch {
	case w.class == times:
		t.current = max(t.current, 1) * w.v
	case w.class == scaleWord && w.v == 1000:
		t.thousands, t.current = max(t.current, 1)*w.v, 0
	case w.class == scaleWord:
		t.total += max(t.thousands+t.current, 1) * w.v
		t.thousands, t.current = 0, 0
	default:
		t.current += w.v
	}
}

func (t *tally) sum() float64 { return t.total + t.thousands + t.current }

// inWords reads a number in words.
func (s *sentence) inWords(k int) (reading, bool) {
	v, w, end := s.wordsAt(k)
	if end == k {
		return reading{}, false
	}
	r := reading{start: k, end: end, values: []value{{amount, v}}, weight: weightOfWords(v, w)}
	if v < 1 && v > 0 {
		r.add(value{amount, 60 * v}) // half an hour
	}
	if second, _, secondEnd := s.wordsAt(end); secondEnd > end && isSpace(s.gap(end)) && v <= 24 && second >= 10 && second < 100 {
		r.pair(v, second)
		r.end = secondEnd
	}
	s.readUnit(&r)
	if s.is(k-1, s.decade) || strings.HasSuffix(s.tokens[k].fold, "ties") {
		r.addDecade()
	}
	return r, true
}

// pair makes one of two numbers that follow one another: a year (nineteen
// thirty-six) or a time (eight fifty-six).
func (r *reading) pair(first, second float64) {
	r.values = nil
	if first >= 10 {
		r.add(value{amount, 100*first + second})
		r.weight = strong
	}
	if second < 60 {
		r.add(clockOf(first, second))
	}
	r.add(value{amount, first})
	r.add(value{amount, second})
}

// weightOfWords is that of a number in words: those that translators change
// most freely weigh little.
func weightOfWords(v float64, w weight) weight {
	const dozen = 12
	if w == plain && v > dozen && v != 100 && v != 1e3 && v != 1e6 {
		return strong
	}
	return w
}

// wordsAt adds up the number words that start at a token and make one number.
func (s *sentence) wordsAt(k int) (v float64, w weight, end int) {
	if k >= len(s.tokens) {
		return 0, silent, k
	}
	word, ok := s.numbers[s.tokens[k].fold]
	if !ok || s.is(k-1, s.percent) && word.v == 100 {
		return 0, silent, k
	}
	var t tally
	for end = k; ok; {
		t.add(word)
		w = max(w, word.weight)
		end++
		var next int
		if next, ok = s.goesOn(end, word); ok {
			word, end = s.numbers[s.tokens[next].fold], next
		}
	}
	return t.sum(), w, end
}

// goesOn returns the next word of a number, after a hyphen or a joining word.
func (s *sentence) goesOn(k int, last numberWord) (int, bool) {
	if k+1 < len(s.tokens) {
		joins := s.tokens[k].text == "-" && s.gap(k) == "" && s.gap(k+1) == "" ||
			s.is(k, s.hundreds) && last.class >= hundred || s.is(k, s.tens) && last.class == tenWord
		if joins {
			k++
		}
	}
	if k >= len(s.tokens) || !isSpace(s.gap(k)) {
		return k, false
	}
	w, ok := s.numbers[s.tokens[k].fold]
	return k, ok && last.takes(w)
}

// takes tells whether a word may follow within one number.
func (w numberWord) takes(next numberWord) bool {
	multiplies := next.class == times || next.class == scaleWord
	switch w.class {
	case unitWord, teenWord:
		return multiplies
	case tenWord:
		return multiplies || next.class == unitWord
	case hundred, times:
		return next.class == scaleWord || next.v < w.v && next.class != alone && next.class != times
	case scaleWord:
		return next.class == scaleWord && next.v > w.v || next.v < w.v && next.class != alone && !multiplies
	}
	return false
}
