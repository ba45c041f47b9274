package report

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// owners are those of a story's outlets, as far as they are known: how many voices
// it has, where many outlets are of one house.
type owners struct {
	known   []owned // the one with most articles first
	unknown int     // outlets of which the owner is not known
}

// owned is what one owner has of a story.
type owned struct {
	owner    string
	outlets  []string // in alphabetical order
	articles int
}

// ownersOf rolls the articles of a story up by owner.
func (l *lookup) ownersOf(articles []*news.ArticleRecord) owners {
	by, outlets := map[string]*owned{}, map[string]bool{}
	var all owners
	for _, a := range articles {
		outlet, owner := isolate(clean(a.Outlet)), isolate(clean(l.owners[a.Outlet]))
		if outlet == "" {
			continue
		}
		first := !outlets[outlet]
		outlets[outlet] = true
		if owner == "" {
			if first {
				all.unknown++
			}
			continue
		}
		if by[owner] == nil {
			by[owner] = &owned{owner: owner}
		}
		by[owner].articles++
		if first {
			by[owner].outlets = append(by[owner].outlets, outlet)
		}
	}
	for _, owner := range slices.Sorted(maps.Keys(by)) {
		slices.Sort(by[owner].outlets)
		all.known = append(all.known, *by[owner])
	}
	slices.SortStableFunc(all.known, func(a, b owned) int { return cmp.Compare(b.articles, a.articles) })
	return all
}

// texts puts them in the words of the text report, the few that have most: nothing
// where no owner is known.
func (o owners) texts() []string {
	const most = 3
	if len(o.known) == 0 {
		return nil
	}
	var texts []string
	for _, k := range o.known[:min(most, len(o.known))] {
		outlets := k.outlets[:min(most, len(k.outlets))]
		text := k.owner + ": " + count(k.articles, "article", "articles") + " in " + strings.Join(outlets, ", ")
		if more := len(k.outlets) - len(outlets); more > 0 {
			text += " and " + number(more) + " more"
		}
		texts = append(texts, text)
	}
	var rest []string
	if more := len(o.known) - len(texts); more > 0 {
		rest = append(rest, count(more, "more owner", "more owners"))
	}
	if o.unknown > 0 {
		rest = append(rest, "not known of "+count(o.unknown, "outlet", "outlets"))
	}
	if len(rest) > 0 {
		texts = append(texts, strings.Join(rest, "; "))
	}
	return texts
}
