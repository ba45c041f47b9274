package provenance

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// compilePattern makes an expression of a pattern for paths, such as
// "{outlet}/{date}/*". A pattern is for the whole path below the folder that is
// read; "*" stands for any part of a name, "**" for any number of folders,
// {outlet} for the outlet's name, and any other {word} for a part of a name that
// is not used. The expression's only group is the outlet.
func compilePattern(pattern string) (*regexp.Regexp, error) {
	if strings.Count(pattern, "{outlet}") != 1 {
		return nil, fmt.Errorf("the pattern %q must have {outlet} once, as in path:{outlet}/{date}/*", pattern)
	}
	if strings.HasPrefix(pattern, "/") {
		return nil, fmt.Errorf("the pattern %q begins with a slash; paths are below the folder that is read", pattern)
	}
	var expr strings.Builder
	expr.WriteString("^")
	folders := strings.Split(pattern, "/")
	for i, folder := range folders {
		last := i == len(folders)-1
		switch {
		case folder == "**" && last:
			expr.WriteString(".+")
			continue
		case folder == "**":
			expr.WriteString("(?:[^/]+/)*")
			continue
		}
		part, err := compileName(folder)
		if err != nil {
			return nil, fmt.Errorf("the pattern %q %w", pattern, err)
		}
		expr.WriteString(part)
		if !last {
			expr.WriteString("/")
		}
	}
	return regexp.Compile(expr.String() + "$")
}

// compileName is compilePattern for what stands between two slashes.
func compileName(name string) (string, error) {
	if name == "" || name == "." || name == ".." {
		return "", errors.New("has a folder without a name")
	}
	var expr strings.Builder
	open := false // what came last can be of any length
	for name != "" {
		next := strings.IndexAny(name, "*{}")
		if next != 0 {
			if next < 0 {
				next = len(name)
			}
			expr.WriteString(regexp.QuoteMeta(name[:next]))
			name, open = name[next:], false
			continue
		}
		word, rest, closed := strings.Cut(name[1:], "}")
		switch {
		case open:
			return "", errors.New(`has two parts of any length side by side; put something between them ("**" stands between slashes)`)
		case name[0] == '*':
			expr.WriteString("[^/]*?")
			name = name[1:]
		case name[0] == '}' || !closed || word == "" || strings.ContainsAny(word, "*{"):
			return "", errors.New("has a brace without its partner, or nothing between two")
		case word == "outlet":
			expr.WriteString("([^/]+?)")
			name = rest
		default:
			expr.WriteString("[^/]+?")
			name = rest
		}
		open = true
	}
	return expr.String(), nil
}
