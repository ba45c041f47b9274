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
func (r recordReader) lines(in io.Reader, number int) error {
	split := lineSplitter{in: in, limit: r.opts.MaxFileBytes, block: r.memory.block[:0]}
	defer func() { r.memory.block = split.block }()
	for ; ; number++ {
		line, err := split.next()
		line = bytes.TrimSpace(line)
		switch {
		case errors.Is(err, errTooLarge):
			r.skipRecord(number, r.opts.tooLarge())
		case err != nil && err != io.EOF:
			r.skipRecord(number, err)
			return nil
		case len(line) == 0:
		case err == io.EOF && !json.Valid(line):
			// Only the last line can lack its end, and then it may be half.
			r.skipRecord(number, cutOrInvalid(line))
		case !r.record(number, line):
			return nil
		}
		if err == io.EOF {
			return nil
		}
	}
}
