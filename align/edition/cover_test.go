package edition

import (
	"strings"
	"testing"
)

func TestCoverLines(t *testing.T) {
	tests := []struct{ title, why string }{
		{"", "no title"},
		{"The Tide Tables", "a short one"},
		{strings.Repeat("A long title that goes on ", 12), "a long one"},
		{strings.Repeat("x", 300), "one word that fits no line"},
	}
	for _, tt := range tests {
		size, lines := coverLines(tt.title)
		if size < 60 || size > 170 {
			t.Errorf("%s: letters of %d", tt.why, size)
		}
		if got := strings.Join(lines, " "); got != strings.TrimSpace(tt.title) {
			t.Errorf("%s: lines read %q", tt.why, got)
		}
	}
}
