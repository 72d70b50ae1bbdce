package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/examples/internal/cli/clitest"
)

func TestMain(m *testing.M) { clitest.Main(m, main) }

// folder holds the memoir's versions as en.txt, es.txt and so on, and the texts
// of files.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	for _, name := range []string{"en", "en.second", "es", "es.abridged"} {
		files[name+".txt"] = clitest.Read(t, "../../testdata/memoir/memoir."+name+".txt")
	}
	return clitest.Folder(t, files)
}

// compared runs the command, which must succeed without a word of complaint.
func compared(t *testing.T, dir string, args ...string) string {
	t.Helper()
	got := clitest.Run(t, clitest.Call{Args: args, Dir: dir})
	if got.Status != 0 || got.Stderr != "" {
		t.Fatalf("%q: status %d, standard error %q", args, got.Status, got.Stderr)
	}
	return got.Stdout
}

// section returns the part of a report between a heading and the next.
func section(t *testing.T, report, heading string) string {
	t.Helper()
	_, rest, found := strings.Cut(report, "\n"+heading)
	if !found {
		t.Fatalf("no section %q in\n%s", heading, report)
	}
	text, _, _ := strings.Cut(rest, "\n\n")
	return text
}

func wants(t *testing.T, text string, wanted ...string) {
	t.Helper()
	for _, w := range wanted {
		if !strings.Contains(text, w) {
			t.Errorf("no %q in\n%s", w, text)
		}
	}
}

func TestTellsHowAnAbridgedTranslationDiffers(t *testing.T) {
	report := compared(t, folder(t, map[string]string{}), "en.txt", "es.abridged.txt")
	wants(t, report, "79 % found in es.abridged.txt", "97 % found in en.txt")
	wants(t, section(t, report, "Left out by es.abridged.txt:"), "en.txt, line 13, 8 sentences: The press itself", "would stand before line 17 of es.abridged.txt")
	wants(t, section(t, report, "Added by es.abridged.txt:"), "line 107, 7 sentences: Entonces empezaron")
	wants(t, section(t, report, "Moved: 2 passages"), "from en.txt, line 45", "to   es.abridged.txt, line 125", "line 73, 6 sentences")
	wants(t, section(t, report, "Numbers, days and names"), "three hundred and sixty-five | —", "weekday: Tuesday | —")
	wants(t, section(t, report, "Least certain links"), " %")
}

