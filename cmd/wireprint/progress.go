package main

import (
	"io"
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/wireprint/wireprint/pkg/pipeline"
)

// redraw is the time between two states of the bar.
const redraw = 100 * time.Millisecond

// progress draws how far a run has come: a bar for each stage, which gives way
// to that of the next.
type progress struct {
	w     io.Writer
	width int
	bar   *progressbar.ProgressBar
}

// newProgress returns the progress to show on standard error, and a function
// that wipes it out at the end of the run.
func newProgress(stderr io.Writer, quiet bool) (pipeline.Progress, func()) {
	if quiet || terminalFile(stderr) == nil {
		return pipeline.Silent{}, func() {}
	}
	p := &progress{w: stderr, width: width(stderr)}
	return p, p.finish
}

// Stage implements [pipeline.Progress].
func (p *progress) Stage(name string, total int64) {
	p.finish()
	if total == 0 {
		return // nothing to do; the library knows no such bar
	}
	p.bar = progressbar.NewOptions64(total,
		progressbar.OptionSetWriter(p.w), // the library's default is standard output
		progressbar.OptionSetDescription(name),
		progressbar.OptionShowCount(),
		progressbar.OptionThrottle(redraw),
		progressbar.OptionSpinnerType(14),
		progressbar.OptionSetWidth(min(30, p.width/4)),
		progressbar.OptionSetRenderBlankState(true), // name the stage before its first unit is done
		progressbar.OptionClearOnFinish(),
	)
}

// Add implements [pipeline.Progress].
func (p *progress) Add(n int64) {
	if p.bar != nil {
		_ = p.bar.Add64(n) // a terminal that cannot be drawn on spoils no run
	}
}

// finish wipes out the current bar. One that is never finished keeps a goroutine
// for its spinner.
func (p *progress) finish() {
	if p.bar != nil {
		_ = p.bar.Finish()
		p.bar = nil
	}
}
