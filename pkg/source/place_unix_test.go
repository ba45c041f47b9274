//go:build unix

package source

import (
	"path/filepath"
	"syscall"
	"testing"
)

// A file that has become a named pipe since it was found is not waited for.
func TestReadOfAPipe(t *testing.T) {
	disk := filepath.Join(t.TempDir(), "a.txt")
	if err := syscall.Mkfifo(disk, 0o600); err != nil {
		t.Skip(err)
	}
	got := readInput(t, Input{Path: "a.txt", disk: disk, name: "a.txt"}, DefaultOptions())
	if len(got.Docs) > 0 || len(got.Skips) != 1 || got.Skips[0] != "a.txt: cannot be read: not a regular file any more" {
		t.Errorf("read %v", got)
	}
}
