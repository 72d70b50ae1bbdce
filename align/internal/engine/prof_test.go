package engine

import (
	"context"
	"os"
	"testing"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/trans"
	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

func BenchmarkScale(b *testing.B) {
	read := func(name string, tag language.Tag) *corpus.Side {
		text, err := os.ReadFile("/work/shared/gold/bible-en-es/n30000/" + name)
		if err != nil {
			b.Skip(err)
		}
		d, _ := segment.Parse(string(text), segment.Options{Language: tag, Layout: segment.Lines})
		return corpus.New(d)
	}
	lexicon.EnglishSpanish()
	for b.Loop() {
		t := &Task{Source: read("src.txt", language.English), Target: read("tgt.txt", language.Spanish)}
		t.Lexicon = trans.Bind(lexicon.EnglishSpanish(), t.Source, t.Target)
		l, _ := Solve(context.Background(), t)
		l.Decode()
	}
}
