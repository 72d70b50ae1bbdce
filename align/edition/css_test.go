package edition

import "testing"

func TestCSSStringStaysInItsQuotes(t *testing.T) {
	tests := []struct{ text, want, why string }{
		{"Tide", `"Tide"`, "plain"},
		{`a"b`, `"a\22 b"`, "a quote would end it"},
		{`a\`, `"a\5c "`, "a backslash would take the quote"},
		{"a\nb", `"a b"`, "a line end would end it"},
		{"</style>", `"\3c /style\3e "`, "the element would end"},
		{"\u202Ea", `" a"`, "the direction would turn"},
	}
	for _, tt := range tests {
		if got := cssString(tt.text); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.why, got, tt.want)
		}
	}
}
