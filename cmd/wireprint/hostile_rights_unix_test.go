//go:build unix

package main

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/report"
)

// nobody is a user without rights, by the number that most systems give it.
const nobody = 65534

// TestUnreadable scans what the user has no right to read, by the whole program, as a
// process of its own: root, as whom tests often run, may read everything, and the
// process is then nobody's.
func TestUnreadable(t *testing.T) {
	dir := openFolder(t)
	folder := filepath.Join(dir, "folder")
	at := func(name string) string { return filepath.Join(folder, filepath.FromSlash(name)) }
	for _, name := range []string{"locked", "names-alone", "no-names", "open", "locked-later"} {
		fatal(t, os.MkdirAll(at(name), 0o755), os.WriteFile(at(name+"/story.txt"), []byte(hostileStory), 0o644))
	}
	for _, name := range []string{"story.txt", "locked.txt", "locked-without-extension", "locked.zip", "locked-later.txt", "locked-later.jsonl"} {
		fatal(t, os.WriteFile(at(name), []byte(hostileStory), 0o644))
	}
	lock := func(mode fs.FileMode, names ...string) {
		for _, name := range names {
			if err := os.Chmod(at(name), mode); err != nil {
				t.Error(err)
			}
		}
	}
	lock(0, "locked", "locked.txt", "locked-without-extension", "locked.zip")
	lock(0o444, "names-alone")
	lock(0o111, "no-names")
	t.Cleanup(func() { lock(0o755, "locked", "names-alone", "no-names", "locked-later") }) // to be removed

	// The walk is over when more was taken of standard input, which one worker reads
	// first of all, than a pipe holds.
	later := readerFunc(func([]byte) (int, error) {
		lock(0, "locked-later", "locked-later.txt", "locked-later.jsonl")
		return 0, io.EOF
	})
	stdout := scanAsNobody(t, dir, io.MultiReader(longLine(1<<20), later), "scan", "--jobs", "1", "--strict", "--format", "json", folder, "-")
	checkSchema(t, stdout)
	r, err := report.ReadJSON(bytes.NewReader(stdout))
	fatal(t, err)

	var articles []string
	for _, a := range r.Articles {
		articles = append(articles, a.Path)
	}
	if diff := cmp.Diff([]string{"-", "open/story.txt", "story.txt"}, articles); diff != "" {
		t.Error(diff)
	}
	skipped := make(map[string]string)
	for _, s := range r.Run.Skipped {
		skipped[s.Path] = s.Reason
	}
	const denied = "cannot be read: permission denied"
	want := make(map[string]string)
	for _, path := range []string{
		"locked", "names-alone/story.txt", "no-names", "locked-later/story.txt",
		"locked.txt", "locked-without-extension", "locked.zip", "locked-later.txt", "locked-later.jsonl",
	} {
		want[path] = denied
	}
	if diff := cmp.Diff(want, skipped); diff != "" {
		t.Error(diff)
	}
}

// openFolder is a temporary folder that every user can read.
func openFolder(t *testing.T) string {
	dir, err := os.MkdirTemp("", "wireprint-test-")
	fatal(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	fatal(t, os.Chmod(dir, 0o755))
	return dir
}

// scanAsNobody runs the program, and not as root. It returns what that wrote.
func scanAsNobody(t *testing.T, dir string, stdin io.Reader, args ...string) []byte {
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(programIn(t, dir), args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = stdin, &stdout, &stderr
	cmd.Dir = dir
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	if err := cmd.Start(); err != nil {
		t.Skipf("no process of another user can be started here: %v", err)
	}
	if _ = cmd.Wait(); cmd.ProcessState.ExitCode() != exitSkipped {
		t.Fatalf("exit status %d, want %d\n%.2000s", cmd.ProcessState.ExitCode(), exitSkipped, &stderr)
	}
	return stdout.Bytes()
}

// programIn puts the test's own program, which is wireprint under that name, see
// [TestMain], where every user can start it.
func programIn(t *testing.T, dir string) string {
	own, err := os.Executable()
	fatal(t, err)
	program := filepath.Join(dir, "wireprint")
	if os.Link(own, program) == nil {
		return program
	}
	data, err := os.ReadFile(own)
	fatal(t, err, os.WriteFile(program, data, 0o755))
	return program
}

// TestHostileLinks follows links that lead in circles, to devices, pipes and sockets, and
// nowhere. Each folder is read once.
func TestHostileLinks(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "folder")
	at := func(name string) string { return filepath.Join(folder, name) }
	fatal(t,
		os.MkdirAll(at("a"), 0o755), os.MkdirAll(at("b"), 0o755),
		os.WriteFile(at("a/story.txt"), []byte(hostileStory), 0o644),
		syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o644),
		os.Symlink("../b", at("a/to-b")), os.Symlink("../a", at("b/to-a")),
		os.Symlink("..", at("a/to-above")), os.Symlink("..", at("to-outside")),
		os.Symlink("link-1", at("link-2")), os.Symlink("link-2", at("link-1")),
		os.Symlink("/dev/zero", at("zero.txt")), os.Symlink("../pipe", at("pipe.txt")), os.Symlink("nowhere.txt", at("nothing.txt")),
	)
	want := map[string]string{
		"zero.txt": "device, not a file", "nothing.txt": "symbolic link to nothing",
		"link-1": "cannot be read: too many levels of symbolic links", "link-2": "cannot be read: too many levels of symbolic links",
		"to-outside/pipe": "named pipe, not a file", // which pipe.txt is too
	}
	var stdout, stderr bytes.Buffer
	if code := run([]string{"scan", "--strict", "--follow-links", "--format", "json", folder}, strings.NewReader(""), &stdout, &stderr); code != exitSkipped {
		t.Fatalf("exit status %d\n%s", code, &stderr)
	}
	r, err := report.ReadJSON(&stdout)
	fatal(t, err)
	if len(r.Articles) != 1 {
		t.Errorf("%d articles, want 1", len(r.Articles))
	}
	for _, s := range r.Run.Skipped {
		if want[s.Path] == "" || !strings.HasPrefix(s.Reason, want[s.Path]) {
			t.Errorf("%s: %s", s.Path, s.Reason)
		}
		delete(want, s.Path)
	}
	if len(want) > 0 {
		t.Errorf("not skipped: %v", want)
	}
}
