package main

import (
	"bytes"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"github.com/wireprint/wireprint/pkg/pipeline"
)

func TestProgress(t *testing.T) {
	defer goleak.VerifyNone(t) // of the spinner for an unknown total
	var screen bytes.Buffer
	p := &progress{w: &screen, width: 80}
	for _, stage := range []struct {
		name  string
		total int64
	}{{"reading", -1}, {"comparing", 2}, {"nothing", 0}, {"grouping", 3}} {
		p.Stage(stage.name, stage.total)
		p.Add(1)
		p.Add(1)
	}
	p.finish()
	p.finish() // once more, as a deferred call does

	got := screen.String()
	for _, want := range []string{"reading", "comparing", "grouping", "(0/2"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q was not shown in %q", want, got)
		}
	}
	// The last thing drawn is a line of spaces: nothing of the bar is left.
	lines := strings.Split(strings.TrimSuffix(got, "\r"), "\r")
	if last := lines[len(lines)-1]; strings.TrimSpace(last) != "" {
		t.Errorf("the screen is left with %q", last)
	}
}

// No terminal, no progress.
func TestProgressSilent(t *testing.T) {
	p, finish := newProgress(new(bytes.Buffer), false)
	defer finish()
	if _, ok := p.(pipeline.Silent); !ok {
		t.Errorf("progress on no terminal is %T", p)
	}
}
