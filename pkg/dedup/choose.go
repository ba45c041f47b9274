package dedup

import (
	"cmp"
	"fmt"
	"slices"

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

// Options say what is kept. Outlets are for [OutletOrder], the best first.
type Options struct {
	Keep    Keep
	Outlets []string
}

// Dropped is an article that is left out, in favour of another one of its family.
type Dropped struct {
	Article string  `json:"article"`
	Kept    string  `json:"kept"`
	Family  string  `json:"family"`
	Copied  float64 `json:"copied"` // share of its news words that the kept one has, 0 to 1; 0 when no pair of the two is listed
	Reason  string  `json:"reason"`
}

// Articles chooses one article of each family, and returns those that are dropped in
// the order of the families.
func Articles(r *news.Report, opts Options) []Dropped {
	c := newChooser(r, opts)
	var dropped []Dropped
	for i := range r.Families {
		f := &r.Families[i]
		if len(f.Articles) < 2 {
			continue
		}
		kept, why := c.best(f)
		for _, id := range f.Articles {
			if id == kept {
				continue
			}
			share := c.copied[[2]string{id, kept}]
			dropped = append(dropped, Dropped{Article: id, Kept: kept, Family: f.ID, Copied: share, Reason: reason(share, kept, why)})
		}
	}
	return dropped
}

func reason(share float64, kept, why string) string {
	if share == 0 {
		return fmt.Sprintf("carries the same copy as %s, %s", kept, why)
	}
	return fmt.Sprintf("%.0f%% of its words stand in %s, %s", 100*share, kept, why)
}

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
		if _, known := c.outlets[name]; !known {
			c.outlets[name] = i
		}
	}
	return c
}

// best is the article of a family that is kept, and why.
func (c *chooser) best(f *news.Family) (id, why string) {
	ids := slices.Clone(f.Articles)
	slices.SortFunc(ids, func(a, b string) int { return c.compare(f, a, b) })
	return ids[0], c.why(f, ids[0])
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

// first puts the article before that was published earlier, as it is written, and
// those of unknown time last.
func (c *chooser) first(a, b string) int {
	x, y := c.published(a), c.published(b)
	switch {
	case x == y:
		return 0
	case x == "":
		return 1
	case y == "":
		return -1
	}
	return cmp.Compare(x, y)
}

// published is the time of an article if its year is known.
func (c *chooser) published(id string) string {
	a := c.articles[id]
	if a == nil || len(a.Published) < 4 || a.Published[0] == 'X' {
		return ""
	}
	return a.Published
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
		if i, ok := c.outlets[a.Outlet]; ok {
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
		return "which is of the outlet that is wanted most"
	case c.opts.Keep == First && c.published(id) != "":
		return "which was published first as far as times tell (" + c.published(id) + ")"
	case c.opts.Keep == Longest:
		return fmt.Sprintf("which is the longest (%d words)", c.words(id))
	case rank == 0:
		return "which is the source"
	case rank == 1:
		return "whose wording stands for the copy"
	}
	return "which comes first"
}
