package extract

import (
	"testing"

	"github.com/wireprint/wireprint/pkg/news"
)

func TestSignOff(t *testing.T) {
	for _, tt := range []struct{ text, name string }{
		{"Boats took the passengers ashore. (Reuters)", " (Reuters)"[1:]},
		{"Boats took the passengers ashore. -- AFP", " -- AFP"},
		{"Boats took the passengers ashore. – dpa", " – dpa"},
		{"The ministry will act, it said on Tuesday. AFP", " AFP"},
		{"„Wir kommen wieder.“ (dpa)", "(dpa)"},

		{"Boats took the passengers ashore.", ""},
		{"Boats took them ashore, says the coastguard (Reuters)", ""},
		{"He joined NATO", ""},
		{"It was a long day. (It rained.)", ""},
		{"They met. Tom", ""},
		{"", ""},
	} {
		got := tt.text[signOff(tt.text, news.Span{End: len(tt.text)}):]
		if got != tt.name {
			t.Errorf("%q: sign-off %q, want %q", tt.text, got, tt.name)
		}
	}
}
