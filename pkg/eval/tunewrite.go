package eval

import (
	"fmt"
	"io"
	"strings"
)

// TuningJSON writes the tuning as one JSON object.
func TuningJSON(w io.Writer, t *Tuning) error {
	published := *t
	published.InForce, published.Fitted = t.InForce.rounded(), t.Fitted.rounded()
	published.HeldOut, published.StandardError = round(t.HeldOut, digits), round(t.StandardError, digits)
	published.Folds = make([]Fold, len(t.Folds))
	for i, f := range t.Folds {
		f.HeldOut, f.InForce = round(f.HeldOut, digits), round(f.InForce, digits)
		published.Folds[i] = f
	}
	return encode(w, published, "tuning")
}

// TuningText writes the tuning for a reader: what the fitted thresholds are worth,
// fold by fold, and why to doubt them.
func TuningText(w io.Writer, t *Tuning, opts TextOptions) error {
	width := opts.width()
	sections := [][]string{
		prose(width, "%s thresholds fitted to %s, in %s.", sentence(string(t.Level)), t.InForce.Scores.Basis(), count(len(t.Folds), "fold")),
		t.worth(width),
		t.folds(width),
		t.doubtful(width),
		t.LeftOut.section(width),
	}
	return writeSections(w, sections, "tuning")
}

// worth sets thresholds and scores one below the other, with what they mean.
func (t *Tuning) worth(width int) []string {
	const name, score = 11, 8
	shown := t.settings(width - name - score)
	row := func(label string, of Settings, value, meaning string) []string {
		line := left("  "+label, name)
		for i := range shown {
			cell := ""
			if of != nil {
				cell = fmt.Sprintf("%.4f", of[i].Value)
			}
			line += right(cell, settingWidth(shown[i]))
		}
		line += right(value, score)
		return hang(line, columns(line)+3, strings.Fields(meaning), width)
	}
	head := left("", name)
	for _, s := range shown {
		head += right(s.Name, settingWidth(s))
	}
	lines := []string{head + right(MeasureName(t.Measure), score)}
	lines = append(lines, row("in force", t.InForce.Settings, rate(t.InForce.Scores.By(t.Measure)), "as it was")...)
	lines = append(lines, row("fitted", t.Fitted.Settings, rate(t.Fitted.Scores.By(t.Measure)), "on the labels it is from")...)
	return append(lines, row("held out", nil, rate(t.HeldOut), "on other labels")...)
}

// settings are as many of the settings as there is room for, the first at least.
func (t *Tuning) settings(room int) Settings {
	all := t.InForce.Settings
	for i, s := range all {
		if room -= settingWidth(s); room < 0 && i > 0 {
			return all[:i]
		}
	}
	return all
}

func settingWidth(s Setting) int { return 2 + max(columns(s.Name), len("0.0000")) }

// folds sets the folds one below the other.
func (t *Tuning) folds(width int) []string {
	row := func(cells ...string) string {
		line := ""
		for i, c := range cells {
			line += right(c, []int{6, 10, 10, settingWidth(t.InForce.Settings[0]), 10, 10}[i])
		}
		return line
	}
	lines := []string{row("fold", "clusters", "articles", t.InForce.Settings[0].Name, "held out", "in force")}
	for i, f := range t.Folds {
		lines = append(lines, row(number(i+1), number(f.Clusters), number(f.Articles), fmt.Sprintf("%.4f", f.Settings[0].Value), rate(f.HeldOut), rate(f.InForce)))
	}
	if columns(lines[0]) > width { // without what tells least
		for i, l := range lines {
			lines[i] = l[:6] + l[26:]
		}
	}
	return lines
}

func (t *Tuning) doubtful(width int) []string {
	var lines []string
	for _, d := range t.Doubts {
		lines = append(lines, prose(width, "%s.", sentence(d))...)
	}
	return lines
}
