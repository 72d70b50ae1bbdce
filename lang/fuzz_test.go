package lang

import (
	"strings"
	"testing"
)

// FuzzDetect holds that no text makes a Detector panic, that every answer is
// in range, that the same text gets the same answer, and that the windows of a
// short text are the text.
func FuzzDetect(f *testing.F) {
	for _, seed := range []string{
		"", "a", "\x00", "\xff\xfe", "¿", "İ", "ǅ", "ﬁn", "e\u0301", "\u00ad", "한국어", "ーーー", "ª º µ",
		englishPage, spanishPage, russianPage, "12 kg, 1st", "y y y y", strings.Repeat("añ", 300),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		first := defaultDetector.Detect(text)
		checkAnswer(t, first)
		if again := defaultDetector.Detect(text); again != first {
			t.Errorf("first %v, then %v", first, again)
		}
		answers, err := defaultDetector.Sentences(t.Context(), []string{text, spanishPage, text})
		if err != nil || len(answers) != 3 {
			t.Fatalf("Sentences: %v, %v", answers, err)
		}
		for _, a := range answers {
			checkAnswer(t, a)
		}
		var all strings.Builder
		for w := range windows(text, documentWindows) {
			all.WriteString(w)
		}
		if len(text) <= documentWindows*windowBytes && all.String() != text {
			t.Error("the windows do not cover the text")
		}
	})
}
