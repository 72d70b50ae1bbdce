package facts

import (
	"fmt"
	"math"
	"slices"
	"strconv"
)

// value is one of the things that a fact may mean.
type value struct {
	sort sort
	v    float64
}

type sort uint8

const (
	amount sort = iota
	clock       // minutes of half a day
	weekday
	month
)

const halfDay = 12 * 60

// clockOf returns a time of day. Whether it is before noon or after is seldom
// said on both sides.
func clockOf(hours, minutes float64) value {
	return value{clock, math.Mod(60*hours+minutes, halfDay)}
}

func (v value) String() string {
	if v.sort == clock {
		hours := math.Floor(v.v / 60)
		if hours == 0 {
			hours = 12
		}
		return fmt.Sprintf("%.0f:%02.0f", hours, math.Mod(v.v, 60))
	}
	return strconv.FormatFloat(v.v, 'f', -1, 64)
}

// kinds of facts by the sort of their first value.
var kinds = [...]Kind{amount: Number, clock: Time, weekday: Weekday, month: Month}

// weight tells what it takes for a fact without a counterpart to be worth
// telling of.
type weight uint8

const (
	silent weight = iota // nothing: it only answers others
	plain                // that the other side has another without counterpart
	strong               // no more than that
)

// reading is a fact as it was read.
type reading struct {
	start, end int     // in the sentence's tokens
	values     []value // the likeliest first; none if it is a name
	weight     weight
	unit       *unit
	name       *nameType
}

// agrees tells whether two readings may mean the same.
func (r *reading) agrees(other *reading) bool {
	if slices.ContainsFunc(r.values, func(v value) bool { return slices.ContainsFunc(other.values, v.near) }) {
		return r.unit == nil || other.unit == nil || r.unit.of != other.unit.of || r.unit.scale == other.unit.scale
	}
	return r.converts(other)
}

// near allows for the rounding of binary fractions.
func (v value) near(other value) bool {
	const rounding = 1e-9
	return v.sort == other.sort && (v.v == other.v || math.Abs(v.v-other.v) <= rounding*math.Abs(v.v))
}

func (r *reading) add(v value) {
	if !slices.Contains(r.values, v) {
		r.values = append(r.values, v)
	}
}
