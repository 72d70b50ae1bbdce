package segment

import "strings"

// Pieces of words that hold a ligature, for texts that have lost it so wholly
// that no word of theirs can tell. A root may stand anywhere in a word.

const spanishFl = `flor flot flech flaco flaca flacu flaqu flanc flan flamenc flama flamant flamear flagel flagr flaut
	flecha fleco flem flequ flet flex flej flirt floj flota fluct fluj fluid fluir fluy fluor fluvi
	fluen influ conflu aflu reflu superflu inflam inflar infla inflex inflig inflij aflig aflic aflij conflict
	conflagr reflex reflej reflec genuflex chifl rifle camufl panflet pantufla mofle sufl soplafl rufl gonfl
	aflor aflo desflor refle deflag deflac moufl chiflad superflu mofletud flores florec flamante flexib fling flandes
	flandr florenc florent flaubert fleury flambe fléau flamme fleur confl tifl`

const englishFl = `fly flew flown flie flat floor flood flour flip float flesh fling flick flock flaw
	flash flair flak flame flam flare flag flavo flatt flaunt flutt flore floris flow fluen fluid flux
	influ conflict reflect inflict afflict inflat deflat flee flea fled fleet fluff flush flute flint
	flex flight flirt rifle trifle shuffle baffle muffle raffle ruffle waffle scuffle sniffle stifle
	inflam flank flann flop florid flurr flinch flake flask flogg conflagr cauliflow superflu fluctu
	leaflet pamphlet briefl chiefl brief stiffl camoufl`

const commonFi = `fin fic fiel figur fij fil fir fis fiest fian fica fico fici fiqu fici definit
	finit perfil confi desafi oficin oficial edific sacrific signific cientif pacif confid infin afin
	afirm confirm firme firma filo filoso final finan suficien eficaz deficien dificult dific magnif
	find fine fing finish fire first fish fit five fix field fier fight fill film fift office offici
	profit benefit specif magnif scientif certif satisf identif justif artifi defici effici sufficien
	confiden confine define refin`

const commonFf = `affair effort offic differ diffic suffer suffic effect affect offer staff stuff off cliff
	coffee traffic buff chauff souffr hoff ioff laff`

// flPrefixes are what may stand before a root that starts with fl, where the sign
// that stands for it could also be a hyphen.
var flPrefixes = wordSet(`in con re a de des super pre circun ge genu af ef`)

var ligatureRoots = map[*rules]map[string][]string{
	englishRules: roots(englishFl, commonFi, commonFf),
	spanishRules: roots(spanishFl, commonFi, commonFf),
	generalRules: roots("", commonFi, commonFf),
}

func roots(fl, fi, ff string) map[string][]string {
	lists := make(map[string][]string)
	for reading, words := range map[string]string{"fl": fl, "fi": fi, "ff": ff} {
		for word := range strings.FieldsSeq(words) {
			if strings.Contains(word, reading) {
				lists[reading] = append(lists[reading], word)
			}
		}
	}
	return lists
}
