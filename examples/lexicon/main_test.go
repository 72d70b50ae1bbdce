package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

func output(t *testing.T, opts options, args ...string) (string, error) {
	t.Helper()
	for _, tag := range []**language.Tag{&opts.lang, &opts.sourceLang, &opts.targetLang} {
		if *tag == nil {
			*tag = new(language.Tag)
		}
	}
	var b strings.Builder
	out := bufio.NewWriter(&b)
	err := run(out, args, &opts)
	out.Flush()
	return b.String(), err
}

func file(t *testing.T, text string) string {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRun(t *testing.T) {
	en, es := language.English, language.Spanish
	tests := []struct {
		opts   options
		text   string // of a file, if not empty
		args   []string
		want   string // in the output
		fault  string // in the error
		reason string
	}{
		{args: []string{"windmill"}, want: "en-es windmill: molino de viento", reason: "an English word"},
		{args: []string{"took"}, want: "en-es take: tomar", reason: "an inflected form"},
		{args: []string{"sin embargo"}, want: "es-en sin embargo: ", reason: "a Spanish phrase"},
		{args: []string{"xyzzy"}, fault: "xyzzy: not a word", reason: "no word"},
		{opts: options{coverage: true, lang: &en, list: 9}, text: "The house of Borodin 1936 is a xyzzy.\n",
			want: "83.33 %  5 of 6 words", reason: "a name and a number don't count"},
		{opts: options{coverage: true, lang: &en, list: 9}, text: "The house is a xyzzy.\n", want: "1  xyzzi (xyzzy)", reason: "the stem and a form"},
		{opts: options{coverage: true, lang: &language.Dutch}, text: "Het huis is daar.\n", fault: "in nl; the built-in lexicons have [en es fr de is]", reason: "another language"},
		{opts: options{coverage: true, lang: &en, list: 9}, text: "The house is a " + strings.Repeat("x", 10<<20) + ".\n", want: "xxx… (xxx", reason: "a word of 10 MB is cut"},
		{opts: options{coverage: true, lang: &en}, args: []string{"/nowhere"}, fault: "/nowhere: no such file", reason: "no such file"},
		{opts: options{check: true, sourceLang: &en, targetLang: &es}, text: "house\tcasa\n", want: ": 1 pairs", reason: "a sound lexicon"},
		{opts: options{check: true, sourceLang: &en, targetLang: &es}, text: "a\tb\nhouse\n\tb\n", want: ":3: a word is missing", fault: "malformed lines: 2", reason: "every fault is told"},
		{opts: options{check: true}, text: "house\tcasa\n", fault: "-source-lang", reason: "the languages must be given"},
		{opts: options{check: true, sourceLang: &en, targetLang: &es}, args: []string{"."}, fault: ".: is a directory", reason: "a folder"},
		{opts: options{coverage: true, lang: &en, list: -1}, text: "The house.\n", fault: "-list of at least 0", reason: "less than no words"},
		{opts: options{check: true, coverage: true}, args: []string{"x"}, fault: "want one of them", reason: "two tasks"},
	}
	for _, test := range tests {
		if test.text != "" {
			test.args = []string{file(t, test.text)}
		}
		got, err := output(t, test.opts, test.args...)
		if !strings.Contains(got, test.want) {
			t.Errorf("%s: output %q; want %q in it", test.reason, got, test.want)
		}
		if (err != nil) != (test.fault != "") || err != nil && !strings.Contains(err.Error(), test.fault) {
			t.Errorf("%s: error %v; want %q in it", test.reason, err, test.fault)
		}
	}
}
