package segment

// Languages without rules of their own follow Unicode's sentence boundaries
// (UAX #29: a sentence ends at a stop, the quotes and brackets that close upon
// it and the white space after, unless a small letter, a digit or a mark that
// goes on with the sentence follows), with a guard for abbreviations that are
// much the same all over Europe.

const generalTitles = `mr mrs ms dr drs prof ing mag dipl fr hr sr sra srta d dña mme mmes mlle mlles mm
	st ste sta sto sv sankt kard pfr gen gral cap capt cpt col lt maj adm mgr msgr mons don dott
	dottssa sig sigra sigg on avv geom arch ir mej mevr dhr ds wed drs exc rev r.p m.me m.lle
	г им ул проф акад д-р св гр т тов`

const generalInside = `z.b d.h u.a u.ä o.ä z.t i.e e.g bzw vgl sog ca cf cfr evtl ggf inkl geb gest bes
	p.ex p.ej par.ex p.e ad.es es vs bijv bv nl o.a m.a d.w.z t.ex bl.a dvs f.eks f.ex resp
	ок т.е т.д т.п н.э см ср напр`

const generalPlace = `nr no núm num abb abs art bd kap s p pp pag pág vol t fig tab tel str jan feb
	str febr mär apr jun jul aug sep sept okt oct nov dez dec janv févr juil déc гг стр рис`

const generalLast = `co inc ltd jr etc usw usf u.s u.s.a f.m e.m н.э`

var generalRules = newRules(words{kinds: map[abbrKind]string{
	abbrTitle:  generalTitles,
	abbrInside: generalInside,
	abbrPlace:  generalPlace,
	abbrList:   generalLast,
}})

// ordinalDotLanguages write “3. März”, “3. maj”, “3. května”: a capital after
// a small number and a dot does not start a sentence there.
var ordinalDotLanguages = map[string]bool{
	"bs": true, "cs": true, "da": true, "de": true, "et": true, "fi": true, "fo": true,
	"hr": true, "hu": true, "is": true, "lb": true, "lv": true, "nb": true, "nn": true,
	"no": true, "pl": true, "sk": true, "sl": true, "sr": true, "tr": true,
}

var generalOrdinalRules = func() *rules {
	r := *generalRules
	r.ordinalDot = true
	return &r
}()
