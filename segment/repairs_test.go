package segment

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

// clean reads the running text of a raw one, a sentence a line, with an empty
// line between paragraphs.
func clean(doc *Document) string {
	var b strings.Builder
	for i, p := range doc.Paragraphs {
		if i > 0 {
			b.WriteString("\n")
		}
		for _, s := range doc.Sentences[p.Sentences.Start:p.Sentences.End] {
			b.WriteString(s.Text + "\n")
		}
	}
	return b.String()
}

func TestRepairs(t *testing.T) {
	en, es := language.English, language.Spanish
	for _, test := range []struct {
		reason    string
		tag       language.Tag
		raw, want string
	}{
		{"hard-wrapped lines", en, "The boat lay in the harbour and\nnobody came to look at it until\nthe tide was out.\n",
			"The boat lay in the harbour and nobody came to look at it until the tide was out.\n"},
		{"a word broken at a line end", en, "The boat lay in the har-\nbour and nobody in the harbour\ncame.\n",
			"The boat lay in the harbour and nobody in the harbour came.\n"},
		{"a compound broken at its hyphen", en, "He was a well-\nknown pilot, as well-known men\nare known to all.\n",
			"He was a well-known pilot, as well-known men are known to all.\n"},
		{"numbers and names keep theirs", en, "In 1914-\n1918 the Anglo-\nSaxon fleet lay in harbour\nand waited.\n",
			"In 1914-1918 the Anglo-Saxon fleet lay in harbour and waited.\n"},
		{"a hyphen written on both lines", es, "La fábrica hispano-\n-belga cerró sus puertas aquel\nmismo año.\n",
			"La fábrica hispano-belga cerró sus puertas aquel mismo año.\n"},
		{"paragraphs that are indented", en, "The boat lay in the harbour and nobody\ncame to look at it.\n    The tide was out by then and the pilot\nwent home.\n",
			"The boat lay in the harbour and nobody came to look at it.\n\nThe tide was out by then and the pilot went home.\n"},
		{"a form feed in mid-sentence", en, "The boat lay in the harbour and the\npilot did not come until the\f\ntide was out, and by then it was\ntoo late.\n",
			"The boat lay in the harbour and the pilot did not come until the tide was out, and by then it was too late.\n"},
		{"a paragraph that ends where a line could hold more", es, "El barco entró en el puerto y nadie\nsalió a verlo.\nEl práctico se fue a su casa porque\nera ya de noche.\n",
			"El barco entró en el puerto y nadie salió a verlo.\n\nEl práctico se fue a su casa porque era ya de noche.\n"},
		{"a list of bare lines", en, "oil for the lamp\nnew rope\ntar\n", "oil for the lamp\nnew rope\ntar\n"},
		{"ligatures as characters", en, "The \ufb01rst o\ufb03ce \ufb02ew.\n", "The first office flew.\n"},
		{"accents apart, soft hyphens, zero-width spaces", es, "Cafe\u0301 so\u00adlo ca\u200bsa.\n", "Café solo casa.\n"},
		{"mojibake", es, "El cafÃ© y la maÃ±ana â€œfríaâ€\u009d.\n", "El café y la mañana “fría”.\n"},
		{"but not what looks like it in capitals", language.Portuguese, "«AMANHÃ» disse ele.\n", "«AMANHÃ» disse ele.\n"},
		{"letters set apart", en, "It was f o r b i d d e n to land. The rows A B C D and a e i o u were full.\n",
			"It was forbidden to land.\nThe rows A B C D and a e i o u were full.\n"},
		{"words set apart by wider space", en, "T H E   L A M P\n\nIt was s t r i c t l y  f o r b i d d e n to land. I t w a s the law, and it was old.\n",
			"THE LAMP\n\nIt was strictly forbidden to land.\nIt was the law, and it was old.\n"},
		{"a large initial", en, "T he boat lay in the harbour, and nobody\ncame to look at it until it was late.\n",
			"The boat lay in the harbour, and nobody came to look at it until it was late.\n"},
		{"a large initial on its own line", en, "I\nt was late when the boat came in, and\nnobody saw it.\n",
			"It was late when the boat came in, and nobody saw it.\n"},
		{"but not a word of one letter", es, "A tiempo llegó el barco, y nadie lo vio\nhasta que ya era tarde.\n\nY luego se fue, y nadie lo vio tampoco\ndesde el muelle.\n",
			"A tiempo llegó el barco, y nadie lo vio hasta que ya era tarde.\n\nY luego se fue, y nadie lo vio tampoco desde el muelle.\n"},
		{"words run together", en, "They went slowlyand without a word to thetown, and slowly the\ntown, the old town and the quay, went dark. The lamp was out\nin the town, and the sea was grey.\n",
			"They went slowly and without a word to the town, and slowly the town, the old town and the quay, went dark.\nThe lamp was out in the town, and the sea was grey.\n"},
		{"a dash that came out as a hyphen", en, "The lamp went out-and nobody saw it go, for the keeper was\nasleep-he had been ill all day-and the town was dark. Then he fell asleep. It was a know-\nhow that nobody had, and they asked the wife-\nthe keeper had one-what to do.\n",
			"The lamp went out—and nobody saw it go, for the keeper was asleep—he had been ill all day—and the town was dark.\nThen he fell asleep.\nIt was a knowhow that nobody had, and they asked the wife—the keeper had one-what to do.\n"},
		{"ligatures set apart", en, "The of fi cer was the fi rst to fi nd that the floor of the of fi ce was wet,\nand that the fi re was out.\n",
			"The officer was the first to find that the floor of the office was wet, and that the fire was out.\n"},
		{"characters as a page writes them", es, "El caf&eacute; &amp; la ma&ntilde;ana &#8212; S&B; nada.\n", "El café & la mañana — S&B; nada.\n"},
		{"a message that quotes", en, "I think so, too.\n\n> The boat lay in the harbour, and nobody\n> came to look at it.\n>\n>> It was late.\n> So they say.\n",
			"I think so, too.\n\nThe boat lay in the harbour, and nobody came to look at it.\n\nIt was late.\n\nSo they say.\n"},
		{"a table of contents", es, "ÍNDICE\n\nI. El muelle ........ 11\nII. La lámpara ...... 25\n\nEra costumbre del pueblo encender la lámpara y\nnadie la apagaba.\n",
			"ÍNDICE\n\nI. El muelle ........ 11\n\nII. La lámpara ...... 25\n\nEra costumbre del pueblo encender la lámpara y nadie la apagaba.\n"},
		{"a chapter that starts in capitals after a page cut short", en, "The boat lay in the harbour, and nobody came to\nsee the\n\n\nAFTER THE WAR came the\nhungry years, and the boat was sold to a man who\nnever paid for it.\n",
			"The boat lay in the harbour, and nobody came to see the\n\nAFTER THE WAR came the hungry years, and the boat was sold to a man who never paid for it.\n"},
		{"other marks that a scanner misread", en, "\"I know the bar/' he said. \"You do not/' She left. \"Go/' he said. After three years* wait they were in the cells* He was\nill. \"So am I/ 7 he said.\n",
			"\"I know the bar,\" he said.\n\"You do not.\"\nShe left.\n\"Go,\" he said.\nAfter three years' wait they were in the cells.\nHe was ill.\n\"So am I.\" he said.\n"},
		{"marks that open, misread", es, "—iQué frío! —dijo—. ?Quién es? iNadie! El iPhone no suena.\n", "—¡Qué frío! —dijo—.\n¿Quién es?\n¡Nadie!\nEl iPhone no suena.\n"},
		{"misread closing quotes", en, "\"I know the bar/' he said. \"You do not/* She left. \"Go.** They went.\n",
			"\"I know the bar,\" he said.\n\"You do not.\"\nShe left.\n\"Go.\"\nThey went.\n"},
		{"digits in words", en, "The c0urt sat in l889. In M4laga, near Malaga, they fe1t it.\n",
			"The court sat in 1889.\nIn Malaga, near Malaga, they felt it.\n"},
	} {
		doc := parse(t, test.raw, Options{Language: test.tag})
		if diff := cmp.Diff(test.want, clean(doc)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.reason, diff)
		}
	}
}

