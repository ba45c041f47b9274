package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// RecordPath names a record of a file as reports do: "file.jsonl#12". Record 0
// is the file itself.
func RecordPath(path string, record int) string {
	if record == 0 {
		return path
	}
	return fmt.Sprintf("%s#%d", path, record)
}

var errTooLarge = errors.New("record above the limit")

// lines reads one record from each line; blank lines count but are none. The
// first line has the given number.
func (r *reader) lines(in io.Reader, number int) {
	split := lineSplitter{in: in, limit: r.opts.MaxFileBytes}
	for ; ; number++ {
		line, err := split.next()
		line = bytes.TrimSpace(line)
		switch {
		case errors.Is(err, errTooLarge):
			r.skip(number, r.opts.tooLarge())
		case err != nil && err != io.EOF:
			r.skip(number, unreadable(err))
			return
		case len(line) == 0:
		case err == io.EOF && !json.Valid(line):
			// Only the last line can lack its end, and then it may be half.
			r.skip(number, cutOrInvalid(line))
		case !r.give(number, Record, line):
			return
		}
		if err == io.EOF {
			if number == 1 && len(line) == 0 {
				r.skip(0, "empty")
			}
			return
		}
	}
}
