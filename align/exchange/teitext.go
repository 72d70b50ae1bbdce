package exchange

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hexapla/hexapla/segment"
)

// teiWalker goes through a TEI file and gathers the text of each version: blocks
// of sentences. What calls itself one, <s> or a <seg> that is in none, is a
// sentence; other text of a block is one too, as a whole.
type teiWalker struct {
	*xmlReader
	open []teiElement

	version *teiVersion // being read, nil outside of <text>
	block   *teiBlock   // of it, nil between blocks
	text    []byte      // of the sentence being read
	notes   []teiNote   // of it
	levels  int         // <div> that are open
	joined  bool        // the last token has no space after it

	versions []*teiVersion
	title    string
	author   string
	used     string // the language that the header tells

	link func(xml.StartElement) error // called for every <link>, if not nil
	mark func(id string, target teiTarget) error
}

type teiElement struct {
	name, lang, id string
	first          int // number of the next sentence where it began
}

type teiVersion struct {
	number   int
	language string
	blocks   []teiBlock
	count    int       // of its sentences
	notes    []teiNote // before any sentence
}

type teiBlock struct {
	kind      segment.ParagraphKind
	level     int
	sentences []teiSentence
}

type teiSentence struct {
	text  string
	notes []teiNote // whose marks stand in it, or after it
}

type teiNote struct {
	number     string
	offset     int // of the mark in the sentence's text; while that is read, in what was read
	paragraphs [][]string
	loose      bool // its mark isn't known
}

// teiTarget is what an identifier stands for: a run of sentences, or the place
// where they would stand.
type teiTarget struct {
	version int
	segment.Range
}

// teiBlocks are the elements that hold running text.
var teiBlocks = map[string]segment.ParagraphKind{
	"p": segment.Body, "ab": segment.Body, "head": segment.Heading, "item": segment.Item, "l": segment.Verse, "lg": segment.Verse,
	"speaker": segment.Body, "stage": segment.Body, "label": segment.Body, "cell": segment.Body, "trailer": segment.Body,
	"salute": segment.Body, "signed": segment.Body, "dateline": segment.Body, "byline": segment.Body, "opener": segment.Body, "closer": segment.Body,
}

// teiBreaks are those that end the block before them and hold blocks.
var teiBreaks = map[string]bool{
	"body": true, "front": true, "back": true, "list": true, "table": true, "row": true, "sp": true, "epigraph": true, "argument": true, "postscript": true,
}

// teiLeftOut are those that are no text of the account: of a <choice> what was
// mended, and what belongs to the page or to the book.
var teiLeftOut = map[string]bool{
	"fw": true, "del": true, "figDesc": true, "titlePage": true, "sic": true, "orig": true, "abbr": true, "index": true, "divGen": true,
}

func (t *teiWalker) walk() error {
	for {
		token, err := t.next()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			err = t.start(token)
		case xml.EndElement:
			err = t.end()
		case xml.CharData:
			if t.block != nil {
				if len(t.text)+len(token) > maxToken {
					err = t.errorf("%w: a sentence of more than %d MiB", ErrTooLarge, maxToken>>20)
				}
				t.text = append(t.text, token...)
			}
		}
		if err != nil {
			return err
		}
	}
}

func (t *teiWalker) start(e xml.StartElement) error {
	name := e.Name.Local
	switch name {
	case "teiHeader":
		return t.header()
	case "note":
		return t.note(e)
	case "sic", "orig", "abbr":
		if t.parent() != "choice" {
			break
		}
		return t.skip()
	}
	if teiLeftOut[name] && name != "sic" && name != "orig" && name != "abbr" {
		return t.skip()
	}
	element := teiElement{name: name, lang: attr(e, "lang"), id: attr(e, "id")}
	if element.lang == "" && len(t.open) > 0 {
		element.lang = t.open[len(t.open)-1].lang
	}
	if err := t.begin(e, &element); err != nil {
		return err
	}
	if t.version != nil {
		element.first = t.version.count
	}
	t.open = append(t.open, element)
	return nil
}

