package source

import (
	"bufio"
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
func (r *reader) lines(buf *bufio.Reader, number int) {
	for ; ; number++ {
		line, err := readLine(buf, r.opts.MaxFileBytes)
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

// readLine returns the next line, without white space around it, as bytes of
// its own. A line above the limit is passed over and reported as errTooLarge;
// the last line comes with io.EOF.
func readLine(buf *bufio.Reader, limit int64) ([]byte, error) {
	var long []byte
	tooLarge := false
	for {
		part, err := buf.ReadSlice('\n')
		if int64(len(long)+len(part)) > limit+1 { // the line end is not counted
			tooLarge, long = true, nil
		}
		switch {
		case err == bufio.ErrBufferFull && !tooLarge:
			long = append(long, part...)
		case err == bufio.ErrBufferFull:
		case err != nil && err != io.EOF:
			return nil, err
		case tooLarge:
			return nil, errTooLarge
		case long != nil:
			return bytes.TrimSpace(append(long, part...)), err
		default:
			return bytes.Clone(bytes.TrimSpace(part)), err
		}
	}
}
