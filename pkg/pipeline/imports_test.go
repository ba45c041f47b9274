package pipeline_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/wireprint/wireprint"

// mayImport is the order of the packages under pkg: which of the others each
// may use. A package that is not here may not be there.
var mayImport = map[string][]string{
	"news":        {},
	"glob":        {},
	"source":      {"news", "glob"},
	"extract":     {"news", "source", "segment", "glob"},
	"segment":     {"news"},
	"fingerprint": {},
	"candidate":   {"news", "fingerprint"},
	"align":       {"news", "segment", "fingerprint"},
	"event":       {"news", "segment"},
	"cluster":     {"news"},
	"provenance":  {"news", "segment", "align", "cluster", "glob"},
	"drift":       {"news", "align"},
	"quote":       {"news", "segment", "align"},
	"report":      {"news"},
	"eval":        {"news"},
	"dedup":       {"news"},
	"index":       {"news", "fingerprint"},
	"pipeline": {
		"news", "source", "extract", "segment", "fingerprint", "candidate", "align",
		"event", "cluster", "provenance", "drift", "quote", "report", "index",
	},
}

// opensFiles are the packages that touch files. All others work on what they
// are handed.
var opensFiles = []string{"source", "index"}

// Calls and imports that belong to the program, not to its packages.
var (
	fileCalls = []string{
		"os.Open", "os.OpenFile", "os.OpenRoot", "os.OpenInRoot", "os.ReadFile", "os.ReadDir",
		"os.Create", "os.CreateTemp", "os.WriteFile", "os.Mkdir", "os.MkdirAll", "os.MkdirTemp",
		"os.Remove", "os.RemoveAll", "os.Rename", "os.DirFS", "os.Stat", "os.Lstat",
	}
	programCalls   = []string{"os.Exit", "os.Getenv", "os.LookupEnv", "log.Fatal", "log.Fatalf"}
	programImports = []string{
		"flag", "os/signal", "github.com/spf13/cobra", "github.com/spf13/pflag",
		"github.com/spf13/viper", "github.com/schollz/progressbar/v3", "golang.org/x/term",
	}
)

// sourceFile is a Go file that is part of the program, tests left out.
type sourceFile struct {
	name string // below the module's root
	ast  *ast.File
}

// sourceFiles parses the Go files below a folder of the module.
func sourceFiles(t *testing.T, dir string) []sourceFile {
	t.Helper()
	var files []sourceFile
	root := os.DirFS("../..")
	err := fs.WalkDir(root, dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "testdata":
			return fs.SkipDir
		case d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		text, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), name, text, parser.SkipObjectResolution)
		files = append(files, sourceFile{name, parsed})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatalf("no Go files found below %s", dir)
	}
	return files
}

// imports are the paths that the file imports.
func (f sourceFile) imports(t *testing.T) []string {
	t.Helper()
	var paths []string
	for _, spec := range f.ast.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatalf("%s: %v", f.name, err)
		}
		paths = append(paths, p)
	}
	return paths
}

// uses are the names of other packages that the file uses, as "os.Open".
func (f sourceFile) uses() []string {
	var names []string
	ast.Inspect(f.ast, func(n ast.Node) bool {
		if selector, ok := n.(*ast.SelectorExpr); ok {
			if pkg, ok := selector.X.(*ast.Ident); ok {
				names = append(names, pkg.Name+"."+selector.Sel.Name)
			}
		}
		return true
	})
	return names
}

// TestImports holds the order of the packages against the code.
func TestImports(t *testing.T) {
	found := make(map[string]bool)
	for _, f := range sourceFiles(t, "pkg") {
		pkg := strings.TrimPrefix(path.Dir(f.name), "pkg/")
		found[pkg] = true
		allowed, known := mayImport[pkg]
		if !known {
			t.Errorf("%s: package %s has no place in the order of packages", f.name, pkg)
			continue
		}
		for _, imported := range f.imports(t) {
			ours, ok := strings.CutPrefix(imported, module+"/")
			if ok && !slices.Contains(allowed, strings.TrimPrefix(ours, "pkg/")) {
				t.Errorf("%s: package %s may not import %s", f.name, pkg, ours)
			}
			if slices.Contains(programImports, imported) {
				t.Errorf("%s: only cmd may import %s", f.name, imported)
			}
		}
	}
	if len(found) < 5 {
		t.Errorf("found only %d packages: is this the right folder?", len(found))
	}
}

// TestFiles checks that only the program and the packages made for it open
// files or know of the process they run in.
func TestFiles(t *testing.T) {
	for _, f := range sourceFiles(t, "pkg") {
		pkg := strings.TrimPrefix(path.Dir(f.name), "pkg/")
		for _, used := range f.uses() {
			if slices.Contains(fileCalls, used) && !slices.Contains(opensFiles, pkg) {
				t.Errorf("%s: %s: only source, index and cmd touch files", f.name, used)
			}
			if slices.Contains(programCalls, used) {
				t.Errorf("%s: %s belongs to cmd", f.name, used)
			}
		}
	}
}

// TestNoNetwork checks that nothing can reach the network: no file imports what could,
// but for the reader of what web servers answered, which takes it from a file.
func TestNoNetwork(t *testing.T) {
	harmless := []string{"net/url", "net/textproto", "net/mail"}
	excepted := map[string]string{"pkg/source/http.go": "net/http/httputil"} // its chunked reader
	for _, f := range slices.Concat(sourceFiles(t, "pkg"), sourceFiles(t, "cmd")) {
		for _, imported := range f.imports(t) {
			reaches := imported == "net" || strings.HasPrefix(imported, "net/") || imported == "crypto/tls" || imported == "syscall/js" ||
				imported == "os/exec" || imported == "plugin"
			if reaches && !slices.Contains(harmless, imported) && excepted[f.name] != imported {
				t.Errorf("%s imports %s", f.name, imported)
			}
		}
		for _, used := range f.uses() {
			if strings.HasPrefix(used, "httputil.") && used != "httputil.NewChunkedReader" {
				t.Errorf("%s uses %s", f.name, used)
			}
		}
	}
}

// TestViper checks that one file of the program knows viper.
func TestViper(t *testing.T) {
	var knowing []string
	for _, f := range sourceFiles(t, "cmd") {
		for _, imported := range f.imports(t) {
			if strings.HasPrefix(imported, "github.com/spf13/viper") {
				knowing = append(knowing, f.name)
			}
		}
	}
	if want := []string{"cmd/wireprint/config.go"}; !slices.Equal(knowing, want) {
		t.Errorf("viper is imported by %q, want %q", knowing, want)
	}
}
