package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// The kinds of credit in [news.AgencyRecord].
const (
	textCredit  = "text"
	photoCredit = "photo"
)

// credits counts the articles of a story by the agencies that they credit.
type credits struct {
	text  []tally
	none  int // articles that credit no agency for their words
	photo []tally
}

// tally is how many articles credit an agency.
type tally struct {
	agency   string
	articles int
}

func countCredits(articles []*news.ArticleRecord) credits {
	text, photo := make(map[string]int), make(map[string]int)
	var c credits
	for _, a := range articles {
		byText := agencies(a, textCredit)
		if len(byText) == 0 {
			c.none++
		}
		for _, agency := range byText {
			text[agency]++
		}
		for _, agency := range agencies(a, photoCredit) {
			photo[agency]++
		}
	}
	c.text, c.photo = tallies(text), tallies(photo)
	return c
}

// agencies lists the agencies that an article credits for one kind of thing,
// each once.
func agencies(a *news.ArticleRecord, kind string) []string {
	var list []string
	for _, record := range a.Agencies {
		name := clean(record.Name)
		if record.Kind == kind && name != "" && !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	return list
}

// creditLine names the agencies that an article credits for its words.
func creditLine(a *news.ArticleRecord) string {
	return strings.Join(agencies(a, textCredit), ", ")
}

// tallies orders counts, the highest first.
func tallies(counts map[string]int) []tally {
	var all []tally
	for agency, n := range counts {
		all = append(all, tally{agency, n})
	}
	slices.SortFunc(all, func(a, b tally) int {
		return cmp.Or(cmp.Compare(b.articles, a.articles), cmp.Compare(a.agency, b.agency))
	})
	return all
}

// String puts them in the words of the text report.
func (c credits) String() string {
	text := "no agency is credited"
	if len(c.text) > 0 {
		text = tallyText(c.text)
		if c.none > 0 {
			text += "; no agency by " + number(c.none)
		}
	}
	if len(c.photo) > 0 {
		text += "; pictures: " + tallyText(c.photo)
	}
	return text
}

// tallyText names the agencies: "Northwire by 3 articles, Pressbureau by 1".
func tallyText(all []tally) string {
	texts := make([]string, len(all))
	for i, t := range all {
		texts[i] = t.agency + " by " + number(t.articles)
		if i == 0 {
			texts[i] = t.agency + " by " + count(t.articles, "article", "articles")
		}
	}
	return strings.Join(texts, ", ")
}
