package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/examples/internal/cli/clitest"
)

// linesEN and linesES are pairs of lines, of which the third is left out of the
// translation.
const (
	linesEN = "The sea was calm that morning.\nMy father went down to the harbour.\n\nNobody asked him in 1936.\n"
	linesES = "El mar estaba en calma aquella mañana.\nMi padre bajó al puerto.\nNadie le preguntó en 1936.\n"
	beadsOf = "0\t0\t0.9900\n1\t1\t0.8000\n2\t\t0.6000\n3\t2\t0.9500\n"
)

// contents returns the content of a file, by its name in a folder.
func contents(t *testing.T, dir, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func given(t *testing.T) string {
	return clitest.Folder(t, map[string]string{"en": linesEN, "es": linesES, "beads.tsv": beadsOf})
}

// run is one call, its arguments set apart by spaces.
func run(t *testing.T, dir, args string) string {
	t.Helper()
	return succeeds(t, dir, strings.Fields(args)...)
}

const fromTSV = "-from tsv -lines -source-lang en -target-lang es "

func TestConvertedToAFormAndBackTheBeadsAreTheSame(t *testing.T) {
	const whole, worded = beadsOf, "0\t0\t0.9900\n1\t1\t0.8000\n2\t2\t0.9500\n"
	for _, test := range []struct {
		form   string
		flags  string // to read it back
		files  string
		want   string
		reason string
	}{
		{"json", "", "out", whole, "json holds all"},
		{"ladder", "", "out", whole, "a ladder holds all numbers"},
		{"ladder", "-lines", "out en es", whole, "a ladder with its texts"},
		{"tsv", "", "out", whole, "numbers alone"},
		{"tmx", "", "out", worded, "a blank line isn't a row of words"},
		{"xliff", "", "out", worded, "nor in translators' tools"},
		{"tei", "", "out", worded, "nor a sentence of an edited text"},
		{"bisentences", "-source-lang en -target-lang es", "out", worded, "nor in hunalign's text"},
		{"moses", "-source-lang en -target-lang es", "out.en out.es", "0\t0\t0.0000\n1\t1\t0.0000\n2\t2\t0.0000\n", "lines tell no confidence"},
		{"xces", "", "out out.en out.es", whole, "texts beside the alignment, its blank line too"},
		{"xces", "-lines", "out en es", whole, "plain texts, with sentences s1, s2 and so on"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			dir := given(t)
			if out := run(t, dir, fromTSV+"-to "+test.form+" -o out beads.tsv en es"); out != "" {
				t.Errorf("standard output holds %q, want nothing", out)
			}
			back := run(t, dir, "-from "+test.form+" "+test.flags+" -to tsv "+test.files)
			if back != test.want {
				t.Errorf("got beads\n%s\nwant\n%s", back, test.want)
			}
		})
	}
}

func TestEachFormIsWrittenOfTextsToo(t *testing.T) {
	dir := clitest.Folder(t, map[string]string{"en": english, "es": spanish})
	for _, test := range []struct {
		form  string
		files string // that are written
		holds string
	}{
		{"tsv", "out", "0\t0\t"},
		{"json", "out", `"version":1`},
		{"tmx", "out", "<seg>Mi padre bajó al puerto.</seg>"},
		{"xliff", "out", "<target>Mi padre bajó al puerto.</target>"},
		{"tei", "out", `<title>en</title>`},
		{"xces", "out out.en out.es", `fromDoc="out.en" toDoc="out.es"`},
		{"ladder", "out", "1\t1\t"},
		{"bisentences", "out", "My father went down to the harbour.\tMi padre bajó al puerto.\t"},
		{"moses", "out.en out.es", "My father went down to the harbour.\n"},
		{"html", "out", "<!DOCTYPE html>"},
		{"epub", "out", "application/epub+zip"},
	} {
		t.Run(test.form, func(t *testing.T) {
			run(t, dir, "-source-lang en -target-lang es -format "+test.form+" -o out en es")
			written, err := filepath.Glob(filepath.Join(dir, "out*"))
			if err != nil {
				t.Fatal(err)
			}
			var names []string
			for _, file := range written {
				names = append(names, filepath.Base(file))
			}
			if got := strings.Join(names, " "); got != test.files {
				t.Errorf("wrote %s, want %s", got, test.files)
			} else if text := contents(t, dir, names[0]); !strings.Contains(text, test.holds) {
				t.Errorf("%s lacks %q:\n%.400s", names[0], test.holds, text)
			}
			for _, file := range written {
				os.Remove(file)
			}
		})
	}
}

