package report

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// familyVerdict says whether the two are in one family, and by what.
func familyVerdict(x *news.Explanation) verdict {
	v := verdict{decided: "One family", reason: familyReason(x)}
	if !x.Family.Same {
		v.decided = "Not one family"
	}
	return v
}

func familyReason(x *news.Explanation) string {
	v := x.Family
	switch v.By {
	case news.ByCopy:
		if len(v.Chain) > 1 {
			return "each is one text with a third, but for details (families.same)."
		}
		return "they are one text but for details; each has nearly all of the other (families.same)."
	case news.ByNothing:
		return "they share no passage."
	case news.ByForm:
		return fmt.Sprintf("they share the form of a report that comes again, with other figures, %s apart.",
			count(x.Dates.Apart, "day", "days"))
	case news.ByLikeness:
		return fmt.Sprintf("they share too little to be copies, with a likeness of %s; copies begin at %s (families.likeness).",
			percent(v.Pair), setting(x.Thresholds, "families.likeness"))
	}
	enough := percent(v.Needed) + " is just enough (families.average)"
	return averageReason(v, "likeness", enough, percent)
}

// setting is the value of a setting that is a share.
func setting(list []news.Threshold, name string) string {
	for _, t := range list {
		if t.Setting == name {
			return percent(t.Value)
		}
	}
	return "more"
}

// mostPassages is how many passages are shown in words.
const mostPassages = 3

// copy tells what both have word for word.
func (e explained) copy() []line {
	c := e.Copy
	if len(c.Passages) == 0 {
		return e.text("They share no passage.")
	}
	lines := e.text("%s: %s. %s of A stands in B, %s of B in A: %s in %s, the longest run of %d, %s.", c.Class, classMeaning(c.Class),
		percent(c.ContainedA), percent(c.ContainedB), count(c.Words, "word", "words"),
		count(len(c.Passages), "passage", "passages"), c.LongestRun, quotedWords(c.Quoted))
	lines = append(lines, e.text("Likeness %s: how much of the longer is copy of the other, or of an abridgement.", percent(c.Likeness))...)
	if c.Kept+c.Changed > 0 {
		note := "so they are not issues of one report"
		if c.Instalment {
			note = "as in two issues of one report, which share its form"
		}
		lines = append(lines, e.text("Figures in what they share: %d kept, %d changed, %s.", c.Kept, c.Changed, note)...)
	}
	if !c.Compared {
		lines = append(lines, e.text("The scan did not compare the two: so many share this text that each was compared with the first alone.")...)
	}
	return append(lines, e.passages()...)
}

func quotedWords(n int) string {
	if n == 0 {
		return "nothing quoted"
	}
	return fmt.Sprintf("%d quoted", n)
}

// passages shows the longest, in the order of A.
func (e explained) passages() (lines []line) {
	order := make([]int, len(e.Copy.Passages))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Compare(e.Copy.Passages[j].Words, e.Copy.Passages[i].Words)
	})
	shown := order[:min(len(order), mostPassages)]
	slices.Sort(shown)
	const labels = 5
	for _, i := range shown {
		p := e.Copy.Passages[i]
		label := piece{fmt.Sprintf("%*d", labels-1, p.Words), faint}
		lines = append(lines, beside(label, labels, paragraph(plain, clean(p.Text), e.width-labels, 2))...)
	}
	if more := len(order) - len(shown); more > 0 {
		lines = append(lines, paragraph(faint, "and "+count(more, "shorter passage", "shorter passages")+"; wireprint compare shows them", e.width, 0)...)
	}
	return lines
}
