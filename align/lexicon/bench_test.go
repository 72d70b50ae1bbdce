package lexicon

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

func BenchmarkBuiltIn(b *testing.B) {
	for _, l := range builtIns {
		b.Run(l.dir, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				decode(l.target, l.table)
			}
		})
	}
}

// BenchmarkNew is what making the built-in lexicon of its sources would take.
func BenchmarkNew(b *testing.B) {
	pairs := EnglishSpanish().Pairs()
	b.ReportAllocs()
	for b.Loop() {
		New(language.English, language.Spanish, pairs, Forms{}, Forms{})
	}
}

func BenchmarkInvert(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		EnglishSpanish().Invert()
	}
}

func BenchmarkMerge(b *testing.B) {
	own := New(language.English, language.Spanish, []Pair{{"Dulcinea", "Dulcinea", 1}}, nil, nil)
	b.ReportAllocs()
	for b.Loop() {
		EnglishSpanish().Merge(own)
	}
}

func BenchmarkTranslations(b *testing.B) {
	l := EnglishSpanish()
	b.ReportAllocs()
	words, n := 0, 0
	for b.Loop() {
		for i := 0; i < len(l.source.keys); i += 100 {
			l.Translations(l.source.keys[i], func(string, float64) { n++ })
			words++
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(words), "ns/word")
}

func BenchmarkPhrases(b *testing.B) {
	stems := stemsOf("In spite of everything he got up, went out of the house and gave up; of course, nobody took care of it as well as she did.", language.English)
	l := EnglishSpanish()
	l.Phrases(stems)
	b.ReportAllocs()
	for b.Loop() {
		l.Phrases(stems)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(stems)), "ns/word")
}

// BenchmarkFindStarts is what the first call of Phrases takes more.
func BenchmarkFindStarts(b *testing.B) {
	s := EnglishSpanish().source
	b.ReportAllocs()
	for b.Loop() {
		s.findStarts()
	}
}

// BenchmarkLoad reads $LEXICON, German-French in hunalign's format, or the
// built-in lexicon as TSV if it is not set.
func BenchmarkLoad(b *testing.B) {
	opts := LoadOptions{Source: language.German, Target: language.French}
	in, err := os.ReadFile(os.Getenv("LEXICON"))
	if err != nil {
		opts = enES
		var out bytes.Buffer
		EnglishSpanish().Write(&out)
		in = out.Bytes()
	}
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		l, err := Load(bytes.NewReader(in), opts)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(l.Pairs())), "pairs")
	}
}

func BenchmarkLoadTMX(b *testing.B) {
	unit := "<tu><tuv xml:lang=\"en\"><seg>house</seg></tuv><tuv xml:lang=\"es\"><seg>casa</seg></tuv></tu>\n"
	in := "<tmx><body>" + strings.Repeat(unit, 10000) + "</body></tmx>"
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(strings.NewReader(in), enES); err != nil {
			b.Fatal(err)
		}
	}
}
