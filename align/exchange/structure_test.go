package exchange_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align/exchange"
	"golang.org/x/text/language"
)

func TestTMXHasTheStructureOfTMX(t *testing.T) {
	xmllint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not on the path")
	}
	p := randomParallel(rand.New(rand.NewPCG(7, 7)), true, language.English, language.Spanish, language.French)
	data := written(t, func(w io.Writer) error { return exchange.WriteTMX(w, p.Units(), language.Und) })
	file := filepath.Join(t.TempDir(), "memory.tmx")
	if err := os.WriteFile(file, data, 0o666); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(xmllint, "--noout", "--nonet", "--dtdvalid", "testdata/tmx14.dtd", file).CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// Every target of a TEI file is there, no link has but one end, and a division
// begins with its heading.
func TestTEIHangsTogether(t *testing.T) {
	for seed := range uint64(50) {
		p := randomParallel(rand.New(rand.NewPCG(seed, 8)), true, language.English, language.Spanish)
		data := written(t, func(w io.Writer) error { return exchange.WriteTEI(w, p, "t") })
		ids := make(map[string]bool)
		var targets []string
		last := ""
		d := xml.NewDecoder(bytes.NewReader(data))
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			start, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			if last == "div" && start.Name.Local != "head" {
				t.Errorf("seed %d: a division begins with <%s>", seed, start.Name.Local)
			}
			last = start.Name.Local
			for _, a := range start.Attr {
				switch a.Name.Local {
				case "id":
					ids[a.Value] = true
				case "target":
					ends := strings.Fields(a.Value)
					if len(ends) < 2 {
						t.Errorf("seed %d: a link to %q alone", seed, a.Value)
					}
					targets = append(targets, ends...)
				}
			}
		}
		for _, target := range targets {
			if !ids[strings.TrimPrefix(target, "#")] {
				t.Errorf("seed %d: nothing is called %s", seed, target)
			}
		}
	}
}
