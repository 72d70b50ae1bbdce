package segment

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// TestTwins reads the damaged copies of the memoir and compares the sentences
// with those of the clean text.
func TestTwins(t *testing.T) {
	plain := strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "‘", "'")
	for _, test := range []struct {
		raw, clean string
		tag        language.Tag
		most       int // sentences that may differ
		notes      int
	}{
		{"memoir.es.pdf.txt", "memoir.es.txt", language.Spanish, 0, 15},
		// Five have a dash or a rare letter that the scan has lost for good.
		{"memoir.en.ocr.txt", "memoir.en.txt", language.English, 5, 0},
	} {
		opts := Options{Language: test.tag}
		raw, clean := parse(t, memoir(t, test.raw), opts), parse(t, memoir(t, test.clean), opts)
		left := make(map[string]int)
		for _, s := range texts(raw) {
			left[plain.Replace(s)]++
		}
		differ := 0
		for _, s := range texts(clean) {
			if s = plain.Replace(s); left[s] == 0 {
				differ++
				t.Logf("%s lacks %q", test.raw, s)
			}
			left[s]--
		}
		if differ > test.most || len(raw.Sentences) != len(clean.Sentences) {
			t.Errorf("%s: %d sentences differ from the clean text's, want at most %d; it has %d sentences, want %d",
				test.raw, differ, test.most, len(raw.Sentences), len(clean.Sentences))
		}
		if len(raw.Notes) != test.notes || raw.Report().Unmarked > 0 {
			t.Errorf("%s: %d notes, %d without a mark; want %d and 0", test.raw, len(raw.Notes), raw.Report().Unmarked, test.notes)
		}
	}
}

// TestAccounts measures on real books, which are not part of the project.
func TestAccounts(t *testing.T) {
	dir := filepath.Join("..", "..", "shared", "accounts")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the books are not at hand: ", err)
	}
	const most = 0.01 // of the sentences may show a fault
	for _, test := range []struct {
		file     string
		tag      language.Tag
		notes    int // with a plain number, as counted in the file, 2 % more or less
		ligature int // repairs at least
	}{
		{"serge-memorias.es.pdf.txt", language.Spanish, 1248, 2150},
		{"campesino-memoir.en.ocr.txt", language.English, 0, 0},
		{"gulag-article.en.web.txt", language.English, 0, 0},
		{"amoros-interview.en.web.txt", language.English, 1, 0},
	} {
		data, err := os.ReadFile(filepath.Join(dir, test.file))
		if err != nil {
			t.Fatal(err)
		}
		doc := parse(t, string(data), Options{Language: test.tag})
		report := doc.Report()
		bound := int(most * float64(report.Sentences))
		left := report.Left
		if left.SmallStart > bound || left.LineHyphen > bound || left.PageNumber > bound || left.NoteMark > max(bound, 3) {
			t.Errorf("%s: of %d sentences too many show faults: %+v", test.file, report.Sentences, left)
		}
		if plain := report.Notes - report.Signed; plain*50 < test.notes*49 || plain*50 > test.notes*51 {
			t.Errorf("%s: %d notes with a plain number, want %d", test.file, plain, test.notes)
		}
		for _, count := range report.Repairs {
			if count.Kind == Ligature && count.Made < test.ligature {
				t.Errorf("%s: %d ligatures restored, want %d", test.file, count.Made, test.ligature)
			}
		}
	}
}
