package segment

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

// checkDocument holds a document of Parse to what its types promise.
func checkDocument(t *testing.T, doc *Document) {
	t.Helper()
	owner := make([]uint8, len(doc.Text)) // how many things own each byte
	own := func(what string, s Span) {
		t.Helper()
		if s.Start < 0 || s.Start >= s.End || s.End > len(doc.Text) {
			t.Fatalf("%s: bad span %v of a text of %d bytes", what, s, len(doc.Text))
		}
		if !utf8.ValidString(doc.Text[s.Start:s.End]) {
			t.Fatalf("%s: span %v cuts a character", what, s)
		}
		for i := s.Start; i < s.End; i++ {
			owner[i]++
		}
	}
	checkSentences(t, doc, own)
	checkNotes(t, doc, own)
	for _, aside := range doc.Asides {
		own("aside", aside.Span)
	}
	for i, r := range doc.Text {
		bom := i == 0 && r == '\uFEFF'
		if !unicode.IsSpace(r) && !bom && owner[i] != 1 || owner[i] > 1 {
			t.Fatalf("byte %d (%q, near %q) belongs to %d things, want 1", i, r, near(doc.Text, i), owner[i])
		}
	}
	end := 0
	for _, r := range doc.Repairs {
		if r.Span.Start < end || r.Span.End < r.Span.Start || r.Span.End > len(doc.Text) {
			t.Fatalf("repair %+v: out of order after %d, or out of the text", r, end)
		}
		end = r.Span.End
	}
}

func checkSentences(t *testing.T, doc *Document, own func(string, Span)) {
	t.Helper()
	place, next := 0, 0
	for n, p := range doc.Paragraphs {
		if p.Sentences.Start != next || p.Sentences.Len() <= 0 {
			t.Fatalf("paragraph %d holds sentences %v, want them to start at %d", n, p.Sentences, next)
		}
		next = p.Sentences.End
		for i := p.Sentences.Start; i < p.Sentences.End; i++ {
			if doc.Sentences[i].Paragraph != n {
				t.Fatalf("sentence %d is said to be in paragraph %d, want %d", i, doc.Sentences[i].Paragraph, n)
			}
		}
	}
	if next != len(doc.Sentences) {
		t.Fatalf("the paragraphs hold %d sentences of %d", next, len(doc.Sentences))
	}
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		for _, span := range s.Spans {
			if span.Start < place {
				t.Fatalf("sentence %d: span %v starts before %d", i, span, place)
			}
			place = span.End
		}
		checkSentence(t, doc, s, own)
	}
}

func checkSentence(t *testing.T, doc *Document, s *Sentence, own func(string, Span)) {
	t.Helper()
	if len(s.Spans) == 0 {
		t.Fatalf("sentence %q has no spans", s.Text)
	}
	for _, span := range s.Spans {
		own("sentence", span)
		if trim(doc.Text, span) != span {
			t.Fatalf("span %v %q: white space at an end", span, doc.Text[span.Start:span.End])
		}
	}
	reading := doc.reading(s)
	if reading.text != s.Text {
		t.Fatalf("sentence at %v reads %q, and says %q", s.Spans, reading.text, s.Text)
	}
	if foldSpace(s.Text) != s.Text {
		t.Fatalf("sentence %q: white space is not folded", s.Text)
	}
	r := reader{text: doc.Text, repairs: doc.Repairs}
	for _, word := range doc.Words(s, NewStemmer(doc.Language)) {
		if word.Span.Start < s.Spans[0].Start || word.Span.End > s.Spans[len(s.Spans)-1].End || word.Span.Start >= word.Span.End {
			t.Fatalf("word %q: span %v lies outside its sentence's %v", word.Text, word.Span, s.Spans)
		}
		var pieces []Span
		for _, span := range s.Spans {
			if piece := (Span{max(span.Start, word.Span.Start), min(span.End, word.Span.End)}); piece.Start < piece.End {
				pieces = append(pieces, piece)
			}
		}
		if read := r.read(pieces).text; !strings.Contains(read, word.Text) {
			t.Fatalf("word %q at %v reads %q", word.Text, word.Span, read)
		}
	}
}

