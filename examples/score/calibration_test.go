package main

import (
	"math"
	"strings"
	"testing"
)

func TestCalibrationError(t *testing.T) {
	beads := []judged{{.9, true}, {.9, true}, {.9, false}, {.9, true}, {1, true}, {.25, false}}
	// In the top bin 4 of 5 are right at a mean of .92, in the third 0 of 1.
	want := (5*(.92-.8) + 1*.25) / 6
	if got := calibrationError(reliability(beads)); math.Abs(got-want) > 1e-12 {
		t.Errorf("calibration error %v, want %v", got, want)
	}
}

func TestAreaUnderROC(t *testing.T) {
	for _, test := range []struct {
		reason string
		beads  []judged
		want   float64
	}{
		{"every right one above every wrong one", []judged{{.9, true}, {.2, false}, {.8, true}}, 1},
		{"the other way round", []judged{{.1, true}, {.2, false}}, 0},
		{"all equal: each pair counts half", []judged{{.5, true}, {.5, false}, {.5, true}}, .5},
		{"one pair of two in order", []judged{{.5, true}, {.4, false}, {.6, false}}, .5},
		{"a tie beside a win", []judged{{.5, true}, {.5, false}, {.4, false}}, .75},
	} {
		if got := areaUnderROC(test.beads); got != test.want {
			t.Errorf("%s: %v, want %v", test.reason, got, test.want)
		}
	}
}

func TestWriteCalibration(t *testing.T) {
	var out strings.Builder
	writeCalibration(&out, []judged{{.99, true}, {.97, false}, {.2, false}})
	for _, want := range []string{
		"0.2 to 0.3       1  0.2000  0.0000\n",
		"0.9 to 1.0       2  0.9800  0.5000\n",
		"right above 0.95            0.5000  (2 of 3 beads)\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no line %q in\n%s", want, out.String())
		}
	}
}
