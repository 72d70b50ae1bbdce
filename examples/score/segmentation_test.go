package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// TestTargets holds the figures that package segment promises.
func TestTargets(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared", "segmentation")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the texts with reference boundaries are not at hand: ", err)
	}
	for _, test := range []struct {
		file string
		f1   float64
	}{
		{"en_gum", .960}, {"en_gum_fiction", .968}, {"en_ewt", .880}, {"en_pud", .9975},
		{"es_ancora", .988}, {"es_gsd", .978},
	} {
		counts, err := countBoundaries(filepath.Join(dir, test.file+".jsonl"), languageInName(test.file))
		if err != nil {
			t.Fatal(err)
		}
		if _, _, f1 := counts.scores(); f1 < test.f1 {
			t.Errorf("%s: F1 %.4f, want %.4f", test.file, f1, test.f1)
		}
	}
	for _, test := range []struct {
		file  string
		exact int
	}{{"golden-rules.en", 48}, {"golden-rules.es", 5}} {
		exact, total, err := exactCases(filepath.Join(dir, test.file+".json"), languageInName(test.file))
		if err != nil {
			t.Fatal(err)
		}
		if exact < test.exact {
			t.Errorf("%s: %d of %d cases, want %d", test.file, exact, total, test.exact)
		}
	}
}

func TestSegmentation(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return file
	}
	files := []string{
		write("en_test.jsonl", `{"text": "He left. She stayed; nobody knew. Why?", "sents": ["He left.", "She stayed;", "nobody knew.", "Why?"]}`+"\n"),
		write("rules.es.json", `[{"input": "Vino el Sr. Luna. Se fue.", "expected": ["Vino el Sr. Luna.", "Se fue."]}]`),
	}
	var table strings.Builder
	if err := segmentation(&table, files); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"en_test      100.0    66.7  80.0", "1 of 1"} {
		if !strings.Contains(table.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, &table)
		}
	}
	if err := segmentation(&table, []string{write("bad.jsonl", "{")}); err == nil || !strings.Contains(err.Error(), "bad.jsonl:1:") {
		t.Errorf("a broken file: error %v, want one that names the line", err)
	}
}

func TestLanguageInName(t *testing.T) {
	for name, want := range map[string]language.Tag{
		"en_gum": language.English, "golden-rules.es": language.Spanish, "notes": language.Und,
	} {
		if got := languageInName(name); got != want {
			t.Errorf("languageInName(%q) = %v, want %v", name, got, want)
		}
	}
}
