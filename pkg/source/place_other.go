//go:build !unix

package source

import "io/fs"

// withoutWaiting is for systems on which opening a file waits for nothing.
const withoutWaiting = 0

// placeOf is empty: of a file that was not opened the system tells no number.
func placeOf(fs.FileInfo) string { return "" }