func checkNotes(t *testing.T, doc *Document, own func(string, Span)) {
	t.Helper()
	for n, note := range doc.Notes {
		own("label", note.Label)
		for i := range note.Sentences {
			checkSentence(t, doc, &note.Sentences[i], own)
		}
		if (note.Sentence < 0) != (note.Mark == Span{}) {
			t.Fatalf("note %d: mark %v in sentence %d", n, note.Mark, note.Sentence)
		}
		if note.Sentence < 0 {
			continue
		}
		inside := slices.ContainsFunc(doc.Sentences[note.Sentence].Spans, func(s Span) bool {
			return s.Start <= note.Mark.Start && note.Mark.End <= s.End
		})
		if !inside {
			t.Fatalf("note %d: mark %v is not in sentence %d at %v", n, note.Mark, note.Sentence, doc.Sentences[note.Sentence].Spans)
		}
	}
}

func near(text string, i int) string { return text[max(0, i-20):min(len(text), i+20)] }

// parse is Parse for texts that are good, with all promises checked.
func parse(t *testing.T, text string, opts Options) *Document {
	t.Helper()
	doc, err := Parse(text, opts)
	if err != nil {
		t.Fatalf("Parse(%.60q): %v", text, err)
	}
	checkDocument(t, doc)
	return doc
}

func FuzzParse(f *testing.F) {
	for _, seed := range fuzzSeeds {
		f.Add(seed, uint8(0), uint16(0))
	}
	for _, file := range []string{"memoir.es.pdf.txt", "memoir.en.ocr.txt"} {
		text := memoir(f, file)
		f.Add(strings.ToValidUTF8(text[:len(text)/8], ""), uint8(1), uint16(0)) // some pages
	}
	languages := []language.Tag{language.English, language.Spanish, language.German, language.Und, language.Japanese}
	f.Fuzz(func(t *testing.T, text string, lang uint8, keep uint16) {
		opts := Options{Language: languages[int(lang)%len(languages)], Keep: Faults(keep) & KeepAll}
		doc, err := Parse(text, opts)
		if err != nil {
			return
		}
		checkDocument(t, doc)
		again, _ := Parse(text, opts)
		if diff := cmp.Diff(doc, again, cmp.Comparer(sameTag)); diff != "" {
			t.Fatalf("parsing twice differs:\n%s", diff)
		}
		data, err := json.Marshal(doc)
		if err != nil {
			t.Fatal(err)
		}
		var back Document
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(doc, &back, cmp.Comparer(sameTag)); diff != "" {
			t.Fatalf("JSON loses something:\n%s", diff)
		}
		doc.Report()
	})
}

// FuzzLayout makes texts of whole lines, so that pages, notes and paragraphs
// meet in all orders.
func FuzzLayout(f *testing.F) {
	f.Add([]byte{0, 1, 2, 9, 10, 3, 4, 9, 5, 1, 0})
	f.Add([]byte("a page of lines, as it were"))
	f.Fuzz(func(t *testing.T, choices []byte) {
		var text strings.Builder
		for _, c := range choices {
			text.WriteString(fuzzLines[int(c)%len(fuzzLines)])
		}
		if doc, err := Parse(text.String(), Options{Language: language.Spanish}); err == nil {
			checkDocument(t, doc)
		}
	})
}

// fuzzLines are lines as books have them.
var fuzzLines = []string{
	"The pilot went down to the quay before the sun was up and he found\n",
	"the boat where he had left it.1 The tide was running, and he went to the har-\n",
	"bour to see.2 Nobody was there. It was in 1914-\n", "1918, or so they said. A well-\n",
	"known man knew it!\n", "\n", "\n\n", "\f", "12\n", "13\n", "14\n", "15 | The Tide\n", "16 | The Tide\n",
	"1 A note that says this and goes\n", "on to the end.\n", "2 Another note.\n", "3 A third one that has no\n",
	" mark in the text, and the o!cer's con-ict went on;\n", "  • an item\n", "CHAPTER ONE\n", "    \"Come!/' he said.\n",
	"THE TIDE\n", "Subscribe\n", "All rights reserved\n", "—¿Qué? —dijo él—. N a d i e lo ve\n", "[3] endnote\n", "word (3) word³ word*\n", "* sign\n",
	"> he said that the har-\n", ">> bour was\n", ">\n", "____\n", "The Tide ..... 12\n", "I\n", "t was lampand the lamp †\n", "† sign\n", "xii\n", "-\n", "a-\n", "\u00ad\n", "\u200b\n",
}

