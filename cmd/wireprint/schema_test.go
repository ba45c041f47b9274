package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestOutputFollowsTheSchema validates what scan prints of a real folder by what
// schema prints: the report as one object, and each line of the JSONL form.
func TestOutputFollowsTheSchema(t *testing.T) {
	newsroom := absolute(t, "../../testdata/newsroom")
	output := func(args ...string) []byte {
		var stdout, stderr bytes.Buffer
		if code := run(args, strings.NewReader(""), &stdout, &stderr); code != 0 {
			t.Fatalf("wireprint %s: exit status %d\n%s", strings.Join(args, " "), code, &stderr)
		}
		return stdout.Bytes()
	}
	compiler := jsonschema.NewCompiler()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(output("schema")))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiler.AddResource("report.json", document); err != nil {
		t.Fatal(err)
	}
	check := func(schema *jsonschema.Schema, data []byte) {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%.120s …\n%v", data, err)
		}
	}

	whole := compiler.MustCompile("report.json")
	check(whole, output("scan", "--quiet", "--format", "json", newsroom))
	check(whole, output("scan", "--quiet", "--format", "json", "--no-events", "--with-text", "--paragraphs", "all", newsroom))

	line := compiler.MustCompile("report.json#/$defs/line")
	lines := 0
	for l := range bytes.Lines(output("scan", "--quiet", "--format", "jsonl", newsroom)) {
		check(line, l)
		lines++
	}
	if lines < 200 {
		t.Errorf("%d lines: the newsroom has more records", lines)
	}
}
