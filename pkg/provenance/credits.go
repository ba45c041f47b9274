package provenance

import (
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// findCredits looks for agencies where they are credited: in the dateline, the
// byline and the lines around the story, in captions, in the record's authors
// and as the outlet itself. An agency that the story only talks about is not
// credited. Each agency is listed once for its words and once for its pictures,
// with the first evidence.
func findCredits(a *news.Article) []news.Credit {
	var list []news.Credit
	add := func(kind news.CreditKind, c news.Credit, evidence string) {
		for _, known := range list {
			if known.Agency == c.Agency && known.Kind == kind {
				return
			}
		}
		c.Kind, c.Evidence = kind, evidence
		list = append(list, c)
	}
	told := false
	for _, p := range a.Paragraphs {
		told = told || p.Role == news.RoleBody
		where, kind := creditPlace(a, p, told)
		if where == "" {
			continue
		}
		for _, c := range findAgencies(a.Text, p.Span) {
			if p.Role != news.RoleHeading || c.Span.End == p.End {
				add(kind, c, where+": "+shorten(oneLine(a, p)))
			}
		}
	}
	for _, author := range a.Authors {
		for _, c := range findAgencies(author, news.Span{End: len(author)}) {
			add(news.CreditText, news.Credit{Agency: c.Agency}, "author: "+author)
		}
	}
	name := a.Outlet.Name
	for _, c := range findAgencies(name, news.Span{End: len(name)}) {
		add(news.CreditText, news.Credit{Agency: c.Agency}, "outlet: "+name)
	}
	return list
}

// creditPlace says what it means when a paragraph names an agency; where is
// empty when that is no credit. told is whether the story has begun: a line
// above it may end with the agency, "From our news services – Reuters".
func creditPlace(a *news.Article, p news.Paragraph, told bool) (where string, kind news.CreditKind) {
	switch {
	case p.Role == news.RoleByline && p.Span.Overlap(a.Dateline.Span) > 0:
		return "dateline", news.CreditText
	case p.Role == news.RoleByline:
		return "byline", news.CreditText
	case p.Role == news.RoleHeading && !told && p.Len() < longestEvidence:
		return "line above the story", news.CreditText
	case p.Role == news.RoleCaption:
		return "caption", news.CreditPhoto
	case p.Role == news.RoleBoilerplate && isCopyright(a.Text[p.Start:p.End]):
		return "copyright line", news.CreditText
	}
	return "", 0
}

const longestEvidence = 120 // bytes

func shorten(line string) string {
	if len(line) <= longestEvidence {
		return line
	}
	cut := strings.LastIndexByte(line[:longestEvidence], ' ')
	return line[:max(cut, 0)] + " …"
}

func isCopyright(line string) bool {
	return strings.ContainsRune(line, '©') || strings.Contains(strings.ToLower(line), "copyright")
}
