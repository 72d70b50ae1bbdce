package align_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

// texts of a document's sentences.
func texts(d *segment.Document) []string {
	out := make([]string, len(d.Sentences))
	for i, s := range d.Sentences {
		out[i] = s.Text
	}
	return out
}

// without returns the lines that lie in none of the ranges.
func without(lines []string, cuts ...segment.Range) []string {
	var out []string
	for i, line := range lines {
		if !slices.ContainsFunc(cuts, func(r segment.Range) bool { return holds(r, i) }) {
			out = append(out, line)
		}
	}
	return out
}

// missing returns the source sentences that the reference pairs with target
// sentences of a range only.
func missing(gold []align.Bead, cut segment.Range) segment.Range {
	r := segment.Range{Start: -1}
	for _, b := range gold {
		if b.Source.Len() > 0 && b.Target.Len() > 0 && b.Target.Start >= cut.Start && b.Target.End <= cut.End {
			if r.Start < 0 {
				r.Start = b.Source.Start
			}
			r.End = b.Source.End
		}
	}
	return r
}

// checkGaps holds that the gaps of three sentences and more on one side are the
// wanted ones, but for so many sentences at either end.
func checkGaps(t *testing.T, got, want []segment.Range, slack int) {
	t.Helper()
	near := func(a, b int) bool { return a-b <= slack && b-a <= slack }
	ok := len(got) == len(want)
	for k := range min(len(got), len(want)) {
		ok = ok && near(got[k].Start, want[k].Start) && near(got[k].End, want[k].End)
	}
	if !ok {
		t.Errorf("gaps %v; want %v, within %d", got, want, slack)
	}
}

func longGaps(a *align.Alignment) (source, target []segment.Range) {
	for _, g := range a.Gaps() {
		switch {
		case g.Len() < 3:
		case g.Source.Len() > 0:
			source = append(source, g.Source)
		default:
			target = append(target, g.Target)
		}
	}
	return source, target
}

func TestGapsOfWhatWasCut(t *testing.T) {
	for _, set := range []struct {
		dir            string
		source, target language.Tag
		slack          int
	}{
		{"../testdata/gold/en-es", language.English, language.Spanish, 1},
		{"../testdata/gold/en.second-es", language.English, language.Spanish, 2},
		{shared + "/bible-en-es/n1000", language.English, language.Spanish, 1},
	} {
		t.Run(set.dir, func(t *testing.T) {
			if testing.Short() && strings.HasPrefix(set.dir, shared) {
				t.Skip("16 pairs of 1,000 verses")
			}
			p := readPair(t, set.dir, set.source, set.target)
			m := len(p.target.Sentences)
			r := func(start, end int) segment.Range { return segment.Range{Start: start, End: end} }
			for _, test := range []struct {
				name string
				cuts []segment.Range
			}{
				{"nothing", nil},
				{"a chapter", []segment.Range{r(m/3, m/3+60)}},
				{"half of it", []segment.Range{r(m/4, m*3/4)}},
				{"the start", []segment.Range{r(0, 40)}},
				{"the end", []segment.Range{r(m-40, m)}},
				{"both ends: a chapter against a book", []segment.Range{r(0, m/2), r(m/2+50, m)}},
				{"two close together", []segment.Range{r(m/2, m/2+12), r(m/2+17, m/2+29)}},
				{"four sentences", []segment.Range{r(m/2+30, m/2+34)}},
			} {
				t.Run(test.name, func(t *testing.T) {
					var want []segment.Range
					for _, cut := range test.cuts {
						want = append(want, missing(p.gold, cut))
					}
					target := lines(t, strings.Join(without(texts(p.target), test.cuts...), "\n"), set.target)
					for side, got := range []*align.Alignment{mustAlign(t, p.source, target, nil), mustAlign(t, target, p.source, nil)} {
						omitted, added := longGaps(got)
						if side == 1 {
							omitted, added = added, omitted
						}
						checkGaps(t, omitted, want, set.slack)
						checkGaps(t, added, nil, 0)
					}
				})
			}
		})
	}
}

