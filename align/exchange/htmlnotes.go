package exchange

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hexapla/hexapla/segment"
)

// link begins what may be the mark of a note: a link to a place.
func (h *htmlReader) link(t *htmlToken) {
	target, ok := resolveLink(h.file, t.attrs["href"])
	if !ok {
		return
	}
	h.mark = &htmlMark{
		target: target,
		start:  h.text.Len(),
		said:   hasRole(t, "noteref"),
		likely: h.sup > 0 || hasClass(t, "noteref", "footnote-ref", "fnanchor"),
	}
}

// endLink ends it. A mark is what the markup says is one, or short and raised or
// in brackets; anything else is a link like others.
func (h *htmlReader) endLink() {
	if h.mark == nil {
		return
	}
	mark := *h.mark
	h.mark = nil
	mark.end = h.text.Len()
	text := strings.TrimSpace(h.text.String()[mark.start:])
	const longest = 8 // letters: "[12]", "(iii)", "***"
	bracketed := strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]")
	short := utf8.RuneCountInString(text) <= longest
	if text != "" && (mark.said || short && (mark.likely || bracketed)) {
		h.current.marks = append(h.current.marks, mark)
	}
}

// resolveLink returns the file and place that a link leads to.
func resolveLink(file, href string) (string, bool) {
	u, err := url.Parse(href)
	if err != nil || u.IsAbs() || u.Host != "" || u.Fragment == "" {
		return "", false
	}
	if u.Path != "" {
		file = path.Join(path.Dir(file), u.Path)
	}
	return file + "#" + u.Fragment, true
}

// resolve returns the blocks with their notes, which are taken out of the
// running text, with white space folded and the highest headings of level 1.
func (h *htmlReader) resolve() []Block {
	notes := h.noteBlocks()
	taken := h.keepReached(notes)
	var out []Block
	for i := range h.blocks {
		b := &h.blocks[i]
		if taken[i] {
			continue
		}
		if b.lines && b.Kind == segment.Body && isVerse(b.Text) {
			b.Kind = segment.Verse
		}
		block := b.fold(notes, h.blocks)
		if block.Text != "" {
			out = append(out, block)
		}
	}
	raiseHeadings(out)
	return out
}

// noteBlocks returns, for each place that a mark leads to, the blocks of the
// note there: those of an element that the markup says is a note, else the block
// that holds the place, if it comes after the mark and begins with its sign.
func (h *htmlReader) noteBlocks() map[string][]int {
	byNote := make(map[string][]int)
	byID := make(map[string]int)
	for i := range h.blocks {
		b := &h.blocks[i]
		if b.note != "" {
			byNote[b.note] = append(byNote[b.note], i)
		}
		for _, id := range b.ids {
			if _, twice := byID[id]; !twice {
				byID[id] = i
			}
		}
	}
	notes := make(map[string][]int)
	for i := range h.blocks {
		for _, mark := range h.blocks[i].marks {
			if blocks := byNote[mark.target]; blocks != nil && h.blocks[i].note == "" {
				notes[mark.target] = blocks
				continue
			}
			block, ok := byID[mark.target]
			sign := h.blocks[i].Text[mark.start:mark.end]
			if ok && block > i && (mark.said || beginsWithSign(h.blocks[block].Text, sign)) {
				notes[mark.target] = []int{block}
			}
		}
	}
	return notes
}

// keepReached drops the notes that no mark of the running text leads to, straight
// or over other notes: they stay running text. It returns the blocks of the rest.
func (h *htmlReader) keepReached(notes map[string][]int) map[int]bool {
	inNote := make(map[int]bool)
	for _, blocks := range notes {
		for _, i := range blocks {
			inNote[i] = true
		}
	}
	var queue []int
	for i := range h.blocks {
		if !inNote[i] {
			queue = append(queue, i)
		}
	}
	reached := make(map[string]bool)
	taken := make(map[int]bool)
	for ; len(queue) > 0; queue = queue[1:] {
		for _, mark := range h.blocks[queue[0]].marks {
			if reached[mark.target] {
				continue
			}
			reached[mark.target] = true
			for _, i := range notes[mark.target] {
				taken[i] = true
				queue = append(queue, i)
			}
		}
	}
	for target := range notes {
		if !reached[target] {
			delete(notes, target)
		}
	}
	return taken
}

// beginsWithSign tells whether a note begins with the sign of a mark, brackets
// aside.
func beginsWithSign(note, sign string) bool {
	sign = bareSign(sign)
	return sign != "" && strings.HasPrefix(bareSign(note), sign)
}

func bareSign(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("[](){}.^↑↩", r) })
}

// isVerse tells whether lines are of the length of verse.
func isVerse(text string) bool {
	const longest = 70 // letters
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		if utf8.RuneCountInString(line) > longest {
			return false
		}
	}
	return true
}

// fold folds the white space of a block, takes out the marks of notes and adds
// the notes, which it deletes from those that are left.
func (b *htmlBlock) fold(notes map[string][]int, all []htmlBlock) Block {
	out := Block{Kind: b.Kind, Level: b.Level}
	f := folder{lines: b.Kind == segment.Verse}
	at := 0
	for _, mark := range b.marks {
		blocks := notes[mark.target]
		if blocks == nil {
			continue
		}
		delete(notes, mark.target) // a second mark of the same note is text
		f.add(b.Text[at:mark.start])
		sign := oneLine(b.Text[mark.start:mark.end])
		note := BookNote{Mark: sign, Offset: f.out.Len(), Blocks: noteTexts(blocks, sign, notes, all)}
		out.Notes = append(out.Notes, note)
		at = mark.end
	}
	f.add(b.Text[at:])
	out.Text = f.out.String()
	return out
}

// noteTexts returns the texts of a note's blocks. The notes that it has itself
// follow it.
func noteTexts(blocks []int, sign string, notes map[string][]int, all []htmlBlock) []string {
	var texts []string
	for k := 0; k < len(blocks); k++ {
		block := &all[blocks[k]]
		text := oneLine(block.Text)
		if k == 0 {
			text = withoutSign(text, sign)
		}
		if text != "" {
			texts = append(texts, text)
		}
		for _, mark := range block.marks {
			blocks = append(slices.Clip(blocks), notes[mark.target]...)
			delete(notes, mark.target)
		}
	}
	return texts
}

// withoutSign takes the sign off the head of a note.
func withoutSign(note, sign string) string {
	bare := bareSign(sign)
	head := strings.TrimLeft(note, "[({ ")
	rest, ok := strings.CutPrefix(head, bare)
	next, _ := utf8.DecodeRuneInString(rest)
	if bare == "" || !ok || unicode.IsLetter(next) || unicode.IsDigit(next) {
		return note
	}
	return strings.TrimLeft(rest, "])}.: \u00A0")
}

// folder folds white space into one space, or into one line feed where it holds
// one and lines are kept.
type folder struct {
	out   strings.Builder
	space byte // that is owed
	lines bool
}

func (f *folder) add(s string) {
	for _, r := range s {
		if !unicode.IsSpace(r) {
			if f.space != 0 && f.out.Len() > 0 {
				f.out.WriteByte(f.space)
			}
			f.space = 0
			f.out.WriteRune(r)
			continue
		}
		if f.lines && r == '\n' {
			f.space = '\n'
		} else if f.space == 0 {
			f.space = ' '
		}
	}
}