func TestMinConfidenceLeavesRowsOut(t *testing.T) {
	dir := given(t)
	const want = "The sea was calm that morning.\tEl mar estaba en calma aquella mañana.\t0.9900\n" +
		"Nobody asked him in 1936.\tNadie le preguntó en 1936.\t0.9500\n"
	if got := run(t, dir, fromTSV+"-to bisentences -min-confidence 0.9 beads.tsv en es"); got != want {
		t.Errorf("got\n%s\nwant the rows of 0.9 and more,\n%s", got, want)
	}
	run(t, dir, fromTSV+"-to moses -min-confidence 0.9 -o m beads.tsv en es")
	if got := strings.Count(contents(t, dir, "m.es"), "\n"); got != 2 {
		t.Errorf("%d lines, want 2", got)
	}
	if got := strings.Count(run(t, dir, fromTSV+"-to tmx -min-confidence 0.9 beads.tsv en es"), "<tu>"); got != 2 {
		t.Errorf("%d units, want 2", got)
	}
}

func TestTwoVersionsInOneLanguageAreTwoFiles(t *testing.T) {
	dir := clitest.Folder(t, map[string]string{"en": english})
	run(t, dir, "-source-lang en -target-lang en -format moses -o m en en")
	if a, b := contents(t, dir, "m.en"), contents(t, dir, "m.en2"); a != b || a == "" {
		t.Errorf("the files hold %q and %q, want the text twice", a, b)
	}
}

func TestMoreThanTwoVersions(t *testing.T) {
	const memory = `<tmx version="1.4"><header/><body>` +
		`<tu><tuv xml:lang="en"><seg>The sea.</seg></tuv><tuv xml:lang="es"><seg>El mar.</seg></tuv><tuv xml:lang="fr"><seg>La mer.</seg></tuv></tu>` +
		`<tu><tuv xml:lang="fr"><seg>Oui.</seg></tuv><tuv xml:lang="en"><seg>Yes.</seg></tuv><tuv xml:lang="es"><seg>Sí.</seg></tuv></tu>` +
		`</body></tmx>`
	dir := clitest.Folder(t, map[string]string{"sea.tmx": memory})
	run(t, dir, "-from tmx -to moses -o sea sea.tmx")
	if got := contents(t, dir, "sea.fr"); got != "La mer.\nOui.\n" {
		t.Errorf("the French lines are %q", got)
	}
	got := bitext(t, dir, "-from", "tmx", "-to", "json", "sea.tmx")
	want := "bitext: sea.tmx: 3 versions, and json holds two; want one of tmx, tei, moses, html or epub\n"
	if got.Status != 1 || got.Stderr != want {
		t.Errorf("status %d, standard error %q, want 1 and %q", got.Status, got.Stderr, want)
	}
}

func TestWordLinksAreKeptOnTheWayToAPage(t *testing.T) {
	dir := clitest.Folder(t, map[string]string{"en": english, "es": spanish})
	run(t, dir, "-source-lang en -target-lang es -words -format json -o a.json en es")
	page := run(t, dir, "-from json -to html a.json")
	if !strings.Contains(page, `data-w2="`) {
		t.Error("the page has no word links")
	}
	if again := run(t, dir, "-from json -to json a.json"); again != contents(t, dir, "a.json") {
		t.Error("json to json isn't the same file")
	}
}

