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
// with a reason; no document, however broken, makes it panic.
func Articles(doc source.Document) ([]news.Article, []news.Skip) {
	articles, skips, err := read(doc)
	var none *noTextError
	if errors.As(err, &none) {
		if list := listed(doc, none.names); list != nil {
			return allArticles(list)
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
func allArticles(docs []source.Document) (articles []news.Article, skipped []news.Skip) {
	for _, doc := range docs {
		a, s := Articles(doc)
		articles, skipped = append(articles, a...), append(skipped, s...)
	}
	return articles, skipped
}

// read is Articles with an error for the reason. The libraries below it meet
// whatever the web holds; that one of them may fail on it must not end a run.
func read(doc source.Document) (articles []news.Article, skips []news.Skip, err error) {
	defer func() {
		if p := recover(); p != nil {
			articles, skips, err = nil, nil, fmt.Errorf("cannot be understood: %v", p)
		}
	}()
	switch doc.Format {
	case source.HTML:
		articles, err = readHTML(doc)
		return articles, nil, err
	case source.Record:
		return readRecord(doc)
	}
	if f := wireOf(textWires, doc.Data); f != nil {
		return readWire(doc, f)
	}
	if root := xmlRoot(doc.Data); root != "" && isXML(doc) {
		articles, err = readXML(doc, root)
		return articles, nil, err
	}
	articles, err = readText(doc)
	return articles, nil, err
}

// readXML reads XML of no wire format: a page, or nothing that is known.
func readXML(doc source.Document, root string) ([]news.Article, error) {
	if strings.EqualFold(root, "html") {
		return readHTML(doc)
	}
	return nil, fmt.Errorf("XML of no known kind (its root is <%s>)", root)
}

// readText reads a plain text file.
func readText(doc source.Document) ([]news.Article, error) {
	text, err := decode(doc.Data, doc.Charset)
	if err != nil {
		return nil, err
	}
	return structure(newArticle(doc), text, true), nil
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
