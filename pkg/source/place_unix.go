//go:build unix

package source

import (
	"fmt"
	"io/fs"
	"syscall"
)

// placeOf is the device and the number of a file there.
func placeOf(info fs.FileInfo) string {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return fmt.Sprintf("%d:%d", stat.Dev, stat.Ino)
	}
	return ""
}
