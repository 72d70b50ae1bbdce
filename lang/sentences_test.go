package lang

import (
	"context"
	"errors"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

func TestSentences(t *testing.T) {
	en, es, und := language.English, language.Spanish, language.Und
	tests := []struct {
		reason    string
		sentences []string
		want      []language.Tag
	}{
		{
			"nothing in, nothing out",
			nil,
			[]language.Tag{},
		},
		{
			"a letter inside a memoir keeps its language, its shortest line too",
			[]string{
				"The letter came on a Tuesday, folded small inside a loaf.",
				"Querida hermana, estamos vivos.",
				"No.",
				"Dile a mi madre que el niño ya camina.",
				"I read it twice before I burned it.",
			},
			[]language.Tag{en, es, es, es, en},
		},
		{
			"the same short line is English among English",
			[]string{"She asked whether I had seen the cart.", "No.", "She did not believe me."},
			[]language.Tag{en, en, en},
		},
		{
			"one sentence of four words stands against both neighbours",
			[]string{"He turned at the door and shouted.", "Nunca volveremos a vernos.", "Then the lorry took them all away."},
			[]language.Tag{en, es, en},
		},
		{
			"names take the language around them",
			[]string{"There were three of us in the cell.", "Ramiro Ordóñez, Julián Sáez.", "The third never told us his name."},
			[]language.Tag{en, en, en},
		},
		{
			"what is no language stays und, and does not part its neighbours",
			[]string{"We slept in the barn.", "* * *", "1937", "Утром мы вышли к реке.", "Sí.", "Y nada más."},
			[]language.Tag{en, und, und, und, es, es},
		},
	}
	for _, tt := range tests {
		answers, err := defaultDetector.Sentences(t.Context(), tt.sentences)
		if err != nil {
			t.Fatal(err)
		}
		got := []language.Tag{}
		for _, a := range answers {
			checkAnswer(t, a)
			got = append(got, a.Language)
		}
		if diff := cmp.Diff(tt.want, got, cmp.Comparer(func(a, b language.Tag) bool { return a == b })); diff != "" {
			t.Errorf("%s (-want +got):\n%s%v", tt.reason, diff, answers)
		}
	}
}

func TestSentencesAreTheSameOnAnyNumberOfCores(t *testing.T) {
	sentences := []string{"Yes.", "We had no salt.", "No teníamos sal.", "Sal.", "1938", "The end of it", "Fin"}
	want, err := defaultDetector.Sentences(t.Context(), sentences)
	if err != nil {
		t.Fatal(err)
	}
	for _, cores := range []int{1, 2, 8} {
		old := runtime.GOMAXPROCS(cores)
		for range 20 {
			got, err := new(Detector).Sentences(t.Context(), sentences)
			if err != nil {
				t.Fatal(err)
			}
			for i := range got {
				if got[i] != want[i] {
					t.Errorf("%d cores, %q: got %v, want %v", cores, sentences[i], got[i], want[i])
				}
			}
		}
		runtime.GOMAXPROCS(old)
	}
}

func TestSentencesCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	answers, err := defaultDetector.Sentences(ctx, []string{"We had no salt."})
	if answers != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, %v; want nil and context.Canceled", answers, err)
	}
}