func TestTellsWhatWasFalsified(t *testing.T) {
	dir := folder(t, map[string]string{})
	text := clitest.Read(t, filepath.Join(dir, "es.txt"))
	for _, c := range [][2]string{
		{"Tiramos 1200 ejemplares", "Tiramos 12.000 ejemplares"}, {"miércoles 23 de marzo", "jueves 23 de marzo"}, {"D. Tomás", "D. Gregorio"},
	} {
		if !strings.Contains(text, c[0]) {
			t.Fatalf("no %q in the memoir", c[0])
		}
		text = strings.Replace(text, c[0], c[1], 1)
	}
	if err := os.WriteFile(filepath.Join(dir, "false.txt"), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	found := section(t, compared(t, dir, "en.txt", "false.txt"), "Numbers, days and names")
	wants(t, found, "3 places", "number: 1,200 | 12.000", "weekday: Wednesday | jueves", "Gregorio")
	if report := compared(t, dir, "en.txt", "es.txt"); strings.Contains(report, "Numbers, days") {
		t.Errorf("something differs in a true translation:\n%s", report)
	}
}

func TestTheSameTextHasNoDifferences(t *testing.T) {
	dir := folder(t, map[string]string{})
	copied := clitest.Read(t, filepath.Join(dir, "en.txt"))
	if err := os.WriteFile(filepath.Join(dir, "copy.txt"), []byte(copied), 0o666); err != nil {
		t.Fatal(err)
	}
	wants(t, compared(t, dir, "en.txt", "copy.txt"), "100 % found in copy.txt", "No differences found.", "100 % kept")
}

func TestTellsOfFourVersionsWhichHaveAPassage(t *testing.T) {
	dir := folder(t, map[string]string{})
	files := []string{"en.txt", "en.second.txt", "es.txt", "es.abridged.txt"}
	report := compared(t, dir, files...)
	wants(t, section(t, report, "Not in all versions"),
		"Not in es.abridged.txt\n        en.txt, line 13, 6 sentences: The press itself",
		"Only in es.abridged.txt\n        es.abridged.txt, line 107, 7 sentences: Entonces empezaron los bombardeos.")
	if lacking := section(t, report, "Not in all versions"); strings.Contains(lacking, "Diré cómo era Hale") {
		t.Errorf("what has moved is told of as if it were lacking:\n%s", lacking)
	}
	wants(t, section(t, report, "== en.txt and en.second.txt\n\nLeft out"), "")
	wants(t, section(t, report, "Wording"), " kept", "[")
	for _, env := range []string{"GOMAXPROCS=1", "GOMAXPROCS=4"} {
		if again := clitest.Run(t, clitest.Call{Args: files, Dir: dir, Env: []string{env}}); again.Stdout != report {
			t.Errorf("with %s it tells something else", env)
		}
	}
}

// TestHostileTextStaysText feeds markup and what a terminal obeys.
func TestHostileTextStaysText(t *testing.T) {
	hostile := "<script>alert(1)</script> & \"quoted\" </style><img src=x onerror=alert(2)> in 1936. \x1b[2J\u202eturned\u202c and so on.\n"
	dir := folder(t, map[string]string{
		"a<b>&.txt": strings.Repeat("All was quiet in the house that day.\n\n", 3) + hostile + "\nIt rained.\n",
		"b.txt":     strings.Repeat("All was quiet in the house that day.\n\n", 3) + strings.ReplaceAll(hostile, "1936", "1937") + "\nIt rained.\n",
	})
	text := compared(t, dir, "-lang", "en,en", "a<b>&.txt", "b.txt")
	wants(t, text, "1936 | 1937", "<script>")
	if strings.ContainsAny(text, "\x1b\u202e") {
		t.Errorf("a control character is left in\n%q", text)
	}
	compared(t, dir, "-lang", "en,en", "-o", "out.html", "a<b>&.txt", "b.txt")
	page := clitest.Read(t, filepath.Join(dir, "out.html"))
	wants(t, page, "&lt;script&gt;", "<mark>1936</mark>", "a&lt;b&gt;&amp;.txt")
	for _, bad := range []string{"<script", "<img", "\x1b", "\u202e", "http:", "https:"} {
		if strings.Contains(page, bad) {
			t.Errorf("%q in the page", bad)
		}
	}
}

func TestAWordOfAMegabyteIsCut(t *testing.T) {
	const size = 1 << 20
	quiet := strings.Repeat("All was quiet in the house that day.\n", 3)
	word := "Then " + strings.Repeat("a", size) + " came in 1936.\n"
	dir := folder(t, map[string]string{
		"word":  quiet + word + quiet + "One more: " + strings.Repeat("b", size) + "\n",
		"other": quiet + strings.Replace(word, "1936", "1937", 1) + quiet,
	})
	report := compared(t, dir, "-lines", "-gap", "1", "-lang", "en,en", "word", "other")
	wants(t, report, "1936 | 1937", "Then aaa", "aaa…", "One more: bbb")
	if len(report) > 10_000 {
		t.Errorf("the report has %d bytes", len(report))
	}
}

func TestLongPiecesLoseTheirMiddle(t *testing.T) {
	long := strings.Repeat("word ", 1<<20)
	pieces := []piece{{"First " + long + "home", ""}, {"in 1936 " + long + "came", "left-out"}, {" and all.", ""}}
	for name, got := range map[string]string{"bracketed": bracketed(pieces), "around": around(pieces)} {
		wants(t, got, "home[in 1936 word", "came] and all.")
		if len(got) > 6000 {
			t.Errorf("%s: %d bytes", name, len(got))
		}
	}
}

// TestThePageIsWellFormed looks for what an HTML parser would have to mend.
func TestThePageIsWellFormed(t *testing.T) {
	dir := folder(t, map[string]string{})
	if place := compared(t, dir, "-o", "out.html", "en.txt", "en.second.txt", "es.abridged.txt"); !strings.HasSuffix(place, "/out.html\n") {
		t.Errorf("it says %q", place)
	}
	page := clitest.Read(t, filepath.Join(dir, "out.html"))
	var open []string
	for _, tag := range regexp.MustCompile(`<(/?)([a-z][a-z0-9]*)[^>]*>`).FindAllStringSubmatch(page, -1) {
		name := tag[2]
		switch {
		case name == "meta":
		case tag[1] == "":
			open = append(open, name)
		case len(open) == 0 || open[len(open)-1] != name:
			t.Fatalf("</%s> closes %v", name, open)
		default:
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("left open: %v", open)
	}
	ids := make(map[string]bool)
	for _, id := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if ids[id[1]] {
			t.Errorf("two elements are called %q", id[1])
		}
		ids[id[1]] = true
	}
	for _, link := range regexp.MustCompile(`(?:href="#|aria-labelledby=")([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if !ids[link[1]] {
			t.Errorf("a link to %q, which isn't there", link[1])
		}
	}
	wants(t, page, `<ins>`, `<del>`, `<mark>`, `lang="es"`, "Not in es.abridged.txt")
}

func TestErrorsAreOneLineAndLeaveNoFile(t *testing.T) {
	for _, test := range []struct {
		args   []string
		status int
		want   string // in the error
		why    string
	}{
		{[]string{"en.txt"}, 2, "want two files", "one file"},
		{[]string{"-lang", "en", "en.txt", "es.txt"}, 2, "want one each", "one language for two files"},
		{[]string{"-lang", "en,??", "en.txt", "es.txt"}, 2, "BCP 47", "a language that is none"},
		{[]string{"-gap", "0", "en.txt", "es.txt"}, 2, "-gap", "gaps of nothing"},
		{[]string{"en.txt", "gone.txt"}, 1, "gone.txt: no such file", "a file that isn't there"},
		{[]string{"en.txt", "empty.txt"}, 1, "empty.txt: there is no text", "a file of nothing"},
		{[]string{"en.txt", "binary.txt"}, 1, "binary.txt: line 1 (byte 0): a NUL byte", "a binary file"},
		{[]string{"-o", "en.txt", "en.txt", "es.txt"}, 1, "one of the inputs", "an input as output"},
		{[]string{"-o", "gone/out.html", "en.txt", "es.txt"}, 1, "gone/out.html: no such file", "a folder that isn't there"},
	} {
		dir := folder(t, map[string]string{"empty.txt": " \n", "binary.txt": "\x00\x01"})
		got := clitest.Run(t, clitest.Call{Args: test.args, Dir: dir})
		if got.Status != test.status || !strings.Contains(got.Stderr, test.want) || strings.Count(got.Stderr, "\n") != 1 || got.Stdout != "" {
			t.Errorf("%s: %+v; want status %d and one line with %q", test.why, got, test.status, test.want)
		}
		if files, err := os.ReadDir(dir); err != nil || len(files) != 6 {
			t.Errorf("%s: the folder holds %v (%v)", test.why, files, err)
		}
	}
}
