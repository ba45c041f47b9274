package glob

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// maxIgnore is the most that a file of patterns may hold, in bytes: forty thousand
// patterns.
const maxIgnore = 1 << 20

// Ignore is a file of patterns in the syntax of .gitignore, for the folder that it lies
// in: one a line, "#" before a comment, "!" before what is not to be left out after
// all. The last pattern that a path matches decides. Braces are letters.
type Ignore struct{ patterns []Pattern }

// ReadIgnore reads a file of patterns. Errors tell the line.
func ReadIgnore(r io.Reader) (Ignore, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxIgnore+1))
	if err != nil {
		return Ignore{}, err
	}
	if len(data) > maxIgnore {
		return Ignore{}, fmt.Errorf("it is larger than %d KiB", maxIgnore>>10)
	}
	var list Ignore
	number := 0
	for line := range strings.Lines(string(bytes.TrimPrefix(data, []byte("\uFEFF")))) {
		number++
		line = trimLine(line)
		if line == "" || line[0] == '#' {
			continue
		}
		text, except := strings.CutPrefix(line, "!")
		p, err := compile(text, dialect{})
		if err != nil {
			return Ignore{}, fmt.Errorf("line %d: %w", number, err)
		}
		p.text, p.except = line, except
		list.patterns = append(list.patterns, p)
	}
	return list, nil
}

// trimLine leaves out a line's end, and the blanks before it but one behind a
// backslash.
func trimLine(line string) string {
	line = strings.TrimRight(line, "\r\n")
	short := strings.TrimRight(line, " \t")
	backslashes := len(short) - len(strings.TrimRight(short, `\`))
	if backslashes%2 == 1 && len(short) < len(line) {
		return line[:len(short)+1]
	}
	return short
}

// Decides reports whether a path below the folder of the file is to be left out; ok is
// false where no pattern says so or otherwise. That a folder above it is left out is for
// the caller to see.
func (g Ignore) Decides(name string, folder bool) (out, ok bool) {
	for i := len(g.patterns) - 1; i >= 0; i-- {
		if p := g.patterns[i]; p.Matches(name, folder) {
			return !p.except, true
		}
	}
	return false, false
}
