package main

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hexapla/hexapla/examples/internal/cli/clitest"
)

func TestSetsAreFoundByTheirFolders(t *testing.T) {
	files := make(map[string]string)
	for _, dir := range []string{
		"novel-en-fr/ch1", "novel-en-fr/ch2",
		"news-en-es/p30/pack1", "news-en-es/p15/pack1", "news-en-es/p15/pack2",
		"versions/en-es", "versions/en.second-es.short",
	} {
		files[dir+"/gold.tsv"] = ""
	}
	root := clitest.Folder(t, files)
	for _, test := range []struct {
		reason string
		dirs   []string
		each   bool
		want   []string // names of sets, with their documents
	}{
		{"documents side by side are a set", []string{"novel-en-fr"}, false, []string{"novel-en-fr", "+ch1", "+ch2"}},
		{"folders of documents are a set each", []string{"news-en-es"}, false,
			[]string{"news-en-es/p15", "+pack1", "+pack2", "news-en-es/p30", "+pack1"}},
		{"the name is whole from a folder deep down too", []string{"news-en-es/p15"}, false, []string{"news-en-es/p15", "+pack1", "+pack2"}},
		{"a document alone is a set", []string{"novel-en-fr/ch2"}, false, []string{"novel-en-fr/ch2", "+ch2"}},
		{"documents named by their languages are sets", []string{"versions"}, false,
			[]string{"en-es", "+en-es", "en.second-es.short", "+en.second-es.short"}},
		{"each document if asked for", []string{"novel-en-fr"}, true, []string{"novel-en-fr/ch1", "+ch1", "novel-en-fr/ch2", "+ch2"}},
		{"a folder given twice, and in Go's way", []string{"novel-en-fr/ch1", "novel-en-fr/..."}, false,
			[]string{"novel-en-fr/ch1", "+ch1", "novel-en-fr", "+ch1", "+ch2"}},
	} {
		var dirs []string
		for _, dir := range test.dirs {
			dirs = append(dirs, filepath.Join(root, dir))
		}
		sets, err := findSets(dirs, test.each)
		if err != nil {
			t.Errorf("%s: %v", test.reason, err)
		}
		var got []string
		for _, s := range sets {
			got = append(got, filepath.ToSlash(s.name))
			for _, d := range s.documents {
				got = append(got, "+"+filepath.Base(d.dir))
			}
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.reason, diff)
		}
	}
}
