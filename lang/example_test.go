package lang_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/hexapla/hexapla/lang"
	"golang.org/x/text/language"
)

func ExampleDetector_Detect() {
	var d lang.Detector // English or Spanish
	for _, text := range []string{
		"They let us keep the violin, but not the strings.",
		"Nos dejaron el violín, pero no las cuerdas.",
		"18-7-1936",
	} {
		a := d.Detect(text)
		fmt.Printf("%-3v %.2f, or else %v: %s\n", a.Language, a.Confidence, a.RunnerUp.Language, text)
	}
	// Output:
	// en  1.00, or else es: They let us keep the violin, but not the strings.
	// es  1.00, or else en: Nos dejaron el violín, pero no las cuerdas.
	// und 0.00, or else und: 18-7-1936
}

// A letter in Spanish inside an English memoir. Alone, "No." could be either.
func ExampleDetector_Sentences() {
	sentences := []string{
		"My aunt kept his last letter in the sugar tin.",
		"¿Te acuerdas del río?",
		"No.",
		"Ya nadie se acuerda de nada.",
		"She never answered it.",
	}
	var d lang.Detector
	answers, err := d.Sentences(context.Background(), sentences)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, a := range answers {
		fmt.Printf("%v %s\n", a.Language, sentences[i])
	}
	// Output:
	// en My aunt kept his last letter in the sugar tin.
	// es ¿Te acuerdas del río?
	// es No.
	// es Ya nadie se acuerda de nada.
	// en She never answered it.
}

func ExampleNew() {
	d, err := lang.New(language.French, language.German, language.Italian)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Detect("Le vent nous a pris la voile.").Language)

	_, err = lang.New(language.Spanish, language.MustParse("gl"))
	fmt.Println(err)
	fmt.Println(errors.Is(err, lang.ErrUnsupported))
	// Output:
	// fr
	// lang: language 1, "gl": lingua has no model of it
	// true
}
