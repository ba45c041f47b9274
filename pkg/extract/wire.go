package extract

import (
	"cmp"
	"errors"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/source"
)

// wireFormat is a format in which agencies send their stories. Each has a file of
// its own; to add one is to write that file and to name it below.
type wireFormat interface {
	// recognise reports whether a document is of the format, by what it holds and
	// whatever its name is. Those of text files are asked of every one, and look at
	// its beginning alone.
	recognise(data []byte) bool

	// dispatches reads the items of a document, also those that are no stories.
	dispatches(data []byte) ([]wireItem, error)
}

// textWires are the formats of text files, and recordWires those of JSON records that
// have none of the usual fields. The first that recognises a document reads it.
var (
	textWires   = []wireFormat{newsMLG2{}, newsML1{}, nitf{}, anpa{}, iptc7901{}}
	recordWires = []wireFormat{apJSON{}, ninjs{}}
)

// wireOf is the format that recognises a document, nil if none does.
func wireOf(formats []wireFormat, data []byte) wireFormat {
	for _, f := range formats {
		if f.recognise(data) {
			return f
		}
	}
	return nil
}

// readWire reads a document of a wire format: each item with a text is an article.
func readWire(doc source.Document, f wireFormat, deadline *source.Deadline) ([]news.Article, []news.Skip, error) {
	items, err := f.dispatches(doc.Data)
	if err != nil {
		return nil, nil, err
	}
	path := source.RecordPath(doc.Path, doc.Record)
	var articles []news.Article
	var skips []news.Skip
	for i, d := range items {
		if err := deadline.Check(); err != nil {
			return articles, append(skips, news.Skip{Path: path, Reason: restUnread(err)}), nil
		}
		number := 0 // the only item is the document itself
		if len(items) > 1 {
			number = i + 1
		}
		name := source.RecordPath(path, number)
		a, err := d.article()
		if err != nil {
			skips = append(skips, news.Skip{Path: name, Reason: err.Error()})
			continue
		}
		if a.Lang == "" {
			// An alert is short, but its headline is certainly one, and in its language.
			a.Lang = cmp.Or(guessLanguage(&a), languageOf(a.Title+" "+firstParagraphs(&a)))
		}
		a.Path = doc.Path
		if a.ID == "" {
			a.ID = name
		}
		articles = append(articles, a)
	}
	if len(items) == 0 {
		err = errNoStory
	}
	return articles, skips, err
}

// errKeptElsewhere is the reason for a story of which the document has all but the
// text.
var errKeptElsewhere = errors.New("its text is not in the file, only its description")

// hasBody reports whether an article has news text.
func hasBody(a *news.Article) bool {
	return slices.ContainsFunc(a.Paragraphs, func(p news.Paragraph) bool { return p.Role == news.RoleBody })
}
