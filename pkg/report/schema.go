package report

import (
	"bytes"
	_ "embed"
)

//go:embed schema.json
var schema []byte

// Schema returns the JSON Schema (draft 2020-12) of what [JSON] writes. What
// [JSONL] writes, line by line, is its definition "line".
func Schema() []byte { return bytes.Clone(schema) }
