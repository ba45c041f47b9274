package pipeline

import (
	"context"
	"slices"

	"github.com/wireprint/wireprint/pkg/candidate"
	"github.com/wireprint/wireprint/pkg/fingerprint"
)

// What stands in a posting's hash besides the words, so that no two kinds of them
// meet.
const (
	aroundPrint = 0x9ddfea08eb382d69
	quotedPrint = 0xc2b2ae3d27d4eb4f
)

// contexts adds to the groups of prints that are in too many articles to compare
// all with all: there, each article is compared with the first alone, which has
// the print and perhaps nothing else of what two others share. For these, every
// run of the guaranteed length around the print makes a group of its own, and so
// does the print where it is quoted. That costs each posting a few more.
func (f *findings) contexts(ctx context.Context, groups [][]candidate.Posting, opts Options) ([][]candidate.Posting, error) {
	found := make([][]candidate.Posting, len(groups))
	err := eachOf(ctx, opts.Jobs, len(groups), func(i int) {
		candidate.EachGroup(groups[i], func(group []candidate.Posting) {
			if candidate.Articles(group) > opts.Candidate.Star {
				found[i] = f.appendContexts(found[i], group, opts.Fingerprint)
			}
		})
	})
	if err != nil {
		return nil, err
	}
	var grouper candidate.Grouper
	for i, p := range candidate.Split(found) {
		groups[i] = append(groups[i], slices.Compact(grouper.Groups(p))...) // two prints have runs in common
	}
	return groups, nil
}

// appendContexts appends the postings of the runs around a print.
func (f *findings) appendContexts(to, group []candidate.Posting, opts fingerprint.Options) []candidate.Posting {
	length := opts.Guarantee()
	var run []uint64
	for _, p := range group {
		t := f.Texts[p.Article]
		for first := int(p.Word) - opts.Window + 1; first <= int(p.Word); first++ {
			if first >= 0 && first+length <= t.Len() {
				run = fingerprint.Shingles(run[:0], t.Keys[first:first+length], length)
				to = append(to, candidate.Posting{Hash: run[0] ^ aroundPrint, Article: p.Article, Word: uint32(first)})
			}
		}
		quoted := 0
		for quoted < opts.K && t.Quoted(int(p.Word)+quoted) {
			quoted++
		}
		if quoted == opts.K {
			to = append(to, candidate.Posting{Hash: p.Hash ^ quotedPrint, Article: p.Article, Word: p.Word})
		}
	}
	return to
}
