package source

import (
	"io"
	"path"
	"path/filepath"
	"strings"
)

// Input is a file, or a stream, that documents are read from.
type Input struct {
	// Path is the name that reports use: the path below the given folder, with
	// slashes; for a file that was given itself its base name; "-" for
	// standard input. Where inputs from several places would share a name,
	// each has as many of its parent folders before it as it takes to tell
	// them apart.
	Path string

	disk   string // the real name in the file system
	stream io.Reader
	kind   kind
}

// kind is what a file's name says about its content.
type kind uint8

const (
	kindUnknown kind = iota
	kindText
	kindHTML
	kindJSON  // one object, an array of objects, or objects one after the other
	kindLines // one object a line
)

// kindOf tells the kind of a file from its name's extension, before which ".gz"
// is left out of account. It is kindUnknown for any other extension.
func kindOf(name string) kind {
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	switch path.Ext(name) {
	case ".txt", ".text", ".md",
		".xml", ".nitf", ".newsml", ".anpa", ".iptc", ".tst": // wire formats, if package extract knows them
		return kindText
	case ".html", ".htm":
		return kindHTML
	case ".json", ".ninjs":
		return kindJSON
	case ".jsonl", ".ndjson":
		return kindLines
	}
	return kindUnknown
}

// folder is the name of the folder that the input lies in, even where the path
// does not have it because that very folder was given. Standard input lies in none.
func (in Input) folder() string {
	name := path.Base(path.Dir(in.Path))
	if name == "." && in.disk != "" {
		name = filepath.Base(filepath.Dir(in.disk))
	}
	if name == "." || name == string(filepath.Separator) {
		return ""
	}
	return name
}
