package edition

import "golang.org/x/text/language"

// words are what the edition itself says, in one language. A %s in them is
// replaced.
type words struct {
	Tag language.Tag

	Untitled, Contents, Versions, TranslatedBy, Notes, Note, Row string

	// Gap stands where a version leaves a row out.
	Gap string

	// Confidence, a percentage.
	Unsure, Doubtful string

	// Moved passages: where it belongs, and where it is.
	MovedHere, MovedAway string

	Controls, Hide, NextGap, NextDoubt, Search, Theme, Keys             string
	Found, NotFound, NoGap, NoDoubt, TapToShow, Skip, Close, SingleKeys string
	KeyWalk, KeyGap, KeyDoubt, KeyHide, KeyReveal, KeySearch, KeyHelp   string
	KeyWord                                                             string
}

var english = words{
	Tag:          language.English,
	Untitled:     "Untitled",
	Contents:     "Contents",
	Versions:     "Versions",
	TranslatedBy: "translated by %s",
	Notes:        "Notes",
	Note:         "Note %s",
	Row:          "Row %s",
	Gap:          "not in this version",
	Unsure:       "less certain pairing, %s",
	Doubtful:     "doubtful pairing, %s",
	MovedHere:    "moved here from another place",
	MovedAway:    "a passage that belongs here is shown elsewhere",
	Controls:     "Reading aids",
	Hide:         "Hide %s",
	NextGap:      "Next gap",
	NextDoubt:    "Next doubtful",
	Search:       "Search",
	Theme:        "Light or dark",
	Keys:         "Keys",
	Found:        "%s of %s",
	NotFound:     "Not found",
	NoGap:        "There are no gaps.",
	NoDoubt:      "There are no doubtful pairings.",
	TapToShow:    "tap to show",
	Skip:         "Skip to the text",
	Close:        "Close",
	SingleKeys:   "Use these keys",
	KeyWalk:      "next and previous row",
	KeyGap:       "next and previous gap",
	KeyDoubt:     "next and previous doubtful pairing",
	KeyHide:      "hide or show a version",
	KeyReveal:    "show what is hidden in this row",
	KeyWord:      "in a row: next and previous word, with its twin",
	KeySearch:    "search; then Enter and Shift+Enter",
	KeyHelp:      "this help",
}

var spanish = words{
	Tag:          language.Spanish,
	Untitled:     "Sin título",
	Contents:     "Índice",
	Versions:     "Versiones",
	TranslatedBy: "traducción de %s",
	Notes:        "Notas",
	Note:         "Nota %s",
	Row:          "Fila %s",
	Gap:          "no está en esta versión",
	Unsure:       "correspondencia menos segura, %s",
	Doubtful:     "correspondencia dudosa, %s",
	MovedHere:    "trasladado aquí desde otro lugar",
	MovedAway:    "un pasaje que va aquí se muestra en otro lugar",
	Controls:     "Ayudas de lectura",
	Hide:         "Ocultar %s",
	NextGap:      "Siguiente omisión",
	NextDoubt:    "Siguiente dudosa",
	Search:       "Buscar",
	Theme:        "Claro u oscuro",
	Keys:         "Teclas",
	Found:        "%s de %s",
	NotFound:     "No se encuentra",
	NoGap:        "No hay omisiones.",
	NoDoubt:      "No hay correspondencias dudosas.",
	TapToShow:    "tocar para mostrar",
	Skip:         "Ir al texto",
	Close:        "Cerrar",
	SingleKeys:   "Usar estas teclas",
	KeyWalk:      "fila siguiente y anterior",
	KeyGap:       "omisión siguiente y anterior",
	KeyDoubt:     "correspondencia dudosa siguiente y anterior",
	KeyHide:      "ocultar o mostrar una versión",
	KeyReveal:    "mostrar lo oculto en esta fila",
	KeyWord:      "en una fila: palabra siguiente y anterior, con su pareja",
	KeySearch:    "buscar; después Intro y Mayús+Intro",
	KeyHelp:      "esta ayuda",
}

func wordsFor(tag language.Tag) *words {
	if base, _ := tag.Base(); base == language.MustParseBase("es") {
		return &spanish
	}
	return &english
}
