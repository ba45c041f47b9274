package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// record is a JSON object whose fields are not known beforehand.
type record map[string]json.RawMessage

// has reports whether the record has the field with a value.
func (r record) has(name string) bool {
	value, ok := r[name]
	return ok && string(value) != "null"
}

// text returns the value of a field. Numbers and truth values are taken as they
// are written.
func (r record) text(name string) (string, error) {
	value := r[name]
	if len(value) == 0 || value[0] == '{' || value[0] == '[' {
		return "", fmt.Errorf("%q is no text", name)
	}
	if value[0] != '"' {
		return string(value), nil
	}
	var s string
	err := json.Unmarshal(value, &s)
	return s, err
}

// readRecords reads JSON records, one a line. The first label says whether all
// are of articles or of pairs, and which field holds the clusters.
func (c *collector) readRecords(text []byte) error {
	line := 0
	var shape recordShape
	for l := range bytes.Lines(text) {
		line++
		if len(bytes.TrimSpace(l)) == 0 {
			continue
		}
		var r record
		if err := json.Unmarshal(l, &r); err != nil {
			return fmt.Errorf("line %d: not one JSON object: %w", line, err)
		}
		if !r.labels() {
			c.gold.PassedOver++
			continue
		}
		if shape.line == 0 {
			var err error
			if shape, err = shapeOf(line, r, c.level); err != nil {
				return err
			}
		}
		if err := c.record(line, r, shape); err != nil {
			return err
		}
	}
	return nil
}

// labels reports whether the record is about an article or a pair of them.
func (r record) labels() bool {
	if _, pair := judgementField(r.has); pair {
		return true
	}
	kind, err := r.text("type")
	return !r.has("type") || err == nil && kind == "article"
}

// recordShape is what all labels of a file have in common.
type recordShape struct {
	line  int    // of the first label
	pairs bool   // rather than articles
	field string // that holds the cluster or the judgement
}

// names are the fields that a record must have.
func (s recordShape) names() []string {
	if s.pairs {
		return []string{"a", "b", s.field}
	}
	return []string{"id", s.field}
}

func shapeOf(line int, r record, level Level) (recordShape, error) {
	if field, ok := judgementField(r.has); ok {
		return recordShape{line, true, field}, nil
	}
	if !r.has("id") {
		return recordShape{}, fmt.Errorf(`line %d: neither an "id" nor a pair; write {"id": …, "cluster": …} or {"a": …, "b": …, "same": true}`, line)
	}
	field, err := clusterField(level, r.has)
	if err != nil {
		return recordShape{}, fmt.Errorf("line %d: the record has %w", line, err)
	}
	return recordShape{line, false, field}, nil
}

// record takes the label of one record.
func (c *collector) record(line int, r record, shape recordShape) error {
	var values []string
	for _, name := range shape.names() {
		if !r.has(name) {
			return fmt.Errorf("line %d: no %q, which line %d has", line, name, shape.line)
		}
		value, err := r.text(name)
		if err != nil {
			return fmt.Errorf("line %d: %w", line, err)
		}
		values = append(values, value)
	}
	if shape.pairs {
		return c.pair(line, values[0], values[1], values[2])
	}
	return c.label(line, values[0], values[1])
}
