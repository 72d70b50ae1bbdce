package exchange_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/exchange"
	"golang.org/x/text/language"
)

// rule tells what an element must have and may hold, as its standard says of the
// part of it that we write.
type rule struct {
	attributes string // that are required, by local names
	children   string // a pattern over their names, each with a space after it
	words      bool   // it may hold text
}

// standards are the rules of the forms, by element.
var standards = map[string]map[string]rule{
	"TMX 1.4b": {
		"tmx":    {"version", `header body `, false},
		"header": {"creationtool creationtoolversion segtype o-tmf adminlang srclang datatype", `((note|prop|ude) )*`, false},
		"body":   {"", `(tu )*`, false},
		"tu":     {"", `((note|prop) )*(tuv )+`, false},
		"prop":   {"type", ``, true},
		"tuv":    {"lang", `((note|prop) )*seg `, false},
		"seg":    {"", ``, true},
	},
	"XLIFF 2.0": {
		"xliff":   {"version srcLang trgLang", `(file )+`, false},
		"file":    {"id", `(unit )+`, false},
		"unit":    {"id", `(notes )?(segment )+`, false},
		"notes":   {"", `(note )+`, false},
		"note":    {"category", ``, true},
		"segment": {"", `source (target )?`, false},
		"source":  {"", `(cp )*`, true},
		"target":  {"", `(cp )*`, true},
		"cp":      {"hex", ``, false},
	},
	"XCES": {
		"cesAlign": {"version", `(linkGrp )+`, false},
		"linkGrp":  {"targType fromDoc toDoc", `(link )*`, false},
		"link":     {"id xtargets", ``, false},
	},
	"TEI P5": {
		"TEI":             {"", `teiHeader text standOff `, false},
		"teiHeader":       {"", `fileDesc `, false},
		"fileDesc":        {"", `titleStmt publicationStmt sourceDesc `, false},
		"titleStmt":       {"", `(title )+`, false},
		"title":           {"", ``, true},
		"publicationStmt": {"", `(p )+`, false},
		"sourceDesc":      {"", `(p )+`, false},
		"text":            {"", `(body|group) `, false},
		"group":           {"", `(text )+`, false},
		"body":            {"", `((p|lg|list|anchor|note) )*(div (anchor |note )*)*`, false}, // no paragraph after a division
		"div":             {"", `head ((p|lg|list|anchor|note) )*(div (anchor |note )*)*`, false},
		"head":            {"", `((s|note|anchor) )*`, false},
		"p":               {"", `((s|note|anchor) )*`, false},
		"lg":              {"", `(anchor )*(l (anchor )*)+`, false},
		"l":               {"", `(s )(note )*`, false},
		"list":            {"", `(anchor )*(item (anchor )*)+`, false},
		"item":            {"", `((s|note|anchor) )*`, false},
		"s":               {"", ``, true},
		"anchor":          {"id", ``, false},
		"note":            {"", `(p )*`, false},
		"standOff":        {"", `linkGrp `, false},
		"linkGrp":         {"type", `(link )*`, false},
		"link":            {"target", ``, false},
	},
}

// What is written keeps to the rules of its standard.
func TestWritersKeepTheRules(t *testing.T) {
	for seed := range uint64(60) {
		p := randomParallel(rand.New(rand.NewPCG(seed, 11)), true, language.English, language.MustParse("es-MX"))
		beads := make([]align.Bead, len(p.Rows))
		for i, row := range p.Rows {
			beads[i] = align.Bead{Source: row.Ranges[0], Target: row.Ranges[1], Confidence: row.Confidence}
		}
		for standard, write := range map[string]func(io.Writer) error{
			"TMX 1.4b":  func(w io.Writer) error { return exchange.WriteTMX(w, p.Units(), language.English) },
			"XLIFF 2.0": func(w io.Writer) error { return exchange.WriteXLIFF(w, p.Units(), language.English, language.Spanish) },
			"XCES": func(w io.Writer) error {
				return exchange.WriteXCES(w, beads, exchange.XCESFiles{Source: "a", Target: "b"})
			},
			"TEI P5": func(w io.Writer) error { return exchange.WriteTEI(w, p, "A title") },
		} {
			checkRules(t, standard, written(t, write))
		}
	}
}

// checkRules reads a file and checks each element, and that no identifier is there
// twice.
func checkRules(t *testing.T, standard string, data []byte) {
	t.Helper()
	type open struct {
		name     string
		children strings.Builder
	}
	stack := []*open{{}}
	ids := make(map[string]bool)
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", standard, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			name := token.Name.Local
			rule, known := standards[standard][name]
			if !known {
				t.Fatalf("%s: element %s, which we don't write", standard, name)
			}
			attributes := make(map[string]bool)
			for _, a := range token.Attr {
				attributes[a.Name.Local] = true
				if a.Name.Local == "id" {
					if ids[a.Value] {
						t.Errorf("%s: id %q is there twice", standard, a.Value)
					}
					ids[a.Value] = true
				}
			}
			for want := range strings.FieldsSeq(rule.attributes) {
				if !attributes[want] {
					t.Errorf("%s: %s lacks the attribute %s", standard, name, want)
				}
			}
			stack[len(stack)-1].children.WriteString(name + " ")
			stack = append(stack, &open{name: name})
		case xml.CharData:
			if top := stack[len(stack)-1]; strings.TrimSpace(string(token)) != "" && !standards[standard][top.name].words {
				t.Errorf("%s: text %q in %s", standard, token, top.name)
			}
		case xml.EndElement:
			top := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			pattern := "^" + standards[standard][top.name].children + "$"
			if !regexp.MustCompile(pattern).MatchString(top.children.String()) {
				t.Fatalf("%s: %s holds %q, want %s\n%s", standard, top.name, top.children.String(), pattern, data)
			}
		}
	}
}
