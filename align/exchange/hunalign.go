package exchange

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/hexapla/hexapla/align"
	"golang.org/x/text/language"
)

// WriteLadder writes beads as hunalign's ladder: a line for the start of each
// bead, the number of its first source sentence, that of its first target
// sentence and its confidence, set apart by tabs; and a last line for the end of
// the texts. Numbers start from 0. It is an error if the beads aren't in the
// order of both texts, which a ladder can't tell.
func WriteLadder(w io.Writer, beads []align.Bead) error {
	out := bufio.NewWriter(w)
	var end align.Bead
	for i, b := range beads {
		if b.Source.Start != end.Source.End || b.Target.Start != end.Target.End {
			return fmt.Errorf("bead %d doesn't begin where the one before ends; a ladder holds beads in the order of both texts only", i)
		}
		fmt.Fprintf(out, "%d\t%d\t%s\n", b.Source.Start, b.Target.Start, probability(b.Confidence))
		end = b
	}
	fmt.Fprintf(out, "%d\t%d\t%s\n", end.Source.End, end.Target.End, probability(0))
	return out.Flush()
}

// ReadLadder reads a ladder of hunalign's or WriteLadder's. A score of
// hunalign's is no probability: those over 1 are read as 1, those under 0 as 0.
// The error is an [*Error] that names the line.
func ReadLadder(r io.Reader) ([]align.Bead, error) {
	var beads []align.Bead
	var rung align.Bead // the one that the last line began
	begun := false
	for line, err := range lines(r) {
		if err != nil {
			return nil, err
		}
		if strings.TrimSpace(line.text) == "" {
			continue
		}
		next, err := parseRung(line.text)
		if err != nil {
			return nil, &Error{Line: line.number, Err: err}
		}
		if begun {
			rung.Source.End, rung.Target.End = next.Source.Start, next.Target.Start
			if rung.Source.Len() < 0 || rung.Target.Len() < 0 {
				return nil, &Error{Line: line.number, Err: fmt.Errorf("a rung below the one before; the numbers of a ladder never fall")}
			}
			if rung.Source.Len()+rung.Target.Len() > 0 {
				beads = append(beads, rung)
			}
		}
		rung, begun = next, true
	}
	return beads, nil
}

func parseRung(line string) (b align.Bead, err error) {
	fields := strings.Split(line, "\t")
	if len(fields) != 2 && len(fields) != 3 {
		return b, fmt.Errorf("%d fields; want a source number, a target number and a score, set apart by tabs", len(fields))
	}
	if b.Source.Start, err = parseNumber(fields[0]); err != nil {
		return b, err
	}
	if b.Target.Start, err = parseNumber(fields[1]); err != nil {
		return b, err
	}
	if len(fields) == 3 {
		var ok bool
		if b.Confidence, ok = parseProbability(fields[2]); !ok {
			return b, fmt.Errorf("score %q; want a number", fields[2])
		}
	}
	return b, nil
}

func parseNumber(field string) (int, error) {
	n, err := strconv.Atoi(field)
	if err != nil || n < 0 {
		return 0, fmt.Errorf("sentence number %q; want a whole number from 0", field)
	}
	return n, nil
}

// bisentenceJoin stands between the sentences of one side in hunalign's text
// output.
const bisentenceJoin = " ~~~ "

// WriteBisentences writes hunalign's text output: a unit a line, the source, the
// target and the confidence set apart by tabs, with " ~~~ " between the
// sentences of a side. It is an error if a unit hasn't two texts.
func WriteBisentences(w io.Writer, units iter.Seq2[Unit, error]) error {
	out := bufio.NewWriter(w)
	for u, err := range units {
		if err == nil && len(u.Texts) != 2 {
			err = fmt.Errorf("%d versions; this form holds two", len(u.Texts))
		}
		if err != nil {
			return err
		}
		for _, t := range u.Texts {
			for i, s := range t.Sentences {
				if i > 0 {
					out.WriteString(bisentenceJoin)
				}
				out.WriteString(oneLine(s))
			}
			out.WriteByte('\t')
		}
		out.WriteString(probability(u.Confidence))
		out.WriteByte('\n')
	}
	return out.Flush()
}

// ReadBisentences reads hunalign's text output or WriteBisentences', of which it
// gives back all but the languages; those are the caller's to know. Scores are
// read as ReadLadder reads them. Blank lines are skipped.
func ReadBisentences(r io.Reader, source, target language.Tag) iter.Seq2[Unit, error] {
	return func(yield func(Unit, error) bool) {
		for line, err := range lines(r) {
			if err == nil && strings.TrimSpace(line.text) == "" {
				continue
			}
			var u Unit
			if err == nil {
				u, err = parseBisentence(line, source, target)
			}
			if !yield(u, err) || err != nil {
				return
			}
		}
	}
}

func parseBisentence(line line, source, target language.Tag) (Unit, error) {
	fields := strings.Split(line.text, "\t")
	if len(fields) != 2 && len(fields) != 3 {
		return Unit{}, &Error{Line: line.number, Err: fmt.Errorf("%d fields; want a source, a target and a score, set apart by tabs", len(fields))}
	}
	u := Unit{Texts: []Text{
		{source, splitBisentence(fields[0])},
		{target, splitBisentence(fields[1])},
	}}
	if len(fields) == 3 {
		var ok bool
		if u.Confidence, ok = parseProbability(fields[2]); !ok {
			return u, &Error{Line: line.number, Err: fmt.Errorf("score %q; want a number", fields[2])}
		}
	}
	return u, nil
}

func splitBisentence(field string) []string {
	var sentences []string
	for s := range strings.SplitSeq(field, bisentenceJoin) {
		if s = oneLine(s); s != "" {
			sentences = append(sentences, s)
		}
	}
	return sentences
}