func TestWhatAFormCannotHoldIsAClearError(t *testing.T) {
	dir := given(t)
	for name, text := range map[string]string{
		"short": "One.\n", "empty.tmx": `<tmx version="1.4"><header/><body></body></tmx>`,
		"broken.tmx": "<tmx version=\"1.4\">\n<body><tu>", "crossing.tsv": "0\t2\n1\t1\n3\t0\n2\t\n",
		"m.en": "Sea.\n", "m.es": "Mar.\nSol.\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	before := len(filesIn(t, dir))
	for _, test := range []struct {
		args   string
		status int
		want   string // in the error
		reason string
	}{
		{"-from html -to tsv x", 2, "want tsv, json, tmx, xliff, tei, xces, ladder, bisentences or moses", "a form that is written only"},
		{"-from tmx -to tsv", 2, "no file to read; want -from tmx and then FILE", "no file"},
		{"-from tmx -to tsv a b", 2, "-from tmx reads FILE; got 2 arguments", "too many files"},
		{"-from xces -to tsv a", 2, "-from xces reads FILE SOURCE TARGET; got 1 arguments", "an alignment without its texts"},
		{"-from tsv -to tmx beads.tsv", 1, "beads.tsv: tmx holds the words of the texts, and there are only sentence numbers; give the texts too, after the file: FILE SOURCE TARGET", "words out of numbers"},
		{"-from tsv -to tmx -lines beads.tsv en short", 1, "beads.tsv: it doesn't fit the texts: ", "the wrong texts"},
		{"-from bisentences -to tsv en", 2, "bisentences doesn't tell the languages; want -source-lang and -target-lang", "no languages"},
		{"-from moses -to tsv -source-lang en -target-lang es m.en m.es", 1, "m.en and m.es: line 2: one file ends here", "files of different lengths"},
		{"-from moses -to tsv -source-lang en -target-lang es m.en gone", 1, "bitext: gone: no such file or directory", "a missing second file"},
		{"-from moses -to tmx -min-confidence 0.5 -source-lang en -target-lang es m.en m.es", 2, "moses tells no confidence", "a threshold on what has no confidence"},
		{"-from tmx -to tsv empty.tmx", 1, "empty.tmx: there is no text", "nothing in it"},
		{"-from tmx -to tsv broken.tmx", 1, "broken.tmx: line 2: ", "a broken file"},
		{"-from tmx -to tsv gone.tmx", 1, "bitext: gone.tmx: no such file or directory", "a missing file"},
		{"-from tsv -to ladder -o l crossing.tsv", 1, "l: bead 0 doesn't begin where the one before ends", "crossing beads in a ladder"},
		{"-from tsv -to tsv -o beads.tsv beads.tsv", 1, "beads.tsv: is one of the inputs", "the output over the input"},
		{"-from tsv -to moses -lines -source-lang en -target-lang es -o ./m beads.tsv m.en es", 1, "it doesn't fit the texts", "the wrong text"},
		{"-format moses -lines -source-lang en -target-lang es -o m m.en m.es", 1, "m.en: is one of the inputs", "a file of several over an input"},
		{"-format moses en es", 2, "moses is several files; want -o NAME, for NAME.en and NAME.es", "several files on standard output"},
		{"-format xces en es", 2, "want -o NAME, for NAME, NAME.en and NAME.es", "a text beside on standard output"},
		{"-format tsv -words en es", 2, "tsv holds no word links; leave out -words or want -format json or html", "words in a form without"},
		{"-format json -min-confidence 0.5 en es", 2, "json holds every row; leave out -min-confidence or want -format tmx, xliff, bisentences or moses", "a threshold in a form of all"},
		{"-format tmx -min-confidence 1.5 en es", 2, "want a number from 0 to 1", "a threshold that is none"},
		{"-from tsv -to ladder -no-lexicon beads.tsv", 2, "leave out -no-lexicon", "how to align, when nothing is"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			got := bitext(t, dir, strings.Fields(test.args)...)
			if got.Status != test.status || !strings.Contains(got.Stderr, test.want) || strings.Count(got.Stderr, "\n") != 1 || got.Stdout != "" {
				t.Errorf("status %d, standard error %q, output %q; want %d and one line with %q", got.Status, got.Stderr, got.Stdout, test.status, test.want)
			}
			if after := filesIn(t, dir); len(after) != before {
				t.Errorf("the folder holds %q, want the %d files that were there", after, before)
			}
		})
	}
}

func filesIn(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	hidden, err := filepath.Glob(filepath.Join(dir, ".hexapla-*"))
	if err != nil {
		t.Fatal(err)
	}
	return append(files, hidden...)
}

// What goes from form to form row by row comes out as what is held in memory does,
// a pipe for one.
func TestRowsAreStreamedToTheSameBytes(t *testing.T) {
	const memory = `<tmx version="1.4"><header/><body>` +
		`<tu><prop type="x-confidence">0.8000</prop><tuv xml:lang="es"><seg>El mar.</seg></tuv><tuv xml:lang="en"><seg>The sea.</seg></tuv></tu>` +
		`<tu><tuv xml:lang="en"><seg>Yes.</seg></tuv><tuv xml:lang="es"><seg>Sí.</seg></tuv></tu>` +
		`<tu><tuv xml:lang="en"><seg></seg></tuv></tu>` +
		`<tu><tuv xml:lang="en"><seg>Only here.</seg></tuv></tu>` +
		`</body></tmx>`
	dir := clitest.Folder(t, map[string]string{"m.tmx": memory})
	if _, err := os.Stat("/dev/stdin"); err != nil {
		t.Skip("there is no /dev/stdin")
	}
	for _, to := range []string{"tmx", "xliff", "bisentences"} {
		streamed := run(t, dir, "-from tmx -to "+to+" m.tmx")
		whole := clitest.Run(t, clitest.Call{Args: strings.Fields("-from tmx -to " + to + " /dev/stdin"), Dir: dir, Stdin: strings.NewReader(memory)})
		if whole.Status != 0 || whole.Stdout != streamed {
			t.Errorf("%s: in memory (%s)\n%s\nstreamed\n%s", to, whole.Stderr, whole.Stdout, streamed)
		}
	}
}

