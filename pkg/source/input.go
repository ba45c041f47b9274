package source

import (
	"context"
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
	id     string // tells whether it is the same file, see [fileID]
	name   string // as it was found, for its extension
	given  bool   // it was given itself
	below  string // its path below the folder that was given, which patterns are for
	rules  *rules // of that folder and those below it; nil when there are none
	stream io.Reader
}

// stdinName is the name by which the format of standard input is told, where its
// content does not tell it.
const stdinName = "stdin.jsonl"

// IsFile reports whether the input is a file, whose bytes [Input.Open] gives again.
func (in Input) IsFile() bool { return in.disk != "" }

// Open opens the file that the input is, to be read as it is.
func (in Input) Open(ctx context.Context) (io.ReadCloser, error) {
	r, _, err := open(ctx, in)
	return r, err
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
