//go:build unix

package main

import (
	"bytes"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// hostileNodes makes what lies in a folder and is no file, and files with names that
// no text holds.
func hostileNodes(t *testing.T, folder string) (names []string) {
	at := func(name string) string {
		names = append(names, name)
		return filepath.Join(folder, name)
	}
	fatal(t,
		syscall.Mkfifo(at("pipe.txt"), 0o600),
		syscall.Mkfifo(at("pipe-without-extension"), 0o600),
		os.Symlink("/etc/passwd", at("link-outside.txt")),
		os.Symlink("/dev/zero", at("link-to-device.txt")),
		os.Symlink("nowhere.txt", at("link-to-nowhere.txt")),
		os.Symlink("link-to-itself.txt", at("link-to-itself.txt")),
		os.Symlink(".", at("link-to-its-folder")),
		os.Symlink("..", at("link-to-the-folder-above")),
		os.WriteFile(at("name with\nline end.txt"), []byte(hostileStory), 0o600),
		os.WriteFile(at("name with \x1b[2J.txt"), []byte(hostileStory), 0o600),
		os.WriteFile(at("name of \xff\xfe bytes.txt"), []byte(hostileStory), 0o600),
		os.WriteFile(at("name \u202etxt.exe"), []byte(hostileStory), 0o600),
		os.WriteFile(at("name#1"), []byte(hostileStory), 0o600),
		os.WriteFile(at(strings.Repeat("n", 250)+".txt"), []byte(hostileStory), 0o600),
		os.WriteFile(at("unreadable.txt"), nil, 0),
		os.Mkdir(at("unreadable"), 0),
	)
	if os.Getuid() == 0 { // who may read everything: the folder is only empty
		names = names[:len(names)-1]
	}
	names = append(names, specials(folder)...)
	return append(names, deepFolder(t, folder))
}

// specials makes a socket, and devices where the user may.
func specials(folder string) (names []string) {
	const zero = 1<<8 | 5 // /dev/zero, and so named, on Linux
	for name, mode := range map[string]uint32{"device-of-letters.txt": syscall.S_IFCHR, "device-of-blocks.txt": syscall.S_IFBLK} {
		if syscall.Mknod(filepath.Join(folder, name), mode|0o600, zero) == nil {
			names = append(names, name)
		}
	}
	const socket = "socket.txt"
	if l, err := net.ListenUnix("unix", &net.UnixAddr{Name: filepath.Join(folder, socket), Net: "unix"}); err == nil {
		l.SetUnlinkOnClose(false)
		_ = l.Close()
		names = append(names, socket)
	}
	return names
}

// deepFolder makes folders in folders, until the name of the file in the last one is
// longer than the system takes. It returns the name of the first.
func deepFolder(t *testing.T, folder string) string {
	root, err := os.OpenRoot(folder)
	fatal(t, err)
	name := strings.Repeat("d", 200)
	for range 25 {
		fatal(t, root.Mkdir(name, 0o700))
		inner, err := root.OpenRoot(name)
		fatal(t, err, root.Close())
		root = inner
	}
	file, err := root.Create("deep.txt")
	fatal(t, err)
	_, err = file.WriteString(hostileStory)
	fatal(t, err, file.Close(), root.Close())
	return name
}

// What is given itself and is no file is named, and not waited for.
func TestHostileArguments(t *testing.T) {
	dir := t.TempDir()
	pipe, loop := filepath.Join(dir, "pipe"), filepath.Join(dir, "loop")
	fatal(t, syscall.Mkfifo(pipe, 0o600), os.Symlink(loop, loop))
	for path, want := range map[string]string{
		"/dev/zero": "zero: device, not a file",
		"/dev/null": "null: device, not a file",
		pipe:        "pipe: named pipe, not a file",
	} {
		var stdout, stderr bytes.Buffer
		code := run([]string{"scan", "--strict", path}, strings.NewReader(""), &stdout, &stderr)
		if code != exitSkipped || !strings.Contains(stderr.String(), want) {
			t.Errorf("%s: exit status %d, %s", path, code, &stderr)
		}
	}
	var stdout, stderr bytes.Buffer
	if code := run([]string{"scan", loop}, strings.NewReader(""), &stdout, &stderr); code != exitFailed || stderr.Len() == 0 {
		t.Errorf("a link to itself: exit status %d, %s", code, &stderr)
	}
}
