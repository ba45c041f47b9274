package dedup

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// Dropped is an article that is left out, in favour of another one of its family.
type Dropped struct {
	Article string
	Kept    string
	Family  string
	Copied  float64 // share of its news words that the kept one has, 0 to 1; -1 when it is not known
	Own     int     // its other news words, which go with it; 0 when that is not known
	Reason  string
}

// Articles chooses articles of each family until every other one stands in one of
// them, as far as the options ask for, and returns the others in the order of the
// families. With a MinCopied of 0 it chooses one of each family.
func Articles(r *news.Report, opts Options) []Dropped {
	c := newChooser(r, opts)
	var dropped []Dropped
	for i := range r.Families {
		dropped = append(dropped, c.drop(&r.Families[i])...)
	}
	return dropped
}

// drop goes over a family from what is kept first to what is kept last. Each article is
// dropped in favour of the kept one that has most of it.
func (c *chooser) drop(f *news.Family) []Dropped {
	var kept []string
	instead := map[string]Dropped{}
	for _, id := range c.ordered(f) {
		best := Dropped{Article: id, Family: f.ID, Copied: math.Inf(-1)}
		for _, k := range kept {
			if share := c.share(f, id, k); share > best.Copied {
				best.Kept, best.Copied = k, share
			}
		}
		if best.Kept == "" || best.Copied < c.opts.MinCopied && c.opts.MinCopied > 0 {
			kept = append(kept, id)
			continue
		}
		if best.Copied >= 0 {
			best.Own = int(math.Round((1 - best.Copied) * float64(c.words(id))))
		}
		best.Reason = c.reason(f, best)
		instead[id] = best
	}
	var dropped []Dropped
	for _, id := range f.Articles {
		if d, ok := instead[id]; ok {
			dropped = append(dropped, d)
		}
	}
	return dropped
}

// unknown is the share of two articles of which no pair says it.
const unknown = -1

// share is how much of an article's news words another one of its family has, as far
// as pairs say. Of a large family only the pairs with its source are listed: then what
// both have of the source tells the least that it can be.
func (c *chooser) share(f *news.Family, id, kept string) float64 {
	if s, ok := c.copied[[2]string{id, kept}]; ok {
		return s
	}
	least := float64(unknown)
	for _, hub := range []string{f.Source.Article, f.Canonical} {
		inHub, ok := c.copied[[2]string{id, hub}]
		ofHub, also := c.copied[[2]string{hub, kept}]
		if !ok || !also || c.words(id) == 0 {
			continue
		}
		missing := (1 - ofHub) * float64(c.words(hub)) / float64(c.words(id))
		least = max(least, inHub-missing)
	}
	if least <= 0 {
		return unknown
	}
	return math.Floor(least*10_000) / 10_000
}

// reason says why an article is dropped, what is lost with it, and why the other one is
// kept.
func (c *chooser) reason(f *news.Family, d Dropped) string {
	var text strings.Builder
	switch {
	case d.Copied < 0:
		fmt.Fprintf(&text, "is of one family with %s", d.Kept)
	case d.Own == 0:
		fmt.Fprintf(&text, "all of it stands in %s", d.Kept)
	default:
		fmt.Fprintf(&text, "%s of it stands in %s", percent(d.Copied), d.Kept)
	}
	fmt.Fprintf(&text, ", %s", c.why(f, d.Kept))
	switch {
	case d.Copied < 0:
		text.WriteString("; how much of it stands there is not known")
	case d.Own > 0:
		fmt.Fprintf(&text, "; %d of its %d words do not", d.Own, c.words(d.Article))
	}
	return text.String()
}

// percent writes a share, never as 100 % where something is left.
func percent(share float64) string { return fmt.Sprintf("%.0f%%", min(99, math.Floor(100*share))) }

// ordered are the articles of a family, those to keep first.
func (c *chooser) ordered(f *news.Family) []string {
	ids := slices.Clone(f.Articles)
	slices.SortFunc(ids, func(a, b string) int { return c.compare(f, a, b) })
	return ids
}
