package pipeline

import (
	"cmp"
	"context"
	"slices"

	"github.com/wireprint/wireprint/pkg/event"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// lexicon is all articles as the terms they are made of, and what is known of how
// rare the terms are in each language.
type lexicon struct {
	bags       []event.Bag
	vocabulary *event.Vocabulary
	languages  []languageTerms
	languageOf []int // by article
}

// languageTerms is the articles that one table of document frequencies serves.
type languageTerms struct {
	code     string // empty for those that the background serves
	prior    event.Prior
	articles []int
}

// counting is what one goroutine needs to count terms.
type counting struct {
	words   segment.Sequence
	counter event.Counter
	weigher event.Weigher
}

func newCounting() *counting { return new(counting) }

func (c *counting) bag(a *news.Article) event.Bag {
	c.words.Read(a)
	return c.counter.Bag(a, &c.words)
}

// countTerms counts and numbers the terms of all articles.
func (f *findings) countTerms(ctx context.Context, opts Options, progress Progress) (*lexicon, error) {
	l := &lexicon{bags: make([]event.Bag, len(f.Articles))}
	err := eachWith(ctx, opts.Jobs, len(f.Articles), progress, newCounting, func(c *counting, i int) {
		l.bags[i] = c.bag(&f.Articles[i])
	})
	if err != nil {
		return nil, err
	}
	l.vocabulary = event.NewVocabulary(l.bags)
	if err := eachOf(ctx, opts.Jobs, event.Parts, l.vocabulary.Collect); err != nil {
		return nil, err
	}
	l.vocabulary.Number()
	l.byLanguage(f.Articles, opts.Background)
	return l, nil
}

// byLanguage finds the table that serves each article: the background, or what
// the folder itself tells of the article's language.
func (l *lexicon) byLanguage(articles []news.Article, background *event.Background) {
	l.languageOf = make([]int, len(articles))
	number := map[string]int{}
	for i := range articles {
		code, prior := priorOf(articles[i].Lang, background)
		n, known := number[code]
		if !known {
			n = len(l.languages)
			number[code] = n
			l.languages = append(l.languages, languageTerms{code: code, prior: prior})
		}
		l.languages[n].articles = append(l.languages[n].articles, i)
		l.languageOf[i] = n
	}
}

// priorOf is the table that serves a language, and the code of the language if
// that is not the background.
func priorOf(lang string, background *event.Background) (code string, prior event.Prior) {
	if background.Serves(lang) {
		return "", background
	}
	return lang, event.Guess{}
}

// vectors weighs the articles by most of their terms. shares are the articles'
// parts in the folder's own frequencies, of which for languages with a background
// nothing is known while shares is nil.
func (l *lexicon) vectors(ctx context.Context, jobs, most int, shares func(a int) float64, progress Progress) ([]event.Vector, error) {
	weights := make([]event.Numbered, len(l.languages))
	err := eachOf(ctx, jobs, len(l.languages), func(i int) {
		var own []event.Share
		for _, a := range l.languages[i].articles {
			if share := shares(a); share > 0 {
				own = append(own, event.Share{Article: a, Weight: share})
			}
		}
		weights[i] = l.vocabulary.Weigh(l.languages[i].prior, l.bags, own)
	})
	if err != nil {
		return nil, err
	}
	vectors := make([]event.Vector, len(l.bags))
	newWeigher := func() *event.Weigher { return new(event.Weigher) }
	err = eachWith(ctx, jobs, len(vectors), progress, newWeigher, func(w *event.Weigher, i int) {
		vectors[i] = w.Vector(l.bags[i], weights[l.languageOf[i]], most)
	})
	return vectors, err
}

// weighed lets go what the vectors were made of and nobody asks for any more.
func (l *lexicon) weighed() {
	for i := range l.bags {
		l.bags[i].Counts = nil
	}
}

// records say by which frequencies the articles of each language are weighed.
func (l *lexicon) records(articles []news.Article) []news.LanguageRecord {
	var records []news.LanguageRecord
	number := map[string]int{}
	for i := range articles {
		lang := articles[i].Lang
		n, known := number[lang]
		if !known {
			n = len(records)
			number[lang] = n
			records = append(records, news.LanguageRecord{Lang: lang, Frequencies: news.FromBackground})
			if l.languages[l.languageOf[i]].code != "" {
				records[n].Frequencies = news.FromFolder
			}
		}
		records[n].Articles++
	}
	slices.SortFunc(records, func(a, b news.LanguageRecord) int { return cmp.Compare(a.Lang, b.Lang) })
	return records
}
