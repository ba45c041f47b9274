package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
)

// head tells which article it is: outlet, time, title, path and length.
func (c Compared) head() []piece {
	a := c.Article
	name := clean(a.Outlet.Name)
	if name == "" {
		name = "unknown outlet"
	}
	text := []piece{{name, heading}}
	for _, detail := range []string{when(a.Time, true), clean(a.Title)} {
		if detail != "" {
			text = append(text, piece{" · " + detail, plain})
		}
	}
	where := fmt.Sprintf(" · %s, %s", clean(a.ID), count(len(c.Words), "word", "words"))
	return append(text, piece{where, faint})
}

// record is the article as reports know it, with its text.
func (c Compared) record() news.ArticleRecord {
	a := c.Article
	r := news.ArticleRecord{
		ID:             a.ID,
		Path:           a.Path,
		Offset:         a.Offset,
		Outlet:         a.Outlet.Name,
		OutletEvidence: a.Outlet.Evidence,
		Title:          a.Title,
		Published:      a.Time.String(),
		PublishedFrom:  a.TimeFrom,
		Lang:           a.Lang,
		Words:          len(c.Words),
		Truncated:      a.Truncated,
		Text:           a.Text,
	}
	for _, credit := range a.Credits {
		kind := "text"
		if credit.Kind == news.CreditPhoto {
			kind = "photo"
		}
		r.Agencies = append(r.Agencies, news.AgencyRecord{Name: credit.Agency, Kind: kind, Evidence: credit.Evidence})
	}
	normalArticle(&r)
	return r
}

// wording is an article's news text, cut so that each word has the punctuation
// that belongs to it: put together again, the parts are the paragraphs.
type wording struct {
	text  string
	parts []news.Span // by word
	opens []bool      // by word: it is the first of its paragraph
}

func (c Compared) wording() wording {
	w := wording{text: c.Article.Text}
	words := c.Words
	c.Article.Body(func(paragraph news.Span) {
		start, first := paragraph.Start, true
		for len(words) > 0 && words[0].End <= paragraph.End {
			end := paragraph.End
			if len(words) > 1 && words[1].Start < paragraph.End {
				end = w.seam(words[0].End, words[1].Start)
			}
			w.parts = append(w.parts, news.Span{Start: start, End: end})
			w.opens = append(w.opens, first)
			start, first = end, false
			words = words[1:]
		}
	})
	return w
}

// seam is where, between the end of a word and the start of the next, the one's
// punctuation ends and the other's begins: after the last space.
func (w wording) seam(end, start int) int {
	between := w.text[end:start]
	i := strings.LastIndexFunc(between, unicode.IsSpace)
	if i < 0 {
		return start
	}
	_, size := utf8.DecodeRuneInString(between[i:])
	return end + i + size
}

// words returns some words as clean text, without the space after them.
func (w wording) words(r news.Range) string {
	var b strings.Builder
	for i := r.Start; i < r.End; i++ {
		if w.opens[i] {
			b.WriteByte(' ')
		}
		b.WriteString(w.text[w.parts[i].Start:w.parts[i].End])
	}
	return clean(b.String())
}

// space is what stands between the words of a range and the next word: a space,
// or nothing as after a hyphen.
func (w wording) space(r news.Range) string {
	if r.Len() == 0 {
		return ""
	}
	last := w.parts[r.End-1]
	end, _ := utf8.DecodeLastRuneInString(w.text[last.Start:last.End])
	if unicode.IsSpace(end) || r.End == len(w.parts) || w.opens[r.End] {
		return " "
	}
	return ""
}

// paragraphs cuts a range of words where paragraphs begin.
func (w wording) paragraphs(r news.Range) []news.Range {
	var cut []news.Range
	for i := r.Start; i < r.End; i++ {
		if i == r.Start || w.opens[i] {
			cut = append(cut, news.Range{Start: i, End: i})
		}
		cut[len(cut)-1].End = i + 1
	}
	return cut
}
