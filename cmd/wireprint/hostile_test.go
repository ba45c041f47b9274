package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.uber.org/goleak"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/report"
)

// TestHostileInputs scans some hundred files that are broken or made to do harm, by
// the whole program at once. Nothing panics or hangs, each file is an article or is
// named among the skipped with a reason, no page reaches the network, nothing is
// written where an archive says, and no goroutine is left behind.
func TestHostileInputs(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	noNetwork(t)
	dir := t.TempDir()
	folder := filepath.Join(dir, "in", "folder")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	names := []string{stdinName}
	for _, f := range hostileFiles(t) {
		if err := os.WriteFile(filepath.Join(folder, f.name), []byte(f.data), 0o600); err != nil {
			t.Fatal(err)
		}
		names = append(names, f.name)
	}
	names = append(names, hostileNodes(t, folder)...)
	changing := newChanging(t, folder)
	names = append(names, changing.names...)
	if len(names) < 400 {
		t.Fatalf("only %d files", len(names))
	}
	stdin := io.MultiReader(changing, longLine(1<<28))

	var stdout, stderr bytes.Buffer
	code := run([]string{"scan", "--strict", "--format", "json", folder, "-"}, stdin, &stdout, &stderr)
	if code != exitSkipped {
		t.Fatalf("exit status %d, want %d for skipped inputs\n%.2000s", code, exitSkipped, &stderr)
	}
	checkSchema(t, stdout.Bytes())
	r, err := report.ReadJSON(bytes.NewReader(stdout.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d files: %d articles, %d skipped", len(names), len(r.Articles), len(r.Run.Skipped))
	checkAccounts(t, r, names)
	checkTerminal(t, r)
	checkDisk(t, dir)
}

// noNetwork makes a test fail that asks for anything outside.
func noNetwork(t *testing.T) {
	transport, resolver := http.DefaultTransport, net.DefaultResolver
	http.DefaultTransport = refusing{t}
	net.DefaultResolver = &net.Resolver{PreferGo: true, Dial: func(_ context.Context, network, address string) (net.Conn, error) {
		t.Errorf("asked %s %s for a name", network, address)
		return nil, errors.New("no network")
	}}
	t.Cleanup(func() { http.DefaultTransport, net.DefaultResolver = transport, resolver })
}

type refusing struct{ t *testing.T }

func (r refusing) RoundTrip(q *http.Request) (*http.Response, error) {
	r.t.Errorf("asked for %s", q.URL)
	return nil, errors.New("no network")
}

// longLine is a record in one line of so many bytes, made while it is read.
func longLine(size int64) io.Reader {
	return io.MultiReader(strings.NewReader(`{"text":"`), io.LimitReader(letters{}, size), strings.NewReader("\"}\n"))
}

type letters struct{}

func (letters) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

// changing are files that change between being found and being read: they do when
// standard input, which is read first of all, is asked for its first byte.
type changing struct {
	io.Reader
	names []string
}

func newChanging(t *testing.T, folder string) *changing {
	const story = "The ferry to Skarholm left two hours late on Thursday.\n"
	steps := map[string]func(name string) error{
		"vanishes.txt":          os.Remove,
		"vanishes.zip":          os.Remove,
		"grows.txt":             func(name string) error { return appendTo(name, strings.Repeat(story, 1000)) },
		"grows.jsonl":           func(name string) error { return appendTo(name, manyStories()) },
		"shrinks.txt":           func(name string) error { return os.Truncate(name, 0) },
		"becomes-a-folder.txt":  func(name string) error { return errors.Join(os.Remove(name), os.Mkdir(name, 0o700)) },
		"becomes-a-page.txt":    func(name string) error { return os.WriteFile(name, []byte("<html><p>"+story), 0o600) },
		"becomes-an-archive.md": func(name string) error { return os.WriteFile(name, []byte(zipOf(t, "a.txt", story)), 0o600) },
	}
	c := &changing{}
	for name := range steps {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(story), 0o600); err != nil {
			t.Fatal(err)
		}
		c.names = append(c.names, name)
	}
	c.Reader = readerFunc(func([]byte) (int, error) {
		for name, change := range steps {
			if err := change(filepath.Join(folder, name)); err != nil {
				t.Error(err)
			}
		}
		return 0, io.EOF
	})
	return c
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

func appendTo(name, text string) error {
	f, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}

// checkSchema checks that a report is what the program says a report is.
func checkSchema(t *testing.T, data []byte) {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(report.Schema()))
	fatal(t, err)
	compiler := jsonschema.NewCompiler()
	fatal(t, compiler.AddResource("report.json", document))
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	fatal(t, err)
	thin(value)
	if err := compiler.MustCompile("report.json").Validate(value); err != nil {
		t.Error(err)
	}
}

// thin leaves of each list of a report a thousand members, from its beginning to its
// end: to check the form of a hundred thousand pairs takes a third of the test's time.
func thin(value any) {
	const most = 1000
	record, _ := value.(map[string]any)
	for name, member := range record {
		if list, ok := member.([]any); ok && len(list) > most {
			thinned := make([]any, most)
			for i := range thinned {
				thinned[i] = list[i*len(list)/most]
			}
			record[name] = thinned
		}
	}
}

// checkAccounts checks that each file, or something in it, is an article or skipped
// with a reason.
func checkAccounts(t *testing.T, r *news.Report, names []string) {
	t.Helper()
	told := make(map[string]bool)
	account := func(path string) {
		for i, c := range path {
			if c == '#' || c == '/' {
				told[path[:i]] = true
			}
		}
		told[path] = true
	}
	for _, a := range r.Articles {
		account(a.Path)
	}
	for _, s := range r.Run.Skipped {
		account(s.Path)
		if strings.TrimSpace(s.Reason) == "" {
			t.Errorf("%q is skipped without a reason", s.Path)
		}
		if strings.Contains(s.Reason, "cannot be understood") {
			t.Errorf("%q: a library panicked: %s", s.Path, s.Reason)
		}
	}
	for _, name := range names {
		if !told[strings.ToValidUTF8(name, "\uFFFD")] {
			t.Errorf("%q was neither read nor skipped", name)
		}
	}
}

// checkTerminal checks that nothing in a report reaches the terminal but text.
func checkTerminal(t *testing.T, r *news.Report) {
	t.Helper()
	var text strings.Builder
	if err := report.Text(&text, r, report.TextOptions{Width: 100}); err != nil {
		t.Fatal(err)
	}
	for _, c := range text.String() {
		if c != '\n' && (unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c)) {
			t.Errorf("the report holds %U", c)
			return
		}
	}
}

// checkDisk checks that nothing lies beside the folder that was scanned.
func checkDisk(t *testing.T, dir string) {
	t.Helper()
	for _, d := range []string{dir, filepath.Join(dir, "in")} {
		entries, err := os.ReadDir(d)
		if err != nil || len(entries) != 1 {
			t.Errorf("%v lie in %s, want one folder; %v", entries, d, err)
		}
	}
}