// TestGapsAtRandomPlaces cuts passages of many lengths at seeded places.
func TestGapsAtRandomPlaces(t *testing.T) {
	if testing.Short() {
		t.Skip("many alignments")
	}
	p := readPair(t, shared+"/bible-en-es/n1000", language.English, language.Spanish)
	rng := rand.New(rand.NewPCG(9, 9))
	m := len(p.target.Sentences)
	found, wanted, wrong := 0, 0, 0
	for range 8 {
		var cuts []segment.Range
		for at := rng.IntN(60); at < m-60; at += 60 + rng.IntN(200) {
			n := 3 + rng.IntN(50)
			cuts = append(cuts, segment.Range{Start: at, End: at + n})
			at += n
		}
		target := lines(t, strings.Join(without(texts(p.target), cuts...), "\n"), language.Spanish)
		omitted, added := longGaps(mustAlign(t, p.source, target, nil))
		wrong += len(added)
		for _, cut := range cuts {
			want := missing(p.gold, cut)
			wanted++
			if slices.ContainsFunc(omitted, func(g segment.Range) bool { return close(g, want) }) {
				found++
			} else {
				t.Logf("not found: %v in %v", want, omitted)
			}
		}
		wrong += max(0, len(omitted)-len(cuts))
	}
	t.Logf("%d of %d found at their place, %d false", found, wanted, wrong)
	if float64(found) < .95*float64(wanted) || wrong > 2 {
		t.Errorf("%d of %d found at their place, %d false", found, wanted, wrong)
	}
}

// matter is what a publisher puts around a text.
var matter = strings.Split(strings.TrimSpace(`
Primera edición: octubre de 1987.
Quedan reservados todos los derechos.
Ninguna parte de este volumen podrá copiarse sin permiso de la editorial.
Impreso en los talleres de Gráficas Larrea, calle del Pozo, 14, Bilbao.
Depósito legal: BI 1.442-87.
Diseño de la cubierta: Amaya Ortuzar.
El editor agradece a la Fundación Echevarría su ayuda para publicar esta serie.
De la misma colección: Cartas desde un faro, Los años del carbón y Un tranvía a la playa.
Índice.
Prólogo de la profesora Nieves Olmedo.
Nota del traductor.
Las medidas inglesas se han conservado, y la puntuación de los diálogos se ha acomodado a nuestros usos.
`), "\n")

func TestMatterAroundTheTextIsAGap(t *testing.T) {
	source, target := memoir(t, "en-es")
	front, back := matter, []string{matter[3], matter[6], matter[1], matter[7], matter[4]}
	whole := slices.Concat(front, texts(target), back)
	_, added := longGaps(mustAlign(t, source, lines(t, strings.Join(whole, "\n"), language.Spanish), nil))
	n := len(front) + len(target.Sentences)
	checkGaps(t, added, []segment.Range{{End: len(front)}, {Start: n, End: len(whole)}}, 1)
}

// TestVerseAgainstProse sets a rhyme in lines beside its retelling in sentences:
// nothing is left out.
func TestVerseAgainstProse(t *testing.T) {
	verse := `The baker had a daughter fair,
She lived beside the mill,
And every morning with the bread
She climbed the chapel hill.
A soldier from the northern road
Came asking for the way;
She gave him water from the well
And told him he might stay.
He slept nine nights beneath the loft,
He worked among the flour,
But on the tenth he heard a drum
And left before the hour.
The baker's daughter climbs the hill,
The bread is growing cold,
She sets a loaf upon the wall
For one who has grown old.`
	prose := `El panadero tenía una hija hermosa que vivía al lado del molino, y cada mañana subía con el pan la cuesta de la capilla.
Un soldado que venía por el camino del norte llegó a preguntar por dónde se iba; ella le dio agua del pozo y le dijo que podía quedarse.
Nueve noches durmió él bajo el desván y trabajó entre la harina.
Pero a la décima oyó un tambor, y se marchó antes de la hora.
La hija del panadero sube la cuesta mientras el pan se enfría, y deja en la tapia una hogaza para uno que se ha hecho viejo.`
	source, target := memoir(t, "en-es")
	around := func(middle string, doc *segment.Document, at int, tag language.Tag) *segment.Document {
		all := texts(doc)
		return lines(t, strings.Join(slices.Concat(all[:at], strings.Split(middle, "\n"), all[at:]), "\n"), tag)
	}
	a := mustAlign(t, around(verse, source, 0, language.English), around(prose, target, 0, language.Spanish), nil)
	omitted, added := longGaps(a)
	checkGaps(t, omitted, nil, 0)
	checkGaps(t, added, nil, 0)
}
