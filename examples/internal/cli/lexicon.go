package cli

import (
	"errors"
	"flag"
	"sync"

	"github.com/hexapla/hexapla/align/lexicon"
	"golang.org/x/text/language"
)

// Lexicons are a user's own, in files. They may be loaded from many goroutines
// at once.
type Lexicons struct {
	files  []string
	lock   sync.Mutex
	loaded map[languages][]*lexicon.Lexicon
}

type languages struct{ source, target language.Tag }

// LexiconFlag adds the flag -lexicon, which may be repeated.
func LexiconFlag(flags *flag.FlagSet) *Lexicons {
	l := &Lexicons{loaded: make(map[languages][]*lexicon.Lexicon)}
	flags.Func("lexicon", "use a lexicon of yours, from the source's language to the target's: `FILE` in TSV, hunalign's form, TMX or TBX; may be repeated", func(file string) error {
		l.files = append(l.files, file)
		return nil
	})
	return l
}

// Load returns the lexicons for texts of two languages. The files are read the
// first time that the languages are asked for.
func (l *Lexicons) Load(source, target language.Tag) ([]*lexicon.Lexicon, error) {
	l.lock.Lock()
	defer l.lock.Unlock()
	pair := languages{source, target}
	if all, done := l.loaded[pair]; done {
		return all, nil
	}
	var all []*lexicon.Lexicon
	for _, file := range l.files {
		one, err := loadLexicon(file, pair)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	l.loaded[pair] = all
	return all, nil
}

func loadLexicon(file string, pair languages) (*lexicon.Lexicon, error) {
	f, err := Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	one, err := lexicon.Load(f, lexicon.LoadOptions{Source: pair.source, Target: pair.target, Name: file})
	if malformed := (*lexicon.ParseError)(nil); err != nil && !errors.As(err, &malformed) {
		return nil, FileError(file, err)
	}
	return one, err
}
