package report

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// links tells what is between the two besides themselves.
func (e explained) links() (lines []line) {
	if v := e.Event; v.Same && v.Group > 2 && v.By != news.ByCopy {
		lines = append(lines, e.text("The event has %s; the average fit over all pairs, those of one family left out, is %.2f.",
			count(v.Group, "article", "articles"), v.GroupAverage)...)
	}
	for _, a := range e.Event.Attached {
		if !a.Joined {
			lines = append(lines, e.text("%s was left with one other at most. Its fit with the better half of the %s around %s is %.2f on average; 1 would have let it join them.",
				letter(e.Explanation, a.Article), count(a.Articles, "article", "articles"), e.other(a.Article), a.Average)...)
		}
	}
	lines = append(lines, e.chain("The strongest chain of fits from A to B:", e.Event.Chain)...)
	if v := e.Family; v.Same && v.Group > 2 && v.By != news.ByCopy {
		lines = append(lines, e.text("The family has %s; the average likeness over all pairs that are not one text is %s.",
			count(v.Group, "article", "articles"), percent(v.GroupAverage))...)
	}
	return append(lines, e.chain("The strongest chain of copies from A to B:", e.Family.Chain)...)
}

// chain lists the articles that lead from A to B, each with its link to the one
// before.
func (e explained) chain(title string, hops []news.Hop) []line {
	if len(hops) == 0 {
		return nil
	}
	const labels = 6
	lines := append(e.text("%s", title), beside(piece{"  A", faint}, labels, e.id(hops[0].From, labels))...)
	for _, h := range hops {
		link := "copy"
		switch h.By {
		case "fit":
			link = fmt.Sprintf("%.2f", h.Value)
		case "likeness":
			link = percent(h.Value)
		}
		lines = append(lines, beside(piece{fmt.Sprintf("%*s", labels-1, link), plain}, labels, e.id(h.To, labels))...)
	}
	return lines
}

func (e explained) id(id string, labels int) []line {
	return paragraph(plain, clean(id), e.width-labels, 0)
}

// thresholds names the settings that decided.
func (e explained) thresholds() []line {
	var list []string
	for _, t := range e.Thresholds {
		list = append(list, t.Setting+" "+strconv.FormatFloat(t.Value, 'g', -1, 64)+" ("+t.Of+")")
	}
	if len(list) == 0 {
		return nil
	}
	return e.text("%s", strings.Join(list, ", "))
}

// letter is what an article of the two is called.
func letter(x *news.Explanation, id string) string {
	if id == x.A.ID {
		return "A"
	}
	return "B"
}

// other is what the other one is called.
func (e explained) other(id string) string {
	if id == e.A.ID {
		return "B"
	}
	return "A"
}
