package dedup

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/wireprint/wireprint/pkg/news"
)

// Keep says which copy of a family is kept.
type Keep string

// The choices of a copy. Where one does not decide, the next rule is Source, then
// First, then Longest, then the order of ids.
const (
	Source      Keep = "source"       // the article that the copy is from, or the one whose wording stands for it
	First       Keep = "first"        // the one that was published first, as far as times tell
	Longest     Keep = "longest"      // the one with most news words
	OutletOrder Keep = "outlet-order" // that of the outlet that is named first in a list
)

// Keeps lists all choices.
func Keeps() []Keep { return []Keep{Source, First, Longest, OutletOrder} }

// Options say what is kept.
type Options struct {
	Keep    Keep
	Outlets []string // for [OutletOrder], the best first, in capitals or not

	// MinCopied is the share of a story that must stand in a kept one for it to be
	// dropped, 0 to 1. Below it, a story has more of its own than a copy has.
	MinCopied float64
}

// Defaults are the options that serve most. A family holds together by its neighbours,
// so that not each of its articles stands in the one that is kept: of 1,973 that one
// copy each would drop from 21,578 dispatches of 1987, a fifth have less than half in
// it, forms that are filled in with new figures for the most part. To keep these keeps
// half of the 40,692 words that stand nowhere else.
func Defaults() Options { return Options{Keep: Source, MinCopied: .5} }

// chooser finds what it chooses by.
type chooser struct {
	opts     Options
	articles map[string]*news.ArticleRecord
	copied   map[[2]string]float64 // share of the first that the second has
	outlets  map[string]int        // place of an outlet in the list
}

func newChooser(r *news.Report, opts Options) *chooser {
	c := &chooser{opts: opts, articles: map[string]*news.ArticleRecord{}, copied: map[[2]string]float64{}, outlets: map[string]int{}}
	for i := range r.Articles {
		c.articles[r.Articles[i].ID] = &r.Articles[i]
	}
	for _, p := range r.Pairs {
		c.copied[[2]string{p.A, p.B}], c.copied[[2]string{p.B, p.A}] = p.ContainedA, p.ContainedB
	}
	for i, name := range opts.Outlets {
		if _, known := c.outlets[strings.ToLower(name)]; !known {
			c.outlets[strings.ToLower(name)] = i
		}
	}
	return c
}

// compare orders articles, those to keep first.
func (c *chooser) compare(f *news.Family, a, b string) int {
	by := map[Keep]func() int{
		Source:      func() int { return cmp.Compare(sourceRank(f, a), sourceRank(f, b)) },
		First:       func() int { return c.first(a, b) },
		Longest:     func() int { return cmp.Compare(c.words(b), c.words(a)) },
		OutletOrder: func() int { return cmp.Compare(c.place(a), c.place(b)) },
	}
	order := []Keep{c.opts.Keep, Source, First, Longest}
	for _, k := range order {
		if n := by[k](); n != 0 {
			return n
		}
	}
	return cmp.Compare(a, b)
}

// sourceRank is 0 for a family's source, 1 for the article whose wording stands for
// it, and 2 for the others.
func sourceRank(f *news.Family, id string) int {
	switch id {
	case f.Source.Article:
		return 0
	case f.Canonical:
		return 1
	}
	return 2
}

// first puts the article before that was out first as far as times tell. A day without
// a clock time stands for its end, for that the story was there in the morning is not
// known, and a time without a zone is taken for UTC.
func (c *chooser) first(a, b string) int {
	x, y := c.published(a), c.published(b)
	switch {
	case !x.HasYear() && !y.HasYear():
		return 0
	case !x.HasYear():
		return 1
	case !y.HasYear():
		return -1
	}
	return out(x).Compare(out(y))
}

// out is when a story of a known day was out.
func out(t news.Time) time.Time {
	if !t.Clock {
		return time.Date(t.Year, t.Month, t.Day+1, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(t.Year, t.Month, t.Day, t.Hour, t.Minute, -t.OffsetSecs, 0, time.UTC)
}

// published is the time of an article.
func (c *chooser) published(id string) news.Time {
	if a := c.articles[id]; a != nil {
		return news.ParseTime(a.Published)
	}
	return news.Time{}
}

func (c *chooser) words(id string) int {
	if a := c.articles[id]; a != nil {
		return a.Words
	}
	return 0
}

// place is where an article's outlet stands in the list, behind all if it does not.
func (c *chooser) place(id string) int {
	if a := c.articles[id]; a != nil {
		if i, ok := c.outlets[strings.ToLower(a.Outlet)]; ok {
			return i
		}
	}
	return len(c.outlets)
}

// why says why an article was kept.
func (c *chooser) why(f *news.Family, id string) string {
	rank := sourceRank(f, id)
	switch {
	case c.opts.Keep == OutletOrder && c.place(id) < len(c.outlets):
		return "which is of the outlet preferred (" + c.articles[id].Outlet + ")"
	case c.opts.Keep == First && c.published(id).HasYear():
		return "which was out first as far as times tell (" + c.published(id).String() + ")"
	case c.opts.Keep == Longest:
		return fmt.Sprintf("which is the longest (%d words)", c.words(id))
	case rank == 0:
		return "which is the source"
	case rank == 1:
		return "whose wording stands for the copy"
	}
	return "which has nothing before it but the order of ids"
}
