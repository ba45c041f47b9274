package report_test

import (
	"net/url"
	"strings"

	"github.com/chromedp/chromedp"

	"github.com/wireprint/wireprint/pkg/news"
)

func focusOn(expression string) chromedp.Action {
	return chromedp.Evaluate("("+expression+").focus()", nil)
}

// evaluated runs a program in the page and leaves its value there.
func evaluated(program string) chromedp.Action {
	return chromedp.Evaluate(program+"\n; null", nil)
}

func address(parts ...string) string {
	for i := range parts {
		parts[i] = strings.ReplaceAll(url.QueryEscape(parts[i]), "+", "%20")
	}
	return "#/" + strings.Join(parts, "/")
}

// eventAddress is where the biggest event is told.
func eventAddress(r *news.Report) string {
	best := r.Events[0]
	for _, e := range r.Events {
		if len(e.Articles) > len(best.Articles) {
			best = e
		}
	}
	return address("event", best.ID)
}

// pairAddress is where the two articles with most changes in their passages are told.
func pairAddress(r *news.Report) string {
	best, most := r.Pairs[0], -1
	for _, p := range r.Pairs {
		changes := 0
		for _, passage := range p.Passages {
			changes += len(passage.Changes)
		}
		if changes > most {
			best, most = p, changes
		}
	}
	return address("pair", best.A, best.B)
}
