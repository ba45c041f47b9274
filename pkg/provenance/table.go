package provenance

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
)

// readTable calls add with each row of a table whose columns are apart by commas,
// semicolons or tabs, as the first line shows. Errors tell the line.
func readTable(in *bufio.Reader, add func(row []string, line int) error) error {
	skipMark(in)
	start, _ := in.Peek(4096) // what there is of them
	rows := csv.NewReader(in)
	rows.Comma = separator(start)
	rows.FieldsPerRecord = -1
	rows.TrimLeadingSpace = rows.Comma != '\t'
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return tableError(err)
		}
		line, _ := rows.FieldPos(0)
		if err := add(row, line); err != nil {
			return fmt.Errorf("line %d: %w", line, err)
		}
	}
}

// skipMark passes over a byte order mark.
func skipMark(in *bufio.Reader) {
	if mark, _ := in.Peek(3); bytes.Equal(mark, []byte("\uFEFF")) {
		_, _ = in.Discard(3)
	}
}

// tableError leaves the column out of an error of encoding/csv.
func tableError(err error) error {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return fmt.Errorf("line %d: %w", parse.Line, parse.Err)
	}
	return err
}

// separator is the sign that parts the columns of a table's first line.
func separator(start []byte) rune {
	line, _, _ := bytes.Cut(start, []byte("\n"))
	best := ','
	for _, sign := range ";\t" {
		if bytes.Count(line, []byte(string(sign))) > bytes.Count(line, []byte(string(best))) {
			best = sign
		}
	}
	return best
}
