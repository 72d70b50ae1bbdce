package lexicon

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

//go:embed eng-spa/*.txt
var builtin embed.FS

// EnglishSpanish returns the built-in lexicon. It is made on the first call.
var EnglishSpanish = sync.OnceValue(func() *Lexicon {
	var pairs []Pair
	forms := make(map[string]Forms)
	files, err := fs.Glob(builtin, "eng-spa/*.txt")
	if err != nil {
		panic(err)
	}
	for _, name := range files {
		text, err := builtin.ReadFile(name)
		if err != nil {
			panic(err)
		}
		isForms := strings.HasPrefix(name, "eng-spa/forms-")
		if isForms {
			forms[name] = make(Forms)
		}
		for line := range strings.Lines(string(text)) {
			head, list, ok := parseEntry(line)
			if !ok {
				continue
			}
			if isForms {
				forms[name][head] = append(forms[name][head], list...)
				continue
			}
			for rank, translation := range list {
				pairs = append(pairs, Pair{head, translation, 1 / float64(1+rank)})
			}
		}
	}
	return New(language.English, language.Spanish, pairs, forms["eng-spa/forms-english.txt"], forms["eng-spa/forms-spanish.txt"])
})

// SpanishEnglish returns the built-in lexicon the other way round.
var SpanishEnglish = sync.OnceValue(func() *Lexicon { return EnglishSpanish().Invert() })

// parseEntry reads "head: word, word"; comments and blank lines are not ok.
func parseEntry(line string) (head string, list []string, ok bool) {
	line = strings.TrimSpace(line)
	if line == "" || line[0] == '#' {
		return "", nil, false
	}
	head, rest, ok := strings.Cut(line, ": ")
	if !ok {
		panic(fmt.Sprintf("lexicon: entry %q has no colon", line))
	}
	return head, strings.Split(rest, ", "), true
}
