package report

import (
	"path"

	"github.com/wireprint/wireprint/pkg/news"
)

// nameColumns is how long a name may be before it is cut in the middle.
const nameColumns = 48

// publisher is the name of an article's outlet or, where that is unknown, the
// article's short id.
func publisher(outlet, article string) string {
	if name := clean(outlet); name != "" {
		return cutMiddle(name, nameColumns)
	}
	return shortID(article)
}

// outletName is an outlet's name in a sentence.
func outletName(outlet string) string { return isolate(cutMiddle(clean(outlet), nameColumns)) }

// shortID is an article's id without the folders of its path.
func shortID(id string) string {
	if base := clean(path.Base(id)); base != "" && base != "." && base != "/" {
		return cutMiddle(base, nameColumns)
	}
	return cutMiddle(clean(id), nameColumns)
}

// names gives each article a name that no other of them has: its outlet's or,
// where that is shared or unknown, one with its id.
func names(articles []*news.ArticleRecord) func(id string) string {
	used := make(map[string]int)
	for _, a := range articles {
		used[publisher(a.Outlet, a.ID)]++
	}
	byID := make(map[string]string, len(articles))
	for _, a := range articles {
		name := publisher(a.Outlet, a.ID)
		switch {
		case used[name] == 1:
			name = isolate(name)
		case clean(a.Outlet) == "":
			name = isolate(cutMiddle(clean(a.ID), nameColumns))
		default:
			name = isolate(name) + " (" + isolate(shortID(a.ID)) + ")"
		}
		byID[a.ID] = name
	}
	return func(id string) string {
		if name, ok := byID[id]; ok {
			return name
		}
		return shortID(id)
	}
}
