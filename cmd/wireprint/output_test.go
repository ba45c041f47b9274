package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// A result that could not be written to its end leaves the old file as it was,
// and nothing beside it.
func TestOutputFailure(t *testing.T) {
	broken := errors.New("broken")
	for _, tt := range []struct {
		name  string
		write func(stop context.CancelFunc) func(io.Writer) error
		want  error
	}{
		{"error", func(context.CancelFunc) func(io.Writer) error {
			return func(w io.Writer) error {
				_, err := w.Write(make([]byte, 1<<20))
				return errors.Join(err, broken)
			}
		}, broken},
		{"interrupt", func(stop context.CancelFunc) func(io.Writer) error {
			return func(w io.Writer) error {
				_, err := w.Write(make([]byte, 1<<20))
				stop()
				return err
			}
		}, context.Canceled},
	} {
		t.Run(tt.name, func(t *testing.T) {
			ctx, stop := context.WithCancel(t.Context())
			defer stop()
			dir := t.TempDir()
			path := filepath.Join(dir, "report.json")
			if err := os.WriteFile(path, []byte("old"), 0o666); err != nil {
				t.Fatal(err)
			}
			out, err := newOutput(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := out.write(ctx, io.Discard, tt.write(stop)); !errors.Is(err, tt.want) {
				t.Errorf("error is %v, want %v", err, tt.want)
			}
			if got, err := os.ReadFile(path); string(got) != "old" {
				t.Errorf("the file is now %.20q, %v", got, err)
			}
			if files, err := os.ReadDir(dir); len(files) != 1 {
				t.Errorf("the folder holds %v, %v", files, err)
			}
		})
	}
}
