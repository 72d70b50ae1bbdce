package facts

import (
	"math"
	"slices"

	"github.com/hexapla/hexapla/segment"
)

// dayAt reads a weekday or a month.
func (s *sentence) dayAt(k int) (reading, bool) {
	t := &s.tokens[k]
	r := reading{start: k, end: k + 1, weight: strong}
	if t.Kind != segment.Letters || s.capital && !isCapital(t.text) {
		return r, false
	}
	name := withoutPossessive(t.fold)
	if d, ok := s.weekdays[name]; ok {
		r.values = []value{{weekday, float64(d)}}
		return r, true
	}
	m, ok := s.months[name]
	if !ok {
		m, ok = s.short[name]
		ok = ok && (s.besideNumber(k) || s.capital && s.is(k+1, "."))
		r.weight = plain
	} else if s.doubtful[name] && k == 0 && !s.besideNumber(k) {
		ok = false
	}
	r.values = []value{{month, float64(m)}}
	return r, ok
}

// besideNumber tells whether digits stand before or after a word, with a dot or
// comma between.
func (s *sentence) besideNumber(k int) bool {
	return s.isNumber(k-1) || s.isNumber(k+1) || s.isNumber(k+2) && s.tokens[k+1].Kind == segment.Mark
}

// tellTimes adds what numbers may mean in company: hours, dates, years.
func (s *sentence) tellTimes() {
	for i := range s.readings {
		r := &s.readings[i]
		if len(r.values) == 0 || r.values[0].sort != amount {
			continue
		}
		s.hour(r)
		if i == 0 || len(s.readings[i-1].values) == 0 {
			continue
		}
		before := &s.readings[i-1]
		if before.end == r.start-1 {
			s.between(before, r, &s.tokens[r.start-1])
		}
		if before.unit == foot && r.unit == nil && r.start-before.end <= 3 {
			r.weight = silent // the inches of 6-foot-6
		}
	}
}

// hour adds the time of day to an hour: half past three, las tres y media, 3
// p.m., three o'clock.
func (s *sentence) hour(r *reading) {
	hours := r.values[0].v
	if hours > 24 || hours != math.Floor(hours) {
		return
	}
	if s.isClockWord(r.end) {
		r.addHour()
	}
	if r.start >= 2 {
		if minutes, ok := s.before[s.tokens[r.start-2].fold]; ok {
			s.addTime(r, s.tokens[r.start-1].fold, hours, minutes)
		}
	}
	if r.end+1 < len(s.tokens) {
		if minutes, ok := s.after[s.tokens[r.end+1].fold]; ok {
			s.addTime(r, s.tokens[r.end].fold, hours, minutes)
		}
	}
}

func (s *sentence) addTime(r *reading, between string, hours, minutes float64) {
	switch between {
	case s.past:
		r.add(clockOf(hours, minutes))
	case s.to:
		r.add(clockOf(hours+11, 60-minutes)) // an hour less
	}
}

// isClockWord tells whether a token says that an hour stands before it.
func (s *sentence) isClockWord(k int) bool {
	switch {
	case k >= len(s.tokens):
		return false
	case slices.Contains([]string{"o'clock", "am", "pm", "h", "hrs", "horas", "uhr", "heures"}, s.tokens[k].fold):
		return true
	}
	return k+2 < len(s.tokens) && (s.is(k, "a") || s.is(k, "p")) && s.tokens[k+1].text == "." && s.is(k+2, "m")
}

// addHour adds the full hour to a number of 24 or less, as both halves of the
// day count it.
func (r *reading) addHour() {
	for _, v := range slices.Clone(r.values) {
		if v.sort == amount && v.v <= 24 {
			r.add(clockOf(v.v, 0))
			r.add(value{amount, math.Mod(v.v+12, 24)})
		}
	}
}

// between reads two numbers with one token between them.
func (s *sentence) between(first, second *reading, t *token) {
	if first.unit == nil {
		first.unit = second.unit // 2 to 4 inches
	}
	a, b := first.values[0].v, second.values[0].v
	switch {
	case t.text == "/":
		for _, r := range []*reading{first, second} {
			if r.values[0].v <= 12 {
				r.add(value{month, r.values[0].v})
			}
		}
	case (t.text == "-" || t.text == "–") && a >= 1000 && b < 100: // 1914–18
		second.add(value{amount, a - math.Mod(a, 100) + b})
	case t.fold == s.past || t.fold == s.to:
		hours, minutes := a, b
		if s.before != nil { // the minutes stand first
			hours, minutes = b, a
		}
		if hours <= 24 && minutes < 60 {
			s.addTime(first, t.fold, hours, minutes)
			s.addTime(second, t.fold, hours, minutes)
		}
	}
}
