package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzConfig reads any bytes as a configuration file: it is taken, or refused as
// wrong usage that names the file.
func FuzzConfig(f *testing.F) {
	f.Add([]byte("format: json\njobs: 2\nstrict: true\nmax-file-size: 10MB\n"))
	f.Add([]byte("outlets:\n  - domain: a.example\n    name: The Vale Post\n"))
	f.Add([]byte("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\njobs: *c\n"))
	f.Add([]byte("format: [\n"))
	f.Add([]byte("\x00\xff: \t- {"))
	name := filepath.Join(f.TempDir(), "wireprint.yaml")
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := newConfig().read(name); err != nil && !strings.Contains(err.Error(), "wireprint.yaml") {
			t.Errorf("the error does not name the file: %v", err)
		}
	})
}
