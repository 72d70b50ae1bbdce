package lang

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// Invented for these tests: a few lines of a memoir, and of a letter.
const (
	englishPage = `We walked out of the village before dawn, because the road was
still empty then and the miller had promised to lend us his cart. My sister
carried the bread and I carried the blanket. Nobody spoke until the bridge. `
	spanishPage = `Querida hermana: te escribo desde la cocina de doña Remedios, que
nos ha dejado dormir junto al fuego. Aquí hace mucho frío por las noches, pero
no nos falta el pan. Dile al niño que su padre volverá cuando acabe la nieve. `
	russianPage = `Утром мы вышли к реке и долго ждали лодку. `
)

// defaultDetector is shared, as a program would.
var defaultDetector = new(Detector)

func TestDetect(t *testing.T) {
	tests := []struct {
		name, text string
		want       language.Tag
		reason     string
	}{
		{"English", englishPage, language.English, "plain prose"},
		{"Spanish", spanishPage, language.Spanish, "plain prose"},
		{"decomposed", norm.NFD.String("Mañana llegará el camión"), language.Spanish, "accents as marks of their own"},
		{"one word", "Gracias.", language.Spanish, "short is no reason to give up"},
		{"heading", "THE YEAR OF THE SNOW", language.English, "capitals are not names in a heading"},
		{"names", "Then Captain Peñalver asked Doña Inés Ibáñez for the keys", language.English, "the names are Spanish, the sentence is not"},
		{"article in a name", "We reached Las Majadas by noon.", language.English, "a capitalised article belongs to the name"},
		{"function words", "en la provincia de Qinghai", language.Spanish, "lingua looks at the odd name and says English"},
		{"opening mark", "¡No!", language.Spanish, "the mark tells where the word cannot"},
		{"soft hyphens", "the com\u00adpany mar\u00adched", language.English, "what is not seen does not break words"},
		{"byte order mark", "\ufeffwhat a long road it was", language.English, "the same at the start"},
		{"mostly English", englishPage + russianPage, language.English, "a quotation in another script is passed over"},
		{"Spanish at the front", strings.Repeat(spanishPage, 30) + strings.Repeat(englishPage, 300), language.English, "the first pages do not decide"},
		{"English at the front", strings.Repeat(englishPage, 30) + strings.Repeat(spanishPage, 300), language.Spanish, "the same the other way round"},
		{"NUL", "the\x00road\x00was\x00long\x00and\x00empty", language.English, "a NUL is a border between words"},
		{"invalid UTF-8", "la noche \xff\xfe era muy \xc3 larga", language.Spanish, "bad bytes are borders too"},

		{"empty", "", language.Und, "no text"},
		{"space", " \n\t\u00a0\u2003", language.Und, "no text to see"},
		{"numeric", "1936, 18.7; 3×10⁴ — ½ %", language.Und, "no letters"},
		{"ordinals", "1st 2nd 12kg A4 0x1F", language.Und, "letters, but no words"},
		{"punctuation", "* * * — … ¿¡", language.Und, "marks alone are not a text"},
		{"Russian", russianPage, language.Und, "a script that neither language uses"},
		{"mostly Russian", strings.Repeat(russianPage, 3) + "the end", language.Und, "two readable words are not the text"},
		{"Chinese", "我们走了很久", language.Und, "a script without capitals or spaces"},
		{"noise", strings.Repeat("\xff\xfe\x80", 500), language.Und, "not text at all"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := defaultDetector.Detect(tt.text)
			if got.Language != tt.want {
				t.Errorf("got %v, want %v: %s", got, tt.want, tt.reason)
			}
			checkAnswer(t, got)
		})
	}
}

// checkAnswer checks what holds of every answer of two or more languages.
func checkAnswer(t *testing.T, a Answer) {
	t.Helper()
	if a.Language == language.Und {
		if a != (Answer{}) {
			t.Errorf("und, but not the zero Answer: %v", a)
		}
		return
	}
	sum := a.Confidence + a.RunnerUp.Confidence
	if !(a.RunnerUp.Confidence >= 0 && a.RunnerUp.Confidence < a.Confidence && sum < 1+1e-9) {
		t.Errorf("confidences out of order or range: %v", a)
	}
	if a.RunnerUp.Language == language.Und || a.RunnerUp.Language == a.Language {
		t.Errorf("runner-up is no other language: %v", a)
	}
}

func TestConfidenceOfMixedTextIsItsShare(t *testing.T) {
	got := defaultDetector.Detect(strings.Repeat(englishPage, 300) + strings.Repeat(spanishPage, 100))
	if got.Language != language.English || math.Abs(got.Confidence-0.75) > 0.05 {
		t.Errorf("three quarters English: got %v", got)
	}
}