func (t *teiWalker) parent() string {
	if len(t.open) == 0 {
		return ""
	}
	return t.open[len(t.open)-1].name
}

// begin does what the start of an element asks for.
func (t *teiWalker) begin(e xml.StartElement, element *teiElement) error {
	kind, isBlock := teiBlocks[element.name]
	switch {
	case element.name == "text":
		t.version = &teiVersion{number: len(t.versions), language: element.lang}
		if t.version.language == "" {
			t.version.language = t.used
		}
		t.levels = 0
	case element.name == "group":
		t.version = nil // what is around it is no text of its own
	case element.name == "link" && t.link != nil:
		return t.link(e)
	case t.version == nil:
	case isDivision(element.name):
		t.endBlock()
		t.levels++
	case element.name == "l" && t.block != nil && t.block.kind == segment.Verse:
		t.endSentence()
	case isBlock:
		t.beginBlock(kind)
	case teiBreaks[element.name]:
		t.endBlock()
	case element.name == "s", element.name == "seg" && !t.inside("s", "seg"):
		if t.block == nil {
			t.beginBlock(segment.Body)
		}
		t.endSentence()
	case element.name == "w", element.name == "pc":
		t.token(e)
	case element.name == "lb" && attr(e, "break") != "no", element.name == "pb", element.name == "cb", element.name == "milestone":
		t.text = append(t.text, ' ')
	}
	return nil
}

// isDivision holds for div, div1 to div7.
func isDivision(name string) bool { return strings.HasPrefix(name, "div") && len(name) <= 4 }

// inside tells whether an element of some names is open in the block.
func (t *teiWalker) inside(names ...string) bool {
	return slices.ContainsFunc(t.open, func(e teiElement) bool { return slices.Contains(names, e.name) })
}

// end does what the end of the last element asks for. An identifier stands for
// the sentences that began and ended in its element.
func (t *teiWalker) end() error {
	if len(t.open) == 0 {
		return nil
	}
	element := t.open[len(t.open)-1]
	t.open = t.open[:len(t.open)-1]
	if t.version == nil {
		return nil
	}
	_, isBlock := teiBlocks[element.name]
	switch {
	case element.name == "s", element.name == "seg" && !t.inside("s", "seg"), element.name == "l":
		t.endSentence()
	case isBlock, teiBreaks[element.name]:
		t.endBlock()
	case isDivision(element.name):
		t.endBlock()
		t.levels--
	case element.name == "text":
		t.endBlock()
		err := t.keepVersion()
		t.version = nil
		return err
	}
	return t.point(element.id, element.first)
}

// point makes an identifier stand for the sentences from one on.
func (t *teiWalker) point(id string, first int) error {
	if id == "" || t.mark == nil {
		return nil
	}
	if err := t.keepVersion(); err != nil {
		return err
	}
	return t.mark(id, teiTarget{t.version.number, segment.Range{Start: first, End: t.version.count}})
}

// keepVersion makes the version that is read one of the file's.
func (t *teiWalker) keepVersion() error {
	if t.version.number < len(t.versions) {
		return nil
	}
	if len(t.versions) == maxVersions {
		return t.errorf("%w: more than %d versions", ErrTooLarge, maxVersions)
	}
	t.versions = append(t.versions, t.version)
	return nil
}

func (t *teiWalker) beginBlock(kind segment.ParagraphKind) {
	t.endBlock()
	t.block = &teiBlock{kind: kind}
	switch {
	case kind == segment.Heading:
		t.block.level = max(t.levels, 1)
	case kind == segment.Body && t.parent() == "item":
		t.block.kind = segment.Item
	}
}

// endBlock keeps the block that is open, if there is anything in it.
func (t *teiWalker) endBlock() {
	t.endSentence()
	if t.block != nil && len(t.block.sentences) > 0 {
		t.version.blocks = append(t.version.blocks, *t.block)
	}
	t.block = nil
}

