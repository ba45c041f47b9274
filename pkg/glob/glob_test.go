package glob

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPattern(t *testing.T) {
	for _, tt := range []struct {
		pattern   string
		yes, no   string // files, apart by blanks
		whyNotAny string
	}{
		{"*.txt", "a.txt mon/a.txt mon/deep/.txt", "a.txt.gz txt mon/txt", ""},
		{"mon", "mon mon/a.txt x/mon/a.txt", "monday/a.txt a.mon", ""},
		{"mon/", "mon/a.txt x/mon/deep/a.txt", "mon x/mon", ""},
		{"/mon", "mon mon/a.txt", "x/mon x/mon/a.txt", ""},
		{"mon/*.txt", "mon/a.txt", "x/mon/a.txt mon/deep/a.txt mon/a.html", ""},
		{"**/raw/*.txt", "raw/a.txt x/raw/a.txt x/y/raw/a.txt", "raw/x/a.txt", ""},
		{"mon/**", "mon/a.txt mon/deep/a.txt", "mon", ""},
		{"a/**/b", "a/b a/x/b a/x/y/b/c.txt", "ab a/xb", ""},
		{"a**b", "ab axxb", "a/b", ""},
		{"?.txt", "a.txt é.txt", "ab.txt .txt", ""},
		{"[a-c].txt", "a.txt c.txt", "d.txt -.txt", ""},
		{"[!a-c].txt", "d.txt", "a.txt", ""},
		{"[^a]x", "bx", "ax", ""},
		{"a[!b]c", "axc", "abc a/c", ""},
		{"a[+-0]c", "a.c a-c", "a/c a1c", ""},
		{"[]a].txt", "].txt a.txt", "b.txt", ""},
		{"[]-a]x", "]x ^x ax", "bx", ""},
		{"[a-]x", "ax -x", "bx", ""},
		{`[\]]x`, "]x", `\x`, ""},
		{`\*.txt`, "*.txt", "a.txt", ""},
		{"*.{txt,html}", "a.txt x/b.html", "a.{txt,html} a.md", ""},
		{"{mon,tue}/*.txt", "mon/a.txt tue/a.txt", "wed/a.txt", ""},
		{`\{a\}`, "{a}", "a", ""},
		{"a+b.(x)|$", "a+b.(x)|$", "aab.x", ""},
		{"./mon/a.txt", "mon/a.txt", "x/mon/a.txt", ""},
		{"", "", "", "without a name"},
		{"/", "", "", "without a name"},
		{"a//b", "", "", "without a name"},
		{"../a", "", "", "without a name"},
		{"!a", "", "", `"\!"`},
		{"[a", "", "", "not closed"},
		{"[b-a]", "", "", "ends before it begins"},
		{"[[:alpha:]]", "", "", "[a-z]"},
		{"{a", "", "", "without its partner"},
		{"a}", "", "", "without its partner"},
		{"{a,{b}}", "", "", "one inside another"},
		{`a\`, "", "", "ends with a backslash"},
		{"\xff", "", "", "not UTF-8"},
	} {
		p, err := Parse(tt.pattern)
		if tt.whyNotAny != "" {
			if err == nil || !strings.Contains(err.Error(), tt.whyNotAny) {
				t.Errorf("%q: %v, want %q", tt.pattern, err, tt.whyNotAny)
			}
			continue
		}
		if err != nil {
			t.Errorf("%q: %v", tt.pattern, err)
			continue
		}
		for _, file := range strings.Fields(tt.yes) {
			if !p.Covers(file) {
				t.Errorf("%q is not for %q", tt.pattern, file)
			}
		}
		for _, file := range strings.Fields(tt.no) {
			if p.Covers(file) {
				t.Errorf("%q is for %q", tt.pattern, file)
			}
		}
	}
}

func TestIgnore(t *testing.T) {
	const list = "\uFEFF# a comment\n\n*.log\n!keep.log\r\n\\#x\n\\!y\n/top\nout/\nblank\\ \ntail   \n{a,b}\n"
	g, err := ReadIgnore(strings.NewReader(list))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name    string
		folder  bool
		out, ok bool
	}{
		{"a.log", false, true, true},
		{"x/keep.log", false, false, true},
		{"# a comment", false, false, false},
		{"#x", false, true, true},
		{"!y", false, true, true},
		{"top", false, true, true},
		{"x/top", false, false, false},
		{"out", true, true, true},
		{"out", false, false, false},
		{"blank ", false, true, true},
		{"tail", false, true, true},
		{"a", false, false, false},
		{"{a,b}", false, true, true},
	} {
		if out, ok := g.Decides(tt.name, tt.folder); out != tt.out || ok != tt.ok {
			t.Errorf("%q: %v, %v", tt.name, out, ok)
		}
	}
	if _, err := ReadIgnore(strings.NewReader("a\n\n[b\n")); err == nil || !strings.HasPrefix(err.Error(), "line 3: ") {
		t.Error(err)
	}
	if _, err := ReadIgnore(strings.NewReader(strings.Repeat("a\n", maxIgnore))); err == nil || !strings.Contains(err.Error(), "larger") {
		t.Error(err)
	}
}

// TestAsGit: a list leaves out what git leaves out by it. The lists are of few signs, so
// that much of them matches. Two stars stand between slashes alone: behind letters they
// mean to git what they should not, where a slash follows ("a**/**" is for "a").
func TestAsGit(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("git is not installed")
	}
	root := t.TempDir()
	if out, err := exec.Command(git, "init", "-q", root).CombinedOutput(); err != nil {
		t.Skipf("git init: %s", out)
	}
	names := []string{"a", "b", "ab", "a.b", "b.a", "a-b"}
	var files []string
	for _, x := range names {
		files = append(files, x)
		for _, y := range names {
			files = append(files, x+"/"+y, x+"/"+y+"/a.b")
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.StringMatching(`!?/?(\*\*/)?\*?[ab?.]{1,2}\*?((/\*\*)?/(\[[!ab]?[ab.]\-?b?\]|[ab.]\*?|\*))?(/\*\*)?/?`)
		list := strings.Join(rapid.SliceOfN(line, 1, 4).Draw(t, "lines"), "\n") + "\n"
		g, err := ReadIgnore(strings.NewReader(list))
		if err != nil {
			t.Skip(err)
		}
		if err := os.WriteFile(filepath.Join(root, ".gitignore"), []byte(list), 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(git, "-C", root, "check-ignore", "--no-index", "--stdin")
		cmd.Stdin = strings.NewReader(strings.Join(files, "\n"))
		out, _ := cmd.Output() // status 1 when nothing is left out
		ignored := map[string]bool{}
		for file := range strings.Lines(string(out)) {
			ignored[strings.TrimSpace(file)] = true
		}
		for _, file := range files {
			if got := g.leavesOut(file); got != ignored[file] {
				t.Fatalf("%q: %q is left out: %v, by git %v", list, file, got, ignored[file])
			}
		}
	})
}

// A path in an archive may have thousands of folders. What is for any of them is found
// in one match of the whole.
func TestCoversAsEachFolder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pattern := rapid.StringMatching(`/?(\*\*/)?\*?[ab?]{1,2}\*?((/\*\*)?/(\[[!ab]?[ab]\-?b?\]|[ab]\*?|\*))?(/\*\*)?/?`).Draw(t, "pattern")
		p, err := Parse(pattern)
		if err != nil {
			t.Skip(err)
		}
		names := rapid.SliceOfN(rapid.StringMatching(`[ab]{1,2}`), 1, 5).Draw(t, "names")
		want := p.Matches(strings.Join(names, "/"), false)
		for n := 1; n < len(names); n++ {
			want = want || p.Matches(strings.Join(names[:n], "/"), true)
		}
		if file := strings.Join(names, "/"); p.Covers(file) != want {
			t.Fatalf("%q covers %q: %v", pattern, file, !want)
		}
	})
}

// leavesOut asks for the folders above a file first, as who walks through them does.
func (g Ignore) leavesOut(file string) bool {
	for at, c := range file {
		if c != '/' {
			continue
		}
		if out, _ := g.Decides(file[:at], true); out {
			return true
		}
	}
	out, _ := g.Decides(file, false)
	return out
}

// TestLiteral: a path whose signs are all taken literally is what its pattern is for, and
// its folder's pattern is for it too.
func TestLiteral(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfN(rapid.StringMatching(`[a-z*?\[\]{}!#é\\ .-]{1,6}x`), 1, 4).Draw(t, "names")
		file := strings.Join(names, "/")
		var quoted strings.Builder
		for _, r := range file {
			if strings.ContainsRune(`*?[]{}!\`, r) {
				quoted.WriteByte('\\')
			}
			quoted.WriteRune(r)
		}
		p, err := Parse("/" + quoted.String())
		if err != nil {
			t.Fatal(err)
		}
		if !p.Covers(file) || !p.Covers(file+"/below") || p.Covers("above/"+file) || p.Covers(file+"y") {
			t.Fatalf("%q is not for just %q", p, file)
		}
		var again Pattern
		if text, _ := p.MarshalText(); again.UnmarshalText(text) != nil || !again.Covers(file) {
			t.Fatalf("%q read again", p)
		}
	})
}

func TestLayout(t *testing.T) {
	for _, tt := range []struct{ layout, path, want string }{
		{"{outlet}/{date}/*", "gull/2021-07-19/a.txt", "outlet=gull date=2021-07-19"},
		{"{outlet}/{date}/*", "gull/20210719/a.txt", "outlet=gull date=20210719"},
		{"{outlet}/{date}/*", "gull/July/a.txt", "-"},
		{"{outlet}/{year}/{month}/**", "gull/2021/7/x/a.txt", "outlet=gull year=2021 month=7"},
		{"{year}{month}{day}-{outlet}.txt", "20210719-daily-gull.txt", "outlet=daily-gull year=2021 month=07 day=19"},
		{"**/{outlet}_{date}*", "x/y/gull_2021_07_19.html", "outlet=gull date=2021_07_19"},
		{"{outlet}-{date}.txt", "daily-gull-2021-07-19.txt", "outlet=daily-gull date=2021-07-19"},
		{"{crawl}/{outlet}/*", "b7/gull/a.txt", "outlet=gull"},
		{"{outlet}/*", "a.txt", "-"},
		{"{outlet}/*", "x/gull/a.txt", "-"},
	} {
		l, err := ParseLayout(tt.layout, Words...)
		if err != nil {
			t.Errorf("%s: %v", tt.layout, err)
			continue
		}
		parts, ok := l.Parts(tt.path)
		var got []string
		for _, word := range Words {
			if part := parts[word]; part != "" {
				got = append(got, word+"="+part)
			}
		}
		if shown := strings.Join(got, " "); ok && shown != tt.want || ok != (tt.want != "-") {
			t.Errorf("%s: %s: %v, %q, want %q", tt.layout, tt.path, ok, shown, tt.want)
		}
	}
	for layout, want := range map[string]string{
		"/{outlet}/*":         "begins with a slash",
		"{outlet}{x}":         "side by side",
		"{outlet}/{outlet}":   "twice",
		"{outlet}/":           "without a name",
		"{outlet":             "without its partner",
		"{}/a":                "without its partner",
		"{outlet}/\xff":       "not UTF-8",
		"{outlet}/{date}/[a-": "not closed",
	} {
		if _, err := ParseLayout(layout, Words...); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", layout, err, want)
		}
	}
}

// FuzzIgnore reads any bytes as a list. What it leaves out does not depend on the line
// ends.
func FuzzIgnore(f *testing.F) {
	f.Add([]byte("# x\n*.txt\n!a.txt\n/mon/\n[a-c]?\\ \n**/x/**\n"), "mon/a.txt")
	f.Add([]byte("[!\n]"), "a")
	f.Add([]byte("\\"), "a")
	f.Fuzz(func(t *testing.T, list []byte, file string) {
		g, err := ReadIgnore(strings.NewReader(string(list)))
		if err != nil {
			if err.Error() == "" {
				t.Error("an error without a word")
			}
			return
		}
		if strings.ContainsRune(string(list), '\r') || len(list) > maxIgnore/2 || len(file) > 1<<10 { // as long as paths on disk
			return
		}
		windows, err := ReadIgnore(strings.NewReader(strings.ReplaceAll(string(list), "\n", "\r\n")))
		if err != nil {
			t.Fatal(err)
		}
		if g.leavesOut(file) != windows.leavesOut(file) {
			t.Errorf("%q depends on the line ends", file)
		}
	})
}
