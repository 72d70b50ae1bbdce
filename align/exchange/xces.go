package exchange

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/segment"
)

// XCESFiles are the names under which the two texts are known to an XCES
// alignment.
type XCESFiles struct{ Source, Target string }

// WriteXCES writes beads as an XCES alignment, as OPUS has them: a <link> a
// bead, the identifiers of its sentences in xtargets, the confidence in
// certainty. The first sentence of a text has the identifier s1, which is what
// [WriteXCESText] gives it.
func WriteXCES(w io.Writer, beads []align.Bead, files XCESFiles) error {
	x := newXMLWriter(w)
	x.raw(xml.Header,
		`<!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" "">`, "\n",
		`<cesAlign version="1.0">`, "\n",
		`<linkGrp targType="s" fromDoc="`)
	x.text(files.Source)
	x.raw(`" toDoc="`)
	x.text(files.Target)
	x.raw(`">`, "\n")
	for i, b := range beads {
		x.raw(`<link id="SL`, i+1, `" xtargets="`)
		x.xcesIDs(b.Source)
		x.raw(";")
		x.xcesIDs(b.Target)
		x.raw(`" certainty="`, probability(b.Confidence), `"/>`, "\n")
	}
	x.raw("</linkGrp>\n</cesAlign>\n")
	return x.Flush()
}

func (x xmlWriter) xcesIDs(r segment.Range) {
	for i := r.Start; i < r.End; i++ {
		if i > r.Start {
			x.raw(" ")
		}
		x.raw("s", i+1)
	}
}

// WriteXCESText writes a document as the text that an XCES alignment points
// into: its paragraphs as <p>, its sentences as <s>.
func WriteXCESText(w io.Writer, doc *segment.Document) error {
	x := newXMLWriter(w)
	x.raw(xml.Header, `<text xml:lang="`, doc.Language.String(), `">`, "\n<body>\n")
	for i, s := range doc.Sentences {
		if i == 0 || s.Paragraph != doc.Sentences[i-1].Paragraph {
			x.raw("<p>\n")
		}
		x.raw(`<s id="s`, i+1, `">`)
		x.text(s.Text)
		x.raw("</s>\n")
		if i+1 == len(doc.Sentences) || s.Paragraph != doc.Sentences[i+1].Paragraph {
			x.raw("</p>\n")
		}
	}
	x.raw("</body>\n</text>\n")
	return x.Flush()
}

// XCESText is a text that an XCES alignment points into.
type XCESText struct {
	Document *segment.Document
	IDs      []string // of its sentences
}

// ReadXCESText reads the sentences of a text in XCES, as WriteXCESText or OPUS
// writes them. Words that are marked one by one are put together with spaces.
// A sentence without words is one of the document's, as the blank line of a text
// in lines is, since an alignment may point at it. The error is an [*Error] that
// names the line; its cause may be [ErrTooLarge].
func ReadXCESText(r io.Reader) (*XCESText, error) {
	x, err := newXMLReader(&fileReader{r, maxFile})
	if err != nil {
		return nil, err
	}
	var b builder
	text := new(XCESText)
	for {
		token, err := x.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if lang := attr(start, "lang"); x.depth == 1 && lang != "" {
			if b.doc.Language, err = x.tag(lang); err != nil {
				return nil, err
			}
		}
		switch start.Name.Local {
		case "p":
			b.paragraph(segment.Body, 0)
		case "s":
			words, err := x.text(nil)
			if err != nil {
				return nil, err
			}
			if b.sentence(words); b.count() == len(text.IDs) {
				b.blank()
			}
			text.IDs = append(text.IDs, attr(start, "id"))
		}
	}
	text.Document = b.document()
	return text, nil
}

// ReadXCES reads an XCES alignment of two texts, whose sentences have the
// identifiers given. The file must hold one <linkGrp>. A sentence that no link
// names is a bead of its own. The error is an [*Error]
// that names the line; its cause is [ErrInconsistent] if a link points at
// nothing or at sentences that don't follow one another.
func ReadXCES(r io.Reader, source, target []string) ([]align.Bead, error) {
	x, err := newXMLReader(r)
	if err != nil {
		return nil, err
	}
	if _, err := x.root("cesAlign"); err != nil {
		return nil, err
	}
	sides := [2]map[string]int{numbersOf(source), numbersOf(target)}
	var beads []align.Bead
	var last align.Bead
	groups := 0
	for {
		token, err := x.next()
		if err == io.EOF {
			return completedBeads(beads, len(source), len(target)), nil
		}
		if err != nil {
			return nil, err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if start.Name.Local == "linkGrp" {
			if groups++; groups > 1 {
				return nil, x.errorf("a second <linkGrp>; give a file for each pair of texts")
			}
		}
		if start.Name.Local != "link" {
			continue
		}
		if last, err = x.xcesLink(start, sides, last); err != nil {
			return nil, err
		}
		if last.Source.Len()+last.Target.Len() > 0 {
			beads = append(beads, last)
		}
	}
}

// completedBeads returns beads with those of the sentences that none of them has.
func completedBeads(beads []align.Bead, source, target int) []align.Bead {
	rows := make([]Row, len(beads))
	for i, b := range beads {
		rows[i] = Row{[]segment.Range{b.Source, b.Target}, b.Confidence}
	}
	all := completed(rows, []int{source, target})
	if len(all) == len(beads) {
		return beads
	}
	beads = make([]align.Bead, len(all))
	for i, row := range all {
		beads[i] = align.Bead{Source: row.Ranges[0], Target: row.Ranges[1], Confidence: row.Confidence}
	}
	return beads
}

func numbersOf(ids []string) map[string]int {
	numbers := make(map[string]int, len(ids))
	for i, id := range ids {
		numbers[id] = i
	}
	return numbers
}

func (x *xmlReader) xcesLink(e xml.StartElement, sides [2]map[string]int, last align.Bead) (b align.Bead, err error) {
	source, target, ok := strings.Cut(attr(e, "xtargets"), ";")
	if !ok {
		return b, x.errorf(`xtargets %q; want identifiers of the source, ";" and identifiers of the target`, attr(e, "xtargets"))
	}
	if b.Source, err = xcesRange(source, sides[0], last.Source.End); err != nil {
		return b, x.wrap(err)
	}
	if b.Target, err = xcesRange(target, sides[1], last.Target.End); err != nil {
		return b, x.wrap(err)
	}
	if certainty := attr(e, "certainty"); certainty != "" {
		if b.Confidence, ok = parseProbability(certainty); !ok {
			return b, x.errorf("certainty %q; want a number", certainty)
		}
	}
	return b, nil
}

// xcesRange reads identifiers; none stand at the place given.
func xcesRange(ids string, numbers map[string]int, place int) (segment.Range, error) {
	r := segment.Range{Start: place, End: place}
	for i, id := range strings.Fields(ids) {
		n, ok := numbers[id]
		if !ok {
			return r, fmt.Errorf("%w: no sentence has the identifier %q", ErrInconsistent, id)
		}
		if i == 0 {
			r.Start, r.End = n, n
		}
		if n != r.End {
			return r, fmt.Errorf("%w: %q doesn't follow the sentence before it; the sentences of a link follow one another", ErrInconsistent, id)
		}
		r.End++
	}
	return r, nil
}
