package quote

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/news"
)

// anyText draws text of the words and signs that attributions and quotations are made
// of.
var anyText = rapid.Map(rapid.SliceOfN(rapid.SampledFrom([]string{
	"“", "”", "\"", "«", "»", "„", "‘", "’", "'", "「", "」", ",", ".", ":", "—", " - ", "…", "[", "]", "\n\n", "?", "\xff",
	"said", "Lee", "the", "mayor", "Ann", "he", "statement", "by", "and", "We", "will", "act", "now", "or", "never", "again", "U.S.", "according", "to",
	"sagte", "a", "dit", "selon", "сказал", "он", "قال", "الوزير", "李", "娜", "说", "我们", "将", "在", "冬天", "之前", "重建", "大桥",
}), 0, 60), func(words []string) string { return strings.Join(words, " ") })

func drawArticles(t *rapid.T) (articles []news.Article) {
	lang := rapid.SampledFrom([]string{"en", "de", "fr", "es", "ru", "ar", "zh", "xx", ""}).Draw(t, "lang")
	for range rapid.IntRange(1, 5).Draw(t, "articles") {
		articles = append(articles, articleOf("", lang, anyText.Draw(t, "text")))
	}
	return articles
}

// Whatever the text, spans lie within it and every quotation with marks is of an
// utterance that has its words.
func TestAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		articles := drawArticles(t)
		all := readAll(articles)
		carried := make([]bool, len(all))
		for _, u := range Group(all) {
			if u.Carriers[0].Quotation != u.Source || u.Carriers[0].Similarity != 1 {
				t.Fatalf("the source is not the first carrier: %+v", u)
			}
			for _, c := range u.Carriers {
				carried[c.Quotation] = true
				if c.Similarity <= 0 || c.Similarity > 1 || len(c.Kinds) == 0 {
					t.Fatalf("carrier %+v of %q", c, all[u.Source].Wording(all[u.Source].All()))
				}
			}
		}
		for i, q := range all {
			text := articles[q.Article].Text
			if s := q.Span(); s.Start < 0 || s.Len() <= 0 || s.End > len(text) {
				t.Fatalf("span %v of a text of %d bytes", s, len(text))
			}
			if s := q.Speaker.Span; s.Start < 0 || s.End > len(text) || (s.Len() > 0) != (q.Speaker.Name != "") {
				t.Fatalf("speaker %+v", q.Speaker)
			}
			if q.Marks && !carried[i] {
				t.Fatalf("quotation %q is of no utterance", text[q.Span().Start:q.Span().End])
			}
		}
	})
}

// Copies of an article change nothing but the number of carriers.
func TestCopies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		articles := drawArticles(t)
		sources := func(articles []news.Article) (texts []string) {
			all := quotationsIn(articles)
			for _, u := range Group(all) {
				texts = append(texts, all[u.Source].Wording(all[u.Source].All()))
			}
			slices.Sort(texts)
			return texts
		}
		doubled := make([]news.Article, 0, 2*len(articles))
		for _, a := range articles {
			doubled = append(doubled, a, a)
		}
		once, twice := sources(articles), sources(doubled)
		if !slices.Equal(once, twice) {
			t.Fatalf("utterances %q, of two copies each %q", once, twice)
		}
	})
}

func quotationsIn(articles []news.Article) (all []Quotation) {
	var r Reader
	for i := range articles {
		all = append(all, r.Read(&articles[i], i, Everything())...)
	}
	return all
}

// A thousand copies cost little more than their reading, and are one utterance.
func TestManyCopies(t *testing.T) {
	a := articleOf("", "en", `"We will rebuild the Harrow bridge before the winter comes," said Mara Voss.`)
	articles := slices.Repeat([]news.Article{a}, 1000)
	utterances := Group(quotationsIn(articles))
	if len(utterances) != 1 || len(utterances[0].Carriers) != 1000 {
		t.Fatalf("%d utterances", len(utterances))
	}
}

// What Echoes spares reading would be put together with nothing: the utterances of
// several articles are the same with and without it.
func TestEchoesMissNothing(t *testing.T) {
	shared := func(articles []news.Article, of func(i int) []news.Range) (texts []string) {
		var r Reader
		var all []Quotation
		for i := range articles {
			all = append(all, r.Read(&articles[i], i, of(i))...)
		}
		for _, u := range Group(all) {
			if len(u.Carriers) > 1 {
				texts = append(texts, all[u.Source].Wording(all[u.Source].All()))
			}
		}
		return texts
	}
	cases := readCases(t, "testdata/cases/en.txt")
	for _, file := range []string{"testdata/cases/fr.txt", "testdata/cases/zh.txt", "testdata/unseen/cases.txt"} {
		cases = append(cases, readCases(t, file)...)
	}
	for _, c := range cases {
		texts := make([]*align.Text, len(c.articles))
		for i := range c.articles {
			text := align.Read(&c.articles[i])
			texts[i] = &text
		}
		echoes := Echoes(texts)
		with := shared(c.articles, func(i int) []news.Range { return echoes[i].Quoted })
		without := shared(c.articles, func(int) []news.Range { return Everything() })
		if !slices.Equal(with, without) {
			t.Errorf("%s: with Echoes %q, without %q", c.name, with, without)
		}
	}
}
