package exchange

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/hexapla/hexapla/segment"
)

const teiNamespace = "http://www.tei-c.org/ns/1.0"

// WriteTEI writes a text in TEI P5: each version a <text> in a <group>, divided
// at its headings into <div>, with <p>, <lg> and <list>, a sentence an <s>, its
// notes where their marks are; and the rows as <link> in a <linkGrp> of the
// <standOff>, with the confidence as @cert. The links may cross, and name
// sentences of any number of versions. A link must have two ends at least, so a
// version that leaves a row out has an <anchor> where it does.
//
// Identifiers are v1.s1 for the first sentence of the first version, and v2.g5
// for the place where the second version leaves out the fifth row. Spans,
// asides, repairs and the places of notes' marks within a sentence are lost, and
// characters that XML can't hold; [ReadTEI] leaves out sentences without words. An
// error of the rows' is of the cause [ErrInconsistent].
func WriteTEI(w io.Writer, p *Parallel, title string) error {
	if err := p.Check(); err != nil {
		return err
	}
	x := newXMLWriter(w)
	x.raw(xml.Header, `<TEI xmlns="`, teiNamespace, `">`, "\n<teiHeader><fileDesc><titleStmt><title>")
	x.text(title)
	x.raw("</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>\n<text><group>\n")
	for v, doc := range p.Documents {
		t := teiWriter{xmlWriter: x, version: v + 1, doc: doc, notes: make(map[int][]int)}
		t.findGaps(p)
		t.document()
	}
	x.raw("</group></text>\n<standOff><linkGrp type=\"translation\">\n")
	for i := range p.Rows {
		x.teiLink(i, &p.Rows[i])
	}
	x.raw("</linkGrp></standOff>\n</TEI>\n")
	return x.Flush()
}

func (x xmlWriter) teiLink(number int, row *Row) {
	var targets []string
	for v, r := range row.Ranges {
		if r.Len() == 0 {
			targets = append(targets, "#"+gapID(v+1, number))
		}
		for s := r.Start; s < r.End; s++ {
			targets = append(targets, "#"+sentenceID(v+1, s))
		}
	}
	x.raw(`<link target="`, strings.Join(targets, " "), `"`)
	if isTold(row.Confidence) {
		x.raw(` cert="`, probability(row.Confidence), `"`)
	}
	x.raw("/>\n")
}

func sentenceID(version, sentence int) string { return fmt.Sprintf("v%d.s%d", version, sentence+1) }
func gapID(version, row int) string           { return fmt.Sprintf("v%d.g%d", version, row+1) }

// teiWriter writes one version.
type teiWriter struct {
	xmlWriter
	version int // from 1
	doc     *segment.Document
	notes   map[int][]int // by the sentence that holds the mark, -1 for none
	gaps    []gap         // that are still to be written
	levels  []int         // of the headings whose <div> is open
	inList  bool
}

type gap struct{ place, row int }

func (t *teiWriter) findGaps(p *Parallel) {
	for i, row := range p.Rows {
		if r := row.Ranges[t.version-1]; r.Len() == 0 {
			t.gaps = append(t.gaps, gap{r.Start, i})
		}
	}
	slices.SortStableFunc(t.gaps, func(a, b gap) int { return a.place - b.place })
	for i, n := range t.doc.Notes {
		t.notes[n.Sentence] = append(t.notes[n.Sentence], i)
	}
}

func (t *teiWriter) document() {
	t.raw(`<text xml:id="v`, t.version, `" xml:lang="`, t.doc.Language.String(), `"><body>`, "\n")
	for i := 0; i < len(t.doc.Sentences); {
		end := i + 1
		for end < len(t.doc.Sentences) && t.doc.Sentences[end].Paragraph == t.doc.Sentences[i].Paragraph {
			end++
		}
		var p segment.Paragraph
		if number := t.doc.Sentences[i].Paragraph; number < len(t.doc.Paragraphs) {
			p = t.doc.Paragraphs[number]
		}
		t.paragraph(p, i, end)
		i = end
	}
	t.closeList()
	if len(t.doc.Sentences) == 0 {
		t.raw("<p>") // a body must have something
		t.anchors(0)
		t.raw("</p>\n")
	}
	t.anchors(len(t.doc.Sentences))
	for _, n := range t.notes[-1] {
		t.note(n, true)
	}
	for range t.levels {
		t.raw("</div>")
	}
	t.raw("</body></text>\n")
}

func (t *teiWriter) paragraph(p segment.Paragraph, start, end int) {
	if p.Kind != segment.Item {
		t.closeList()
	}
	element, each := "p", ""
	switch p.Kind {
	case segment.Heading:
		t.division(max(p.Level, 1))
		element = "head"
	case segment.Verse:
		element, each = "lg", "l"
	case segment.Item:
		if !t.inList {
			t.raw("<list>\n")
			t.inList = true
		}
		element = "item"
	}
	t.raw("<", element, ">")
	for i := start; i < end; i++ {
		t.anchors(i)
		if each != "" {
			t.raw("<", each, ">")
		}
		t.raw(`<s xml:id="`, sentenceID(t.version, i), `">`)
		t.text(t.doc.Sentences[i].Text)
		t.raw("</s>")
		for _, n := range t.notes[i] {
			t.note(n, false)
		}
		if each != "" {
			t.raw("</", each, ">")
		}
		t.raw("\n")
	}
	t.raw("</", element, ">\n")
}

func (t *teiWriter) closeList() {
	if t.inList {
		t.raw("</list>\n")
		t.inList = false
	}
}

// division closes the divisions of the level and under it, and opens one.
func (t *teiWriter) division(level int) {
	for n := len(t.levels); n > 0 && t.levels[n-1] >= level; n-- {
		t.raw("</div>\n")
		t.levels = t.levels[:n-1]
	}
	t.levels = append(t.levels, level)
	t.raw("<div>\n")
}

// anchors writes the anchors of the gaps up to a place.
func (t *teiWriter) anchors(place int) {
	for len(t.gaps) > 0 && t.gaps[0].place <= place {
		t.raw(`<anchor xml:id="`, gapID(t.version, t.gaps[0].row), `"/>`)
		t.gaps = t.gaps[1:]
	}
}

// note writes a note. Loose is one of which the mark isn't known.
func (t *teiWriter) note(number int, loose bool) {
	n := &t.doc.Notes[number]
	t.raw(`<note`)
	if loose {
		t.raw(` type="loose"`)
	}
	if n.Number != "" {
		t.raw(` n="`)
		t.text(n.Number)
		t.raw(`"`)
	}
	t.raw(">")
	for i, s := range n.Sentences {
		if i == 0 || s.Paragraph != n.Sentences[i-1].Paragraph {
			t.raw("<p>")
		}
		t.raw("<s>")
		t.text(s.Text)
		t.raw("</s>")
		if i == len(n.Sentences)-1 || s.Paragraph != n.Sentences[i+1].Paragraph {
			t.raw("</p>")
		}
	}
	t.raw("</note>")
}
