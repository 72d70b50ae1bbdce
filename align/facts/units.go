package facts

import "math"

// unit is a unit of measure, by its size in the base unit of what it measures.
type unit struct {
	of    dimension
	scale float64
	zero  float64 // of temperatures: where its scale starts
}

type dimension uint8

const (
	length dimension = iota
	area
	mass
	volume
	speed
	temperature
)

// In metres, square metres, kilograms, litres, kilometres an hour and degrees
// Celsius.
var (
	mile       = &unit{of: length, scale: 1609.344}
	yard       = &unit{of: length, scale: 0.9144}
	foot       = &unit{of: length, scale: 0.3048}
	inch       = &unit{of: length, scale: 0.0254}
	kilometre  = &unit{of: length, scale: 1000}
	metre      = &unit{of: length, scale: 1}
	centimetre = &unit{of: length, scale: 0.01}
	millimetre = &unit{of: length, scale: 0.001}
	acre       = &unit{of: area, scale: 4046.86}
	hectare    = &unit{of: area, scale: 10_000}
	pound      = &unit{of: mass, scale: 0.4536}
	ounce      = &unit{of: mass, scale: 0.02835}
	stone      = &unit{of: mass, scale: 6.350}
	kilogram   = &unit{of: mass, scale: 1}
	gram       = &unit{of: mass, scale: 0.001}
	gallon     = &unit{of: volume, scale: 4.2}
	pint       = &unit{of: volume, scale: 0.52}
	litre      = &unit{of: volume, scale: 1}
	milesHour  = &unit{of: speed, scale: 1.609344}
	kmHour     = &unit{of: speed, scale: 1}
	fahrenheit = &unit{of: temperature, scale: 5.0 / 9, zero: 32}
	celsius    = &unit{of: temperature, scale: 1}
)

// rough is the share by which a converted measure may be off: translators round.
const rough = 0.05

// converts tells whether two amounts are the same in different units.
func (r *reading) converts(other *reading) bool {
	if r.unit == nil || other.unit == nil || r.unit.of != other.unit.of || r.unit == other.unit {
		return false
	}
	for _, a := range r.values {
		for _, b := range other.values {
			if a.sort != amount || b.sort != amount {
				continue
			}
			x, y := r.unit.base(a.v), other.unit.base(b.v)
			finer := min(lastPlace(a.v)*r.unit.scale, lastPlace(b.v)*other.unit.scale)
			if math.Abs(x-y) <= max(finer, rough*max(math.Abs(x), math.Abs(y))) {
				return true
			}
		}
	}
	return false
}

// lastPlace is what the last digit of a number counts: 10 of 620, .1 of 3.5.
func lastPlace(v float64) float64 {
	place := 1.0
	for v != 0 && math.Mod(v, 10*place) == 0 {
		place *= 10
	}
	if v != math.Floor(v) {
		return 0.1
	}
	return place
}

func (u *unit) base(v float64) float64 { return (v - u.zero) * u.scale }
