package pipeline

import (
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// located is an article with the places of its words. While articles are
// compared only the words' keys are kept; the places are found again, once for
// each article, when spans and wordings have to be written.
type located struct {
	article *news.Article
	words   segment.Sequence
	body    []news.Span // the text of each paragraph
}

func (l *located) read(a *news.Article) {
	l.locate(a, (*segment.Sequence).Read)
}

// find does not read what is only of use to compare the words.
func (l *located) find(a *news.Article) {
	l.locate(a, (*segment.Sequence).Locate)
}

func (l *located) locate(a *news.Article, read func(*segment.Sequence, *news.Article)) {
	l.article = a
	read(&l.words, a)
	l.body = l.body[:0]
	a.Body(func(span news.Span) { l.body = append(l.body, span) })
}

func (l *located) span(words news.Range) news.Span { return l.words.Span(words) }

// whole is the span of words with the punctuation around them when they are a
// whole paragraph.
func (l *located) whole(words news.Range) news.Span {
	if i := slices.Index(l.words.Paragraphs, words); i >= 0 {
		return l.body[i]
	}
	return l.span(words)
}

func (l *located) text(words news.Range) string { return l.words.Text(l.article.Text, words) }
