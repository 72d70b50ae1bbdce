package segment

import "slices"

// mender decides on all repairs of a text.
type mender struct {
	text    string
	rules   *rules
	opts    Options
	notes   *noteFinder
	wrapped bool        // the text is in lines, as raw ones are
	vocab   *vocabulary // nil until it is needed
}

// repairs returns the repairs in the paragraphs and notes, by place. No two
// overlap: where two faults meet, the one found first is repaired.
func (m *mender) repairs(blocks []block) []Repair {
	all := slices.Clip(blocks)
	for n := range m.notes.heads {
		all = append(all, block{kind: Body, spans: m.notes.spans(n)})
	}
	found := m.notes.repairs()
	found = append(found, m.restoredLetters(all, found)...)
	l := newLetterer(m.text, m.opts.Keep, m.rules)
	for i := range all {
		l.block(all[i].spans)
	}
	return inOrder(slices.Concat(found, m.spacing(all), l.into))
}

// vocabulary reads the words of the text when they are first asked for.
func (m *mender) vocabulary(all []block) *vocabulary {
	if m.vocab == nil {
		m.vocab = newVocabulary(m.text, all, m.opts.Known)
	}
	return m.vocab
}

// spacing returns the repairs of white space.
func (m *mender) spacing(all []block) []Repair {
	if m.opts.Keep&KeepSpacing != 0 {
		return nil
	}
	s := spacer{
		text:  m.text,
		rules: m.rules,
		vocab: func() *vocabulary { return m.vocabulary(all) },
		raw:   m.vocab != nil || m.wrapped,
	}
	for i := range all {
		s.block(all[i].spans)
	}
	return s.into
}

// restoredLetters returns the repairs of lost letters, and of the hyphens at
// line ends, which need to know them. Only texts that have such faults pay for
// the vocabulary that decides on them.
func (m *mender) restoredLetters(all []block, marks []Repair) []Repair {
	keep := m.opts.Keep
	r := restorer{
		text:   m.text,
		roots:  ligatureRoots[m.rules],
		keep:   keep,
		noteAt: make(map[int]bool),
		latin:  m.rules == englishRules || m.rules == spanishRules,
	}
	for _, mark := range marks {
		r.noteAt[mark.Span.Start] = true
	}
	if keep&(KeepLigatures|KeepDigits) != KeepLigatures|KeepDigits {
		for i := range all {
			r.collect(all[i].spans)
		}
	}
	hyphens := keep&KeepHyphens == 0 && hasHyphens(m.text, all)
	if !r.suspicious && !hyphens {
		return nil
	}
	r.vocab = m.vocabulary(all)
	found := r.restore()
	if !hyphens {
		return found
	}
	j := joiner{text: m.text, vocab: r.vocab, parts: partsFor(m.rules), restored: make(map[int]bool)}
	for _, repair := range found {
		j.restored[repair.Span.Start] = !repair.Doubtful
	}
	for i := range all {
		if all[i].kind != Verse {
			found = j.repairs(all[i].spans, found)
		}
	}
	return found
}

// hasHyphens reports whether any line but the last of a block ends in a hyphen.
func hasHyphens(text string, blocks []block) bool {
	for i := range blocks {
		for _, span := range blocks[i].spans[:len(blocks[i].spans)-1] {
			if endsInHyphen(text[span.Start:span.End]) {
				return true
			}
		}
	}
	return false
}

// inOrder sorts repairs by place and drops those that overlap an earlier one.
func inOrder(repairs []Repair) []Repair {
	slices.SortStableFunc(repairs, func(a, b Repair) int { return a.Span.Start - b.Span.Start })
	kept := repairs[:0]
	end := 0
	for _, r := range repairs {
		if r.Span.Start < end {
			continue
		}
		kept = append(kept, r)
		end = r.Span.End
	}
	return kept
}
