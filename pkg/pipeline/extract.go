package pipeline

import (
	"cmp"
	"context"
	"io"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/source"
)

// Extracted is what the inputs gave, as [Scan] understands them before it compares
// any.
type Extracted struct {
	Articles []news.Article // by id
	Skipped  []news.Skip
	Inputs   []source.Input // what they were read from
	Notes    []string       // what of the options met nothing, see [news.RunRecord]
}

// Extract reads the folders, files and streams that paths name, as [Scan] does, and
// stops there.
func Extract(ctx context.Context, paths []string, stdin io.Reader, opts Options, progress Progress) (Extracted, error) {
	r, err := read(ctx, paths, stdin, opts, &serial{to: progress})
	if err != nil {
		return Extracted{}, err
	}
	slices.SortFunc(r.articles, func(a, b news.Article) int { return cmp.Compare(a.ID, b.ID) })
	return Extracted{r.articles, r.left.Skipped, r.inputs, r.notes}, nil
}
