package extract

import (
	"regexp"
	"time"

	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"

	"github.com/wireprint/wireprint/pkg/news"
)

// timeMetas are the <meta> names that hold the time of publication, as opposed
// to that of the last change, the most reliable first.
var timeMetas = []string{
	"article:published_time", "og:article:published_time", "og:published_time", "datepublished",
	"parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publishdate", "publish-date",
	"publish_date", "pubdate", "dc.date.issued", "dcterms.created", "dc.date", "date",
}

// pageTime is when a page was published, and where it says so.
func pageTime(page pageMeta, root *html.Node, url string) (news.Time, string) {
	for _, name := range timeMetas {
		if t := parseDate(page.meta[name]); t.Known() {
			return t, "meta " + name
		}
	}
	if t := parseDate(linked(page.story, "datepublished")); t.Known() {
		return t, "JSON-LD datePublished"
	}
	for _, s := range page.times {
		if t := parseDate(s); t.Known() {
			return t, "time element"
		}
	}
	return searchTime(root, url)
}

// searchTime looks for a date all over the page with htmldate, which knows
// where pages have it but not how much of it they say.
func searchTime(root *html.Node, url string) (news.Time, string) {
	found, err := htmldate.FromDocument(root, htmldate.Options{
		URL:                 url,
		UseOriginalDate:     true,
		SkipExtensiveSearch: true, // which takes copyright years for dates
		// Without a bound of ours it takes today's date for one.
		MaxDate: time.Date(2199, time.December, 31, 0, 0, 0, 0, time.UTC),
	})
	if err != nil || found.IsZero() {
		return news.Time{}, ""
	}
	day := news.DayOf(found.DateTime)
	if found.SrcString == url {
		return day, "date in the page's address"
	}
	const evidence = "date in the page"
	if t := parseDate(found.SrcString); t.Known() {
		return t, evidence
	}
	if day.Day == 1 || numericDay.MatchString(found.SrcString) {
		return news.Time{}, "" // a month without a day, or two days
	}
	return day, evidence
}

// numericDay finds days written in numbers of which the order is not known.
var numericDay = regexp.MustCompile(`\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b`)
