package edition_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/edition"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// hard is a text with all that a book can have: notes, verse, items, gaps, a
// moved passage, and what would be markup if it were taken for it.
func hard(t testing.TB) *exchange.Parallel {
	return pair(t,
		"# One <b> & \"two\"\nFirst.\n^ A note on the first.\nSecond ]]> \x01 \u202Ethird.\n\n> A line,\n> and another.\n* An item.\n\n## Inner\nMoved away.\nLast.\n",
		"# Uno <i>\nPrimero.\nSegundo </script>.\n^ Una nota.\n\n> Un verso,\n> y otro.\n\nMovido.\nAñadido.\nFin.\n\n# Epílogo\nSolo aquí.\n",
		"0\t0\t0.99\n1\t1\t0.42\n2\t2\t0.7\n3\t3\t.9\n4\t4\t.9\n5\t\t0.3\n6\t\t0.9\n\t6\t0.9\n7\t5\t0.95\n8\t7\t1\n\t8\t.9\n\t9\t.9\n")
}

func book(t testing.TB, text *exchange.Parallel, opts *edition.EPUBOptions) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := edition.WriteEPUB(&out, text, opts); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func fullOptions(a edition.Arrangement) *edition.EPUBOptions {
	return &edition.EPUBOptions{
		Options: edition.Options{
			Title:    `The Tide Tables & "other" <things>`,
			Author:   "Elena Marchena",
			Licence:  "MIT © 2026",
			Versions: []edition.Version{{}, {Name: "Traducción", Translator: "A. Nadie"}},
		},
		Arrangement: a,
		Identifier:  "urn:uuid:12345678-1234-5678-9234-567812345678",
		Modified:    time.Date(2026, 11, 23, 4, 5, 6, 0, time.UTC),
	}
}

var arrangements = []edition.Arrangement{edition.Alternating, edition.Columns, edition.Popups}

