package source

import (
	"bufio"
	"context"
	"errors"
	"io/fs"
	"path"
	"strings"
)

// found is a file that a path led to. One with a reason is no input.
type found struct {
	disk   string // absolute, links resolved
	id     string // tells whether two are the same file, see [fileID]; may be empty
	path   string
	below  string // its path below the folder that was given, for patterns
	name   string // its own, for the extension
	given  bool
	linked bool // a symbolic link led to it
	rules  *rules
	out    bool // the selection leaves it out, file or folder
	reason string
}

// walker looks for the files below the root of a file system.
type walker struct {
	ctx      context.Context
	fsys     fs.FS
	opts     Options
	identity func(name string, info fs.FileInfo) string

	files []found
	links []link

	// walked are the folders by their identity. Each is walked once, however many
	// links lead to it: so no link leads in a circle, and none makes the walk longer
	// than there are folders.
	walked map[string]bool
}

// link is a symbolic link that is to be followed.
type link struct {
	path  string
	rules *rules
}

// walk finds all files that are not hidden, and the folders that cannot be read. Links
// are followed when all else was seen, so that a folder's own name comes before that of
// a link to it. The error is that of the context or an [IgnoreError].
func (w *walker) walk() error {
	w.walked = map[string]bool{}
	if err := w.folder(".", nil, false); err != nil {
		return err
	}
	for len(w.links) > 0 {
		next := w.links[0]
		w.links = w.links[1:]
		if err := w.follow(next); err != nil {
			return err
		}
	}
	return nil
}

// folder finds what is in a folder.
func (w *walker) folder(name string, above *rules, linked bool) error {
	if w.ctx.Err() != nil {
		return w.ctx.Err()
	}
	if w.opts.FollowLinks && !w.isNew(name) {
		return nil
	}
	entries, err := fs.ReadDir(w.fsys, name)
	if err != nil {
		w.files = append(w.files, found{path: name, reason: reasonOf(err)})
	}
	here, err := readRules(w.fsys, name, above)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if err := w.entry(path.Join(name, entry.Name()), entry, here, linked); err != nil {
			return err
		}
	}
	return nil
}

// isNew reports whether a folder was not walked yet, and marks it.
func (w *walker) isNew(name string) bool {
	info, err := fs.Stat(w.fsys, name)
	if err != nil {
		return true // what is wrong with it, reading it will tell
	}
	id := w.identity(name, info)
	isNew := !w.walked[id]
	w.walked[id] = true
	return isNew
}

// entry finds what a name in a folder leads to.
func (w *walker) entry(name string, entry fs.DirEntry, here *rules, linked bool) error {
	switch {
	case strings.HasPrefix(path.Base(name), "."):
	case w.opts.excludes(name, entry.IsDir()) || here.leaveOut(name, entry.IsDir()):
		w.leaveOut(name, linked)
	case entry.IsDir():
		return w.folder(name, here, linked)
	case entry.Type()&fs.ModeSymlink != 0 && w.opts.FollowLinks:
		w.links = append(w.links, link{name, here})
	default:
		info, err := entry.Info()
		w.file(name, info, err, here, linked)
	}
	return nil
}

// follow finds what a link leads to.
func (w *walker) follow(l link) error {
	info, err := fs.Stat(w.fsys, l.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		w.files = append(w.files, found{path: l.path, reason: "symbolic link to nothing"})
	case err != nil:
		w.files = append(w.files, found{path: l.path, reason: reasonOf(err)})
	case info.IsDir() && (w.opts.excludes(l.path, true) || l.rules.leaveOut(l.path, true)):
		w.leaveOut(l.path, true) // by a pattern for folders
	case info.IsDir():
		return w.folder(l.path, l.rules, true)
	default:
		w.file(l.path, info, nil, l.rules, true)
	}
	return nil
}

// leaveOut marks a file or a folder that the selection leaves out.
func (w *walker) leaveOut(name string, linked bool) {
	w.files = append(w.files, found{path: name, linked: linked, out: true})
}

// file adds a file, unless it is left out.
func (w *walker) file(name string, info fs.FileInfo, err error, here *rules, linked bool) {
	f := found{path: name, below: name, name: path.Base(name), linked: linked, rules: here}
	if err != nil {
		f.reason = reasonOf(err)
		w.files = append(w.files, f)
		return
	}
	included := w.opts.includes(name, "")
	if !included && isLeaf(f.name) {
		w.leaveOut(name, linked)
		return
	}
	f.id = w.identity(name, info)
	open := func() (fs.File, error) { return w.fsys.Open(name) }
	format, reason := examine(f.name, info.Mode(), false, open)
	if !included && (reason != "" && info.Mode()&fs.ModeSymlink == 0 || format != nil && !holdsFiles(format)) {
		w.leaveOut(name, linked)
		return
	}
	f.reason = reason
	w.files = append(w.files, f)
}

// examine returns the format of a file, or the reason why it is no input. Where its
// name does not tell, it is opened. The format of a file that was given itself is left
// to its reading, and is nil, when it has no extension.
func examine(name string, mode fs.FileMode, given bool, open func() (fs.File, error)) (format, string) {
	if mode&fs.ModeSymlink != 0 {
		return nil, irregular(mode) + " (--follow-links follows it)"
	}
	if reason := irregular(mode); reason != "" {
		return nil, reason
	}
	s := &stream{name: strings.ToLower(name), lenient: given}
	if f, sure := recognised(nil, s.name); sure == byName || given && extension(s.name) == "" {
		return f, "" // whatever it holds, reading it will tell
	}
	file, err := open()
	if err != nil {
		return nil, reasonOf(err)
	}
	defer func() { _ = file.Close() }() // nothing was written
	s.Reader = bufio.NewReaderSize(file, sniffBytes)
	f, err := s.format()
	if err != nil {
		return nil, reasonOf(err)
	}
	return f, ""
}

// irregular returns the reason why no file of this mode is read, or nothing.
func irregular(mode fs.FileMode) string {
	switch {
	case mode&fs.ModeSymlink != 0:
		return "symbolic link, not followed"
	case mode&fs.ModeNamedPipe != 0:
		return "named pipe, not a file (give - to read JSONL from standard input)"
	case mode&fs.ModeDevice != 0:
		return "device, not a file"
	case !mode.IsRegular():
		return "not a regular file"
	}
	return ""
}
