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
		{"an acronym after its article", es, "Era de la N.K.V.D. | Ignoro quién lo dijo. | Lo dijo E.T.A. Luna. | Vive en EE. UU. | Trabaja allí."},
		{"doubled initials", es, "Vivió en EE. UU. durante años. | Volvió de los EE. UU. | Nadie lo supo."},
		{"opened in mid-sentence", es, "Entonces, ¿quién lo vio? | Nadie, ¡pobre hombre! | Se fue."},
		{"a dialogue with its speaker", es, "—¡Ven aquí! —exclamó Juan—. ¿Qué haces? | —Nada."},
		{"a dash after a stop", es, "—No lo sé —dijo—. | Nadie lo sabe."},
		{"guillemets, stop in or out", es, "«No lo sé.» | Se fue. | «Nadie lo sabe». | Volvió."},
		{"abbreviations before numbers", es, "Véase la pág. 12 y el cap. 3, núm. 5. | Nada más."},
		{"ordinals and thousands", es, "La 46.ª división tenía 1.200 hombres. | El 3.er día llegó."},
		{"a small letter after a call", es, "¡Ay!, dijo. | ¿Y qué? —preguntó ella. | Nada."},
		{"a title in capitals", en, "THE LONG WAY HOME | The pilot left. | HE GREW UP in Hull."},
		{"a time before a name", en, "At 5 a.m. Mr. Bell rose. | He was at sea by 6 p.m. | Mr. Ward saw him go at 7 p.m. Monday."},
		{"citations", en, "See 12 F.3d 45 (9th Cir. 1999). | It follows 347 U.S. 483 and 42 U.S.C. § 1983. | Nothing else does."},
		{"an author and others", en, "So Ward et al. (1999) say. | It was seen by Bell et al. | Later work agrees. | Ward, J. (1999) does not."},
		{"a letter or number of a kind", en, "They took vitamin C. | The rest took none. | Plan B. | It failed. | George V. | He reigned long."},
		{"a measure before a name", en, "He stood 6 ft. | She lived in Main St. | It was 5 km. | Ft. Ward is there."},
		{"an address at the end", en, "See www.example.org. | Open notes.txt. | Write to j@example.org. | Done."},
		{"a postcode", en, "It went to Hull, N.J. 08759, by sea. | In D.C. 20006 is another."},
		{"a small letter before the capital", en, "He runs. | eBay pays. | The iPhone is here."},
		{"a bracket or quotation of several sentences inside another", en, "He cried (Yes! Truly!) and ran. | They shouted “Fire! Fire!” and ran. | He left (it rained. | It was late.) | So it was."},
		{"what closes upon a stop", en, "He left.\"12 | She left.* | They left.† | It was so.[7–9] | It was not.[note 3] | So be it. [...] | Who knows? :-) | They do."},
		{"a closing quote set apart", en, "He said: \"Come here. \" | She came. | \"Money will betray you. ' | He left."},
		{"a note mark set apart", en, "He left the house. 4 | The rest stayed.11 12 | Even she did. | In 1850. | 4 men came."},
		{"names with an exclamation mark", en, "She left Yahoo! Mail for good. | She liked Yahoo! | The others did not."},
		{"a letter", en, "Dear Ana, | I am well. | The boat is not. | Best regards, | Peter Ward"},
		{"question and answer", en, "Q. Where was he? | A. At home. | P.S. I asked twice."},
		{"lines of messages", en, "Ana Bell | 03/27/2001 09:11 AM | See http://a.example/1 | http://a.example/2 | Thanks :) | Peter"},
		{"a caption", en, "Figure 1.5 | Residents of Hull in 1850."},
		{"times and eras", es, "Llegó a las 5 p. m. | Volvió en el 30 a. C. | Nada quedó."},
		{"what no name follows", es, "Salió por la B. | Aparcamos. | Felipe V. | Después reinó otro. | Subió 20.5°C. | Hacía calor."},
		{"law", es, "El R. D. 3/2000 y los párrf. 5 y 6 lo prevén. | El lun. 15 de mar. de 2014 no."},
		{"a speaker's letter", es, "P. ¿Dónde estaba? | R. En casa. | P. D. Te quiero."},
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

// TestLabels: the names of a play stand with what is said.
func TestLabels(t *testing.T) {
	doc := parse(t, "ANA. The lamp is out. Who saw it?\n\nPETER. I did.\n\nANA. When?\n\nPETER. Late. It was dark.\n", Options{Language: language.English})
	want := []string{"ANA. The lamp is out.", "Who saw it?", "PETER. I did.", "ANA. When?", "PETER. Late.", "It was dark."}
	if diff := cmp.Diff(want, texts(doc)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
