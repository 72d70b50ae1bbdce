package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

type builder struct {
	side    *Side
	stemmer *segment.Stemmer
	phrases Phrases
	ids     map[string]int32 // by stem, marks included
	forms   map[string]int32 // by the form as it stands in the text

	capitals, inside []int32 // tokens with a capital, and all, that don't open a sentence

	tokens []Token  // of the sentence being read
	joined []Token  // the same with the phrases, while they are added
	stems  []string // of its words and numbers
	words  []int    // which of tokens those are
}

// Token is a token of a sentence: its type, and its place in the sentence's
// text.
type Token struct {
	ID         int32
	Start, End int
	Phrase     bool // its words are tokens too, and stand before it
}

func newBuilder(tag language.Tag, phrases Phrases) *builder {
	return &builder{
		side:    &Side{Starts: []int32{0}},
		stemmer: segment.NewStemmer(tag),
		phrases: phrases,
		ids:     make(map[string]int32),
		forms:   make(map[string]int32),
	}
}

func (b *builder) add(text string) {
	s := b.side
	chars := b.read(text)
	for _, t := range b.tokens {
		s.Tokens = append(s.Tokens, t.ID)
		s.Types[t.ID].Count++
	}
	s.Starts = append(s.Starts, int32(len(s.Tokens)))
	s.Chars = append(s.Chars, chars)
	s.Shapes = append(s.Shapes, shapeOf(text))
}

// read fills tokens with those of a sentence, and returns its letters.
func (b *builder) read(text string) (chars int32) {
	b.tokens, b.stems, b.words = b.tokens[:0], b.stems[:0], b.words[:0]
	for token := range segment.Tokens(text) {
		form := text[token.Start:token.End]
		id, ok := b.forms[form]
		if !ok {
			id = b.intern(form, token.Kind)
			b.forms[form] = id
		}
		if token.Kind != segment.Mark {
			chars += int32(utf8.RuneCountInString(form))
			b.words = append(b.words, len(b.tokens))
			b.stems = append(b.stems, b.side.Types[id].Stem)
		}
		if token.Kind == segment.Letters && len(b.stems) > 1 {
			b.inside[id]++
			if first, _ := utf8.DecodeRuneInString(form); unicode.IsUpper(first) {
				b.capitals[id]++
			}
		}
		if id >= 0 {
			b.tokens = append(b.tokens, Token{ID: id, Start: token.Start, End: token.End})
		}
	}
	if b.phrases != nil {
		b.joinPhrases()
	}
	return chars
}

// joinPhrases adds a token for each phrase. Its words stay, since the other
// side may translate them one by one: without them Candide loses .5 points.
func (b *builder) joinPhrases() {
	found := b.phrases(b.stems)
	if len(found) == 0 {
		return
	}
	joined, next := b.joined[:0], 0
	for _, p := range found {
		first, last := b.words[p.Start], b.words[p.End-1]
		start, end := b.tokens[first].Start, b.tokens[last].End
		joined = append(joined, b.tokens[next:last+1]...)
		joined = append(joined, Token{b.enter(p.Key, p.Key, segment.Letters), start, end, true})
		next = last + 1
	}
	b.tokens, b.joined = append(joined, b.tokens[next:]...), b.tokens
}

// intern returns the id of a form's type, or -1 for a mark that tells nothing.
func (b *builder) intern(form string, kind segment.TokenKind) int32 {
	stem := form
	switch kind {
	case segment.Letters:
		stem = b.stemmer.Stem(form)
	case segment.Number:
		stem = digits(form)
	case segment.Mark:
		if stem = meaning(form); stem == "" {
			return -1
		}
	}
	folded := stem
	if kind == segment.Letters {
		folded = segment.Fold(form)
	}
	id := b.enter(stem, folded, kind)
	if rest := afterElision(folded); rest != "" && kind == segment.Letters {
		b.side.Types[id].Bare = b.stemmer.Stem(rest)
	}
	return id
}

// afterElision returns what follows an elided word, as French, Italian and
// Catalan write one (l'homme, qu'elle, dell'anno), or nothing. Shorter rests
// are endings (it's).
func afterElision(folded string) string {
	elided, rest, ok := strings.Cut(folded, "'")
	if !ok || utf8.RuneCountInString(rest) < 3 {
		return ""
	}
	if n := utf8.RuneCountInString(elided); n == 1 || strings.HasSuffix(elided, "qu") || n > 2 && strings.HasSuffix(elided, "ll") {
		return rest
	}
	return ""
}

// enter returns the id of the type with the stem.
func (b *builder) enter(stem, form string, kind segment.TokenKind) int32 {
	id, ok := b.ids[stem]
	if !ok {
		id = int32(len(b.side.Types))
		b.ids[stem] = id
		b.side.Types = append(b.side.Types, Type{Stem: stem, Form: form, Kind: kind})
		b.capitals = append(b.capitals, 0)
		b.inside = append(b.inside, 0)
	}
	return id
}

// digits returns the digits of a number alone: 1,200 and 1.200, 3.5 and 3,5,
// 18th and 18.º are each the same number in two languages.
func digits(form string) string {
	number := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, form)
	if len(number) == len(form) {
		return form
	}
	return number
}

// marks that translations tend to keep, under one name for each meaning.
// Commas and full stops are everywhere; opening ¿ and ¡ repeat what the
// closing marks say.
var marks = map[rune]string{
	'?': "?", '؟': "?", '？': "?", ';': ";",
	'!': "!", '！': "!",
	':': ":", '：': ":",
	'(': "(", ')': ")", '[': "(", ']': ")",
	'"': `"`, '“': `"`, '”': `"`, '„': `"`, '«': `"`, '»': `"`,
	'—': "-", '–': "-", '-': "",
	'…': "…",
	'%': "%", '$': "$", '€': "€", '£': "£", '&': "&", '§': "§",
}

func meaning(form string) string {
	r, size := utf8.DecodeRuneInString(form)
	if r == '.' && len(form) >= 3 {
		return "…"
	}
	if r == '-' && len(form) > size {
		return "-"
	}
	return marks[r]
}
