package extract

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
)

const pitch = "The Herald brings the island to your door six days a week, and has done so since the first ferry came."

// Three stories that have nothing in common, two paragraphs each.
var unrelated = [][]string{
	{
		"A ferry burned at its berth in Skarholm on Monday and twelve people were taken to hospital, the coastguard said.",
		"The fire began in the engine room shortly before dawn, according to the harbour master.",
	},
	{
		"The council of Tolva has voted down the new bridge by nine to eight, the mayor told reporters on Tuesday.",
		"Opponents had said for years that the bridge would bring more lorries than the island's roads can bear.",
	},
	{
		"Herring prices fell for the third week in a row at the market of Brennick, where most of the catch is sold.",
		"Fishermen blame cheap imports and ask for a duty, which the ministry in Varland City has so far refused.",
	},
}

// articleOf makes an article of paragraphs that are all body text.
func articleOf(outlet string, paragraphs ...string) news.Article {
	a := news.Article{Outlet: news.Attribution{Name: outlet}}
	for _, p := range paragraphs {
		start := len(a.Text)
		a.Text += p
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Span: news.Span{Start: start, End: len(a.Text)}})
		a.Text += "\n\n"
	}
	return a
}

// marked lists the paragraphs that MarkTemplates finds, as article:paragraph.
func marked(articles ...news.Article) []string {
	MarkTemplates(articles)
	var found []string
	for i, a := range articles {
		for k, p := range a.Paragraphs {
			if p.Role == news.RoleBoilerplate {
				found = append(found, fmt.Sprintf("%d:%d", i, k))
			}
		}
	}
	return found
}

func TestMarkTemplates(t *testing.T) {
	with := func(outlet string, story int, at int) news.Article {
		p := append([]string{}, unrelated[story]...)
		return articleOf(outlet, append(p[:at:at], append([]string{pitch}, p[at:]...)...)...)
	}
	edition := func(outlet string, extra ...string) news.Article {
		return articleOf(outlet, append(append([]string{}, unrelated[0]...), extra...)...)
	}
	inFolder := func(path string, story int) news.Article {
		a := with("", story, 2)
		a.Path = path
		return a
	}
	asCaption := with("The Herald", 2, 2)
	asCaption.Paragraphs[2].Role = news.RoleCaption
	for _, tt := range []struct {
		name     string
		articles []news.Article
		want     []string
	}{
		{"a pitch over three unrelated stories of one outlet",
			[]news.Article{with("The Herald", 0, 2), with("The Herald", 1, 1), with("The Herald", 2, 0)},
			[]string{"0:2", "1:1", "2:0"}},
		{"the same pitch twice in a story",
			[]news.Article{with("The Herald", 0, 2), with("The Herald", 1, 1), articleOf("The Herald", pitch, unrelated[2][0], unrelated[2][1], pitch)},
			[]string{"0:2", "1:1", "2:0", "2:3"}},
		{"outlets that are not known are told by folder",
			[]news.Article{inFolder("herald/a.txt", 0), inFolder("herald/b.txt", 1), inFolder("herald/c.txt", 2)},
			[]string{"0:2", "1:2", "2:2"}},
		{"two stories prove nothing",
			[]news.Article{with("The Herald", 0, 2), with("The Herald", 1, 1)}, nil},
		{"a paragraph that three outlets carry is a wire",
			[]news.Article{with("The Herald", 0, 2), with("The Post", 1, 2), with("Newsday", 2, 2)}, nil},
		{"even if one of them carries it three times",
			[]news.Article{with("The Herald", 0, 2), with("The Herald", 1, 2), with("The Herald", 2, 2), with("The Post", 0, 2)}, nil},
		{"three editions of one story",
			[]news.Article{edition("The Herald"), edition("The Herald", pitch), edition("The Herald", pitch, unrelated[1][0])}, nil},
		{"nothing is known about where the stories came from",
			[]news.Article{with("", 0, 2), with("", 1, 2), with("", 2, 2)}, nil},
		{"captions are not looked at",
			[]news.Article{with("The Herald", 0, 2), with("The Herald", 1, 2), asCaption}, nil},
		{"no articles", nil, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, marked(tt.articles...)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Editions of a story are kept whatever else the outlet ran between them, and
// their order does not matter.
func TestMarkTemplatesAmongEditions(t *testing.T) {
	story := func(n int, extra ...string) news.Article {
		return articleOf("The Herald", append(append([]string{}, unrelated[n]...), extra...)...)
	}
	first, second, third := story(0), story(0, unrelated[1][0]+" Again."), story(0, unrelated[2][0]+" Again.")
	for _, order := range [][]news.Article{
		{first, second, third, story(1), story(2)},
		{first, story(1), second, story(2), third},
	} {
		if got := marked(order...); got != nil {
			t.Errorf("marked %v", got)
		}
	}
}

// What was marked once stays marked, and nothing else is found.
func TestMarkTemplatesTwice(t *testing.T) {
	var articles []news.Article
	for _, story := range unrelated {
		articles = append(articles, articleOf("The Herald", story[0], story[1], pitch))
	}
	once := marked(articles...)
	if diff := cmp.Diff(once, marked(articles...)); diff != "" || len(once) != 3 {
		t.Errorf("marked %v, then:\n%s", once, diff)
	}
}
