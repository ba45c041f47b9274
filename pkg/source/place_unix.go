//go:build unix

package source

import (
	"fmt"
	"io/fs"
	"syscall"
)

// withoutWaiting opens a named pipe, which a file may have become since it was found,
// without waiting for somebody to write to it. It also spares a regular file four of
// nine system calls, in which package os tries what it can do with it.
const withoutWaiting = syscall.O_NONBLOCK

// placeOf is the device and the number of a file there.
func placeOf(info fs.FileInfo) string {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return fmt.Sprintf("%d:%d", stat.Dev, stat.Ino)
	}
	return ""
}
