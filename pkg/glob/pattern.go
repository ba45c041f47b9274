package glob

import (
	"errors"
	"fmt"
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
	covers  *regexp.Regexp // the same, of a file's path or of that of a folder above it
	anyName bool           // it is for names wherever they are
	folders bool           // it is for folders alone
	except  bool           // in an [Ignore]: what matches is not left out
}

// Parse reads a pattern as a user gives it. "{txt,html}" is one or the other.
func Parse(text string) (Pattern, error) {
	if strings.HasPrefix(text, "!") {
		return Pattern{}, fmt.Errorf(`the pattern %q begins with "!", which has a meaning in a .wireprintignore alone; write "\!" for the character`, text)
	}
	p, err := compile(strings.TrimPrefix(text, "./"), dialect{braces: alternatives})
	if err != nil {
		return Pattern{}, err
	}
	p.text = text
	p.covers, err = p.covering()
	return p, err
}

// covering makes of the expression for a path that for all below it too. To match the
// path of each folder by itself took time by the square of their number, and a path in
// an archive may have thousands.
func (p Pattern) covering() (*regexp.Regexp, error) {
	expr := strings.TrimSuffix(p.expr.String(), "$")
	if p.anyName {
		expr = "^(?s:.*/)?" + strings.TrimPrefix(expr, "^")
	}
	if p.folders {
		return compiled(p.text, expr+"/")
	}
	return compiled(p.text, expr+"(?:/|$)")
}

func compiled(text, expr string) (*regexp.Regexp, error) {
	re, err := regexp.Compile(expr)
	if err != nil {
		return nil, fmt.Errorf("the pattern %q is too long", text)
	}
	return re, nil
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
	p.anyName = !anchored && len(names) == 1
	for i, name := range names {
		part, err := pathPart(name, i == len(names)-1, d)
		if err != nil {
			return Pattern{}, fmt.Errorf("the pattern %q %w", text, err)
		}
		expr.WriteString(part)
	}
	var err error
	p.expr, err = compiled(text, expr.String()+"$")
	return p, err
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
	if p.anyName {
		name = name[strings.LastIndexByte(name, '/')+1:]
	}
	return p.expr != nil && (folder || !p.folders) && p.expr.MatchString(name)
}

// Covers reports whether the pattern is for a file or for a folder that it is below.
func (p Pattern) Covers(file string) bool { return p.covers != nil && p.covers.MatchString(file) }
