package main

import "testing"

func TestNearest(t *testing.T) {
	names := []string{"text", "json", "jsonl", "max-file-size", "no-color"}
	for _, tt := range []struct{ typed, want string }{
		{"jsn", "json"},
		{"josn", "json"}, // two letters swapped are one slip
		{"jsonl2", "jsonl"},
		{"max_file_size", "max-file-size"},
		{"nocolor", "no-color"},
		{"html", ""},
		{"x", ""},
		{"", ""},
	} {
		if got := nearest(tt.typed, names); got != tt.want {
			t.Errorf("nearest(%q) = %q, want %q", tt.typed, got, tt.want)
		}
	}
}
