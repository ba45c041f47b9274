package source

import (
	"io"
	"path"
	"path/filepath"
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
	name   string // as it was found, for its extension
	given  bool   // it was given itself
	stream io.Reader
}

// stdinName is the name by which the format of standard input is told, where its
// content does not tell it.
const stdinName = "stdin.jsonl"

// folder is the name of the folder that a document of the input lies in, even where
// the path does not have it because that very folder was given. Standard input lies
// in none.
func (in Input) folder(document string) string {
	name := path.Base(path.Dir(document))
	if name == "." && in.disk != "" {
		name = filepath.Base(filepath.Dir(in.disk))
	}
	if name == "." || name == string(filepath.Separator) {
		return ""
	}
	return name
}
