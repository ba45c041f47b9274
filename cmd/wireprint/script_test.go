package main

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"wireprint": main})
}

// TestScripts runs the scripts in testdata/script. Each finds the stories of
// testdata in its folder.
var updateScripts = flag.Bool("update-scripts", false, "write the outputs that scripts compare with anew")

func TestScripts(t *testing.T) {
	p := scriptParams(t)
	p.Dir = absolute(t, "testdata/script")
	testscript.Run(t, p)
}

// scriptParams are the parameters of all scripts.
func scriptParams(t *testing.T) testscript.Params {
	testdata := absolute(t, "testdata")
	return testscript.Params{
		UpdateScripts:       *updateScripts,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup:               func(env *testscript.Env) error { return unpackStories(env, testdata) },
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": new(process).exits,
		},
	}
}

// absolute makes a file's name independent of the folder that the process is
// in, which scripts change.
func absolute(t *testing.T, name string) string {
	t.Helper()
	abs, err := filepath.Abs(name)
	if err != nil {
		t.Fatal(err)
	}
	return abs
}

// unpackStories puts the stories, the same in many formats, labels, and tables of what
// is known of them into the folder of a script.
func unpackStories(env *testscript.Env, testdata string) error {
	env.Setenv("ESC", "\x1b") // which no script can hold
	env.Setenv("NEWSROOM", filepath.Join(testdata, "../../../testdata/newsroom"))
	for _, folder := range []string{"stories", "formats"} {
		if err := os.CopyFS(filepath.Join(env.WorkDir, folder), os.DirFS(filepath.Join(testdata, folder))); err != nil {
			return err
		}
	}
	for _, name := range []string{"articles.jsonl", "labels.tsv", "table.csv", "outlets.csv"} {
		data, err := os.ReadFile(filepath.Join(testdata, name))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(env.WorkDir, name), data, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// process is what the test's process lends to the program. One script after the
// other has it: folder and environment belong to the whole process.
type process struct{ sync.Mutex }

// exits is the script command "exits CODE wireprint [ARG...] [< FILE]", which
// runs the program and wants a certain exit code.
//
// It does so within the test's process. To start the program takes a quarter of
// a second, and six times that under the race detector, because a library for
// dates compiles thousands of regular expressions; the scripts start it 140
// times.
func (p *process) exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 || args[1] != "wireprint" {
		ts.Fatalf("usage: exits CODE wireprint [ARG...] [< FILE]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	args = args[2:]
	var stdin string
	if n := len(args); n >= 2 && args[n-2] == "<" {
		stdin = ts.ReadFile(args[n-1])
		args = args[:n-2]
	}

	p.Lock()
	defer p.Unlock()
	defer lend(ts)()
	if got := run(args, strings.NewReader(stdin), ts.Stdout(), ts.Stderr()); got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// lend gives the process the folder and the variables of a script, and returns
// a function that takes them back.
func lend(ts *testscript.TestScript) func() {
	home, err := os.Getwd()
	ts.Check(err)
	ts.Check(os.Chdir(ts.MkAbs(".")))
	old := os.Environ()
	for _, name := range variables() {
		ts.Check(os.Setenv(name, ts.Getenv(name)))
	}
	return func() {
		ts.Check(os.Chdir(home))
		os.Clearenv()
		for _, v := range old {
			name, value, _ := strings.Cut(v, "=")
			ts.Check(os.Setenv(name, value))
		}
	}
}

// variables are the names of all variables that the program reads.
func variables() []string {
	names := []string{
		"COLUMNS", "NO_COLOR", "TERM", "SOURCE_DATE_EPOCH",
		"HOME", "XDG_CONFIG_HOME", "USERPROFILE", "AppData",
		envPrefix + "_CONFIG",
	}
	for key := range newConfig().kinds {
		names = append(names, envName(key))
	}
	return names
}