func sameTag(a, b language.Tag) bool { return a == b }

// fuzzSeeds show every fault once.
var fuzzSeeds = []string{
	"One. Two! “Three?” he said. Four…",
	"CHAPTER I\n\nThe boat was late, and the har-\nbour master, who had wait-\n\fed since four, went home.1\n\n1 He told me so himself.\n",
	"a lost !nger, an o!ce, a !ne a#air; the !re in the in-uence of -owers C6rdoba",
	"\"He came/' she said. \"Go.** \n\n12\n\nmore text that goes on\n\n13\n\nand on and on\n\n14\n\nto the end",
	"Ã©tÃ© cafe\u0301 \ufb01n \u00ad so\u00adft\u200b zero\u2028line\u2029para\x0bvt\r\ncr\rlf",
	"1) one 2) two\n• three • four\na. five b. six",
	"* * *\n\n...\n\n[12]\n\nText.[3] More ¹² text.*\n\n* a note",
	"¿Qué?—dijo—. «Nada.» —¡Ven! —gritó Juan. EE. UU. y la O.N.U. el Sr. D. Luis…",
	"Subscribe\n\nA text that is long enough, and has a stop.\n\nLeave a reply\n\nLog in\n\nPrivacy policy",
	"left it.* The bar†\nwas low\n____\n* On foot.\n† At sea\n\nxii\n\nof fi cers lampand-and &eacute;\n> quoted\n>> twice\n",
	"W E never\n\nI\nt was\n\nT H E   L A M P\n\nI. The Quay .... 1\n\nANA. Who?\n\nANA. I.\n\n- an item\n(a) another\n",
	"Dear Ana, I am 6 ft. The U.S. 5 p.m. Mr. A. [...] 4 Even so. See http://a.b/c http://d.e Figure 1 A b. iQué! !Ay! ?Y?",
	"*** START OF ***\n\na. b\n\n*** END OF ***\n\nrest Sokolo848 x8,48 y\n\n48 «A»\n\uf001n \u00dene \ufffdn",
	"word.12\n\n12. A note that starts here and\n\nsmall goes on\n\n\ufeff\n\n!x -y \"z 3w",
}

// running returns the running text of a document, a paragraph a line.
func running(doc *Document) string {
	var b strings.Builder
	for _, p := range doc.Paragraphs {
		for i := p.Sentences.Start; i < p.Sentences.End; i++ {
			if i > p.Sentences.Start {
				b.WriteByte(' ')
			}
			b.WriteString(doc.Sentences[i].Text)
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

// TestAgain reads the running text of a document again: nothing in it changes.
func TestAgain(t *testing.T) {
	for file, tag := range map[string]language.Tag{
		"memoir.es.pdf.txt": language.Spanish, "memoir.en.ocr.txt": language.English,
		"memoir.es.txt": language.Spanish, "memoir.en.second.txt": language.English,
	} {
		opts := Options{Language: tag}
		once := running(parse(t, memoir(t, file), opts))
		again := parse(t, once, opts)
		if diff := cmp.Diff(once, running(again)); diff != "" {
			t.Errorf("%s (-once +again):\n%s", file, diff)
		}
		made := slices.ContainsFunc(again.Repairs, func(r Repair) bool { return !r.Doubtful })
		if made || len(again.Notes)+len(again.Asides) > 0 {
			t.Errorf("%s: repairs %+v, notes %+v, asides %+v in a text that was repaired", file, again.Repairs, again.Notes, again.Asides)
		}
	}
}