// TestLostLigatures has a text of the usual share of ligatures, all lost, with
// a real exclamation mark and real hyphens between.
func TestLostLigatures(t *testing.T) {
	const raw = `El o!cial no tenía con!anza en el !n de aquella de!nición tan cientí!ca. ` +
		`¡Qué !gura! Los con-ictos y la in-uencia de las -ores eran lo especí!co. ` +
		`El ruso-español y la ex-artista re-exionan. ¡Basta! Lo a!rmó el !scal.`
	const want = `El oficial no tenía confianza en el fin de aquella definición tan científica. ` +
		`¡Qué figura! Los conflictos y la influencia de las flores eran lo específico. ` +
		`El ruso-español y la ex-artista reflexionan. ¡Basta! Lo afirmó el fiscal.`
	doc := parse(t, raw, Options{Language: language.Spanish})
	if diff := cmp.Diff(want, strings.Join(texts(doc), " ")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if kept := parse(t, raw, Options{Language: language.Spanish, Keep: KeepLigatures}); strings.Join(texts(kept), " ") != raw {
		t.Errorf("KeepLigatures changed the text: %q", texts(kept))
	}
	// One such word is no system: it is reported, and left.
	doc = parse(t, "El o!cial fue al fin con el oficial y firmó su fingido final en la oficina.", Options{Language: language.Spanish})
	if len(doc.Repairs) != 1 || doc.Sentences[0].Text != "El oficial fue al fin con el oficial y firmó su fingido final en la oficina." {
		t.Errorf("a word that the text has elsewhere is to be restored: %+v", doc.Repairs)
	}
}

// TestLostLigatureSigns loses the same ligatures to other signs.
func TestLostLigatureSigns(t *testing.T) {
	const clean = `El oficial no tenía confianza en el fin de aquella definición tan científica. ` +
		`La figura del fiscal era lo específico. Los conflictos y la influencia de las flores lo afirman.`
	for _, test := range []struct{ reason, fi, fl string }{
		{"an old encoding", "Þ", "ß"},
		{"a font of its own", "\uF001", "\uF002"},
		{"control characters", "\x02", "\x03"},
		{"a sign for all that is unknown", "\uFFFD", "\uFFFD"},
		{"fractions", "¼", "½"},
	} {
		raw := strings.NewReplacer("fi", test.fi, "fl", test.fl).Replace(clean)
		doc := parse(t, raw, Options{Language: language.Spanish})
		if diff := cmp.Diff(clean, strings.Join(texts(doc), " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.reason, diff)
		}
	}
}

// paged is four pages with heads, numbers, and notes at their feet, the second
// of which runs on to the next page.
const paged = `10 | The Tide
The pilot went down to the quay before the sun was up, and he
found the boat where he had left it.1 The tide was running, and he

1 It had been there since the autumn of the year before.

11 | The Tide
knew that nobody would follow him across the bar.2 There was a
light in the keeper's window, and he turned his face away from

2 The bar was marked on no chart until much later, and the men
who crossed it had learned it from their fathers, who had it

12 | The Tide
it, as he had done all his life. He rowed until the town was no
more than a line.3 Then he put up the sail, and he did not look

from theirs.
3 He says so in a letter.

13 | The Tide
back. The wind was from the east, and by noon the island was in
sight. He had been there once, as a boy, and he remembered it.
`

func TestPagesAndNotes(t *testing.T) {
	doc := parse(t, paged, Options{Language: language.English})
	const want = `The pilot went down to the quay before the sun was up, and he found the boat where he had left it.
The tide was running, and he knew that nobody would follow him across the bar.
There was a light in the keeper's window, and he turned his face away from it, as he had done all his life.
He rowed until the town was no more than a line.
Then he put up the sail, and he did not look back.
The wind was from the east, and by noon the island was in sight.
He had been there once, as a boy, and he remembered it.
`
	if diff := cmp.Diff(want, clean(doc)); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
	var notes []string
	for _, n := range doc.Notes {
		line := n.Number + " @" + doc.Sentences[n.Sentence].Text[:9] + ":"
		for _, s := range n.Sentences {
			line += " " + s.Text
		}
		notes = append(notes, line)
	}
	wantNotes := []string{
		"1 @The pilot: It had been there since the autumn of the year before.",
		"2 @The tide : The bar was marked on no chart until much later, and the men who crossed it had learned it from their fathers, who had it from theirs.",
		"3 @He rowed : He says so in a letter.",
	}
	if diff := cmp.Diff(wantNotes, notes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	if len(doc.Asides) != 4 {
		t.Errorf("%d asides, want the 4 running heads: %+v", len(doc.Asides), doc.Asides)
	}
	kept := parse(t, paged, Options{Language: language.English, Keep: KeepPages | KeepNotes})
	if len(kept.Notes)+len(kept.Asides) > 0 {
		t.Errorf("Keep left %d notes and %d asides to be lifted out", len(kept.Notes), len(kept.Asides))
	}
}

// TestTitleAndRunningHead: a running head repeats a title, which stays.
func TestTitleAndRunningHead(t *testing.T) {
	const raw = `The Tide

The pilot went down to the quay before the sun was up, and he
found the boat where he had left it. The tide was running, and he
knew that nobody would follow him across the bar. There was a
light in the keeper's window, and he turned his face away from

THE TIDE

it, as he had done all his life. He rowed until the town was no
more than a line. Then he put up the sail, and he did not look
back. The wind was from the east, and by noon the island was in
sight, and nobody had seen him go, and he had been there

THE TIDE

once, as a boy, and he remembered it. There had been a house on
it then, and a well, and a man who kept goats and did not speak
to anybody. The house was gone, and the goats were wild, but the
well was there, and he drank from it, and he slept until the

THE TIDE

moon was up.
`
	doc := parse(t, raw, Options{Language: language.English})
	if len(doc.Asides) != 3 || doc.Sentences[0].Text != "The Tide" || doc.Paragraphs[0].Kind != Heading {
		t.Errorf("%d running heads, want 3; first %+v", len(doc.Asides), doc.Sentences[0])
	}
}

func TestBoilerplate(t *testing.T) {
	const raw = `Skip to main content

Log in

The Pilot's House

The pilot lived on the quay, and the house is still there. Nobody has lived in it since the war.

His daughter kept the key for forty years. She gave it to me one evening, without a word.

Share this post on Facebook

Leave a Reply

Your email address will not be published.

Subscribe to our newsletter
`
	doc := parse(t, raw, Options{Language: language.English})
	const want = `The Pilot's House

The pilot lived on the quay, and the house is still there.
Nobody has lived in it since the war.

His daughter kept the key for forty years.
She gave it to me one evening, without a word.
`
	if diff := cmp.Diff(want, clean(doc)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(doc.Asides) != 6 {
		t.Errorf("%d asides, want 6: %+v", len(doc.Asides), doc.Asides)
	}
	kept := parse(t, raw, Options{Language: language.English, Keep: KeepAll})
	if len(kept.Asides) > 0 || len(kept.Repairs) > 0 {
		t.Errorf("KeepAll lifted out %+v and repaired %+v", kept.Asides, kept.Repairs)
	}
}

// TestMarkersOfTypedBooks: what stands outside the lines that say where the text
// starts and ends is not the text.
func TestMarkersOfTypedBooks(t *testing.T) {
	const raw = `Title: The Lamp

*** START OF THIS EDITION OF THE LAMP ***

The lamp was lit at dusk. Nobody put it out.

*** END OF THIS EDITION OF THE LAMP ***

You may copy it, and give it away.
`
	doc := parse(t, raw, Options{Language: language.English})
	if diff := cmp.Diff("The lamp was lit at dusk.\nNobody put it out.\n", clean(doc)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(doc.Asides) != 4 {
		t.Errorf("%d asides, want 4: %+v", len(doc.Asides), doc.Asides)
	}
}

// TestRomanPages: the first pages of a book are numbered in small letters.
func TestRomanPages(t *testing.T) {
	const page = "The pilot went down to the quay before the sun was up, and he\nfound the boat where he had left it, and the tide was running\nso that nobody would follow him across the bar, and there was\na light in the keeper's window, and he did not\n\n%s\n\nlook back. "
	raw := ""
	for _, n := range []string{"vii", "viii", "ix", "x"} {
		raw += strings.Replace(page, "%s", n, 1)
	}
	doc := parse(t, raw+"The end.\n", Options{Language: language.English})
	if len(doc.Asides) != 4 || len(doc.Sentences) != 5 {
		t.Errorf("%d page numbers and %d sentences, want 4 and 5: %q", len(doc.Asides), len(doc.Sentences), texts(doc))
	}
}

func TestHeadings(t *testing.T) {
	const raw = "PART ONE\n\nChapter IV\n\nChapter Five: The Quay\n\nThe Composing Room\n\nThe boat was old, and it leaked.\n\n1.2 The Camp\n\nThe boat lay in the harbour. Nobody came.\n\nThe second winter\n\nIt was cold, and they had nothing left to burn.\n"
	doc := parse(t, raw, Options{Language: language.English})
	var got []int
	for _, p := range doc.Paragraphs {
		got = append(got, p.Level)
	}
	if diff := cmp.Diff([]int{1, 1, 1, 2, 0, 2, 0, 2, 0}, got); diff != "" {
		t.Errorf("levels (-want +got):\n%s", diff)
	}
}

// TestWordsThroughRepairs tells where words stand that are not written as they
// are read.
func TestWordsThroughRepairs(t *testing.T) {
	const raw = "The pilot left the har-\nbour of \ufb01ve boats, and C6rdoba, near Cordoba, was\nfar.\n"
	doc := parse(t, raw, Options{Language: language.English})
	where := make(map[string]string)
	for _, w := range doc.Words(&doc.Sentences[0], NewStemmer(language.English)) {
		if _, seen := where[w.Text]; !seen {
			where[w.Text] = raw[w.Span.Start:w.Span.End]
		}
	}
	for word, want := range map[string]string{"harbour": "har-\nbour", "five": "\ufb01ve", "Cordoba": "C6rdoba", "far": "far"} {
		if where[word] != want {
			t.Errorf("%s stands at %q, want %q", word, where[word], want)
		}
	}
	// A document built by hand need not hold its text.
	loose := Document{Sentences: []Sentence{{Text: "No place", Spans: []Span{{3, 9}}}}}
	for _, w := range loose.Words(&loose.Sentences[0], NewStemmer(language.English)) {
		if w.Span != (Span{}) {
			t.Errorf("%s: span %v of a sentence without a place", w.Text, w.Span)
		}
	}
}
