package letters

// romanization writes lower-case letters that are no Latin letter with an
// accent in plain Latin ones, after the usage of newspapers and atlases: what
// matters is that names written in two alphabets come out alike.
var romanization = map[rune]string{
	// Latin
	'æ': "ae", 'œ': "oe", 'ø': "o", 'ß': "ss", 'þ': "th", 'ð': "d", 'đ': "d",
	'ł': "l", 'ı': "i", 'ħ': "h", 'ŋ': "ng", 'ĸ': "k", 'ə': "e",

	// Cyrillic
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'ґ': "g", 'д': "d", 'е': "e", 'є': "ie",
	'ж': "zh", 'з': "z", 'и': "i", 'і': "i", 'к': "k", 'л': "l", 'м': "m",
	'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f",
	'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ъ': "", 'ы': "y",
	'ь': "", 'э': "e", 'ю': "iu", 'я': "ia", 'ј': "j", 'љ': "lj", 'њ': "nj",
	'ђ': "dj", 'ћ': "c", 'џ': "dz",

	// Greek
	'α': "a", 'β': "v", 'γ': "g", 'δ': "d", 'ε': "e", 'ζ': "z", 'η': "i", 'θ': "th",
	'ι': "i", 'κ': "k", 'λ': "l", 'μ': "m", 'ν': "n", 'ξ': "x", 'ο': "o", 'π': "p",
	'ρ': "r", 'σ': "s", 'ς': "s", 'τ': "t", 'υ': "y", 'φ': "f", 'χ': "ch", 'ψ': "ps",
	'ω': "o",
}
