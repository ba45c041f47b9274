package report

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"

	"github.com/wireprint/wireprint/pkg/news"
)

// ReadJSON reads a report that [JSON] or [JSONL] wrote. Which of the two it is
// shows in the first key: a line of the JSONL form begins with "type".
//
// Fields and record types that it does not know are passed over, since a later
// version may have added them. A report of another schema version is refused
// with an error that names both versions. Lists that the report left out are
// empty.
func ReadJSON(r io.Reader) (*news.Report, error) {
	in := bufio.NewReader(r)
	head, err := in.Peek(512)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("report: read: %w", err)
	}
	dec := json.NewDecoder(in)
	read := readObject
	if isLine(head) {
		read = readLines
	}
	report, err := read(dec)
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF // it ended too early, which no caller should take for its end
	}
	if err != nil {
		return nil, fmt.Errorf("report: read JSON near byte %d: %w", dec.InputOffset(), err)
	}
	return report, nil
}

// isLine reports whether the input begins with a record of the JSONL form.
func isLine(head []byte) bool {
	return regexp.MustCompile(`^\s*\{\s*"type"\s*:`).Match(head)
}

// readLines reads the JSONL form.
func readLines(dec *json.Decoder) (*news.Report, error) {
	report := new(news.Report)
	if err := readRunLine(dec, report); err != nil {
		return nil, err
	}
	byKind := make(map[string]section)
	for _, s := range sections() {
		byKind[s.kind] = s
	}
	for {
		var line json.RawMessage
		switch err := dec.Decode(&line); {
		case errors.Is(err, io.EOF):
			return report, nil
		case err != nil:
			return nil, err
		}
		kind, err := kindOf(line)
		if err != nil {
			return nil, err
		}
		s, known := byKind[kind]
		if !known {
			continue
		}
		decode := func(record any) error { return json.Unmarshal(line, record) }
		if err := s.add(report, decode); err != nil {
			return nil, err
		}
	}
}

// readRunLine reads the first line of the JSONL form, which must be the run:
// without it nothing tells the schema's version.
func readRunLine(dec *json.Decoder, report *news.Report) error {
	var line json.RawMessage
	if err := dec.Decode(&line); err != nil {
		return err
	}
	kind, err := kindOf(line)
	if err != nil {
		return err
	}
	if kind != "run" {
		return fmt.Errorf("the first record has type %q, but a report begins with its run", kind)
	}
	var run struct {
		Schema string `json:"schema"`
		news.RunRecord
	}
	if err := json.Unmarshal(line, &run); err != nil {
		return fmt.Errorf("run: %w", err)
	}
	normalRun(&run.RunRecord)
	report.Schema, report.Run = run.Schema, run.RunRecord
	return checkSchema(run.Schema)
}

func kindOf(line []byte) (string, error) {
	var record struct {
		Type string `json:"type"`
	}
	if err := json.Unmarshal(line, &record); err != nil {
		return "", fmt.Errorf("a line that is no record: %w", err)
	}
	return record.Type, nil
}

// readObject reads the JSON form key by key, so that the encoded report is
// never in memory as a whole.
func readObject(dec *json.Decoder) (*news.Report, error) {
	if err := expect(dec, '{'); err != nil {
		return nil, err
	}
	report := new(news.Report)
	byKey := make(map[string]section)
	for _, s := range sections() {
		byKey[s.key] = s
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return nil, err
		}
		name, _ := key.(string)
		if err := readField(dec, report, name, byKey); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	if err := expect(dec, '}'); err != nil {
		return nil, err
	}
	if dec.More() {
		return nil, errors.New("the report ends, but the input goes on")
	}
	normalRun(&report.Run)
	return report, checkSchema(report.Schema)
}

// readField reads the value of one key of the JSON form.
func readField(dec *json.Decoder, report *news.Report, key string, byKey map[string]section) error {
	if s, ok := byKey[key]; ok {
		return readList(dec, report, s)
	}
	switch key {
	case "schema":
		if err := dec.Decode(&report.Schema); err != nil {
			return err
		}
		return checkSchema(report.Schema)
	case "run":
		return dec.Decode(&report.Run)
	case "type":
		return errors.New(`in JSON lines "type" must be each record's first key`)
	default:
		var unknown json.RawMessage
		return dec.Decode(&unknown)
	}
}

// readList reads a list of records; null stands for an empty one.
func readList(dec *json.Decoder, report *news.Report, s section) error {
	open, err := dec.Token()
	if err != nil {
		return err
	}
	if open == nil {
		return nil
	}
	if open != json.Delim('[') {
		return fmt.Errorf("found %v where a list should begin", open)
	}
	for dec.More() {
		if err := s.add(report, dec.Decode); err != nil {
			return err
		}
	}
	return expect(dec, ']')
}

func expect(dec *json.Decoder, want json.Delim) error {
	switch got, err := dec.Token(); {
	case err != nil:
		return err
	case got != want:
		return fmt.Errorf("found %v where %v should be", got, want)
	}
	return nil
}

// checkSchema refuses every schema but the one that this package knows.
func checkSchema(found string) error {
	switch found {
	case news.Schema:
		return nil
	case "":
		return fmt.Errorf("no schema is named, so this is no wireprint report (the schema known here is %q)", news.Schema)
	default:
		return fmt.Errorf("the report has schema %q, but the only one known here is %q", found, news.Schema)
	}
}
