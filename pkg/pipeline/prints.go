package pipeline

import (
	"context"
	"slices"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/candidate"
	"github.com/wireprint/wireprint/pkg/fingerprint"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// printer makes the prints of one article after the other.
type printer struct {
	words    segment.Sequence
	winnower *fingerprint.Winnower
	quoted   []fingerprint.Stretch
	block    []candidate.Posting
}

func (o Options) newPrinter() *printer {
	return &printer{winnower: fingerprint.NewWinnower(o.Fingerprint)}
}

// prints are those of an article: of quotations every shingle is one, so that
// five quoted words are found as surely as eight others.
func (p *printer) prints(keys []uint32, quotations []news.Range) []fingerprint.Print {
	p.quoted = p.quoted[:0]
	for _, q := range quotations {
		p.quoted = append(p.quoted, fingerprint.Stretch(q))
	}
	return p.winnower.Prints(keys, p.quoted)
}

// fingerprint splits each article into words and finds the prints that articles
// share. Prints are made twice: only when all have been seen is it known which
// of them are worth keeping, and making them again costs less than keeping all.
func (f *findings) fingerprint(ctx context.Context, opts Options, progress Progress) (*candidate.Index, error) {
	progress.Stage("fingerprinting", int64(len(f.Articles)))
	filter := candidate.NewFilter(f.expectedPrints())
	f.Texts = make([]align.Text, len(f.Articles))
	err := eachWith(ctx, opts.Jobs, len(f.Articles), progress, opts.newPrinter, func(p *printer, i int) {
		p.words.Read(&f.Articles[i])
		f.Texts[i] = align.NewText(&p.words)
		filter.Add(p.prints(f.Texts[i].Keys, f.Texts[i].Quotations))
	})
	if err != nil {
		return nil, err
	}
	f.twins = findTwins(f.Texts, opts.Align.MinRun)
	return f.index(ctx, filter, opts, progress)
}

// expectedPrints is about how many prints the articles have: one for every two
// words and a half, of six bytes each.
func (f *findings) expectedPrints() int {
	size := 0
	for i := range f.Articles {
		size += len(f.Articles[i].Text)
	}
	return size / 15
}

// blockArticles is how many articles' postings are collected in one list.
const blockArticles = 64

// index finds the articles that have a print in common.
func (f *findings) index(ctx context.Context, filter *candidate.Filter, opts Options, progress Progress) (*candidate.Index, error) {
	blocks := make([][]candidate.Posting, (len(f.Texts)+blockArticles-1)/blockArticles)
	progress.Stage("looking for shared words", int64(len(blocks)))
	err := eachWith(ctx, opts.Jobs, len(blocks), progress, opts.newPrinter, func(p *printer, i int) {
		for a := i * blockArticles; a < min((i+1)*blockArticles, len(f.Texts)); a++ {
			if f.twins.first[a] != a {
				continue
			}
			for _, print := range p.prints(f.Texts[a].Keys, f.Texts[a].Quotations) {
				if filter.Repeated(print.Hash) {
					p.block = append(p.block, candidate.Posting{Hash: print.Hash, Article: uint32(a), Word: print.Word})
				}
			}
		}
		blocks[i] = slices.Clone(p.block)
		p.block = p.block[:0]
	})
	if err != nil {
		return nil, err
	}
	partitions := candidate.Split(blocks)
	blocks = nil
	groups := make([][]candidate.Posting, len(partitions))
	newGrouper := func() *candidate.Grouper { return new(candidate.Grouper) }
	err = eachWith(ctx, opts.Jobs, len(partitions), Silent{}, newGrouper, func(g *candidate.Grouper, i int) {
		groups[i] = g.Groups(partitions[i])
	})
	if err != nil {
		return nil, err
	}
	learned, err := f.learnTemplates(ctx, groups, opts)
	if err != nil {
		return nil, err
	}
	if groups, err = f.leaveOut(ctx, learned, groups, filter, opts); err != nil {
		return nil, err
	}
	if groups, err = f.contexts(ctx, groups, opts); err != nil {
		return nil, err
	}
	return candidate.NewIndex(len(f.Texts), groups, opts.Candidate), nil
}
