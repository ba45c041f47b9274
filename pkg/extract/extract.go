// Package extract turns documents into articles: the main text of a web page
// with its metadata, the fields of a JSON record, the stories of a text file, the
// items of an agency's wire. [Articles] is its one entry.
//
// The order of belief is everywhere the same: what a record's fields or a
// page's markup say outright comes before what the text seems to say. The
// package looks at one document at a time and holds no state, so that any
// number of documents can be read at once; what only a comparison of documents
// can tell, such as the menu that a site repeats on all its pages, it leaves in
// the text. What it needs of all documents is asked for apart: [DecideDays] tells day
// from month.
package extract

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/source"
)

// errNoStory is the reason for a document without a story.
var errNoStory = errors.New("no story text found")

// Articles returns the articles of a document: several for a text file or a wire's
// message that holds several stories, else one. A document without an article is skipped
// with a reason; no document, however broken, makes it panic. It takes as long as it
// takes; see [ArticlesWithin].
func Articles(doc source.Document) ([]news.Article, []news.Skip) {
	return articlesBy(doc, nil)
}

// ArticlesWithin is Articles for no longer than the options let the work on a document
// take: what takes longer is skipped, or the rest of its records are.
//
// The time is looked at between one step and the next. No single step takes long, for
// what goes into it is bounded: 64 MB of text go through the slowest, the search of
// trafilatura for names of authors, in 40 seconds, and 300,000 elements, see
// [parsePage] and [mostSunk], through any in 20.
func ArticlesWithin(doc source.Document, opts source.Options) ([]news.Article, []news.Skip) {
	return articlesBy(doc, opts.Deadline())
}

// articlesBy is Articles with a deadline.
func articlesBy(doc source.Document, deadline *source.Deadline) ([]news.Article, []news.Skip) {
	articles, skips, err := read(doc, deadline)
	var none *noTextError
	if errors.As(err, &none) {
		if list := listed(doc, none.names); list != nil {
			return allArticles(list, deadline)
		}
	}
	articles = slices.DeleteFunc(articles, func(a news.Article) bool { return len(a.Paragraphs) == 0 })
	for i := range articles {
		articles[i].Folder = doc.Folder
		if articles[i].Lang == "" {
			articles[i].Lang = guessLanguage(&articles[i])
		}
	}
	if err == nil && len(articles)+len(skips) == 0 {
		err = errNoStory
	}
	if err != nil {
		return nil, []news.Skip{{Path: source.RecordPath(doc.Path, doc.Record), Reason: err.Error()}}
	}
	return articles, skips
}

// allArticles is Articles for several documents.
func allArticles(docs []source.Document, deadline *source.Deadline) (articles []news.Article, skipped []news.Skip) {
	for _, doc := range docs {
		if err := deadline.Check(); err != nil {
			return articles, append(skipped, news.Skip{Path: doc.Path, Reason: restUnread(err)})
		}
		a, s := articlesBy(doc, deadline)
		articles, skipped = append(articles, a...), append(skipped, s...)
	}
	return articles, skipped
}

// restUnread is the reason for what stands behind the place where there was a reason to
// stop.
func restUnread(err error) string { return err.Error() + "; nothing after it was read" }

// read is Articles with an error for the reason. The libraries below it meet
// whatever the web holds; that one of them may fail on it must not end a run.
func read(doc source.Document, deadline *source.Deadline) (articles []news.Article, skips []news.Skip, err error) {
	defer func() {
		if p := recover(); p != nil {
			articles, skips, err = nil, nil, fmt.Errorf("cannot be understood: %v", p)
		}
	}()
	switch doc.Format {
	case source.HTML:
		articles, err = readHTML(doc, deadline)
		return articles, nil, err
	case source.Record:
		return readRecord(doc, deadline)
	}
	if f := wireOf(textWires, doc.Data); f != nil {
		return readWire(doc, f, deadline)
	}
	if root := xmlRoot(doc.Data); root != "" && isXML(doc) {
		articles, err = readXML(doc, root, deadline)
		return articles, nil, err
	}
	articles, err = readText(doc, deadline)
	return articles, nil, err
}

// readXML reads XML of no wire format: a page, or nothing that is known.
func readXML(doc source.Document, root string, deadline *source.Deadline) ([]news.Article, error) {
	if strings.EqualFold(root, "html") {
		return readHTML(doc, deadline)
	}
	return nil, fmt.Errorf("XML of no known kind (its root is <%s>)", root)
}

// readText reads a plain text file.
func readText(doc source.Document, deadline *source.Deadline) ([]news.Article, error) {
	text, err := decode(doc.Data, doc.Charset)
	if err != nil {
		return nil, err
	}
	return structureBy(newArticle(doc), text, true, deadline)
}

// newArticle is the article of a document that is no record with fields. A file is
// known by its path; of what lies in a file of records, a page's address is its id.
func newArticle(doc source.Document) news.Article {
	a := news.Article{ID: source.RecordPath(doc.Path, doc.Record), Path: doc.Path, URL: doc.URL}
	if doc.Record > 0 && doc.URL != "" {
		a.ID = doc.URL
	}
	return a
}
