package lexicon

import (
	"encoding/binary"
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

var update = flag.Bool("update", false, "write the golden files and the tables anew")

// builtIns are the built-in lexicons, by the folders of their sources.
var builtIns = []struct {
	dir    string
	target language.Tag
	name   string // of the target language, in the names of files of forms
	table  string
}{
	{"eng-spa", language.Spanish, "spanish", englishSpanishTable},
	{"eng-fra", language.French, "french", englishFrenchTable},
	{"eng-deu", language.German, "german", englishGermanTable},
	{"eng-isl", language.Icelandic, "icelandic", englishIcelandicTable},
}

// TestTable holds that the embedded tables say what the source files say.
func TestTable(t *testing.T) {
	for _, b := range builtIns {
		t.Run(b.dir, func(t *testing.T) {
			want := encode(fromSources(t, b.dir, b.target, b.name))
			if *update {
				if err := os.WriteFile(b.dir+".table", []byte(want), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if b.table != want {
				t.Errorf("%s.table is not up to date with the files in %s: run go generate ./align/lexicon", b.dir, b.dir)
			}
			if again := encode(decode(b.target, b.table)); again != b.table {
				t.Error("the table does not come back as it was read")
			}
		})
	}
}

// fromSources reads the files of a folder. Where it has no forms of English,
// those of the first lexicon hold.
func fromSources(t testing.TB, dir string, target language.Tag, name string) *Lexicon {
	var pairs []Pair
	var english Forms
	others := make(Forms)
	for _, f := range readSources(t, dir) {
		for _, e := range f.entries {
			switch {
			case strings.HasPrefix(f.name, "forms-english"):
				if english == nil {
					english = make(Forms)
				}
				english[e.head] = append(english[e.head], e.list...)
				continue
			case strings.HasPrefix(f.name, "forms-"+name):
				others[e.head] = append(others[e.head], e.list...)
				continue
			}
			for rank, translation := range e.list {
				pairs = append(pairs, Pair{e.head, translation, rankWeight(rank)})
			}
		}
	}
	return New(language.English, target, pairs, english, others)
}

// sourceFile is one of the files of a folder.
type sourceFile struct {
	name    string
	header  string
	entries []entry
}

type entry struct {
	line int
	head string
	list []string
}

func (f *sourceFile) isForms() bool { return strings.HasPrefix(f.name, "forms-") }

func readSources(t testing.TB, dir string) []sourceFile {
	paths, err := filepath.Glob(dir + "/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no source files", err)
	}
	files := make([]sourceFile, len(paths))
	for i, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f := &files[i]
		f.name = filepath.Base(path)
		number := 0
		for line := range strings.Lines(string(text)) {
			number++
			line = strings.TrimSuffix(line, "\n")
			switch {
			case strings.HasPrefix(line, "#") || line == "":
				if number == 1 {
					f.header = line
				}
			default:
				head, rest, ok := strings.Cut(line, ": ")
				if !ok {
					t.Errorf("%s:%d: %q: want headword: translation, translation", path, number, line)
					continue
				}
				f.entries = append(f.entries, entry{number, head, strings.Split(rest, ", ")})
			}
		}
	}
	return files
}

func encode(l *Lexicon) string {
	var b []byte
	number := func(n int) { b = binary.AppendUvarint(b, uint64(n)) }
	list := func(list []string) {
		number(len(list))
		var lengths []byte
		for _, s := range list {
			lengths = binary.AppendUvarint(lengths, uint64(len(s)))
		}
		text := strings.Join(list, "")
		number(len(lengths))
		b = append(b, lengths...)
		number(len(text))
		b = append(b, text...)
	}
	for _, s := range []*side{l.source, l.target} {
		list(s.words)
		list(s.keys)
		for _, key := range s.keyOf {
			number(int(key))
		}
		number(len(s.forms.items))
		last := 0
		for lemma := range s.keys {
			for _, form := range s.forms.of(int32(lemma)) {
				number(lemma - last)
				number(int(form))
				last = lemma
			}
		}
	}
	ids := make(map[string]int, len(l.target.words))
	for i, word := range l.target.words {
		ids[word] = i
	}
	number(len(l.Pairs()))
	last, source := 0, 0
	for _, p := range l.Pairs() {
		for l.source.words[source] != p.Source {
			source++
		}
		number(source - last)
		last = source
		number(ids[p.Target])
		number(int(math.Round(1/p.Weight)) - 1)
	}
	return string(b)
}
