package facts_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/facts"
	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

func TestOfReadsNumbersAndDays(t *testing.T) {
	en, es := language.English, language.Spanish
	for _, test := range []struct {
		tag    language.Tag
		text   string
		want   string
		reason string
	}{
		{en, "We printed 1,200 copies.", "number 1200", "the English thousands"},
		{es, "Tiramos 1.200 ejemplares.", "number 1200", "the Spanish thousands"},
		{es, "Tiramos 10 000 ejemplares.", "number 10000", "thousands set apart by a space"},
		{en, "In all 10 000 copies.", "number 10, number 0", "in English a plain space parts two numbers"},
		{en, "It was 1,234,567.5 metres.", "number 1234567.5", "groups and a fraction"},
		{es, "Eran 3,5 metros.", "number 3.5", "a decimal comma"},
		{en, "A £2.8bn market.", "number 2.8", "a scale glued to it is one of two readings"},
		{es, "Un mercado de 2.800 millones.", "number 2800000000", "thousands of millions"},
		{es, "Tres mil millones de años.", "number 3000000000", "in words"},
		{en, "Three hundred and sixty-five rows.", "number 365", "and, hyphen"},
		{es, "Trescientas sesenta y cinco filas.", "number 365", "y"},
		{en, "In nineteen thirty-six it was.", "number 1936", "a year in two halves"},
		{es, "En mil novecientos treinta y seis.", "number 1936", "a year as a number"},
		{es, "El cuarenta por ciento de ellos.", "number 40", "no hundred in a percentage"},
		{en, "One of them, at once.", "", "what is no number, or hardly"},
		{en, "It rose at 3:17, on Tuesday, 23 March 1932.", "time 3:17, weekday 2, number 23, month 3, number 1932", "a date"},
		{es, "Subió a las 3.17 del martes 23 de marzo de 1932.", "number 3.17, weekday 2, number 23, month 3, number 1932", "the same"},
		{en, "I may march in an august company.", "", "months in small letters are none"},
		{en, "March on, said he.", "", "nor one that opens a sentence"},
		{es, "Alfonso XII y el siglo XIX.", "number 12, number 19", "Roman numerals"},
		{en, "Call 0800 555 111 now.", "number 800, number 555, number 111", "a telephone number"},
		{en, "On Friday's page and in Oct. it rained.", "weekday 5, month 10", "a genitive, an abbreviation"},
	} {
		var got []string
		for _, f := range facts.Of(parse(t, []string{test.text}, test.tag), nil)[0] {
			if f.Kind != facts.Name {
				got = append(got, fmt.Sprintf("%s %s", f.Kind, f.Value))
			}
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%q: %s; want %s: %s", test.text, strings.Join(got, ", "), test.want, test.reason)
		}
	}
}

// told sums up what Compare reports of two sentences.
func told(t *testing.T, source, target string, tags ...language.Tag) string {
	t.Helper()
	a := &align.Alignment{
		Source: parse(t, strings.Split(source, "|"), tags[0]),
		Target: parse(t, strings.Split(target, "|"), tags[1]),
	}
	for i := range a.Source.Sentences {
		r := segment.Range{Start: i, End: i + 1}
		a.Beads = append(a.Beads, align.Bead{Source: r, Target: r, Confidence: 1})
	}
	return list(compare(t, a, nil))
}

func compare(t testing.TB, a *align.Alignment, opts *facts.Options) []facts.Difference {
	t.Helper()
	differences, err := facts.Compare(context.Background(), a, opts)
	if err != nil {
		t.Fatal(err)
	}
	return differences
}

func TestCompareStopsWhenTold(t *testing.T) {
	doc := parse(t, []string{"In 1936."}, language.English)
	r := segment.Range{End: 1}
	a := &align.Alignment{Source: doc, Target: doc, Beads: []align.Bead{{Source: r, Target: r, Confidence: 1}}}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := facts.Compare(ctx, a, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v after cancelling", err)
	}
}

