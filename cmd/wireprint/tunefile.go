package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/wireprint/wireprint/pkg/eval"
	"github.com/wireprint/wireprint/pkg/pipeline"
	"github.com/wireprint/wireprint/pkg/provenance"
)

// writeThresholds writes the fitted thresholds as a configuration file. Its
// comments say what they were made from and what they are worth. Beside them
// stands what else was set when they were fitted, for the fit is to that.
func writeThresholds(w io.Writer, t *eval.Tuning, opts tuneOptions) error {
	var lines []string
	remark := func(format string, args ...any) {
		lines = append(lines, "# "+oneLine(fmt.Sprintf(format, args...)))
	}
	remark("Thresholds of the level %s, for wireprint scan --config.", t.Level)
	remark("Made by wireprint tune, version %s,", version())
	remark("from the labels %s", inputName(opts.gold))
	remark("and the stories %s:", strings.Join(opts.paths, " "))
	remark("%s, %s.", t.InForce.Scores.Basis(), count(len(t.Folds), "fold"))
	remark("%s held out %.4f, fitted %.4f, before %.4f.", eval.MeasureName(t.Measure),
		t.HeldOut, t.Fitted.Scores.By(t.Measure), t.InForce.Scores.By(t.Measure))
	for _, doubt := range t.Doubts {
		remark("Note: %s.", doubt)
	}
	for _, setting := range t.Fitted.Settings {
		lines = append(lines, fmt.Sprintf("%s: %v", setting.Name, setting.Value))
	}
	if others := otherSettings(opts); len(others) > 0 {
		remark("As it was set:")
		lines = append(lines, others...)
	}
	_, err := io.WriteString(w, strings.Join(lines, "\n")+"\n")
	return err
}

// otherSettings are the lines of what was set besides, as far as it makes a
// difference to the groups.
func otherSettings(opts tuneOptions) []string {
	var lines []string
	add := func(name string, value, usual any) {
		if value != usual {
			lines = append(lines, fmt.Sprintf("%s: %v", name, value))
		}
	}
	set, usual := opts.pipeline, pipeline.Defaults()
	add(eventWindow, set.Event.Window, usual.Event.Window)
	if opts.level == eval.Event {
		add(familyLikeness, set.Families.Likeness, usual.Families.Likeness)
		add(familyAverage, set.Families.Average, usual.Families.Average)
	} else {
		add(eventBar, set.Event.Bar, usual.Event.Bar)
		add(undatedBar, set.Event.UndatedBar, usual.Event.UndatedBar)
	}
	if opts.background != "" {
		add("background", fmt.Sprintf("%q", opts.background), "")
	}
	add(outletFrom, inJSON(opts.outletFrom), inJSON([]string{provenance.SourceAuto}))
	add(knownOutlets, inJSON(set.Outlets.Known), inJSON(usual.Outlets.Known))
	return lines
}

// inJSON writes a list in a form that is YAML too.
func inJSON(list any) string {
	text, err := json.Marshal(list)
	if err != nil {
		panic(err) // lists of text always can be written
	}
	return string(text)
}

// oneLine shows line ends, which a file's name may hold, instead of ending the
// comment.
func oneLine(s string) string {
	return strings.NewReplacer("\n", `\n`, "\r", `\r`).Replace(printable(s))
}
