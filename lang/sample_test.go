package lang

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWindows(t *testing.T) {
	tests := []struct {
		name, text string
		limit      int
		reason     string
	}{
		{"empty", "", 8, "no windows"},
		{"short", "the road was long", 8, "one window, whole"},
		{"few", strings.Repeat("the road was long ", 50), 8, "under the limit nothing is left out"},
		{"many", strings.Repeat("el camino era larguísimo ", 5000), 64, "a sample"},
		{"no spaces", strings.Repeat("ñ", 40000), 64, "cut between runes"},
	}
	for _, tt := range tests {
		var all strings.Builder
		count := 0
		for w := range windows(tt.text, tt.limit) {
			count++
			all.WriteString(w)
			if !utf8.ValidString(w) {
				t.Errorf("%s: window %d cuts a rune (%s)", tt.name, count, tt.reason)
			}
			for word := range strings.FieldsSeq(w) {
				if len(word) < wordReach && !strings.Contains(" "+tt.text+" ", " "+word+" ") {
					t.Errorf("%s: window %d cuts a word: %q (%s)", tt.name, count, word, tt.reason)
				}
			}
		}
		if count > tt.limit {
			t.Errorf("%s: %d windows, limit %d", tt.name, count, tt.limit)
		}
		if len(tt.text) <= tt.limit*windowBytes && all.String() != tt.text {
			t.Errorf("%s: the windows do not cover the text (%s)", tt.name, tt.reason)
		}
	}
}
