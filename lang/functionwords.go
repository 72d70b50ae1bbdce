package lang

import (
	"strings"

	"golang.org/x/text/language"
)

// functionWordLists holds, by language, the small words that carry a grammar
// and little else. Spellings that mean something common in the other language
// of a list here are left out of both: a, come, has, he, me, no, once, red,
// sin, son, tan, van. So are those that names of the other language bring
// along, as far as they are rare otherwise.
//
// The lists are used only if every language of a Detector has one: a word
// would else speak for a language just because the others have no list.
var functionWordLists = map[string]string{
	"en": `the of and to is was were been be being are am
		i you she it we they him them us his her hers its our their your my
		this that these those there here
		with for from by at on in into onto out off up down over under about
		after before between through during against without within upon
		not but or nor if then than when where which who whom whose what why
		how while because as so such only also just very too
		had have having did does do done can could will would shall should
		may might must
		an any all some each every both few many much most more other another
		same own again ever never always still yet now`,
	"es": `el la los las un una unos unas de del al y e u que en por para con
		entre desde hasta hacia contra según durante
		se te le lo les nos os mi mis tu tus su sus nuestro nuestra nuestros
		nuestras yo tú él ella ello ellos ellas usted ustedes nosotros
		es era eran fue fueron sido está están estaba estaban estar hay había
		habían ha hemos
		sí si ni ya muy más menos también tampoco pero sino porque pues cuando
		donde como cuál qué quién quien cómo dónde cuándo cuanto
		todo toda todos todas otro otra otros otras este esta estos estas ese
		esa esos esas esto eso aquel aquella aquellos aquellas algo nada nadie
		alguien cada mismo misma tanto así aquí allí ahora entonces siempre
		nunca aún aunque mientras`,
}

// functionWordsOf returns which languages, by index, have each function word,
// or nil if one of the languages has no list.
func functionWordsOf(tags []language.Tag) map[string][]int {
	owners := make(map[string][]int)
	for i, tag := range tags {
		base, _ := tag.Base()
		list, ok := functionWordLists[base.String()]
		if !ok {
			return nil
		}
		for word := range strings.FieldsSeq(list) {
			owners[word] = append(owners[word], i)
		}
	}
	return owners
}