// endSentence adds the text that was read to the block as a sentence, if there
// are words in it.
func (t *teiWalker) endSentence() {
	placeNotes(t.text, t.notes)
	text, notes := oneLine(string(t.text)), t.notes
	t.text, t.notes, t.joined = t.text[:0], nil, false
	switch {
	case t.block == nil:
	case text != "":
		t.block.sentences = append(t.block.sentences, teiSentence{text, notes})
		t.version.count++
		return
	case len(t.block.sentences) > 0:
		t.noteAfter(&t.block.sentences[len(t.block.sentences)-1], notes)
		return
	}
	switch {
	case len(notes) == 0:
	case len(t.version.blocks) > 0:
		last := t.version.blocks[len(t.version.blocks)-1].sentences
		t.noteAfter(&last[len(last)-1], notes)
	default:
		t.version.notes = append(t.version.notes, notes...)
	}
}

// placeNotes turns the offsets of notes in a text into those that they have once its
// white space is folded.
func placeNotes(text []byte, notes []teiNote) {
	length, space := 0, false // of what is folded; white space is owed
	at := 0
	for i := range notes {
		for at < min(notes[i].offset, len(text)) {
			r, size := utf8.DecodeRune(text[at:])
			at += size
			if foldable(r) {
				space = length > 0
				continue
			}
			if space {
				length++
			}
			length, space = length+size, false
		}
		notes[i].offset = length
	}
}

// noteAfter adds notes whose marks stand after a sentence.
func (t *teiWalker) noteAfter(s *teiSentence, notes []teiNote) {
	for _, n := range notes {
		n.offset = len(s.text)
		s.notes = append(s.notes, n)
	}
}

// token sets a word or a mark of punctuation apart from the one before. The
// white space between such elements says nothing.
func (t *teiWalker) token(e xml.StartElement) {
	join := attr(e, "join")
	t.text = bytes.TrimRight(t.text, " \t\r\n")
	before, _ := utf8.DecodeLastRune(t.text)
	apart := len(t.text) > 0 && !t.joined && join != "left" && join != "both" && !strings.ContainsRune("¿¡«“‘([", before)
	if e.Name.Local == "pc" && join == "" {
		apart = false // closing marks; opening ones are rarer, and are told by join
	}
	if apart {
		t.text = append(t.text, ' ')
	}
	t.joined = join == "right" || join == "both"
}

// header reads what the header tells of title, author and language.
func (t *teiWalker) header() error {
	return t.within(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "title", "author":
			text, err := t.xmlReader.text(nil)
			if err != nil {
				return err
			}
			if e.Name.Local == "title" && t.title == "" {
				t.title = oneLine(text)
			}
			if e.Name.Local == "author" && t.author == "" {
				t.author = oneLine(text)
			}
		case "language":
			if t.used == "" {
				t.used = attr(e, "ident")
			}
			return t.skip()
		}
		return nil
	})
}

// note reads a note: paragraphs of sentences, or of text that is not cut.
func (t *teiWalker) note(e xml.StartElement) error {
	n := teiNote{number: attr(e, "n"), offset: len(t.text), loose: attr(e, "type") == "loose"}
	var loose strings.Builder
	add := func(text string) {
		if text = oneLine(text); text == "" {
			return
		}
		if len(n.paragraphs) == 0 {
			n.paragraphs = append(n.paragraphs, nil)
		}
		last := len(n.paragraphs) - 1
		n.paragraphs[last] = append(n.paragraphs[last], text)
	}
	flush := func() {
		add(loose.String())
		loose.Reset()
	}
	for depth := t.depth; t.depth >= depth; {
		token, err := t.next()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.CharData:
			if loose.Len()+len(token) > maxToken {
				return t.errorf("%w: a note of more than %d MiB", ErrTooLarge, maxToken>>20)
			}
			loose.Write(token)
		case xml.StartElement:
			switch token.Name.Local {
			case "p":
				flush()
				n.paragraphs = append(n.paragraphs, nil)
			case "s":
				flush()
				text, err := t.xmlReader.text(nil)
				if err != nil {
					return err
				}
				add(text)
			}
		}
	}
	flush()
	if t.version != nil {
		t.notes = append(t.notes, n)
	}
	return nil
}
