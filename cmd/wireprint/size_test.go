package main

import "testing"

func TestByteSize(t *testing.T) {
	for _, tt := range []struct {
		text string
		want byteSize
	}{
		{"64MiB", 64 << 20},
		{"10MB", 10e6},
		{"10 mb", 10e6},
		{"1.5GB", 1.5e9},
		{"2k", 2 << 10},
		{"4096", 4096},
		{"7B", 7},
	} {
		var got byteSize
		if err := got.Set(tt.text); err != nil || got != tt.want {
			t.Errorf("Set(%q) = %d, %v, want %d", tt.text, got, err, tt.want)
		}
		// What is shown as a default can be typed.
		var again byteSize
		if err := again.Set(got.String()); err != nil || again != got {
			t.Errorf("Set(%q) = %d, %v, want %d", got.String(), again, err, got)
		}
	}
	for _, text := range []string{"", "MB", "0", "-1MB", "0.1B", "10XB", "1e30", "NaN", "ten"} {
		var size byteSize
		if err := size.Set(text); err == nil {
			t.Errorf("Set(%q) = %d, want an error", text, size)
		}
	}
}
