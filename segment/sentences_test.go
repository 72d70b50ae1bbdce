package segment

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

// texts returns the sentences of a document.
func texts(doc *Document) []string {
	out := make([]string, len(doc.Sentences))
	for i := range doc.Sentences {
		out[i] = doc.Sentences[i].Text
	}
	return out
}

// TestSentences marks the ends of sentences with a bar.
func TestSentences(t *testing.T) {
	en, es, de, ja := language.English, language.Spanish, language.German, language.Japanese
	for _, test := range []struct {
		reason string
		tag    language.Tag
		marked string
	}{
		{"stops", en, "The boat left. | Who saw it? | Nobody did!"},
		{"a title before a name", en, "Dr. Ward met Mrs. Bell. | They talked."},
		{"initials", en, "J. R. Ward signed it. | He left."},
		{"I as a word at the end", en, "Nobody knew but Peter and I. | He told them."},
		{"an acronym inside and at the end", en, "The N.K.V.D. came at night. | It was the N.K.V.D. | Nobody slept."},
		{"numbering before a number", en, "See fig. 6 and no. 12 on p. 40. | He said no. | Then he left."},
		{"a firm that may end a sentence", en, "He worked for Ward & Co. in Hull. | She left Ward & Co. | They paid badly."},
		{"decimals, times and sums", en, "It cost 3.50 at 5.30 p.m. on Monday. | He paid $1,200.50. | She had none."},
		{"addresses", en, "Write to j.ward@example.org or www.example.org/a.html today. | He will answer."},
		{"a stop inside the quotes", en, "“I saw it.” | He wiped the glass."},
		{"a speaker after the quotation", en, "“Come down!” Peter Ward shouted from the quay. | “Why?” I asked."},
		{"a small letter after the quotation", en, "“Come down!” he shouted. | “Why?” she said."},
		{"brackets", en, "He left (nobody knew why. | It was late.) | She stayed."},
		{"an ellipsis goes on or ends", en, "He was … well, late. | And then… | Nothing came."},
		{"an omission in brackets", en, "He said that “the tide […] was low” and left."},
		{"note marks after the stop", en, "He left.[5] | She stayed. [12] | Nobody knew."},
		{"sentences that ran together", en, "The end came.|The boat was gone. | Nobody knew."},
		{"a list in the line", en, "1) The first thing | 2) The second thing | 3) The third"},
		{"a semicolon before a new start", en, "The boat left; the tide was low; nobody knew. | He came;| She left."},
		{"messages without capitals", en, "i saw it yesterday. | it was late. | did you know?"},
		{"but not elsewhere", en, "He sold approx. ten boats and one. two more sank."},
		{"titles", es, "El Sr. D. Juan Luna y la Sra. Vega llegaron. | Nadie los vio."},
		{"doubled initials", es, "Vivió en EE. UU. durante años. | Volvió de los EE. UU. | Nadie lo supo."},
		{"opened in mid-sentence", es, "Entonces, ¿quién lo vio? | Nadie, ¡pobre hombre! | Se fue."},
		{"a dialogue with its speaker", es, "—¡Ven aquí! —exclamó Juan—. ¿Qué haces? | —Nada."},
		{"a dash after a stop", es, "—No lo sé —dijo—. | Nadie lo sabe."},
		{"guillemets, stop in or out", es, "«No lo sé.» | Se fue. | «Nadie lo sabe». | Volvió."},
		{"abbreviations before numbers", es, "Véase la pág. 12 y el cap. 3, núm. 5. | Nada más."},
		{"ordinals and thousands", es, "La 46.ª división tenía 1.200 hombres. | El 3.er día llegó."},
		{"a small letter after a call", es, "¡Ay!, dijo. | ¿Y qué? —preguntó ella. | Nada."},
		{"a title in capitals", en, "THE LONG WAY HOME | The pilot left. | HE GREW UP in Hull."},
		{"quotes set apart", language.French, "Il dit : « C'est fini. » | Puis il partit."},
		{"German ordinals", de, "Am 3. März kam er an. | Er blieb bis zum 12. April. | Dann ging er."},
		{"German abbreviations", de, "Er kam z. B. mit Dr. Vogel, bzw. allein. | Dann ging er."},
		{"no white space", ja, "船が出た。|誰も見なかった。|「そうか。」|と言った。"},
	} {
		marked := strings.ReplaceAll(test.marked, "—. ¿", "—. | ¿")
		var want []string
		for s := range strings.SplitSeq(marked, "|") {
			want = append(want, strings.TrimSpace(s))
		}
		text := strings.ReplaceAll(marked, " | ", " ")
		text = strings.ReplaceAll(text, ";|", ";")
		text = strings.ReplaceAll(text, "|", "")
		doc := parse(t, text, Options{Language: test.tag})
		if diff := cmp.Diff(want, texts(doc)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.reason, diff)
		}
	}
}
