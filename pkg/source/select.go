package source

import (
	"strings"

	"github.com/wireprint/wireprint/pkg/glob"
)

// excludes reports whether the user's patterns leave a path out. The folders above it
// are not looked at.
func (o Options) excludes(name string, folder bool) bool {
	for _, p := range o.Exclude {
		if p.Matches(name, folder) {
			return true
		}
	}
	return false
}

// includes reports whether the user's patterns are for a file, or for a folder or an
// archive that it is below. inner is its path in its archive, empty when it is in none.
func (o Options) includes(name, inner string) bool {
	return len(o.Include) == 0 || covers(o.Include, name, inner)
}

// covers reports whether one of the patterns is for a file, by its whole path or by
// that in its archive.
func covers(patterns []glob.Pattern, name, inner string) bool {
	for _, p := range patterns {
		if p.Covers(name) || inner != "" && p.Covers(inner) {
			return true
		}
	}
	return false
}

// isLeaf reports whether a file's name says that it holds no other files.
func isLeaf(name string) bool {
	f, sure := recognised(nil, strings.ToLower(name))
	return sure == byName && !holdsFiles(f)
}

// holdsFiles reports whether files are read out of a format. It is opened whatever
// its own name is: the patterns are for the names in it.
func holdsFiles(f format) bool {
	switch f.(type) {
	case gzipFormat, bzip2Format, xzFormat, zstdFormat, zipFormat, tarFormat:
		return true
	}
	return false
}

// excludesMember reports whether a file in an archive is left out, whatever it holds.
func (r *reader) excludesMember(s *stream, name string) bool {
	name = cleanName(name)
	below := r.below(s) + "/" + name
	return covers(r.opts.Exclude, below, name) ||
		r.in.rules.leaveOutBelow(r.below(s), name) ||
		isLeaf(name) && !r.opts.includes(below, name)
}

// below is the path of a stream below the folder that was given. Reports may have more
// of it, see [Input].
func (r *reader) below(s *stream) string {
	return r.in.below + strings.TrimPrefix(s.path, r.in.Path)
}

// leaveOut counts a file that the selection leaves out.
func (r *reader) leaveOut() {
	r.progress()
	r.told++
	r.out++
}
