package extract

import (
	"encoding/json"

	"github.com/wireprint/wireprint/pkg/news"
)

// asTold gives an article the paragraphs that its record has, so that what was
// extracted once, and may have been corrected by hand, is not guessed at again. Of
// a record whose paragraphs are something else nothing is taken.
func (rec record) asTold(a *news.Article, text string) {
	paragraphs, ok := rec.paragraphs(text)
	if !ok {
		return
	}
	a.Text, a.Offset, a.Paragraphs = text, 0, paragraphs
	a.Truncated, _ = rec["truncated"].(bool)
	for _, kind := range []news.ArticleKind{news.KindLive, news.KindGallery} {
		if rec["kind"] == kind.String() {
			a.Kind = kind
		}
	}
}

// paragraphs are those of a record, which must stand in the text one behind the
// other.
func (rec record) paragraphs(text string) ([]news.Paragraph, bool) {
	list, _ := rec["paragraphs"].([]any)
	var paragraphs []news.Paragraph
	end := 0
	for _, member := range list {
		object, _ := member.(map[string]any)
		p, ok := paragraph(object)
		if !ok || p.Start < end || p.End <= p.Start || p.End > len(text) || !beginsRune(text, p.Start) || !beginsRune(text, p.End) {
			return nil, false
		}
		end = p.End
		paragraphs = append(paragraphs, p)
	}
	return paragraphs, len(paragraphs) > 0
}

// paragraph is one such as {"start": 0, "end": 41, "role": "title"}.
func paragraph(object map[string]any) (p news.Paragraph, ok bool) {
	start, okStart := textPlace(object["start"])
	end, okEnd := textPlace(object["end"])
	name, _ := object["role"].(string)
	for role := news.RoleBody; role <= news.RoleBoilerplate; role++ {
		if role.String() == name {
			return news.Paragraph{Span: news.Span{Start: start, End: end}, Role: role}, okStart && okEnd
		}
	}
	return p, false
}

func textPlace(value any) (int, bool) {
	number, _ := value.(json.Number)
	n, err := number.Int64()
	return int(n), err == nil && n >= 0
}

// beginsRune reports a place in a text between two characters.
func beginsRune(text string, at int) bool { return runeStart(text, at) == at }
