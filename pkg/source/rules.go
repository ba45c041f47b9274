package source

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/wireprint/wireprint/pkg/glob"
)

// IgnoreFile is the name of the files that say what is not to be read of the folder that
// they lie in. See [glob.Ignore]. Those in archives are not read: they are from whoever
// packed the archive, who is not to decide what is found in it.
const IgnoreFile = ".wireprintignore"

// IgnoreError says that an [IgnoreFile] is not what it should be.
type IgnoreError struct {
	Path string
	Err  error
}

// Error implements error.
func (e *IgnoreError) Error() string { return fmt.Sprintf("%s: %v", e.Path, e.Err) }

// Unwrap returns what is wrong.
func (e *IgnoreError) Unwrap() error { return e.Err }

// rules are those of the ignore file of a folder, before those of the folders above it.
type rules struct {
	folder string // with a slash behind it, empty for the folder that was given
	list   glob.Ignore
	above  *rules
}

// isThere reports whether a file can be found. A folder in which none can, as one whose
// path is too long, tells that itself.
func isThere(fsys fs.FS, name string) bool {
	_, err := fs.Stat(fsys, name)
	return err == nil
}

// readRules returns the rules that are in force in a folder.
func readRules(fsys fs.FS, folder string, above *rules) (*rules, error) {
	name := path.Join(folder, IgnoreFile)
	if !isThere(fsys, name) {
		return above, nil
	}
	if info, err := fs.Stat(fsys, name); err == nil && !info.Mode().IsRegular() {
		return nil, &IgnoreError{name, errors.New("not a file; it should be a list of patterns")}
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, &IgnoreError{name, bare(err)}
	}
	defer func() { _ = file.Close() }() // nothing was written
	list, err := glob.ReadIgnore(file)
	if err != nil {
		return nil, &IgnoreError{name, bare(err)}
	}
	here := &rules{list: list, above: above}
	if folder != "." {
		here.folder = folder + "/"
	}
	return here, nil
}

// leaveOut reports whether a path below the folder is to be left out. The rules of the
// closest folder that has one for it decide.
func (r *rules) leaveOut(name string, folder bool) bool {
	for ; r != nil; r = r.above {
		if out, ok := r.list.Decides(strings.TrimPrefix(name, r.folder), folder); ok {
			return out
		}
	}
	return false
}

// leaveOutBelow is leaveOut for a file in an archive, and for the folders in the archive
// that it is in.
func (r *rules) leaveOutBelow(archive, inner string) bool {
	if r == nil {
		return false
	}
	for at, c := range inner {
		if c == '/' && r.leaveOut(archive+"/"+inner[:at], true) {
			return true
		}
	}
	return r.leaveOut(archive+"/"+inner, false)
}
