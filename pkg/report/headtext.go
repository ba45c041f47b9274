package report

import "strings"

// headColumns is the width of the labels in a story's head.
const headColumns = 8

// setHead lays out what is said of a story as a whole.
func setHead(s story, width int) []line {
	lines := paragraph(heading, s.title, width, 2)
	width -= margin
	body := paragraph(plain, facts(s), width, 0)
	for _, sentence := range []struct {
		label string
		texts []string
	}{
		{"First", []string{s.first.String()}},
		{"Copy", copiesText(s.copies)},
		{"Credit", []string{s.credits.String()}},
		{"Owners", s.owners.texts()},
	} {
		for i, text := range sentence.texts {
			label := piece{sentence.label, faint}
			if i > 0 {
				label.text = ""
			}
			body = append(body, beside(label, headColumns, paragraph(plain, text, width-headColumns, 3))...)
		}
	}
	return append(lines, indent(margin, body)...)
}

// facts are the story's days and numbers.
func facts(s story) string {
	facts := []string{s.days, count(len(s.articles), "article", "articles")}
	switch {
	case s.outlets == 0:
		facts = append(facts, "outlets not known")
	case s.nameless > 0:
		facts = append(facts, count(s.outlets, "outlet", "outlets"),
			count(s.nameless, "article", "articles")+" of unknown outlet")
	default:
		facts = append(facts, count(s.outlets, "outlet", "outlets"))
	}
	if n := len(s.owners.known); n > 0 {
		facts = append(facts, count(n, "owner", "owners"))
	}
	return strings.Join(facts, " · ")
}
