package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// joiner undoes the hyphens at line ends, or keeps them where a compound was
// broken at its own hyphen. The text's words decide: first whether it has the
// joined word or the compound elsewhere, then whether its parts are such as
// stand in compounds.
type joiner struct {
	text  string
	vocab *vocabulary
	parts *compoundParts

	// restored tells the places at which lost letters were restored.
	restored map[int]bool
}

// compoundParts are words that make compounds with a hyphen.
type compoundParts struct {
	firsts, lasts map[string]bool // these keep their hyphen before or after a word
	prefixes      map[string]bool // these never do
	suffixes      map[string]bool
	links         map[string]bool // small words in the middle of a compound

	// small are words that start no second half of a word. A language that has
	// them writes so many compounds with a hyphen that two long words are one
	// rather than a single word that stands nowhere else; nil for others.
	small map[string]bool
}

var englishParts = &compoundParts{
	firsts: wordSet(`self ex non half semi well ill all cross old new young long short high low middle
		mid north south east west twenty thirty forty fifty sixty seventy eighty ninety first second
		third two three four five six seven eight nine ten great vice anglo pro anti pre post
		so far near hard soft open full much ever never blue red white black grey gray dark light
		left right best better worst one single double quasi pseudo neo ultra sub counter hand cold warm
		hot cool quick slow deep wide narrow free life world war full fair high good bad broad close fine
		heavy kind law loud low mean old own plain poor public rich rough sad sharp sick simple small
		sober strong sweet tender thick thin tight tough true warm weak wrong`),
	lasts: wordSet(`like old olds class fashioned looking minded handed hearted eyed faced haired headed
		legged colored coloured shaped sized up down off out in by to be in-law year long day known
		first second sixth seventh eighth ninth tenth hundred hundredth one two six seven eight nine ten
		made born bred free wide elect general chief called term scale time mile miles hour hours foot
		feet inch ton style type proof rank ranking level wing winger half third fourth fifth`),
	prefixes: wordSet(`a an ac ad af ag al ap ar as at be com con de des di dis em en ex im in inter ir
		mis ob of over out para per pre pro re sub sup sur sus trans un under up with fore for to after
		some any every no where there here how what when who which him her them it my our your can`),
	suffixes: wordSet(`able al ally age piece fully hood smith dom ance ant ate ated ates ating ation ed en ence ent er ers ery es
		ess est ful ible ic ical ies ing ings ion ions ish ism ist ists ity ive ize less ling ly man
		men ment ments ness or ors ous ship ships some ter tion tions ty ual uals ure ward wards wise
		woman women self selves ever body thing one fore in to on by how where`),
	links: wordSet(`and of the in to me up by for a at on or my with out`),
	small: wordSet(`had has have was were is are been did does the a he she they we you that this these
		those his their our its about because although though with without from into but and
		if when while which who whom whose what then there nothing nobody remember every`),
}

var spanishParts = &compoundParts{
	firsts: wordSet(`ex anglo franco hispano ítalo italo germano ruso sino afro indo judeo greco
		social socialista nacional político socio histórico teórico económico físico anarco
		marxista marxismo norte sur centro este oeste anti pro vice lunes martes miércoles jueves
		viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre
		noviembre bolchevique comunista demócrata hijo coche hombre ciudad palabra`),
	lasts: wordSet(`leninista leninistas leninismo revolucionario revolucionaria demócrata demócratas
		belga francés francesa inglés inglesa alemán alemana español española ruso rusa italiano italiana
		japonés japonesa polaco polaca soviético soviética chino china turco turca austriaco austríaco
		austríaca húngaro húngara prusiano prusiana`),
	links: wordSet(`de a en y sur la le les l`),
	prefixes: wordSet(`a al an con com de des di dis en em ex im in inter ir para per por pre pro re
		sobre sub super trans ante anti bien mal contra entre so tras`),
	suffixes: wordSet(`mente ción ciones sión siones dad dades do da dos das ando iendo ar er ir ía ían
		aba aban ba ban mos me te se lo la los las le les nos ra ras ran ron ría rían rá rán
		res ro ros tes tas tos za zas jo ja miento mientos ble bles ista istas ismo`),
}

var noParts = &compoundParts{}

func partsFor(r *rules) *compoundParts {
	switch r {
	case englishRules:
		return englishParts
	case spanishRules:
		return spanishParts
	}
	return noParts
}

