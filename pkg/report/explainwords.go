package report

import (
	"fmt"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// dates tells when the two were published, and how far apart.
func (e explained) dates() []line {
	d := e.Dates
	gap := "how far apart is not known"
	switch window := fmt.Sprintf("the %s of event.window_days", count(d.Window, "day", "days")); {
	case d.Known && d.Within:
		gap = count(d.Apart, "day", "days") + " apart, within " + window
	case d.Known:
		gap = count(d.Apart, "day", "days") + " apart, beyond " + window
	}
	if d.Known && !d.Years {
		gap = "at least " + gap
	}
	return e.text("A %s, B %s: %s.", published(&e.A), published(&e.B), gap)
}

// published is when an article was published, and by what that is known.
func published(a *news.ArticleRecord) string {
	at := when(readTime(a.Published), true)
	switch {
	case at == "" && a.PublishedFrom != "": // it says why
		return "undated, " + clean(a.PublishedFrom)
	case at == "":
		return "undated"
	}
	return at + " by its " + clean(a.PublishedFrom)
}

// words tells how near the two are by their words, and by which.
func (e explained) words() []line {
	w := e.Words
	lines := e.likeness()
	if len(w.Shared)+w.Rest.Terms > 0 {
		lines = append(lines, line{})
		lines = append(lines, e.terms()...)
	}
	for _, only := range []struct {
		label string
		terms []news.Term
	}{{"Only A:", w.OnlyA}, {"Only B:", w.OnlyB}} {
		if len(only.terms) > 0 {
			lines = append(lines, hang(piece{only.label, faint}, len("Only A: "), []piece{{termList(only.terms), plain}}, e.width)...)
		}
	}
	return lines
}

// likeness says what the words amount to.
func (e explained) likeness() []line {
	w := e.Words
	if w.Bar.Days > 0 {
		return append(e.text("Cosine %.3f. %s", w.Cosine, e.bar()), e.text("%s", e.fit())...)
	}
	text := fmt.Sprintf("Cosine %.3f; none would do, for the days are too far apart.", w.Cosine)
	if w.NotCounted == news.IgnoredCopy {
		text += " Within a family that does not count."
	}
	return e.text("%s", text)
}

// bar says what the cosine must reach, and why.
func (e explained) bar() string {
	b := e.Words.Bar
	days := "both days known"
	if b.Setting != "event.bar" {
		days = "not both days known with their years"
	}
	parts := []string{fmt.Sprintf("%.3g (%s: %s)", b.Days, b.Setting, days)}
	if b.Outlet != 1 {
		parts = append(parts, fmt.Sprintf("%.3g (one outlet)", b.Outlet))
	}
	parts = append(parts, fmt.Sprintf("%.2f (length: the longer has %s)", b.Length, count(b.Words, "word", "words")))
	return fmt.Sprintf("The bar is %.3f: %s.", b.Cosine, strings.Join(parts, " × "))
}

// fit says what cosine and quotations amount to, and whether that was counted.
func (e explained) fit() string {
	w := e.Words
	text := fmt.Sprintf("Fit %.2f by the words", w.Fit)
	if w.FitQuoted > 0 {
		text = fmt.Sprintf("Fit %.2f: %.2f by the words and %.2f by %s that both quote",
			w.Fit, w.FitWords, w.FitQuoted, count(w.Quoted, "word", "words"))
	}
	switch w.NotCounted {
	case news.IgnoredNot:
		return text + "; 1 is just enough."
	case news.IgnoredCopy:
		return text + ". Within a family it does not count."
	case news.IgnoredForm:
		return text + ", but issues of one report count as not linked."
	case news.IgnoredSilent:
		return text + ", but it does not count: other articles speak for one of the two, of a large family or among very many that fit."
	}
	return text + fmt.Sprintf(", but a cosine below %.3f counts as none when nothing is quoted in both.", w.Bar.Least)
}

// terms is the table of the words that both have.
func (e explained) terms() []line {
	heads := []column{
		{title: "Shared word", least: 8, order: 0},
		{title: "in A", least: 5, order: 1},
		{title: "in B", least: 5, order: 1},
		{title: "adds", least: 6, order: 1},
	}
	var rows [][]piece
	for _, t := range e.Words.Shared {
		rows = append(rows, []piece{{clean(t.Word), plain}, weight(t.A), weight(t.B), {fmt.Sprintf("%.4f", t.Adds), plain}})
	}
	if rest := e.Words.Rest; rest.Terms > 0 {
		rows = append(rows, []piece{{"and " + number(rest.Terms) + " more", faint}, {}, {}, {fmt.Sprintf("%.4f", rest.Adds), plain}})
	}
	return table(heads, rows, e.width)
}

func weight(w float64) piece { return piece{fmt.Sprintf("%.3f", w), plain} }

func termList(terms []news.Term) string {
	words := make([]string, len(terms))
	for i, t := range terms {
		words[i] = fmt.Sprintf("%s %.2f", clean(t.Word), t.Weight)
	}
	return strings.Join(words, ", ")
}
