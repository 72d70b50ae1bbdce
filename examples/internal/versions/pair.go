package versions

import (
	"context"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/examples/internal/cli"
	"github.com/hexapla/hexapla/segment"
)

// Pair pairs the versions row by row, and shows how far it is on a terminal. The
// error is ctx's.
func (o *Options) Pair(ctx context.Context, texts []Text) (*exchange.Parallel, error) {
	docs := make([]*segment.Document, len(texts))
	for i, t := range texts {
		docs[i] = t.Document
	}
	switch {
	case len(docs) == 2:
		return o.pairTwo(ctx, docs[0], docs[1])
	case o.passages:
		return follow(ctx, docs)
	}
	return synopsis(ctx, docs)
}

func (o *Options) pairTwo(ctx context.Context, source, target *segment.Document) (*exchange.Parallel, error) {
	progress := cli.NewProgress("aligning")
	defer progress.Clear()
	opts := &align.Options{Progress: progress.Show}
	if o.passages {
		a, err := align.Passages(ctx, source, target, opts)
		if err != nil {
			return nil, err
		}
		return exchange.Of(&a.Alignment), nil
	}
	a, err := align.Align(ctx, source, target, opts)
	if err != nil {
		return nil, err
	}
	return exchange.Of(a), nil
}

func synopsis(ctx context.Context, docs []*segment.Document) (*exchange.Parallel, error) {
	progress := cli.NewProgress("aligning")
	defer progress.Clear()
	s, err := align.Synopsize(ctx, docs, &align.Options{Progress: progress.Show})
	if err != nil {
		return nil, err
	}
	return exchange.OfSynopsis(s), nil
}
