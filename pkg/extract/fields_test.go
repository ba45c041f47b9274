package extract

import (
	"encoding/json"
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/source"
)

func isWanted(key string) bool {
	_, ok := source.UsualNames().Key([]byte(key))
	return ok
}

// TestWantedFields: what the fast decoder accepts, it reads as encoding/json
// does; plain records it accepts.
func TestWantedFields(t *testing.T) {
	for _, tt := range []struct {
		json  string
		plain bool
	}{
		{`{"id": "a", "text": "The \"ferry\" was\nlate \u00e9\/\u2019.", "topic": {"text": [1, null, "]"]}}` + "\r\t ", true},
		{`{"id": 12345678901234567890, "Text": "a", "TEXT": "b", "teXt": null, "extra": -0.5e+7}`, true},
		{`{"text": "a", "text": ["b", {"c": 1.50}], "author": {"name": true}}`, true},
		{`{"te\u0078t": "a", "lin` + "\u212a" + `": "b"}`, true},
		{`{"text": "\ud83d\ude00"}`, true},
		{`{"text": "\ud83d\ud83d\ude00"}`, false},
		{`{"text": "\ude00"}`, false},
		{`{"text": "a"} {"text": "b"}`, false},
		{`{"text": "a"}}`, false},
		{`{"text": "a", "x": 01}`, false},
		{`{"text": "a", "x": "` + "\x01" + `"}`, false},
		{`{"text": "a", "x": "\x"}`, false},
		{`{"text": "a", "x": ` + strings.Repeat("[", 9999) + strings.Repeat("]", 9999) + `}`, true},
		{`{"text": "a", "x": ` + strings.Repeat("[", 10000) + strings.Repeat("]", 10000) + `}`, false},
		{`{"text": "a", "x": ` + strings.Repeat("[", 1000000), false},
		{`{"text": "a",}`, false}, {`{"text": "a"`, false}, {`[{"text": "a"}]`, false}, {`null`, false}, {``, false},
	} {
		got, err := wantedFields([]byte(tt.json), source.UsualNames())
		var all map[string]any
		dec := json.NewDecoder(strings.NewReader(tt.json))
		dec.UseNumber()
		valid := dec.Decode(&all) == nil
		if err == nil && !valid {
			t.Errorf("%.80s: accepted", tt.json)
		}
		if tt.plain != (err == nil) {
			t.Errorf("%.80s: %v", tt.json, err)
		}
		maps.DeleteFunc(all, func(key string, _ any) bool { return !isWanted(key) })
		if diff := cmp.Diff(all, got); err == nil && diff != "" {
			t.Errorf("%.80s: %s", tt.json, diff)
		}
	}
}