func list(differences []facts.Difference) string {
	text := func(f *facts.Fact) string {
		if f == nil {
			return "-"
		}
		return f.Text
	}
	var all []string
	for _, d := range differences {
		all = append(all, text(d.Source)+"/"+text(d.Target))
	}
	return strings.Join(all, ", ")
}

func TestCompare(t *testing.T) {
	for _, test := range []struct {
		source, target string
		want           string
		reason         string
	}{
		{"We printed 1,200 copies.", "Tiramos 1200 ejemplares.", "", "the same, written otherwise"},
		{"We printed 1,200 copies.", "Tiramos 12.000 ejemplares.", "1,200/12.000", "ten times as many"},
		{"We printed twelve hundred copies.", "Tiramos 1.200 ejemplares.", "", "words against digits"},
		{"They came on Tuesday.", "Vinieron el jueves.", "Tuesday/jueves", "another day"},
		{"They came on Tuesday.", "Vinieron el martes.", "", "the same day"},
		{"They came on Tuesday.", "Vinieron.", "Tuesday/-", "the day left out"},
		{"Two of them came.", "Vinieron ambas.", "", "a small number in another word"},
		{"Two of them came.", "Vinieron.", "", "or in none"},
		{"Two of them came.", "Vinieron tres.", "Two/tres", "but not another"},
		{"In the 19th century.", "En el siglo XIX.", "", "Roman numerals"},
		{"In the 19th century.", "En el siglo XVIII.", "19th/XVIII", "another century"},
		{"At 3 p.m. it struck.", "Dio a las 15:00.", "", "both halves of the day"},
		{"At half past three.", "A las tres y media.", "", "parts of an hour"},
		{"At a quarter to eight.", "A las 7:45.", "", "before the hour"},
		{"About 30 yards out.", "A unos 27 metros.", "", "another unit, converted"},
		{"About 30 yards out.", "A unos 30 metros.", "30/30", "another unit, not converted"},
		{"It blew at 85 mph.", "Sopló a 136 km/h.", "", "a speed"},
		{"The 1930s were hard.", "Los años treinta fueron duros.", "", "a decade"},
		{"The war of 1914-18.", "La guerra de 1914–1918.", "", "a year cut short"},
		{"From 3/8/1936 on.", "Desde el 3 de agosto de 1936.", "", "a month in digits"},
		{"So said Malinovski.", "Eso dijo Quiroga.", "Malinovski/Quiroga", "another name"},
		{"He lived in London.", "Vivía en Londres.", "", "a name that is translated"},
		{"He lived in London.", "Vivía en París.", "London/París", "another place"},
		{"He read Kropotkin.", "Leía a Kropotkine.", "", "another spelling"},
		{"The year was 1936.|It rained.", "Llovía.|Era el año 1936.", "", "what stands in the bead beside"},
	} {
		if got := told(t, test.source, test.target, language.English, language.Spanish); got != test.want {
			t.Errorf("%q, %q: %q; want %q: %s", test.source, test.target, got, test.want, test.reason)
		}
		turned := strings.Split(test.want, "/")
		if test.want != "" {
			turned[0], turned[1] = turned[1], turned[0]
		}
		if got := told(t, test.target, test.source, language.Spanish, language.English); got != strings.Join(turned, "/") {
			t.Errorf("%q, %q: %q; want %q: %s, the other way round", test.target, test.source, got, strings.Join(turned, "/"), test.reason)
		}
	}
}

func TestANameThatIsMissedWhereItUsuallyStands(t *testing.T) {
	en := "I saw Quiroga here.|I saw Quiroga there.|I saw Quiroga again.|I ran.|I ate.|I met Quiroga.|I ate.|I ran."
	es := "Vi a Quiroga aquí.|Vi a Quiroga allí.|Vi a Quiroga otra vez.|Corrí.|Comí.|Lo encontré.|Comí.|Corrí."
	if got := told(t, en, es, language.English, language.Spanish); got != "Quiroga/-" {
		t.Errorf("%q", got)
	}
	en, es = strings.ReplaceAll(en, "Quiroga", "Ruth Quiroga"), strings.ReplaceAll(es, "Quiroga", "Ruth Quiroga")
	if got := told(t, en, es, language.English, language.Spanish); got != "Ruth Quiroga/-" {
		t.Errorf("a name of two words: %q", got)
	}
	once := "I saw the man here.|I ran.|I ate.|I met Quiroga.|I ate.|I ran."
	if got := told(t, once, "Lo vi aquí.|Corrí.|Comí.|Lo encontré.|Comí.|Corrí.", language.English, language.Spanish); got != "" {
		t.Errorf("a name that stands once: %q", got)
	}
}

