package source

import (
	"io"
	"path"
	"strings"
)

// maxName is the most of a file's name in an archive that is told, in bytes.
const maxName = 1000

// memberBuffer is what is read from a file of an archive at a time, which is often
// a short one.
const memberBuffer = 8 << 10

// readMember reads one file of an archive.
func (r *reader) readMember(s *stream, name string, in io.Reader) {
	name = cleanName(name)
	buf := r.memory.buffered(&unpackedBytes{r.meter, in}, memberBuffer)
	defer r.memory.giveBack(buf)
	r.read(&stream{
		Reader: buf,
		inner:  name,
		path:   memberPath(s, name),
		folder: memberFolder(s, name),
		name:   strings.ToLower(path.Base(name)),
		depth:  s.depth + 1,
	})
}

// memberPath is the path of a file in an archive.
func memberPath(s *stream, name string) string {
	return RecordPath(s.path, s.record) + "/" + cleanName(name)
}

// memberFolder is the folder that a file of an archive lies in, or the archive's name.
func memberFolder(s *stream, name string) string {
	if dir := path.Dir(name); dir != "." {
		return path.Base(dir)
	}
	archive := unpackedName(path.Base(s.path))
	return strings.TrimSuffix(archive, path.Ext(archive))
}

// cleanName is the name of a file in an archive as reports tell it. It is never the
// name of a file on disk.
func cleanName(name string) string {
	name = strings.ToValidUTF8(strings.ReplaceAll(name, `\`, "/"), "\uFFFD")
	name = strings.TrimPrefix(path.Clean("/"+name), "/")
	if len(name) > maxName {
		name = strings.ToValidUTF8(name[:maxName], "") + "…" + path.Ext(name[maxName:])
	}
	return name
}

// hidden reports whether a file in an archive, or a folder that it is in, is one
// that folders are read without.
func hidden(name string) bool {
	for elem := range strings.SplitSeq(cleanName(name), "/") {
		if strings.HasPrefix(elem, ".") {
			return true
		}
	}
	return false
}
