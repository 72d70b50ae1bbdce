package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/examples/internal/cli/clitest"
)

func TestMain(m *testing.M) { clitest.Main(m, main) }

func TestAnswersAreComparedWithGold(t *testing.T) {
	dir := clitest.Folder(t, map[string]string{
		"gold":   "0\t0\n1,2\t1\n3\t\n4\t2\n",
		"answer": "0\t0\t0.9\n1\t1\t0.5\n2\t\t0.5\n3\t\t0.9\n4\t2\t0.8\n",
		"worse":  "0\t1\n1,2\t0\n3,4\t2\n",
	})
	for _, test := range []struct{ reason, args, want string }{
		{
			"of 5 beads 3 are right, of 3 in the gold with both sides 2; 3 of 3 and 3 of 4 links",
			"gold answer",
			"strict      0.6000  0.6667  0.6316\nlax         1.0000  1.0000  1.0000\nlink        1.0000  0.7500  0.8571\n",
		},
		{
			"two pairs of files: their counts are added before dividing",
			"gold answer gold worse",
			"strict      0.3750  0.3333  0.3529\nlax         0.6667  0.6667  0.6667\nlink        0.5000  0.5000  0.5000\n",
		},
	} {
		got := clitest.Run(t, clitest.Call{Args: strings.Fields(test.args), Dir: dir})
		want := "         precision  recall      F1\n" + test.want
		if got.Status != 0 || got.Stdout != want {
			t.Errorf("%s: status %d, %s\ngot\n%swant\n%s", test.reason, got.Status, got.Stderr, got.Stdout, want)
		}
	}
}

func TestWrongCallsAndFiles(t *testing.T) {
	dir := clitest.Folder(t, map[string]string{
		"gold":                 "0\t0\n",
		"nothing":              "",
		"words":                "0\t0\nzero\t1\n",
		"empty/readme":         "no document here",
		"nameless/d/gold.tsv":  "0\t0\n",
		"toy-en-es/d/gold.tsv": "0\t0\n",
	})
	for _, test := range []struct {
		reason, args string
		status       int
		want         string
	}{
		{"no arguments", "", 2, "no arguments; want GOLD and ANSWER, or -run and folders, or -segmentation and files (see score -h)"},
		{"two tasks", "-run -segmentation gold", 2, "-segmentation aligns nothing; want it alone, or -run and the like (see score -h)"},
		{"an empty reference", "nothing gold", 1, "nothing: there is no bead in it; want a reference alignment"},
		{"paragraphs that are none", "-segmentation gold", 1, `gold:1: invalid character '0' after top-level value; want a line a paragraph: {"text": …, "sents": […]}`},
		{"no paragraph", "-segmentation nothing", 1, "nothing: there is no paragraph in it"},
		{"a missing file of paragraphs", "-segmentation missing", 1, "missing: no such file or directory"},
		{"a folder of paragraphs", "-segmentation empty", 1, "empty: is a directory; want a file"},
		{"a gold without an answer", "gold", 2, "1 files; want pairs of GOLD and ANSWER (see score -h)"},
		{"a missing answer", "gold missing", 1, "missing: no such file or directory"},
		{"a malformed answer", "gold words", 1, `words: line 2: sentence number "zero"; want whole numbers from 0, set apart by commas`},
		{"a folder without documents", "-run empty", 1, "empty: no folder in it holds src.txt, tgt.txt and gold.tsv"},
		{"a missing folder", "-run missing", 1, "missing: no such file or directory"},
		{"no languages in the name", "-run nameless", 1, filepath.Join("nameless", "d") + ": which languages? want a folder whose name ends in them, such as news-en-es"},
		{"a document without its texts", "-run toy-en-es", 1, filepath.Join("toy-en-es", "d", "src.txt") + ": no such file or directory"},
	} {
		got := clitest.Run(t, clitest.Call{Args: strings.Fields(test.args), Dir: dir})
		if want := "score: " + test.want + "\n"; got.Status != test.status || got.Stderr != want {
			t.Errorf("%s: status %d, standard error %q; want %d and %q", test.reason, got.Status, got.Stderr, test.status, want)
		}
	}
}

func TestAFullDiskIsAnError(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here")
	}
	defer full.Close()
	dir := clitest.Folder(t, toy)
	gold := filepath.Join("toy-en-es", "one", "gold.tsv")
	for _, args := range [][]string{{gold, gold}, {"-run", "toy-en-es"}} {
		got := clitest.Run(t, clitest.Call{Args: args, Dir: dir, Stdout: full})
		if want := "score: standard output: no space left on device\n"; got.Status != 1 || got.Stderr != want {
			t.Errorf("%q: status %d, standard error %q; want 1 and %q", args, got.Status, got.Stderr, want)
		}
	}
}

// A gold that is wrong on purpose shows what the command makes of differences.
var toy = map[string]string{
	"toy-en-es/one/src.txt":  "The sea was calm.\nMy father went down to the harbour.\nNobody had told him.\n",
	"toy-en-es/one/tgt.txt":  "El mar estaba en calma.\nMi padre bajó al puerto.\nNadie se lo había dicho.\n",
	"toy-en-es/one/gold.tsv": "0\t0\n1,2\t1\n\t2\n",
	"toy-en-es/two/src.txt":  "In 1936 he was arrested in London.\nHe wrote two letters.\n",
	"toy-en-es/two/tgt.txt":  "En 1936 lo detuvieron en Londres.\nEscribió dos cartas.\n",
	"toy-en-es/two/gold.tsv": "0\t0\n1\t1\n",
}

func TestRunWritesARowASetAndTheMean(t *testing.T) {
	dir := clitest.Folder(t, toy)
	got := clitest.Run(t, clitest.Call{Args: []string{"-run", "toy-en-es"}, Dir: dir})
	want := `set              docs   beads  strict P      R     F1  lax F1  link F1  seconds
toy-en-es           2       5     0.6000 0.7500 0.6667  0.8889   0.8000     0.00
mean of 1 sets      2       5     0.6000 0.7500 0.6667  0.8889   0.8000     0.00
`
	if diff := cmp.Diff(want, withoutTimes(got.Stdout)); got.Status != 0 || diff != "" {
		t.Errorf("status %d, %s\n(-want +got)\n%s", got.Status, got.Stderr, diff)
	}
}

var timeColumn = regexp.MustCompile(`\d+\.\d\d\n`)

func withoutTimes(table string) string { return timeColumn.ReplaceAllString(table, "0.00\n") }

func TestErrorsListsWhatDiffersWithTheTexts(t *testing.T) {
	dir := clitest.Folder(t, toy)
	got := clitest.Run(t, clitest.Call{Args: []string{"-errors", "toy-en-es"}, Dir: dir})
	list := regexp.MustCompile(`0\.\d{4}: `).ReplaceAllString(got.Stdout, "CONFIDENCE: ")
	want := `toy-en-es/one: gold: 1,2 | 1
	< 1 My father went down to the harbour.
	< 2 Nobody had told him.
	> 1 Mi padre bajó al puerto.
toy-en-es/one: CONFIDENCE: 1 | 1
	< 1 My father went down to the harbour.
	> 1 Mi padre bajó al puerto.
toy-en-es/one: gold:  | 2
	> 2 Nadie se lo había dicho.
toy-en-es/one: CONFIDENCE: 2 | 2
	< 2 Nobody had told him.
	> 2 Nadie se lo había dicho.
`
	if got.Status != 0 || !strings.Contains(list, want) {
		t.Errorf("status %d, %s\ngot\n%s\nwant in it\n%s", got.Status, got.Stderr, list, want)
	}
}
