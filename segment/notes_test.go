package segment

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

// TestNoteStyles reads two pages with notes, in all the ways in which notes are
// marked.
func TestNoteStyles(t *testing.T) {
	const pages = `The pilot went down to the quay before the sun was up, and he
found the boat where he had left it.{1} The tide was running, and he
knew that nobody would follow{2} him across the bar. There was a

{rule}{note 1}It had been there since the autumn of the year before, or
so they said.
{note 2}On foot, that is.

17

light in the keeper's window, and he turned his face away from it,{3}
as he had done all his life. He rowed until the town was no more
than a line, and then he put up the sail, and he did not look

{rule}{note 3}He says so in a letter of 1920.

18

back. The wind was from the east, and by noon the island was in
sight. He had been there once, as a boy, and he remembered it.

19
`
	want := []string{
		"The pilot went down to the quay before the sun was up, and he found the boat where he had left it.",
		"The tide was running, and he knew that nobody would follow him across the bar.",
		"There was a light in the keeper's window, and he turned his face away from it, as he had done all his life.",
		"He rowed until the town was no more than a line, and then he put up the sail, and he did not look back.",
		"The wind was from the east, and by noon the island was in sight.",
		"He had been there once, as a boy, and he remembered it.",
	}
	wantNotes := []string{
		"0 It had been there since the autumn of the year before, or so they said.",
		"1 On foot, that is.",
		"2 He says so in a letter of 1920.",
	}
	for _, style := range []struct {
		reason string
		marks  [3]string // in the text
		labels [3]string // at the notes
		rule   string
	}{
		{"numbers", [3]string{"1", "2", "3"}, [3]string{"1 ", "2 ", "3 "}, ""},
		{"numbers and a dot, each page its own", [3]string{"1", "2", "1"}, [3]string{"1. ", "2. ", "1. "}, "_______\n"},
		{"square brackets", [3]string{"[1]", "[2]", "[3]"}, [3]string{"[1] ", "[2] ", "[3] "}, ""},
		{"round brackets", [3]string{"(1)", "(2)", "(1)"}, [3]string{"(1) ", "(2) ", "(1) "}, "-----\n"},
		{"raised digits", [3]string{"¹", "²", "³"}, [3]string{"¹ ", "² ", "³ "}, ""},
		{"raised digits that are glued", [3]string{"¹", "²", "¹"}, [3]string{"¹", "²", "¹"}, "———\n"},
		{"signs", [3]string{"*", "†", "*"}, [3]string{"* ", "† ", "* "}, ""},
		{"asterisks", [3]string{"*", "**", "*"}, [3]string{"* ", "** ", "*"}, "_______\n"},
		{"a number with a sign", [3]string{"1", "2*", "3"}, [3]string{"1 ", "2* ", "3 "}, ""},
		{"a number whose mark has lost its sign", [3]string{"1", "2", "3"}, [3]string{"1 ", "2* ", "3 "}, ""},
	} {
		raw := strings.NewReplacer(
			"{1}", style.marks[0], "{2}", style.marks[1], "{3}", style.marks[2],
			"{note 1}", style.labels[0], "{note 2}", style.labels[1], "{note 3}", style.labels[2],
			"{rule}", style.rule,
		).Replace(pages)
		doc := parse(t, raw, Options{Language: language.English})
		if diff := cmp.Diff(want, texts(doc)); diff != "" {
			t.Errorf("%s: text (-want +got):\n%s", style.reason, diff)
		}
		var got []string
		for _, n := range doc.Notes {
			line := fmt.Sprint(n.Sentence)
			for _, s := range n.Sentences {
				line += " " + s.Text
			}
			got = append(got, line)
		}
		if diff := cmp.Diff(wantNotes, got); diff != "" {
			t.Errorf("%s: notes (-want +got):\n%s", style.reason, diff)
		}
	}
}

// TestDatesAreNoNotes: a date at the start of a line may look like the next
// note.
func TestDatesAreNoNotes(t *testing.T) {
	const raw = `The boat had left.1 He waited for it, and it never came back.2 In the end

1 The log has it left on the third, and the letter from his brother, of
2 May 1937, says so too.
2 The log says that it did.

he went home.
`
	doc := parse(t, raw, Options{Language: language.English})
	if len(doc.Notes) != 2 || len(doc.Notes[0].Sentences) != 1 || len(doc.Sentences) != 3 {
		t.Errorf("%d notes, %+v, want 2; text %q", len(doc.Notes), doc.Notes, texts(doc))
	}
}

// TestListsAreNoNotes: a number that is glued to a word makes no note of an item
// of a list.
func TestListsAreNoNotes(t *testing.T) {
	for _, raw := range []string{
		"The leaves take in CO2 by day.\n\n1. Open the window.\n2. Close the door.\n3. Sit down.\n",
		"They need vitamin B1 and B2 in winter.\n\n1. Take it at noon.\n\n2. Take it with bread.\n\n3. Take no more.\n\n4. Wait.\n\n5. Take it again.\n",
	} {
		if doc := parse(t, raw, Options{Language: language.English}); len(doc.Notes) > 0 {
			t.Errorf("%d notes in a text without any: %+v", len(doc.Notes), doc.Notes)
		}
	}
}

// TestMarksWithoutNotes: a page that was copied without its references keeps
// their marks.
func TestMarksWithoutNotes(t *testing.T) {
	const raw = "The lamp was lit at dusk.[1] Nobody put it out,[2] and the keeper slept.[1][3] In the morning it was cold.[4]\n"
	doc := parse(t, raw, Options{Language: language.English})
	want := []string{"The lamp was lit at dusk.", "Nobody put it out, and the keeper slept.", "In the morning it was cold."}
	if diff := cmp.Diff(want, texts(doc)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	const code = "Then list[0] and list[1] are read, and list[2] is not, nor list[3] or list[4]."
	if doc := parse(t, code, Options{Language: language.English}); len(doc.Repairs) > 0 {
		t.Errorf("%q: repairs %+v, want none", code, doc.Repairs)
	}
}
