package glob

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Pattern selects paths. One without a slash, "*.txt", is for names wherever they are;
// one with a slash, "mon/*.txt", for the whole path; one that ends with a slash for
// folders. A folder that matches has all that is below it match.
//
// The zero value matches nothing.
type Pattern struct {
	text    string
	expr    *regexp.Regexp
	folders bool // it is for folders alone
	except  bool // in an [Ignore]: what matches is not left out
}

// Parse reads a pattern as a user gives it. "{txt,html}" is one or the other.
func Parse(text string) (Pattern, error) {
	if strings.HasPrefix(text, "!") {
		return Pattern{}, fmt.Errorf(`the pattern %q begins with "!", which has a meaning in a .wireprintignore alone; write "\!" for the character`, text)
	}
	p, err := compile(strings.TrimPrefix(text, "./"), dialect{braces: alternatives})
	p.text = text
	return p, err
}

// compile makes a pattern of its text.
func compile(text string, d dialect) (Pattern, error) {
	if !utf8.ValidString(text) {
		return Pattern{}, fmt.Errorf("the pattern %q is not UTF-8", text)
	}
	p := Pattern{text: text}
	rest, folders := strings.CutSuffix(text, "/")
	p.folders = folders
	rest, anchored := strings.CutPrefix(rest, "/")
	names := strings.Split(rest, "/")
	var expr strings.Builder
	expr.WriteString("^")
	if !anchored && len(names) == 1 {
		expr.WriteString("(?s:.*/)?")
	}
	for i, name := range names {
		part, err := pathPart(name, i == len(names)-1, d)
		if err != nil {
			return Pattern{}, fmt.Errorf("the pattern %q %w", text, err)
		}
		expr.WriteString(part)
	}
	var err error
	p.expr, err = regexp.Compile(expr.String() + "$")
	if err != nil {
		return Pattern{}, fmt.Errorf("the pattern %q is too long", text)
	}
	return p, nil
}

// pathPart is the expression for a name of a pattern, with the slash behind it.
func pathPart(name string, last bool, d dialect) (string, error) {
	switch {
	case name == "" || name == "." || name == "..":
		return "", errors.New("has a folder without a name")
	case isFolders(name) && last:
		return "(?s:.+)", nil
	case isFolders(name):
		return "(?:[^/]+/)*", nil
	}
	expr, err := d.translate(name)
	if !last {
		expr += "/"
	}
	return expr, err
}

// isFolders reports "**". More stars are the same to git.
func isFolders(name string) bool { return len(name) > 1 && strings.Trim(name, "*") == "" }

// String is the pattern as it was written.
func (p Pattern) String() string { return p.text }

// MarshalText is String.
func (p Pattern) MarshalText() ([]byte, error) { return []byte(p.text), nil }

// UnmarshalText reads what MarshalText wrote.
func (p *Pattern) UnmarshalText(text []byte) (err error) {
	*p, err = Parse(string(text))
	return err
}

// Matches reports whether a path, of a folder or of a file, is one that the pattern is
// for. The folders above it are not looked at.
func (p Pattern) Matches(name string, folder bool) bool {
	return p.expr != nil && (folder || !p.folders) && p.expr.MatchString(name)
}

// Covers reports whether the pattern is for a file or for a folder that it is below.
func (p Pattern) Covers(file string) bool {
	if p.Matches(file, false) {
		return true
	}
	for folder := path.Dir(file); folder != "." && folder != "/"; folder = path.Dir(folder) {
		if p.Matches(folder, true) {
			return true
		}
	}
	return false
}