func TestALexiconTellsTheDaysOfOtherLanguages(t *testing.T) {
	french := lexicon.New(language.French, language.English, []lexicon.Pair{
		{Source: "mardi", Target: "Tuesday", Weight: 1}, {Source: "jeudi", Target: "Thursday", Weight: 1},
		{Source: "vingt", Target: "twenty", Weight: 1},
	}, nil, nil)
	doc := parse(t, []string{"Vingt hommes, mardi."}, language.French)
	got := facts.Of(doc, &facts.Options{Lexicons: []*lexicon.Lexicon{french}})[0]
	if len(got) != 2 || got[0].Value != "20" || got[1].Value != "2" {
		t.Errorf("%+v", got)
	}
}

func TestTwoVersionsInOneLanguage(t *testing.T) {
	if got := told(t, "On Tuesday 1,200 came.", "There came on Tuesday some 1,300.", language.English, language.English); got != "1,200/1,300" {
		t.Errorf("%q", got)
	}
}

func TestBeadsInDoubtAreNotCompared(t *testing.T) {
	a := &align.Alignment{
		Source: parse(t, []string{"In 1936."}, language.English),
		Target: parse(t, []string{"En 1937."}, language.Spanish),
		Beads:  []align.Bead{{Source: segment.Range{End: 1}, Target: segment.Range{End: 1}, Confidence: .4}},
	}
	if got := compare(t, a, nil); len(got) != 0 {
		t.Errorf("%+v", got)
	}
	if got := compare(t, a, &facts.Options{Least: .3}); len(got) != 1 {
		t.Errorf("with a lower bound: %+v", got)
	}
	a.Beads[0].Confidence = 0
	if got := compare(t, a, nil); len(got) != 1 {
		t.Errorf("made by hand, without any confidence: %+v", got)
	}
}

// FuzzOf holds that facts stand where they say.
func FuzzOf(f *testing.F) {
	f.Add("On Tuesday, 23 March 1932, at 3:17, 10 000 came for £2.8bn. Quiroga saw 6-foot-6.")
	f.Add("1.2.3,4:5'6 XVIII hundred million y mil y\n1/2-3–4 ٣٤ ０ 99999999999999999999999999999999e9")
	f.Fuzz(func(t *testing.T, text string) {
		for _, tag := range []language.Tag{language.English, language.Spanish, language.Und} {
			doc, err := segment.Parse(text, segment.Options{Language: tag})
			if err != nil {
				return
			}
			all := facts.Of(doc, nil)
			if len(all) != len(doc.Sentences) {
				t.Fatalf("%d sentences, %d lists", len(doc.Sentences), len(all))
			}
			for i, sentence := range all {
				for _, fact := range sentence {
					if got := doc.Sentences[i].Text[fact.Place.Start:fact.Place.End]; got != fact.Text || fact.Sentence != i {
						t.Fatalf("%+v stands at %q of sentence %d", fact, got, i)
					}
					if fact.Span.Start < 0 || fact.Span.End > len(doc.Text) || fact.Span.Start >= fact.Span.End {
						t.Fatalf("%+v", fact)
					}
				}
			}
			a := &align.Alignment{Source: doc, Target: doc}
			for i := range doc.Sentences {
				r := segment.Range{Start: i, End: i + 1}
				a.Beads = append(a.Beads, align.Bead{Source: r, Target: r, Confidence: 1})
			}
			if got := compare(t, a, nil); len(got) > 0 {
				t.Fatalf("a text differs from itself: %s", list(got))
			}
			if diff := cmp.Diff(all, facts.Of(doc, nil)); diff != "" {
				t.Fatalf("another answer:\n%s", diff)
			}
		}
	})
}
