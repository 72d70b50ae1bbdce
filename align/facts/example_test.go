package facts_test

import (
	"context"
	"fmt"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/facts"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

func ExampleCompare() {
	ctx := context.Background()
	source, err := segment.Parse("On Tuesday they printed 1,200 copies. By a quarter to eight all were sold.", segment.Options{Language: language.English})
	if err != nil {
		fmt.Println(err)
		return
	}
	target, err := segment.Parse("El jueves tiraron 12.000 ejemplares. A las 7:45 ya se habían vendido todos.", segment.Options{Language: language.Spanish})
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := align.Align(ctx, source, target, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	differences, err := facts.Compare(ctx, a, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range differences {
		fmt.Printf("%s: %s, %s\n", d.Kind, d.Source.Text, d.Target.Text)
	}
	// Output:
	// weekday: Tuesday, jueves
	// number: 1,200, 12.000
}
