package score

import (
	"fmt"
	"path/filepath"
	"strings"

	"golang.org/x/text/language"
)

// Languages returns those of a reference document, a folder that holds src.txt,
// tgt.txt and gold.tsv, and the folder that names them: the nearest, the
// document's own or one above it, whose name ends in two languages, such as
// news-en-es. The path of that is absolute. It is an error if there is none.
func Languages(dir string) (folder string, source, target language.Tag, err error) {
	path, err := filepath.Abs(dir)
	if err != nil {
		return "", source, target, err
	}
	for folder = path; ; folder = filepath.Dir(folder) {
		if source, target, ok := languagesIn(filepath.Base(folder)); ok {
			return folder, source, target, nil
		}
		if folder == filepath.Dir(folder) {
			return "", source, target, fmt.Errorf("%s: which languages? want a folder whose name ends in them, such as news-en-es", dir)
		}
	}
}

// languagesIn finds the languages at the end of a name. A language may be
// followed by a dot and the name of a version: en-es.abridged.
func languagesIn(name string) (source, target language.Tag, ok bool) {
	parts := strings.Split(name, "-")
	if len(parts) < 2 {
		return source, target, false
	}
	source, ok = languageOf(parts[len(parts)-2])
	if ok {
		target, ok = languageOf(parts[len(parts)-1])
	}
	return source, target, ok
}

func languageOf(part string) (language.Tag, bool) {
	code, _, _ := strings.Cut(part, ".")
	base, err := language.ParseBase(code)
	tag := language.Make(base.String())
	return tag, err == nil && tag != language.Und
}
