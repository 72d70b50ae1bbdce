package lexicon_test

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

func Example() {
	l := lexicon.EnglishSpanish()
	for _, p := range l.Lookup("windmill") {
		fmt.Println(p.Source, "=", p.Target)
	}
	for _, p := range l.Invert().Lookup("molino de viento") {
		fmt.Println(p.Source, "=", p.Target)
	}
	// Output:
	// windmill = molino de viento
	// windmill = molino
	// molino de viento = windmill
}

func ExampleLexicon_Phrases() {
	sentence := "Sin embargo, se dio cuenta a tiempo."
	stemmer := segment.NewStemmer(language.Spanish)
	stems := strings.Fields(lexicon.Key(sentence, stemmer))

	l := lexicon.SpanishEnglish()
	for _, p := range l.Phrases(stems) {
		fmt.Printf("%q is %q\n", stems[p.Start:p.End], p.Key)
	}
	// Output:
	// ["sin" "embarg"] is "sin embarg"
	// ["dio" "cuent"] is "dar cuent"
	// ["a" "tiemp"] is "a tiemp"
}

func ExampleLexicon_Translations() {
	key := lexicon.Key("in spite of", segment.NewStemmer(language.English))
	lexicon.EnglishSpanish().Translations(key, func(key string, share float64) {
		fmt.Printf("%.2f %s\n", share, key)
	})
	// Output:
	// 0.48 a pes de
	// 0.24 pes a
	// 0.16 no obstant
	// 0.12 a despech de
}

func ExampleLoad() {
	l, err := lexicon.Load(strings.NewReader("Mancha @ La Mancha\nrocín @ nag\n"), lexicon.LoadOptions{
		Source: language.English,
		Target: language.Spanish,
		Name:   "quixote.dict",
	})
	if err != nil {
		log.Fatal(err)
	}
	if err := l.Write(os.Stdout); err != nil {
		log.Fatal(err)
	}
	// Output:
	// La Mancha	Mancha	1
	// nag	rocín	1
}