// repairs appends the repairs at the line ends of a block.
func (j *joiner) repairs(spans []Span, into []Repair) []Repair {
	for i := 0; i+1 < len(spans); i++ {
		line := j.text[spans[i].Start:spans[i].End]
		if !endsInHyphen(line) {
			continue
		}
		_, size := utf8.DecodeLastRuneInString(line)
		hyphen := Span{spans[i].End - size, spans[i].End}
		next := j.text[spans[i+1].Start:spans[i+1].End]
		repair := Repair{Kind: LineHyphen, Span: hyphen}
		left := line[:len(line)-size]
		switch r := decode(next); {
		case line[len(left):] != "-": // a soft hyphen, which means just this
		case j.restored[spans[i+1].Start] || j.restored[hyphen.Start-1]:
		case strings.HasPrefix(next, "-") && startsLetter(next[1:]): // written on both lines, as Spanish does
		case unicode.IsDigit(r) && isDigitAt(left, len(left)-1):
			repair.Text = "-"
		case !unicode.IsLetter(r) || !endsLetter(left):
			continue
		case j.isDash(left, next):
			repair.Text = "—"
		case j.keeps(left, next):
			repair.Text = "-"
		}
		into = append(into, repair)
	}
	return into
}

// isDash reports whether the hyphen at a line's end is a dash that came out as
// one: a word stands beside it that is part of no compound, or a name follows a
// word.
func (j *joiner) isDash(left, next string) bool {
	if j.parts.small == nil {
		return false
	}
	start, end := lettersStart(left), lettersEnd(next, 0)
	if len(left)-start < 2 || strings.HasSuffix(left[:start], "-") || strings.HasPrefix(next[end:], "-") {
		return false
	}
	left, next = left[start:], next[:end]
	switch {
	case j.vocab.count(left+next) > 0 || j.vocab.compounds[left+"-"+next] > 0:
		return false
	case j.parts.small[next]:
		return true
	case !j.vocab.has(next) || len(next) < 4 || j.parts.suffixes[next]:
		return false
	case j.parts.small[left], left == "to", left == "of":
		return true
	}
	return unicode.IsUpper(decode(next)) && unicode.IsLower(decode(left)) && len(left) > 3 && !j.parts.firsts[left] && j.vocab.has(left)
}

// keeps reports whether the hyphen between the end of left and the start of
// right is one of the word.
func (j *joiner) keeps(left, right string) bool {
	start := lettersStart(left)
	chained := start > 1 && left[start-1] == '-' && endsLetter(left[:start-1]) // forget-me-nots
	left = left[start:]
	end := lettersEnd(right, 0)
	longer := strings.HasPrefix(right[end:], "-") // the compound has a third part
	right = right[:end]
	if right == "" {
		return true // a digit: F-16
	}
	joined := left + right
	whole, compound := j.vocab.count(joined), int(j.vocab.compounds[left+"-"+right])
	switch {
	case whole > 0 || compound > 0:
		return compound > whole
	case j.vocab.known != nil && j.vocab.known(strings.ToLower(joined)):
		return false
	}
	upper := unicode.IsUpper(decode(right))
	if upper && !isUpperWord(left) || utf8.RuneCountInString(left) == 1 && unicode.IsUpper(decode(left)) {
		return true
	}
	left, right = strings.ToLower(left), strings.ToLower(right)
	if chained && j.parts.links[left] {
		return true
	}
	return j.isCompound(left, right, longer)
}

// isCompound decides on a pair of which the text has neither the joined word
// nor the compound.
func (j *joiner) isCompound(left, right string, longer bool) bool {
	if j.parts.firsts[left] && j.parts.lasts[right] {
		return true
	}
	if !j.vocab.has(right) || !j.vocab.has(left) {
		// At least one part is no word. Prefixes such as anglo- need not be.
		return j.parts.firsts[left] && j.vocab.has(right) && !j.parts.suffixes[right] && len(left) > 3
	}
	if j.parts.suffixes[right] || j.parts.prefixes[left] {
		return false
	}
	if j.parts.small[right] || j.parts.small != nil && len(left) > 3 && len(right) > 3 {
		return true // a dash, or a compound that stands here alone
	}
	return longer || j.parts.firsts[left] || j.parts.lasts[right] ||
		j.vocab.firsts[left] > 0 && len(left) > 2 || j.vocab.lasts[right] > 1 && len(right) > 3
}

// lettersStart returns the start of the letters at the end of s.
func lettersStart(s string) int {
	i := len(s)
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		i -= size
	}
	return i
}
