package provenance

import (
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// IsOutlet reports whether an article is of the outlet that a user names: by a spelling
// of the outlet's name, by a name or a domain in the list of known outlets, or by the
// host of the article's address or a domain above it.
func IsOutlet(a *news.Article, name string, known KnownOutlets) bool {
	asked := news.Article{Outlet: news.Attribution{Name: name}}
	known.rename(&asked)
	if a.Outlet.Name != "" && sameOutlet(asked.Outlet.Name, a.Outlet.Name) {
		return true
	}
	host := publisherHost(a.URL)
	for domain := strings.TrimPrefix(strings.ToLower(name), "www."); host != ""; _, host, _ = strings.Cut(host, ".") {
		if host == domain {
			return true
		}
	}
	return false
}

// sameOutlet reports whether two names are spellings of one.
func sameOutlet(a, b string) bool {
	return strings.EqualFold(a, b) || nameKey(a) != "" && nameKey(a) == nameKey(b) && sameName(a, b)
}
