package align_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/hexapla/hexapla/align"
	"golang.org/x/text/language"
)

func TestZZMisses(t *testing.T) {
	q := quotedSet(t, "bible-en-es/n30000")
	in := q.index(t, language.Spanish)
	for _, i := range q.quotations(200) {
		hits, err := align.Find(context.Background(), q.quote(t, i), in, &align.FindOptions{Least: -1, Most: 300})
		if err != nil {
			t.Fatal(err)
		}
		rank := -1
		for k, h := range hits {
			inFirst := func(j int) bool { return j >= h.Sentences.Start && j < h.Sentences.End }
			if slices.ContainsFunc(slices.Concat(q.right[i], q.right[i+1]), inFirst) {
				rank = k
				break
			}
		}
		if rank == 0 {
			continue
		}
		fmt.Printf("=== %d rank %d of %d\nQ: %s\nQ: %s\n", i, rank, len(hits), q.source[i], q.source[i+1])
		for _, j := range slices.Concat(q.right[i], q.right[i+1]) {
			fmt.Printf("GOLD %d: %s\n", j, q.target[j])
		}
		fmt.Printf("FOUND %v %.2f: %s\n", hits[0].Sentences, hits[0].Confidence, hits[0].Text)
		if rank > 0 {
			fmt.Printf("RIGHT at %d %v %.2f: %s\n", rank, hits[rank].Sentences, hits[rank].Confidence, hits[rank].Text)
		}
	}
}
