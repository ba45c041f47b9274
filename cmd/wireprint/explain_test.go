package main

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// TestExplainHelpNamesFields: the fields of the JSON form are documented where
// people look for them. Those of articles are those of a report.
func TestExplainHelpNamesFields(t *testing.T) {
	var stdout, stderr bytes.Buffer
	args := []string{
		"explain", "--format", "json", "2024-03/gullen-islander/the-night-the-boats-went-out.html",
		"2024-03/midland-reader/ferry-tragedy.txt", absolute(t, "../../testdata/newsroom"),
	}
	if code := run(args, strings.NewReader(""), &stdout, &stderr); code != 0 {
		t.Fatalf("exit status %d\n%s", code, &stderr)
	}
	var x map[string]any
	if err := json.Unmarshal(stdout.Bytes(), &x); err != nil {
		t.Fatal(err)
	}
	x["a"], x["b"] = nil, nil
	help, _, err := newRootCommand(streams{}).Find([]string{"explain"})
	if err != nil {
		t.Fatal(err)
	}
	words := strings.FieldsFunc(help.Long, func(r rune) bool { return !unicode.IsLetter(r) && r != '_' })
	fields := 0
	eachField(x, func(name string) {
		fields++
		if !slices.Contains(words, name) {
			t.Errorf("the help does not name the field %s", name)
		}
	})
	if fields < 100 {
		t.Errorf("only %d fields", fields)
	}
}

// eachField calls do with the name of every field of a JSON value.
func eachField(value any, do func(name string)) {
	switch v := value.(type) {
	case map[string]any:
		for name, field := range v {
			do(name)
			eachField(field, do)
		}
	case []any:
		for _, element := range v {
			eachField(element, do)
		}
	}
}