func TestOtherSetsOfLanguages(t *testing.T) {
	mexican := language.MustParse("es-MX")
	tests := []struct {
		languages []language.Tag
		text      string
		want      language.Tag
		reason    string
	}{
		{[]language.Tag{language.German, language.French}, "Der Müller hatte uns seinen Wagen versprochen", language.German, "nouns with capitals"},
		{[]language.Tag{language.English, language.Russian}, russianPage, language.Russian, "two scripts"},
		{[]language.Tag{language.English, language.Japanese}, "私たちは橋まで歩きました。コーヒーを飲みました。", language.Japanese, "three scripts in one language"},
		{[]language.Tag{language.English, language.Arabic}, "خرجنا من القرية قبل الفجر", language.Arabic, "no capitals"},
		{[]language.Tag{language.Greek, language.English, language.Russian}, "the road, δρόμος; дорога была", language.Russian, "three scripts, one with most letters"},
		{[]language.Tag{language.Chinese, language.Japanese}, "我们走了很久才到桥边", language.Chinese, "a script shared by two languages"},
		{[]language.Tag{language.Chinese, language.Japanese}, "私たちは橋まで歩きました", language.Japanese, "the same, with kana beside it"},
		{[]language.Tag{language.English, mexican}, spanishPage, mexican, "the answer is the tag that was given"},
	}
	for _, tt := range tests {
		d, err := New(tt.languages...)
		if err != nil {
			t.Fatal(err)
		}
		got := d.Detect(tt.text)
		if got.Language != tt.want {
			t.Errorf("%v: got %v, want %v (%s)", tt.languages, got, tt.want, tt.reason)
		}
		checkAnswer(t, got)
	}
}

func TestNewErrors(t *testing.T) {
	tests := []struct {
		tags   []string
		cause  error
		index  int // -1: not a TagError
		reason string
	}{
		{[]string{"en"}, ErrTooFew, -1, "one language is no choice"},
		{[]string{"en", "gl"}, ErrUnsupported, 1, "lingua has no Galician"},
		{[]string{"und", "en"}, ErrUnsupported, 0, "und is no language"},
		{[]string{"en", "sr-Latn"}, ErrUnsupported, 1, "lingua has no Serbian in Latin script"},
		{[]string{"es", "en", "es-AR"}, ErrDuplicate, 2, "both are Spanish to lingua"},
	}
	for _, tt := range tests {
		var tags []language.Tag
		for _, s := range tt.tags {
			tags = append(tags, language.MustParse(s))
		}
		d, err := New(tags...)
		if d != nil || !errors.Is(err, tt.cause) {
			t.Errorf("New(%v) = %v, %v; want %v (%s)", tt.tags, d, err, tt.cause, tt.reason)
		}
		var tagError *TagError
		if errors.As(err, &tagError) != (tt.index >= 0) {
			t.Errorf("New(%v): error of type %T", tt.tags, err)
		} else if tagError != nil && (tagError.Index != tt.index || !strings.Contains(err.Error(), tt.tags[tt.index])) {
			t.Errorf("New(%v): %v does not name the tag", tt.tags, err)
		}
	}
}

func TestModelsLoadOnFirstUse(t *testing.T) {
	d, err := New()
	if err != nil {
		t.Fatal(err)
	}
	if d.Detect("1936"); d.lingua != nil {
		t.Error("loaded for a text without letters")
	}
	if d.Detect("a road"); d.lingua == nil {
		t.Error("not loaded for a text")
	}
}

func TestLanguagesIsACopy(t *testing.T) {
	d, err := New(language.French, language.English)
	if err != nil {
		t.Fatal(err)
	}
	d.Languages()[0] = language.German
	if got := d.Languages()[0]; got != language.French {
		t.Errorf("a caller changed the languages to %v", got)
	}
}

func TestOneDetectorManyGoroutines(t *testing.T) {
	d := new(Detector)
	var wg sync.WaitGroup
	for i := range 16 {
		wg.Go(func() {
			text, want := englishPage, language.English
			if i%2 == 1 {
				text, want = spanishPage, language.Spanish
			}
			if got := d.Detect(text).Language; got != want {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
	wg.Wait()
}

// The bound is generous, for slow machines and the race detector; what would
// break it is work that grows with the length of a text.
func TestTimeIsBounded(t *testing.T) {
	const bound = 5 * time.Second
	defaultDetector.Detect(englishPage)
	for name, text := range map[string]string{
		"one letter":     strings.Repeat("a", 10<<20),
		"no spaces":      strings.Repeat("caminábamosdespacio", 10<<20/20),
		"all marks":      "e" + strings.Repeat("\u0301", 5<<20),
		"continuations":  strings.Repeat("\x80", 10<<20),
		"mixed scripts":  strings.Repeat("road дорога 道路 δρόμος ", 10<<20/40),
		"NUL":            strings.Repeat("\x00", 10<<20),
		"single letters": strings.Repeat("y a e o u ", 1<<20),
	} {
		start := time.Now()
		checkAnswer(t, defaultDetector.Detect(text))
		answers, err := defaultDetector.Sentences(t.Context(), []string{text, englishPage})
		if err != nil || answers[1].Language != language.English {
			t.Errorf("%s: a sane sentence beside it got %v, %v", name, answers, err)
		}
		if took := time.Since(start); took > bound {
			t.Errorf("%s: took %v", name, took)
		}
	}
}

func TestAnswerInJSON(t *testing.T) {
	want := Answer{Language: language.Spanish, Confidence: 0.75, RunnerUp: Guess{Language: language.English, Confidence: 0.25}}
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	const text = `{"language":"es","confidence":0.75,"runnerUp":{"language":"en","confidence":0.25}}`
	if diff := cmp.Diff(text, string(data)); diff != "" {
		t.Errorf("marshalled (-want +got):\n%s", diff)
	}
	var got Answer
	if err := json.Unmarshal(data, &got); err != nil || got != want {
		t.Errorf("came back as %v, %v", got, err)
	}
}
