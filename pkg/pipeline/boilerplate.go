package pipeline

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// mostExamples are the articles that the record of a template names.
const mostExamples = 5

// boilerplate writes the records of the templates that were left out.
func (w writer) boilerplate() []news.Boilerplate {
	records := make([]news.Boilerplate, len(w.templates))
	for i, t := range w.templates {
		articles := t.articles()
		outlet, evidence := w.shownBy(articles)
		from, to := w.days(articles)
		records[i] = news.Boilerplate{
			Outlet: outlet, Text: t.text, Words: t.Example.Len(),
			Articles: len(articles), LeftOut: t.leftOut(),
			Examples: w.ids(spread(articles, mostExamples)), From: from, To: to,
			Evidence: append(evidence, fmt.Sprintf("%d of %d pairs compared are on different subjects", t.Unrelated, t.Compared)),
		}
	}
	slices.SortFunc(records, func(a, b news.Boilerplate) int {
		return cmp.Or(cmp.Compare(a.Outlet, b.Outlet), cmp.Compare(b.LeftOut, a.LeftOut),
			cmp.Compare(a.Text, b.Text), slices.Compare(a.Examples, b.Examples))
	})
	for i := range records {
		records[i].ID = fmt.Sprintf("b%d", i+1)
	}
	return records
}

// articles are those that show the template, in order.
func (t template) articles() []int {
	var articles []int
	for _, s := range t.Spans {
		articles = append(articles, s.Article)
	}
	return slices.Compact(articles)
}

func (t template) leftOut() (words int) {
	for _, s := range t.Spans {
		words += s.Len()
	}
	return words
}

// shownBy names the outlet that has most of the articles, and counts those of
// each outlet where it is not the only one.
func (w writer) shownBy(articles []int) (outlet string, evidence []string) {
	counts := map[string]int{}
	var outlets []string
	for _, a := range articles {
		key := outletKey(&w.Articles[a])
		if counts[key]++; counts[key] == 1 {
			outlets = append(outlets, key)
		}
	}
	slices.SortFunc(outlets, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	if len(outlets) == 1 {
		return outlets[0], nil
	}
	for _, o := range outlets {
		evidence = append(evidence, fmt.Sprintf("in %d articles of %s", counts[o], o))
	}
	return outlets[0], evidence
}

// spread chooses n of the articles, from the first to the last.
func spread(articles []int, n int) []int {
	if len(articles) <= n {
		return articles
	}
	chosen := make([]int, n)
	for i := range chosen {
		chosen[i] = articles[i*(len(articles)-1)/(n-1)]
	}
	return chosen
}

// templateWords counts the words of each article that are of a template.
func (f *findings) templateWords() []int {
	words := make([]int, len(f.Articles))
	for _, t := range f.templates {
		for _, s := range t.Spans {
			words[s.Article] += s.Len()
		}
	}
	return words
}
