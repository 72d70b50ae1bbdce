package lattice

import (
	"math"
	"testing"
)

func TestQuickLogIsNear(t *testing.T) {
	for x := 1.0; x < 1e300; x *= 1.0371 {
		if got, want := quickLog(x), math.Log(x); math.Abs(got-want) > 1e-11 {
			t.Fatalf("quickLog(%v) is %v, want %v", x, got, want)
		}
	}
}
