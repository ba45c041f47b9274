//go:build unix

package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestInterrupt interrupts a scan whose input never ends: it must stop within a
// second, say so, and leave nothing behind.
func TestInterrupt(t *testing.T) {
	for _, sig := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		t.Run(sig.String(), func(t *testing.T) {
			dir := t.TempDir()
			cmd := exec.Command("wireprint", "scan", "--format", "json", "-o", filepath.Join(dir, "report.json"), "-")
			var stderr strings.Builder
			cmd.Stderr = &stderr
			stdin, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			// No pipe holds so much: once it is written, the scan is reading.
			record := `{"outlet": "Endless Echo", "text": "The ferry pier at Port Alder reopened on Sunday."}` + "\n"
			if _, err := io.WriteString(stdin, strings.Repeat(record, 4000)); err != nil {
				t.Fatalf("feeding the scan: %v\n%s", err, &stderr)
			}

			start := time.Now()
			if err := cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
			cmd.Wait() // the exit code says more than its error
			if took := time.Since(start); took > time.Second {
				t.Errorf("ended after %v, want a second at most", took)
			}
			if got := cmd.ProcessState.ExitCode(); got != exitFailed {
				t.Errorf("exit code %d, want %d", got, exitFailed)
			}
			if got, want := stderr.String(), "wireprint: interrupted\n"; got != want {
				t.Errorf("standard error is %q, want %q", got, want)
			}
			left, err := os.ReadDir(dir)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range left {
				t.Errorf("left behind: %s", f.Name())
			}
		})
	}
}