func TestEPUBPassesEpubcheck(t *testing.T) {
	check := epubcheck(t)
	if testing.Short() {
		t.Skip("it takes seconds a book")
	}
	hebrew := pair(t, "One.\n", "Uno.\n", "0\t0\n")
	hebrew.Documents[0].Language = language.Hebrew
	books := []struct {
		name        string
		text        *exchange.Parallel
		arrangement edition.Arrangement
	}{
		{"hard", hard(t), edition.Alternating},
		{"hard", hard(t), edition.Columns},
		{"hard", hard(t), edition.Popups},
		{"memoir", memoir(t, "en-es.abridged", language.English, language.Spanish), edition.Popups},
		{"three versions", three(t), edition.Columns},
		{"three versions", three(t), edition.Popups},
		{"synopsis of the memoir", memoirSynopsis(t), edition.Alternating},
		{"synopsis of the memoir", memoirSynopsis(t), edition.Columns},
		{"hebrew, without headings", hebrew, edition.Alternating},
	}
	for _, b := range books {
		t.Run(b.name+" "+string(b.arrangement), func(t *testing.T) {
			t.Parallel()
			file := filepath.Join(t.TempDir(), "book.epub")
			if err := os.WriteFile(file, book(t, b.text, fullOptions(b.arrangement)), 0o666); err != nil {
				t.Fatal(err)
			}
			out, err := exec.Command(check[0], append(check[1:], "--failonwarnings", file)...).CombinedOutput()
			if err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

// memoirSynopsis returns three versions of the memoir, set side by side.
func memoirSynopsis(t *testing.T) *exchange.Parallel {
	t.Helper()
	s, err := align.Synopsize(t.Context(), []*segment.Document{
		lines(t, "../../testdata/gold/en-es.abridged/src.txt", language.English),
		lines(t, "../../testdata/gold/en-es/tgt.txt", language.Spanish),
		lines(t, "../../testdata/gold/en-es.abridged/tgt.txt", language.Spanish),
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return exchange.OfSynopsis(s)
}

// epubcheck returns the command that runs epubcheck. Debian's is a Java archive,
// which not every kernel starts by itself.
func epubcheck(t *testing.T) []string {
	t.Helper()
	file, err := exec.LookPath("epubcheck")
	if err != nil {
		t.Skip("epubcheck is not on the path")
	}
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	head := make([]byte, 2)
	io.ReadFull(f, head)
	if string(head) != "PK" {
		return []string{file}
	}
	java, err := exec.LookPath("java")
	if err != nil {
		t.Skip("epubcheck is a Java archive, and java is not on the path")
	}
	return []string{java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", file} // short runs
}

func TestEPUBIsTheSameEachTime(t *testing.T) {
	for _, a := range arrangements {
		if !bytes.Equal(book(t, hard(t), fullOptions(a)), book(t, hard(t), fullOptions(a))) {
			t.Errorf("%q: the same input gave other bytes", a)
		}
	}
	if !bytes.Equal(book(t, hard(t), nil), book(t, hard(t), nil)) {
		t.Error("without options the same input gave other bytes")
	}
}

// Every part must be well-formed, and every link lead somewhere.
func TestEPUBPartsAreWellFormedAndLinked(t *testing.T) {
	for _, a := range arrangements {
		ids, links := partsOf(t, book(t, hard(t), fullOptions(a)))
		for link := range links {
			if !ids[link] {
				t.Errorf("%q: a link to %s, which is nowhere", a, link)
			}
		}
	}
}

// A text whose paragraphs aren't known, as from a translation memory, is still
// cut into pieces that a reading system can lay out.
func TestEPUBWithoutParagraphs(t *testing.T) {
	text, err := exchange.Collect(func(yield func(exchange.Unit, error) bool) {
		for range 2500 {
			yield(exchange.Unit{Texts: []exchange.Text{
				{Language: language.English, Sentences: []string{"A line."}},
				{Language: language.Spanish, Sentences: []string{"Una línea."}},
			}}, nil)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	data := book(t, text, nil)
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	chapters := 0
	for _, f := range archive.File {
		if strings.Contains(f.Name, "chapter") {
			chapters++
		}
	}
	if chapters != 3 {
		t.Errorf("%d files of text for 2500 rows, want 3", chapters)
	}
}

// partsOf parses all parts of a book and returns the places in them, and the
// places that links lead to.
func partsOf(t *testing.T, data []byte) (ids, links map[string]bool) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if first := archive.File[0]; first.Name != "mimetype" || first.Method != zip.Store {
		t.Errorf("first part %q with method %d, want mimetype, stored", first.Name, first.Method)
	}
	ids, links = make(map[string]bool), make(map[string]bool)
	for _, f := range archive.File {
		if !strings.HasSuffix(f.Name, "ml") && !strings.HasSuffix(f.Name, ".opf") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(f.Name, "EPUB/")
		ids[name] = true
		d := xml.NewDecoder(r)
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
			start, _ := token.(xml.StartElement)
			for _, at := range start.Attr {
				switch {
				case at.Name.Local == "id":
					if ids[name+"#"+at.Value] {
						t.Errorf("%s: id %s twice", name, at.Value)
					}
					ids[name+"#"+at.Value] = true
				case start.Name.Local == "a" && at.Name.Local == "href" && at.Value[0] == '#':
					links[name+at.Value] = true
				case start.Name.Local == "a" && at.Name.Local == "href":
					links[at.Value] = true
				}
			}
		}
	}
	return ids, links
}

// A note with two translations or more tells which is which.
func TestPopupsNameTheVersions(t *testing.T) {
	for _, tt := range []struct {
		text *exchange.Parallel
		want bool
	}{{three(t), true}, {hard(t), false}} {
		chapter := contents(t, book(t, tt.text, fullOptions(edition.Popups)))["EPUB/chapter-0001.xhtml"]
		if got := strings.Contains(chapter, `<p class="name">`); got != tt.want {
			t.Errorf("%d versions: names in the notes: %v, want %v", len(tt.text.Documents), got, tt.want)
		}
	}
}
