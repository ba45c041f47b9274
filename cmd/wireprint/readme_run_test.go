package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// runShell runs commands and returns what they print. Those that are wireprint's alone
// run within the test: to start the program takes a quarter of a second.
func runShell(t *testing.T, root, text string) string {
	t.Helper()
	var all [][]string
	for line := range strings.Lines(text) {
		words, ok := plainWords(line)
		if !ok {
			return shell(t, text)
		}
		if len(words) > 0 {
			all = append(all, words)
		}
	}
	var out strings.Builder
	for _, words := range all {
		args, ok := wireprintArgs(words)
		switch {
		case ok:
			out.WriteString(runLine(t, args))
		case words[0] == "go":
			checkGo(t, root, words[1:])
		default:
			return shell(t, text)
		}
	}
	return out.String()
}

// plainWords splits a line in which a shell would do nothing but take away quotation
// marks; an input from a file is left in it.
func plainWords(line string) (words []string, plain bool) {
	rest := strings.TrimSpace(line)
	for rest != "" {
		if quoted, ok := strings.CutPrefix(rest, "'"); ok {
			word, after, closed := strings.Cut(quoted, "'")
			if !closed || after != "" && after[0] != ' ' {
				return nil, false
			}
			words, rest = append(words, word), strings.TrimSpace(after)
			continue
		}
		word, after, _ := strings.Cut(rest, " ")
		if strings.ContainsAny(word, "'\"\\|;&$>()#*?{}[]~`=") {
			return nil, false
		}
		words, rest = append(words, word), strings.TrimSpace(after)
	}
	return words, true
}

// wireprintArgs are the arguments of a command that runs wireprint.
func wireprintArgs(words []string) ([]string, bool) {
	if words[0] == "wireprint" {
		return words[1:], true
	}
	if len(words) > 3 && slices.Equal(words[:3], []string{"go", "run", "./cmd/wireprint"}) {
		return words[3:], true
	}
	return nil, false
}

// runLine runs a command, which may read its standard input from a file, and
// returns its output.
func runLine(t *testing.T, args []string) string {
	t.Helper()
	var stdin, stdout, stderr bytes.Buffer
	if n := len(args); n > 2 && args[n-2] == "<" {
		data, err := os.ReadFile(args[n-1])
		if err != nil {
			t.Fatal(err)
		}
		stdin.Write(data)
		args = args[:n-2]
	}
	if code := run(args, &stdin, &stdout, &stderr); code != 0 {
		t.Errorf("wireprint %s: exit status %d\n%s", strings.Join(args, " "), code, &stderr)
	}
	return stdout.String()
}

// runWith scans with a file that a flag names, and that holds a block.
func runWith(t *testing.T, flag, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	runLine(t, []string{"scan", flag, file, "testdata/newsroom"})
}

// shell gives commands to the shell, in which wireprint is this test's own.
func shell(t *testing.T, text string) string {
	t.Helper()
	for _, tool := range []string{"jq", "sqlite3"} {
		if regexp.MustCompile(`(?m)(^|[|(;] *)` + tool + ` `).MatchString(text) {
			needProgram(t, tool)
		}
	}
	return outputOf(t, exec.Command(needProgram(t, "sh"), "-euc", text))
}

// needProgram is where a program is. Where it is not, the test is skipped.
func needProgram(t *testing.T, name string) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skipf("what README.md does with %s is not for Windows", name)
	}
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("no %s here; with it this block runs", name)
	}
	return path
}

// runPython runs a program, if all that it imports is here.
func runPython(t *testing.T, program string) {
	t.Helper()
	python := needProgram(t, "python3")
	for _, m := range regexp.MustCompile(`(?m)^import (\w+)`).FindAllStringSubmatch(program, -1) {
		needModule(t, python, m[1])
	}
	needModule(t, python, "pyarrow") // with which pandas reads Parquet
	printed(t, exec.Command(python, "-c", program))
}

// runSQL has DuckDB, which is a Python module too, run a query.
func runSQL(t *testing.T, query string) {
	t.Helper()
	if path, err := exec.LookPath("duckdb"); err == nil {
		printed(t, exec.Command(path, "-c", query))
		return
	}
	python := needProgram(t, "python3")
	needModule(t, python, "duckdb")
	printed(t, exec.Command(python, "-c", "import sys, duckdb; print(duckdb.sql(sys.argv[1]))", query))
}

func needModule(t *testing.T, python, module string) {
	t.Helper()
	if err := exec.Command(python, "-c", "import "+module).Run(); err != nil {
		t.Skipf("no Python module %s here; with it this block runs", module)
	}
}

// printed runs a program and wants it to print something.
func printed(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	out := outputOf(t, cmd)
	if strings.TrimSpace(out) == "" {
		t.Error("prints nothing")
	}
	t.Log("\n" + out)
}

func outputOf(t *testing.T, cmd *exec.Cmd) string {
	t.Helper()
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Errorf("%v\n%s", err, &stderr)
	}
	return string(out)
}

// checkGo makes sure that a command of the Go tool would find what it names: the
// package, the tests and benchmarks, and the flags that the package's tests define. It
// does not run it, for the tests would run themselves.
func checkGo(t *testing.T, root string, args []string) {
	t.Helper()
	if args[0] == "install" || slices.Equal(args, []string{"test", "./..."}) {
		return
	}
	if len(args) < 2 || args[0] != "test" {
		t.Fatalf("not known: go %s", strings.Join(args, " "))
	}
	files, err := filepath.Glob(filepath.Join(root, args[1], "*_test.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no tests in %s: %v", args[1], err)
	}
	var source bytes.Buffer
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		source.Write(data)
	}
	for i := 2; i < len(args); i++ {
		var want string
		switch flag := args[i]; flag {
		case "-v":
			continue
		case "-benchtime", "-timeout":
			i++
			continue
		case "-run", "-bench":
			i++
			if args[i] == "^$" {
				continue
			}
			for name := range strings.SplitSeq(args[i], "|") {
				kind := map[string]string{"-run": "Test", "-bench": "Benchmark"}[flag]
				if want = `(?m)^func ` + kind + `\w*` + name; !regexp.MustCompile(want).Match(source.Bytes()) {
					t.Errorf("%s has no %s like %s", args[1], strings.ToLower(kind), name)
				}
			}
		default:
			i++
			if want = `flag\.\w+\("` + strings.TrimPrefix(flag, "-") + `"`; !regexp.MustCompile(want).Match(source.Bytes()) {
				t.Errorf("the tests of %s have no flag %s", args[1], flag)
			}
		}
	}
}
