package segment

import (
	"errors"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

func TestBadInput(t *testing.T) {
	for _, test := range []struct {
		reason       string
		text         string
		cause        error
		offset, line int
	}{
		{"nothing", "", ErrNoText, 0, 0},
		{"white space", " \n\t\f\u2028\u00a0\r\n", ErrNoText, 0, 0},
		{"a byte order mark", byteOrderMark, ErrNoText, 0, 0},
		{"a NUL byte", "one\ntwo\x00", ErrBinary, 7, 2},
		{"Latin-1", "one\ntwo\ncaf\xe9\n", ErrNotUTF8, 11, 3},
		{"a character cut off at the end", "caf\xc3", ErrNotUTF8, 3, 1},
	} {
		for _, layout := range []Layout{Prose, Lines} {
			_, err := Parse(test.text, Options{Layout: layout})
			var e *Error
			if !errors.As(err, &e) || !errors.Is(err, test.cause) || e.Offset != test.offset || e.Line != test.line {
				t.Errorf("%s: error %v, want %v at byte %d, line %d", test.reason, err, test.cause, test.offset, test.line)
			}
		}
	}
}

// TestLineEnds reads one text with all ends that a line may have.
func TestLineEnds(t *testing.T) {
	const text = "The boat lay in the harbour and\nnobody came to look at it until\nthe tide was out.\n\nThen they\nleft."
	want := clean(parse(t, text, Options{Language: language.English}))
	for _, end := range []string{"\r\n", "\r", "\u2028", "\u2029", "\v", "\n\t", " \n"} {
		raw := byteOrderMark + strings.ReplaceAll(text, "\n", end)
		if diff := cmp.Diff(want, clean(parse(t, raw, Options{Language: language.English}))); diff != "" {
			t.Errorf("lines that end in %q (-want +got):\n%s", end, diff)
		}
	}
}

// TestCleanText: what is clean stays as it is, byte for byte but for the white
// space between sentences.
func TestCleanText(t *testing.T) {
	for file, tag := range map[string]language.Tag{
		"memoir.en.txt": language.English, "memoir.en.second.txt": language.English,
		"memoir.es.txt": language.Spanish, "memoir.es.abridged.txt": language.Spanish,
	} {
		text := memoir(t, file)
		doc := parse(t, text, Options{Language: tag})
		if len(doc.Repairs)+len(doc.Notes)+len(doc.Asides) > 0 {
			t.Errorf("%s: %d repairs, %d notes, %d asides in a clean text: %+v %+v", file,
				len(doc.Repairs), len(doc.Notes), len(doc.Asides), doc.Repairs, doc.Asides)
		}
		if got := strings.Join(texts(doc), " "); got != foldSpace(strings.TrimSpace(text)) {
			t.Errorf("%s: the sentences are not the text", file)
		}
	}
}

// TestLargeTexts holds the cost linear on texts made to break that, and on a
// single long line.
func TestLargeTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("large texts")
	}
	const (
		size  = 200_000
		bound = 5 * time.Second // a hundred times what it takes; quadratic cost takes minutes
	)
	for _, unit := range []string{
		"A man said no. ", "a.", "… ", "!(", ". ", "\"a ", "* a\n\n", "12 Abc\n\n", "abc12 def.\n12 Abc def\n\n",
		"abc-\ndef ", "((((", "—", "a\u0301", "Ã©", "HEAD 12\fab cd\n", "12\nab cd\n", "a!b ", "a\u00b9 ", "a [1] ",
		"ab. c", "a:\n", "1) a 2) b ", "• a ", "a; The ", "http://a.b/c The ", "a@b.c The ", "==== a ", "ab cd ef\n",
		"a b c ", "T h e ", "of fi cer ", "the-\nof fi cer\n", "> a b\n", "iA ! ", "&amp;", "&a", "1 May a.\n", "a. \" ", "one1 two2.\n1 Ab.\n2 Cd.\n\n", "one* two†.\n\n* Ab.\n† Cd.\n\n", "* a b.\n", "A. b\n\n", "lampand-and ab-\nc ",
		"T he\n\n", "b.12 ", "Dear A, ", "(a. b) ", "“A! ", "(1. ", ".*†", "Ab. C. ", "a… [...] ", "a :-) B ", "1/1/11 ", "Figure 1 A\n\n", "xii\n\nab\n\n", "____\n",
		"\u00b9\u00b2\u00b3", "a ..... 1\n", "(a) b\n", "ANA. B\n\n", "- a\n", "A\n\n",
	} {
		text := strings.Repeat(unit, size/len(unit))
		start := time.Now()
		doc, err := Parse(text, Options{Language: language.English})
		if err != nil {
			t.Fatalf("%q: %v", unit, err)
		}
		doc.Report()
		if took := time.Since(start); took > bound {
			t.Errorf("%q repeated to %d bytes took %v", unit, len(text), took)
		}
	}
	const said = "The boat lay in the harbour. Nobody came to look at it! "
	for reason, text := range map[string]string{
		"a line of 10 MB": strings.Repeat(said, 10_000_000/len(said)),
		"a file of 50 MB": strings.Repeat(strings.Repeat(said, 10)+"\n\n", 50_000_000/(10*len(said))),
	} {
		doc, err := Parse(text, Options{Language: language.English})
		if want := strings.Count(text, "."); err != nil || len(doc.Sentences) != 2*want {
			t.Errorf("%s: error %v, %d sentences, want %d", reason, err, len(doc.Sentences), 2*want)
		}
	}
}

// TestMarksInARow holds that a mark may be followed by any number of others: as
// many as a hostile text likes take no more of the stack than one.
func TestMarksInARow(t *testing.T) {
	for text, want := range map[string]int{
		"He left.1 2 33 She stayed.":   2,
		"He left.1 2 3333 She stayed.": 1,
		"He left.1 2 33 she stayed.":   1,
	} {
		doc, err := Parse(text, Options{Language: language.English, Keep: KeepAll})
		if err != nil || len(doc.Sentences) != want {
			t.Errorf("%q: error %v, sentences %q; want %d", text, err, texts(doc), want)
		}
	}
	defer debug.SetMaxStack(debug.SetMaxStack(4 << 20))
	text := "He left." + strings.Repeat("1 ", 200_000) + "She stayed."
	if doc, err := Parse(text, Options{Language: language.English}); err != nil || len(doc.Sentences) != 2 {
		t.Errorf("200,000 marks: error %v, %d sentences; want 2", err, len(doc.Sentences))
	}
}
