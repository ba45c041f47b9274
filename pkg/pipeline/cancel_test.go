package pipeline

import (
	"context"
	"errors"
	"io"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// promptly is how long a cancelled run may take to end.
const promptly = time.Second

// endless is a stream that never ends: line after line, or nothing at all.
type endless struct {
	line    string
	at      int
	started chan struct{}
	once    atomic.Bool
}

func (e *endless) Read(p []byte) (int, error) {
	if e.once.CompareAndSwap(false, true) {
		close(e.started)
	}
	n := copy(p, e.line[e.at:])
	e.at = (e.at + n) % len(e.line)
	return n, nil
}

// at cancels a run when it begins a stage.
type at struct {
	stage  string
	cancel context.CancelFunc
	stages []string
	when   time.Time
}

func (a *at) Stage(name string, _ int64) {
	a.stages = append(a.stages, name)
	if name == a.stage {
		a.when = time.Now()
		a.cancel()
	}
}

func (a *at) Add(int64) {}

func TestCancelledBeforeItBegan(t *testing.T) {
	defer goleak.VerifyNone(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if r, err := Scan(ctx, []string{newsroom}, nil, Defaults(), Silent{}); !errors.Is(err, context.Canceled) || r != nil {
		t.Errorf("report %v, error %v; want that of the context", r != nil, err)
	}
}

// A run that is cancelled in any of its stages ends with the context's error,
// soon, and leaves no goroutine behind.
func TestCancelledInAnyStage(t *testing.T) {
	all := &at{}
	if _, err := Scan(context.Background(), []string{newsroom}, nil, Defaults(), all); err != nil || len(all.stages) < 4 {
		t.Fatalf("stages %q, error %v", all.stages, err)
	}
	for _, stage := range all.stages[:len(all.stages)-1] { // the last one writes what was found
		for _, jobs := range []int{1, 4} {
			t.Run(stage, func(t *testing.T) {
				defer goleak.VerifyNone(t)
				ctx, cancel := context.WithCancel(context.Background())
				defer cancel()
				opts := Defaults()
				opts.Jobs = jobs
				p := &at{stage: stage, cancel: cancel}
				r, err := Scan(ctx, []string{newsroom}, nil, opts, p)
				if !errors.Is(err, context.Canceled) || r != nil {
					t.Errorf("report %v, error %v; want that of the context", r != nil, err)
				}
				if took := time.Since(p.when); took > promptly {
					t.Errorf("took %v to end", took)
				}
			})
		}
	}
}

// While an endless stream is read, too; and a run with a deadline says so.
func TestCancelledWhileReading(t *testing.T) {
	for name, line := range map[string]string{
		"articles":       `{"text": "The ferry to Port Ellen was late again on Monday, the harbour master said."}` + "\n",
		"blank lines":    "\n",
		"one long line":  strings.Repeat("x", 1000),
		"broken records": "{]\n",
	} {
		t.Run(name, func(t *testing.T) {
			defer goleak.VerifyNone(t)
			ctx, cancel := context.WithCancel(context.Background())
			defer cancel()
			stream := &endless{line: line, started: make(chan struct{})}
			type result struct {
				err  error
				when time.Time
			}
			done := make(chan result)
			go func() {
				_, err := Scan(ctx, []string{"-"}, stream, Defaults(), Silent{})
				done <- result{err, time.Now()}
			}()
			<-stream.started
			time.Sleep(20 * time.Millisecond)
			cancelled := time.Now()
			cancel()
			select {
			case r := <-done:
				if !errors.Is(r.err, context.Canceled) {
					t.Errorf("error %v, want that of the context", r.err)
				}
				if took := r.when.Sub(cancelled); took > promptly {
					t.Errorf("took %v to end", took)
				}
			case <-time.After(10 * promptly):
				t.Fatal("does not end")
			}
		})
	}
}

func TestDeadline(t *testing.T) {
	defer goleak.VerifyNone(t)
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	defer cancel()
	line := `{"text": "The ferry to Port Ellen was late again on Monday, the harbour master said."}` + "\n"
	_, err := Scan(ctx, []string{"-"}, &endless{line: line, started: make(chan struct{})}, Defaults(), Silent{})
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v, want that of the deadline", err)
	}
}

func TestNoGoroutineIsLeft(t *testing.T) {
	defer goleak.VerifyNone(t)
	scan(t, nil, newsroom)
	if _, err := Scan(context.Background(), []string{"-"}, io.LimitReader(strings.NewReader("{"), 1), Defaults(), Silent{}); err != nil {
		t.Error(err)
	}
}