func TestTwoLanguagesOfAMemoryAreChosen(t *testing.T) {
	const memory = `<tmx version="1.4"><header/><body>` +
		`<tu><tuv xml:lang="en-US"><seg>The sea.</seg></tuv><tuv xml:lang="es"><seg>El mar.</seg></tuv><tuv xml:lang="fr"><seg>La mer.</seg></tuv></tu>` +
		`</body></tmx>`
	dir := clitest.Folder(t, map[string]string{"m.tmx": memory})
	for to, want := range map[string]string{"bisentences": "La mer.\tThe sea.\t0.0000\n", "tsv": "0\t0\t0.0000\n"} {
		if got := run(t, dir, "-from tmx -source-lang fr -target-lang en -to "+to+" m.tmx"); got != want {
			t.Errorf("%s: %q, want %q", to, got, want)
		}
	}
	got := bitext(t, dir, "-from", "tmx", "-source-lang", "de", "-target-lang", "it", "-to", "bisentences", "-o", "out", "m.tmx")
	if got.Status != 1 || got.Stderr != "bitext: m.tmx: there is no text\n" {
		t.Errorf("languages that aren't there: status %d, %q", got.Status, got.Stderr)
	}
	if _, err := os.Stat(filepath.Join(dir, "out")); err == nil {
		t.Error("a file of nothing was written")
	}
}

// A fault late in a file that is being streamed names that file, and leaves no
// output.
func TestAFaultWhileStreaming(t *testing.T) {
	dir := clitest.Folder(t, map[string]string{"b": "One.\tUno.\t0.9\nTwo.\tDos.\tTres.\tCuatro.\n"})
	got := bitext(t, dir, "-from", "bisentences", "-source-lang", "en", "-target-lang", "es", "-to", "moses", "-o", "out", "b")
	if got.Status != 1 || !strings.HasPrefix(got.Stderr, "bitext: b: line 2: 4 fields") {
		t.Errorf("status %d, %q; want the line of the file that was read", got.Status, got.Stderr)
	}
	if written, _ := filepath.Glob(filepath.Join(dir, "out*")); len(written) > 0 {
		t.Errorf("%v was written", written)
	}
}

// Web pages and e-books are aligned as plain texts are.
func TestPagesAndBooksAreAligned(t *testing.T) {
	dir := clitest.Folder(t, map[string]string{
		"en.html": "<html lang=en><h1>The sea</h1><p>" + english,
		"es.tei":  `<TEI xml:lang="es"><text><body><div><head>El mar</head><p>` + spanish + `</p></div></body></text></TEI>`,
		"bad.xml": "<html/>",
	})
	got := run(t, dir, "-format bisentences en.html es.tei")
	if want := "The sea\tEl mar\t"; !strings.HasPrefix(got, want) || strings.Count(got, "\n") != 6 {
		t.Errorf("got\n%s\nwant six rows that begin with %q", got, want)
	}
	if got := bitext(t, dir, "en.html", "bad.xml"); got.Status != 1 || got.Stderr != "bitext: bad.xml: line 1: the root element is <html>; want <TEI>\n" {
		t.Errorf("XML that isn't TEI: status %d, %q", got.Status, got.Stderr)
	}
}

// An alignment and texts as OPUS has them, packed.
func TestPackedXCES(t *testing.T) {
	dir := given(t)
	run(t, dir, fromTSV+"-to xces -o out beads.tsv en es")
	for _, name := range []string{"out", "out.en", "out.es"} {
		var packed bytes.Buffer
		z := gzip.NewWriter(&packed)
		io.WriteString(z, contents(t, dir, name))
		z.Close()
		if err := os.WriteFile(filepath.Join(dir, name+".gz"), packed.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if got := run(t, dir, "-from xces -to tsv out.gz out.en.gz out.es.gz"); got != beadsOf {
		t.Errorf("got beads\n%s\nwant\n%s", got, beadsOf)
	}
}
